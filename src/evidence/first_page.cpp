#include "evidence/first_page.h"

#include <exception>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include "evidence/documents/office.h"
#include "evidence/documents/parts.h"
#include "evidence/ofd/ofd.h"
#include "evidence/pdf/page_text.h"
#include "evidence/pdf/page_words.h"
#include "evidence/plain_text.h"
#include "evidence/refused_kinds.h"
#include "support/files.h"
#include "support/text.h"
#include "workbook/package/compound_file.h"

namespace lvce {
namespace {

constexpr std::uintmax_t kMaxFirstDocument = 64U << 20;
constexpr std::size_t kFirstText = 0x18;  // fcMin of a Word document ([MS-DOC] 2.5.2)
constexpr std::size_t kWordsOfMarkup = 1 << 20;

std::string text_without_lines(QPDF& pdf) {
  const std::vector<QPDFPageObjectHelper> pages = QPDFPageDocumentHelper(pdf).getAllPages();
  return pages.empty() ? "" : page_text(pages.front());
}

/// A file too large to be held: without its lines.
std::string text_of_large_pdf(const std::filesystem::path& file) {
  QPDF pdf;
  pdf.setSuppressWarnings(true);
  pdf.processFile(file.c_str());
  return text_without_lines(pdf);
}

/// Poppler knows the lines, and reads nothing without its tables of encodings (poppler-data), which our own reading needs not.
std::string text_of_pdf(std::string_view bytes) {
  std::string lines = lines_of_first_page(bytes);
  if (!trim(lines).empty()) return lines;
  QPDF pdf;
  pdf.setSuppressWarnings(true);
  pdf.processMemoryFile("", bytes.data(), bytes.size());
  return text_without_lines(pdf);
}

/// Text between tags; each paragraph's end is a line's end.
std::string text_of_markup(std::string_view markup) {
  std::string out;
  bool in_tag = false;
  for (std::size_t i = 0; i < std::min(markup.size(), kWordsOfMarkup); ++i) {
    if (markup[i] == '<') {
      in_tag = true;
      const std::string_view tag = markup.substr(i, 8);
      if (tag.starts_with("</w:p>") || tag.starts_with("</text:p") || tag.starts_with("</a:p>") || tag.starts_with("</si>")) out += '\n';
    } else if (markup[i] == '>') {
      in_tag = false;
    } else if (!in_tag) {
      out += markup[i];
    }
  }
  return replace_all(replace_all(out, "&lt;", "<"), "&amp;", "&");
}

std::string text_of_package(std::string_view bytes) {
  const std::optional<std::vector<PackagePart>> parts = read_parts(bytes);
  if (!parts) return "";
  for (const char* name : {"word/document.xml", "content.xml", "xl/sharedStrings.xml", "ppt/slides/slide1.xml"}) {
    for (const PackagePart& part : *parts) {
      if (part.name == name) return text_of_markup(part.bytes);
    }
  }
  return "";
}

/// An old Word document: its text begins where its head says, in UTF-16 or, where that gives no characters of ours, in GB18030.
std::string text_of_word(std::string_view file) {
  const std::optional<std::string> stream = formats::read_stream(file, {"WordDocument"});
  if (!stream) return "";
  std::u32string points;
  const std::size_t begin = formats::read_u32(*stream, kFirstText);
  for (std::size_t at = begin; at + 1 < stream->size() && points.size() < kFirstPageAtMost; at += 2) {
    const char32_t c = formats::read_u16(*stream, at);
    points += c < 0x20 ? U'\n' : c >= 0xD800 && c < 0xE000 ? U' ' : c;
  }
  return encode_utf8(points);
}

std::string whole_text(const ProbeJob& job, const FileEnds& ends) {
  const Content content = content_of(ends);
  const bool is_ofd = office_kind(job.file, ends) == "ofd" || (content == Content::archive && ending_of(job.file.filename().native()) == "ofd");
  if (!is_ofd && content != Content::pdf && content != Content::office && content != Content::text) return "";
  const std::optional<std::string> bytes = read_file(job.file, kMaxFirstDocument);
  if (!bytes) return content == Content::pdf ? text_of_large_pdf(job.file) : "";
  if (content == Content::pdf) return text_of_pdf(*bytes);
  if (content == Content::text) return decode_plain_text(*bytes).value_or("");
  if (is_ofd) return text_of_pdf(first_page_of_ofd(*bytes));
  if (bytes->starts_with("PK")) return text_of_package(*bytes);
  return office_kind(job.file, ends) == "doc" ? text_of_word(*bytes) : "";
}

}  // namespace

std::string first_page_of(const ProbeJob& job, const FileEnds& ends) {
  try {
    return encode_utf8(decode_utf8(trim(whole_text(job, ends))).substr(0, kFirstPageAtMost));
  } catch (const std::exception&) {  // libqpdf's: what cannot be read says nothing
    return "";
  }
}

}  // namespace lvce
