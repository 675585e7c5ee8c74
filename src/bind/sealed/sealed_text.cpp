#include "bind/sealed/sealed_text.h"

#include <algorithm>
#include <cctype>
#include <exception>
#include <map>
#include <memory>
#include <qpdf/BufferInputSource.hh>
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFTokenizer.hh>
#include <stdexcept>

#include "bind/plan/digest.h"
#include "evidence/pdf/to_unicode.h"

namespace lvce {
namespace {

using Token = QPDFTokenizer::Token;

class Capped : public Pipeline {
 public:
  Capped() : Pipeline("capped", nullptr) {}
  void write(unsigned char const* data, std::size_t length) override {
    if (bytes.size() + length > kSealedTextAtMost) throw std::length_error("too large");
    bytes.append(reinterpret_cast<char const*>(data), length);
  }
  void finish() override {}
  std::string bytes;
};

std::string decoded(QPDFObjectHandle stream) {
  Capped sink;
  if (stream.isStream()) stream.pipeStreamData(&sink, 0, qpdf_dl_generalized, true, false);
  return std::move(sink.bytes);
}

bool shows(const Token& token) {
  const std::string& word = token.getValue();
  return token.getType() == QPDFTokenizer::tt_word && (word == "Tj" || word == "TJ" || word == "'" || word == "\"");
}

/// One page's text, fonts of the page looked up by name.
class PageText {
 public:
  explicit PageText(QPDFObjectHandle fonts) : fonts_(fonts) {}

  void read(const std::string& content) {
    const auto source = std::make_shared<BufferInputSource>("page", content);
    QPDFTokenizer tokenizer;
    tokenizer.allowEOF();
    std::string name;
    for (;;) {
      const Token token = tokenizer.readToken(source, "page", true);
      if (token.getType() == QPDFTokenizer::tt_eof) return;
      if (token.getType() == QPDFTokenizer::tt_name) name = token.getValue();
      if (token.getType() == QPDFTokenizer::tt_string) pending_ += to_unicode().text_of(token.getValue());
      if (token.getType() != QPDFTokenizer::tt_word) continue;
      if (token.getValue() == "Tf") font_ = name;
      if (token.getValue() == "ID") tokenizer.expectInlineImage(source);
      if (shows(token)) text += pending_;
      pending_.clear();
    }
  }

  std::string text;

 private:
  const ToUnicode& to_unicode() {
    const auto known = maps_.find(font_);
    if (known != maps_.end()) return known->second;
    QPDFObjectHandle font = fonts_.isDictionary() ? fonts_.getKey(font_) : QPDFObjectHandle::newNull();
    const std::string map = font.isDictionary() ? decoded(font.getKey("/ToUnicode")) : "";
    return maps_.emplace(font_, ToUnicode(map)).first->second;
  }

  QPDFObjectHandle fonts_;
  std::string font_, pending_;
  std::map<std::string, ToUnicode> maps_;
};

std::string text_of(QPDFPageObjectHelper page) {
  QPDFObjectHandle resources = page.getAttribute("/Resources", false);
  PageText reader(resources.isDictionary() ? resources.getKey("/Font") : QPDFObjectHandle::newNull());
  std::string content;
  for (QPDFObjectHandle& stream : page.getPageContents()) {
    content += decoded(stream) + "\n";
    if (content.size() > kSealedTextAtMost) break;
  }
  reader.read(content);
  return std::move(reader.text);
}

}  // namespace

std::set<std::string> digests_in(const std::string& text) {
  std::string packed;
  std::copy_if(text.begin(), text.end(), std::back_inserter(packed), [](unsigned char c) { return c > ' '; });
  std::set<std::string> found;
  const std::string word = kDigestWord;
  for (std::size_t at = packed.find(word); at != std::string::npos; at = packed.find(word, at + 1)) {
    const std::string digits = packed.substr(at + word.size(), kShortDigestLength);
    const bool hexadecimal = std::all_of(digits.begin(), digits.end(), [](unsigned char c) { return std::isxdigit(c) != 0; });
    if (digits.size() == kShortDigestLength && hexadecimal) found.insert(digits);
  }
  return found;
}

SealedText read_sealed_text(const std::filesystem::path& file) {
  SealedText out;
  try {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processFile(file.c_str());
    std::size_t read = 0;
    for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
      if (++read > kSealedPagesAtMost) break;
      const std::string text = text_of(page);
      out.searchable = out.searchable || !text.empty();
      out.digests.merge(digests_in(text));
    }
  } catch (const std::exception&) {  // what was found so far stands
  }
  return out;
}

}  // namespace lvce
