#include "evidence/pdf/page_text.h"

#include <map>
#include <memory>
#include <qpdf/BufferInputSource.hh>
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDFTokenizer.hh>
#include <stdexcept>

#include "evidence/pdf/to_unicode.h"

namespace lvce {
namespace {

using Token = QPDFTokenizer::Token;

class Capped : public Pipeline {
 public:
  Capped() : Pipeline("capped", nullptr) {}
  void write(unsigned char const* data, std::size_t length) override {
    if (bytes.size() + length > kPageTextAtMost) throw std::length_error("too large");
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

/// Codes of these encodings are UTF-16.
bool is_unicode(QPDFObjectHandle encoding) {
  return encoding.isName() && (encoding.getName().starts_with("/UniGB-U") || encoding.getName().starts_with("/UniCNS-U"));
}

constexpr const char* kCodesAreCharacters = "1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange";

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
    std::string map = font.isDictionary() ? decoded(font.getKey("/ToUnicode")) : "";
    if (map.empty() && font.isDictionary() && is_unicode(font.getKey("/Encoding"))) map = kCodesAreCharacters;
    return maps_.emplace(font_, ToUnicode(map)).first->second;
  }

  QPDFObjectHandle fonts_;
  std::string font_, pending_;
  std::map<std::string, ToUnicode> maps_;
};

}  // namespace

std::string page_text(QPDFPageObjectHelper page) {
  QPDFObjectHandle resources = page.getAttribute("/Resources", false);
  PageText reader(resources.isDictionary() ? resources.getKey("/Font") : QPDFObjectHandle::newNull());
  std::string content;
  for (QPDFObjectHandle& stream : page.getPageContents()) {
    content += decoded(stream) + "\n";
    if (content.size() > kPageTextAtMost) break;
  }
  reader.read(content);
  return std::move(reader.text);
}

}  // namespace lvce
