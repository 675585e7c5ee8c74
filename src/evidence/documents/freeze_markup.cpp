// PresentationML and OpenDocument: fields as saved, OpenDocument's changes accepted.
#include <algorithm>
#include <array>

#include "evidence/documents/field_kinds.h"
#include "evidence/documents/freeze.h"
#include "evidence/documents/markup.h"

namespace lvce {
namespace {

using Kind = Token::Kind;
using namespace std::string_view_literals;

/// OpenDocument's fields that are computed anew; what stands in them was saved.
constexpr std::array kFields = {"date"sv,
                                "time"sv,
                                "file-name"sv,
                                "creation-date"sv,
                                "creation-time"sv,
                                "modification-date"sv,
                                "modification-time"sv,
                                "print-date"sv,
                                "print-time"sv,
                                "editing-duration"sv,
                                "editing-cycles"sv,
                                "author-name"sv,
                                "author-initials"sv,
                                "creator"sv,
                                "initial-creator"sv,
                                "printed-by"sv,
                                "title"sv,
                                "subject"sv,
                                "description"sv,
                                "keywords"sv,
                                "user-defined"sv,
                                "template-name"sv,
                                "paragraph-count"sv,
                                "word-count"sv,
                                "character-count"sv,
                                "table-count"sv,
                                "image-count"sv,
                                "object-count"sv,
                                "variable-set"sv,
                                "variable-get"sv,
                                "variable-input"sv,
                                "user-field-get"sv,
                                "user-field-input"sv,
                                "expression"sv,
                                "text-input"sv,
                                "conditional-text"sv,
                                "dde-connection"sv,
                                "database-display"sv,
                                "date-time"sv,
                                "placeholder"sv,
                                "table-formula"sv,
                                "sender-firstname"sv,
                                "sender-lastname"sv,
                                "sender-initials"sv,
                                "sender-title"sv,
                                "sender-position"sv,
                                "sender-email"sv,
                                "sender-company"sv,
                                "sender-phone-work"sv,
                                "sender-fax"sv,
                                "sender-street"sv,
                                "sender-city"sv};

bool is_field(std::string_view tag, std::string_view name) {
  const std::string_view prefix = tag.substr(tag[1] == '/' ? 2 : 1, 5);
  return (prefix == "text:" || prefix == "prese") && std::find(kFields.begin(), kFields.end(), name) != kFields.end();
}

class OpenDocumentFreezer {
 public:
  OpenDocumentFreezer(std::string_view xml, Frozen& found) : xml_(xml), tokens_(xml), found_(found) {}

  std::string run() {
    Token token;
    while (tokens_.next(token)) {
      if (dropping_ >= 0) drop(token);
      else if (!token.name.empty()) look(token, tokens_.bytes(token));
      else if (token.kind == Kind::text && !open_.empty()) open_.back().text += tokens_.bytes(token);
    }
    return edits_.empty() ? std::string(xml_) : apply_edits(xml_, std::move(edits_));
  }

 private:
  struct Open {
    Token tag;
    std::string text;
  };

  void drop(const Token& token) {
    if (token.name == "changed-region" && token.kind == Kind::open) ++found_.revisions;
    if (token.kind != Kind::close || token.depth != dropping_) return;
    edits_.push_back({from_, token.end, ""});
    dropping_ = -1;
  }

  void look(const Token& token, std::string_view tag) {
    const bool opens = token.kind != Kind::close;
    if (token.name == "tracked-changes" && opens) {
      if (token.kind != Kind::open) return;
      from_ = token.begin;
      dropping_ = token.depth;
    } else if (token.name == "change" || token.name == "change-start" || token.name == "change-end") {
      if (tag.substr(1, 5) == "text:") edits_.push_back({token.begin, token.end, ""});
    } else if (is_field(tag, token.name)) {
      field(token);
    } else if (opens) {
      count(token, tag);
    }
  }

  /// Taken out of its text, unless it is a placeholder that is filled only when shown ("???" in a sheet's header).
  void field(const Token& token) {
    if (token.kind == Kind::open) return open_.push_back({token, ""});
    if (token.kind == Kind::close && (open_.empty() || open_.back().tag.name != token.name)) return;
    const std::string text = token.kind == Kind::close ? open_.back().text : std::string();
    ++found_.fields;
    if (token.kind == Kind::empty) {
      ++found_.without_text;
      edits_.push_back({token.begin, token.end, ""});
      return;
    }
    const Token& begin = open_.back().tag;
    if (text.empty() || text.find("???") != std::string::npos) {
      ++found_.without_text;
      edits_.push_back({begin.begin, token.end, ""});
    } else {
      edits_.push_back({begin.begin, begin.end, ""});
      edits_.push_back({token.begin, token.end, ""});
    }
    open_.pop_back();
  }

  void count(const Token& token, std::string_view tag) {
    if (token.name == "annotation") ++found_.comments;
    if (token.name == "text-properties" && attribute_of(tag, "display") == "none") ++found_.hidden;
    if (token.name == "table-properties" && attribute_of(tag, "display") == "false") ++found_.hidden;
    if (token.name == "table-cell") formula(token, tag);
    const bool condition = token.name == "map" || token.name == "condition" || token.name == "date-is";
    const std::string_view rule = token.name == "map" ? attribute_of(tag, "condition") : attribute_of(tag, "value");
    if (condition && (token.name == "date-is" || is_changing_formula(rule)) && token.kind == Kind::empty) {
      ++found_.fields;
      edits_.push_back({token.begin, token.end, ""});
    }
  }

  void formula(const Token& token, std::string_view tag) {
    const std::string_view text = attribute_of(tag, "formula");
    if (text.empty()) return;
    const bool changing = is_changing_formula(text);
    if (attribute_of(tag, "value-type").empty()) {
      found_.unsaved += changing ? 1 : 0;
      return;
    }
    found_.fields += changing ? 1 : 0;
    const std::size_t value = token.begin + static_cast<std::size_t>(text.data() - tag.data());
    const std::size_t name = xml_.find_last_of(" \t\r\n", value);
    edits_.push_back({name, value + text.size() + 1, ""});
  }

  std::string_view xml_;
  Tokens tokens_;
  Frozen& found_;
  std::vector<Edit> edits_;
  std::vector<Open> open_;
  int dropping_ = -1;
  std::size_t from_ = 0;
};

/// "<a:fld …>" as "<a:r>", "</a:fld>" as "</a:r>".
std::string run_tag(std::string_view tag, Kind kind) {
  const std::size_t name = kind == Kind::close ? 2 : 1;
  const std::string prefix(tag.substr(name, tag.find("fld", name) - name));
  return (kind == Kind::close ? "</" : "<") + prefix + "r>";
}

}  // namespace

std::string freeze_open_document(std::string xml, Frozen& found) { return OpenDocumentFreezer(xml, found).run(); }

std::string freeze_slide(std::string_view xml, Frozen& found) {
  Tokens tokens(xml);
  Token token;
  std::vector<Edit> edits;
  int inside = -1;  // depth of the field
  std::size_t properties = 0;
  while (tokens.next(token)) {
    const std::string_view tag = tokens.bytes(token);
    if (token.name == "sld" && token.kind == Kind::open && attribute_of(tag, "show") == "0") ++found.hidden;
    if (token.name == "fld" && token.kind == Kind::open && attribute_of(tag, "type") != "slidenum") {
      inside = token.depth;
      ++found.fields;
      edits.push_back({token.begin, token.end, run_tag(tag, token.kind)});
    } else if (token.name == "fld" && token.kind == Kind::close && token.depth == inside) {
      inside = -1;
      edits.push_back({token.begin, token.end, run_tag(tag, token.kind)});
    } else if (token.name == "pPr" && inside >= 0 && token.kind != Kind::close) {
      properties = token.begin;
      if (token.kind == Kind::empty) edits.push_back({token.begin, token.end, ""});
    } else if (token.name == "pPr" && inside >= 0) {
      edits.push_back({properties, token.end, ""});
    }
  }
  return apply_edits(xml, std::move(edits));
}

}  // namespace lvce
