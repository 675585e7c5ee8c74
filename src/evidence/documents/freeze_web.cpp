// Web pages, archives of one (MHT) and Excel 2003 XML, which offices get under the names .doc and .xls.
#include <algorithm>
#include <utility>

#include "evidence/documents/field_kinds.h"
#include "evidence/documents/freeze.h"
#include "evidence/documents/markup.h"
#include "support/base64.h"

namespace lvce {
namespace {

using Kind = Token::Kind;

std::string lower_tag(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

int digit(char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1; }

std::string from_quoted_printable(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '=') {
      out += text[i];
    } else if (i + 2 < text.size() && digit(text[i + 1]) >= 0 && digit(text[i + 2]) >= 0) {
      out += static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2]));
      i += 2;
    } else {
      i = std::min(text.find('\n', i), text.size());  // a line that goes on
    }
  }
  return out;
}

/// Behind the blank line that ends a part's head.
std::size_t body_of(std::string_view part) {
  const std::size_t unix_end = part.find("\n\n");
  const std::size_t end = part.find("\r\n\r\n");
  if (end < unix_end) return end + 4;
  return unix_end == std::string_view::npos ? part.size() : unix_end + 2;
}

std::string_view boundary_of(std::string_view bytes) {
  const std::size_t at = lower_tag(bytes.substr(0, 4096)).find("boundary=");
  if (at == std::string::npos) return {};
  const std::string_view rest = bytes.substr(at + 9);
  if (rest.starts_with('"')) return rest.substr(1, rest.find('"', 1) - 1);
  return rest.substr(0, rest.find_first_of("\r\n; "));
}

}  // namespace

std::string page_of_archive(std::string_view bytes, Frozen& found) {
  const std::string_view boundary = boundary_of(bytes);
  if (boundary.empty()) return {};
  const std::string mark = "--" + std::string(boundary);
  std::string page;
  for (std::size_t at = bytes.find(mark); at != std::string_view::npos;) {
    const std::size_t next = bytes.find(mark, at + mark.size());
    const std::string_view part = bytes.substr(at + mark.size(), next == std::string_view::npos ? next : next - at - mark.size());
    const std::size_t body = body_of(part);
    const std::string head = lower_tag(part.substr(0, body));
    if (head.find("image/") != std::string::npos) ++found.pictures;
    if (page.empty() && head.find("text/html") != std::string::npos) {
      const std::string_view text = part.substr(body);
      page = head.find("base64") != std::string::npos             ? from_base64(text)
             : head.find("quoted-printable") != std::string::npos ? from_quoted_printable(text)
                                                                  : std::string(text);
    }
    at = next;
  }
  return page;
}

std::string freeze_page(std::string_view html) {
  Tokens tokens(html);
  Token token;
  std::vector<Edit> edits;
  std::size_t script = std::string::npos;
  while (tokens.next(token)) {
    const std::string name = lower_tag(token.name);
    if (name == "sdfield") edits.push_back({token.begin, token.end, ""});
    if (name == "script" && token.kind == Kind::open && script == std::string::npos) script = token.begin;
    if (name == "script" && token.kind == Kind::close && script != std::string::npos)
      edits.push_back({std::exchange(script, std::string::npos), token.end, ""});
  }
  return apply_edits(html, std::move(edits));
}

std::string freeze_spreadsheet_xml(std::string_view xml, Frozen& found) {
  Tokens tokens(xml);
  Token token;
  std::vector<Edit> edits;
  std::string_view formula;
  std::size_t cell = 0;
  bool saved = false;
  while (tokens.next(token)) {
    const std::string_view tag = tokens.bytes(token);
    if (token.name == "Cell" && token.kind != Kind::close) {
      formula = attribute_of(tag, "Formula");
      cell = token.begin;
      saved = false;
    }
    if (token.name == "Data" && token.kind != Kind::close) saved = true;
    if (token.name == "Comment" && token.kind != Kind::close) ++found.comments;
    if (token.name != "Cell" || token.kind == Kind::open || formula.empty()) continue;
    const bool changing = is_changing_formula(formula);
    if (changing) ++(saved ? found.fields : found.unsaved);
    const std::size_t value = static_cast<std::size_t>(formula.data() - xml.data());
    if (saved) edits.push_back({xml.find_last_of(" \t\r\n", value), value + formula.size() + 1, ""});
    if (saved && edits.back().begin < cell) edits.pop_back();
    formula = {};
  }
  return apply_edits(xml, std::move(edits));
}

}  // namespace lvce
