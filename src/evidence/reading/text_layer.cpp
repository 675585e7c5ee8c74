#include "evidence/reading/text_layer.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <qpdf/QPDFWriter.hh>
#include <qpdf/QUtil.hh>

#include "evidence/pdf/open.h"
#include "evidence/pdf/packed_stream.h"
#include "evidence/pdf/shape.h"
#include "evidence/reading/unseen_font.h"
#include "support/files.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr std::uintmax_t kLayerAtMost = 256U << 20;
constexpr double kJoinedGap = 1.5;  ///< sizes: what stands nearer belongs to one row of characters, whatever blank the recogniser saw

std::string operand_of(double value) { return QUtil::double_to_string(value, 4) + " "; }

/// The end of a word as it is to be marked: it reaches to the next one where the East has no blank, so that readers see none either.
double reach_of(const ReadLine& line, std::size_t at) {
  const ReadWord& word = line.words[at];
  if (at + 1 == line.words.size()) return word.end;
  const ReadWord& next = line.words[at + 1];
  const bool joined = !has_blank_between(word.text, next.text) && next.begin - word.end < kJoinedGap * line.size;
  return joined ? std::max(next.begin, word.begin) : word.end;
}

std::string unseen_line(const ReadLine& line, int height) {
  std::string out;
  const double across = std::cos(line.turn), up = std::sin(line.turn), foot = kUnseenDescent * line.size;
  for (std::size_t i = 0; i < line.words.size(); ++i) {
    const ReadWord& word = line.words[i];
    const std::string codes = unseen_codes(word.text);
    const double width = unseen_width(word.text) * line.size, reach = reach_of(line, i) - word.begin;
    if (codes == "<>" || width <= 0 || reach <= 0) continue;
    const double x = line.x + across * word.begin - up * foot, y = height - line.y + up * word.begin + across * foot;
    out += operand_of(100 * reach / width) + "Tz " + operand_of(across) + operand_of(up) + operand_of(-up) + operand_of(across) + operand_of(x) +
           operand_of(y) + "Tm " + codes + " Tj\n";
    if (i + 1 < line.words.size() && has_blank_between(word.text, line.words[i + 1].text)) out += "<0020> Tj\n";
  }
  return out;
}

/// From the unit square of the page as it is seen to its own units.
std::string upright_to_page(const PageShape& shape) {
  const double width = shape.x1 - shape.x0, height = shape.y1 - shape.y0;
  const auto matrix = [](std::initializer_list<double> values) {
    std::string out;
    for (const double value : values) out += operand_of(value);
    return out + "cm\n";
  };
  switch (shape.rotate) {
    case 90: return matrix({0, height, -width, 0, shape.x1, shape.y0});
    case 180: return matrix({-width, 0, 0, -height, shape.x1, shape.y1});
    case 270: return matrix({0, -height, width, 0, shape.x0, shape.y1});
    default: return matrix({width, 0, 0, height, shape.x0, shape.y0});
  }
}

/// Resources of the page's own: what others share is not changed.
std::string name_font(QPDFPageObjectHelper& page, const QPDFObjectHandle& font) {
  QPDFObjectHandle shared = page.getAttribute("/Resources", false);
  QPDFObjectHandle resources = shared.isDictionary() ? shared.shallowCopy() : QPDFObjectHandle::newDictionary();
  QPDFObjectHandle known = resources.getKey("/Font");
  QPDFObjectHandle fonts = known.isDictionary() ? known.shallowCopy() : QPDFObjectHandle::newDictionary();
  std::string name = "/LvceRead";
  while (fonts.hasKey(name)) name += "0";
  fonts.replaceKey(name, font);
  resources.replaceKey("/Font", fonts);
  page.getObjectHandle().replaceKey("/Resources", resources);
  return name;
}

/// Before all else on the page, where nothing has changed its space yet: what is invisible may lie below.
void lay_page(QPDF& pdf, QPDFPageObjectHelper page, const ReadPage& read, const QPDFObjectHandle& font) {
  const std::string name = name_font(page, font);
  const std::string content = "q\n" + upright_to_page(page_shape(page)) + unseen_text(read, name) + "Q\n";
  page.addPageContents(packed_stream(pdf, content), true);
}

}  // namespace

std::string unseen_text(const ReadPage& page, const std::string& font) {
  std::string out = "q " + QUtil::double_to_string(1.0 / page.width, 9) + " 0 0 " + QUtil::double_to_string(1.0 / page.height, 9) + " 0 0 cm BT 3 Tr\n";
  double size = 0;
  for (const ReadLine& line : page.lines) {
    if (line.size <= 0) continue;
    if (line.size != size) out += font + " " + operand_of(line.size) + "Tf\n";
    size = line.size;
    out += unseen_line(line, page.height);
  }
  return out + "ET Q\n";
}

bool write_read_pages(const ReadPages& pages, const std::filesystem::path& file) {
  std::string lines;
  for (const auto& [number, page] : pages) lines += std::to_string(number) + " " + read_page_to_json(page) + "\n";
  return write_file(file, lines);
}

ReadPages load_read_pages(const std::filesystem::path& file) {
  ReadPages pages;
  for (const std::string& line : split(read_file(file, kLayerAtMost).value_or(""), '\n')) {
    const std::size_t blank = line.find(' ');
    const std::optional<ReadPage> page = blank == std::string::npos ? std::nullopt : read_page_from_json(line.substr(blank + 1));
    if (page) pages.emplace(std::strtoul(line.c_str(), nullptr, 10), *page);
  }
  return pages;
}

void lay_text(const ProbeJob& job, Probed& probed) {
  try {
    OpenedPdf opened = open_pdf(job.file);
    std::vector<QPDFPageObjectHelper> pages = pages_of(opened);
    const QPDFObjectHandle font = unseen_font(*opened.pdf);
    for (const auto& [number, read] : load_read_pages(job.layer)) {
      if (number < pages.size()) lay_page(*opened.pdf, pages[number], read, font);
    }
    std::filesystem::path prepared = job.prepared_stem;
    prepared += ".pdf";
    QPDFWriter writer(*opened.pdf, prepared.c_str());
    writer.setStreamDataMode(qpdf_s_preserve);
    writer.setPreserveEncryption(false);
    writer.setDeterministicID(true);
    writer.write();
    probed.prepared = prepared;
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception&) {
    probed.error("evidence-not-prepared", "识别出的文字没有写进PDF", "");
  }
}

}  // namespace lvce
