#include "evidence/documents/markup.h"

#include <algorithm>

namespace lvce {
namespace {

constexpr std::string_view kSpace = " \t\r\n";

std::string_view local(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// Behind `ending`, or the end of all.
std::size_t behind(std::string_view xml, std::string_view ending, std::size_t from) {
  const std::size_t at = xml.find(ending, from);
  return at == std::string_view::npos ? xml.size() : at + ending.size();
}

/// Behind the '>' that is in no quotes.
std::size_t end_of_tag(std::string_view xml, std::size_t from) {
  char quote = 0;
  for (std::size_t i = from; i < xml.size(); ++i) {
    const char c = xml[i];
    if (quote != 0) quote = c == quote ? '\0' : quote;
    else if (c == '"' || c == '\'') quote = c;
    else if (c == '>') return i + 1;
  }
  return xml.size();
}

}  // namespace

bool Tokens::next(Token& token) {
  if (at_ >= xml_.size()) return false;
  token = {Token::Kind::text, {}, at_, 0, depth_};
  if (xml_[at_] != '<') {
    token.end = std::min(xml_.find('<', at_), xml_.size());
  } else if (const char c = at_ + 1 < xml_.size() ? xml_[at_ + 1] : '\0'; c == '!' || c == '?') {
    token.kind = Token::Kind::other;
    const bool comment = xml_.substr(at_, 4) == "<!--";
    const bool data = xml_.substr(at_, 9) == "<![CDATA[";
    token.end = behind(xml_, comment ? "-->" : data ? "]]>" : ">", at_);
  } else {
    token.end = end_of_tag(xml_, at_);
    const std::size_t name = at_ + (c == '/' ? 2 : 1);
    token.name = local(xml_.substr(name, std::min(xml_.find_first_of(" \t\r\n/>", name), token.end) - name));
    token.kind = c == '/' ? Token::Kind::close : xml_.substr(token.begin, token.end - token.begin).ends_with("/>") ? Token::Kind::empty : Token::Kind::open;
    if (token.kind == Token::Kind::close) depth_ = std::max(depth_ - 1, 0);
    token.depth = depth_;
    if (token.kind == Token::Kind::open) ++depth_;
  }
  at_ = token.end;
  return true;
}

std::string_view attribute_of(std::string_view tag, std::string_view name) {
  std::size_t at = tag.find_first_of(kSpace);
  while (at < tag.size()) {
    at = tag.find_first_not_of(kSpace, at);
    const std::size_t equals = std::min(tag.find('=', at), tag.size());
    const std::size_t quote = tag.find_first_of("\"'", equals);
    if (at == std::string_view::npos || quote == std::string_view::npos) return {};
    const std::size_t end = tag.find(tag[quote], quote + 1);
    if (end == std::string_view::npos) return {};
    std::string_view key = tag.substr(at, equals - at);
    key = local(key.substr(0, key.find_last_not_of(kSpace) + 1));
    if (key == name) return tag.substr(quote + 1, end - quote - 1);
    at = end + 1;
  }
  return {};
}

std::string apply_edits(std::string_view text, std::vector<Edit> edits) {
  std::sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
  std::string out;
  std::size_t at = 0;
  for (const Edit& edit : edits) {
    if (edit.begin < at) continue;
    out.append(text.substr(at, edit.begin - at)).append(edit.with);
    at = edit.end;
  }
  return out.append(text.substr(at));
}

}  // namespace lvce
