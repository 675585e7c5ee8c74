// WordprocessingML: changes accepted, fields as saved, bound content controls as saved.
#include <algorithm>
#include <array>

#include "evidence/documents/field_kinds.h"
#include "evidence/documents/freeze.h"
#include "evidence/documents/markup.h"

namespace lvce {
namespace {

using Kind = Token::Kind;
using namespace std::string_view_literals;

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// What a change took away, and what only says how it was formatted before.
constexpr std::array kTaken = {"del"sv, "moveFrom"sv};
constexpr std::array kGiven = {"ins"sv, "moveTo"sv};
constexpr std::array kBefore = {"rPrChange"sv,  "pPrChange"sv,     "sectPrChange"sv,    "tblPrChange"sv,  "tcPrChange"sv,
                                "trPrChange"sv, "tblGridChange"sv, "numberingChange"sv, "tblPrExChange"sv};

/// Copies tokens; can go back to where a paragraph or a row began.
class Accepter {
 public:
  Accepter(std::string_view xml, Frozen& found) : xml_(xml), tokens_(xml), found_(found) {}

  std::string run() {
    Token token;
    while (tokens_.next(token)) {
      if (skip_depth_ >= 0) {
        if (token.kind == Kind::close && token.depth == skip_depth_) skip_depth_ = -1;
        continue;
      }
      if (!change(token)) copy(token);
    }
    close_paragraph();
    return std::move(out_);
  }

 private:
  struct Row {
    std::size_t begin;
    bool gone;
  };

  void skip(const Token& token) {
    if (token.kind == Kind::open) skip_depth_ = token.depth;
  }

  /// True when the token is not to be copied.
  bool change(const Token& token) {
    if (token.name.empty()) return false;
    if (is_one_of(token.name, kBefore)) {
      if (token.kind != Kind::close) ++found_.revisions;
      skip(token);
      return true;
    }
    if (is_one_of(token.name, kGiven)) {
      if (token.kind != Kind::close) ++found_.revisions;
      return true;
    }
    if (!is_one_of(token.name, kTaken)) return token.name == "dataBinding" && token.kind != Kind::close && (skip(token), true);
    if (token.name == "del" && token.kind != Kind::close) ++found_.revisions;
    if (token.kind == Kind::empty || in_paragraph_properties_ || in_row_properties_) mark();
    skip(token);
    return true;
  }

  /// A mark of a paragraph or a row: it is the paragraph's end, or the row, that went.
  void mark() {
    if (in_row_properties_ && !rows_.empty()) rows_.back().gone = true;
    else if (in_paragraph_properties_) joins_ = true;
  }

  void copy(const Token& token) {
    if (pending_ && !token.name.empty() && !continue_paragraph(token)) close_paragraph();
    if (swallow_properties_ && token.name == "pPr") {
      swallow_properties_ = false;
      if (token.kind != Kind::close) return skip(token);
    } else if (token.name != "p" && !token.name.empty()) {
      swallow_properties_ = false;
    }
    if (swallow_paragraph_) {
      swallow_paragraph_ = false;
      return;
    }
    if (token.name == "p") return paragraph(token);
    if (token.name == "tr") return row(token);
    if (token.name == "pPr") in_paragraph_properties_ = token.kind == Kind::open;
    if (token.name == "trPr") in_row_properties_ = token.kind == Kind::open;
    if (!in_paragraph_properties_ && (token.name == "t" || token.name == "drawing" || token.name == "pict" || token.name == "object")) has_text_ = true;
    put(token);
  }

  /// The next paragraph goes on with the one whose end was deleted.
  bool continue_paragraph(const Token& token) {
    if (token.name != "p" || token.kind != Kind::open) return false;
    pending_ = false;
    if (!has_text_) {
      out_.resize(paragraph_begin_);  // nothing of the first is left: the second stands as it is
      return true;
    }
    swallow_paragraph_ = swallow_properties_ = true;
    return true;
  }

  void close_paragraph() {
    if (!pending_) return;
    pending_ = false;
    out_ += closing_;
  }

  void paragraph(const Token& token) {
    if (token.kind == Kind::open) {
      paragraph_begin_ = out_.size();
      has_text_ = joins_ = false;
    } else if (token.kind == Kind::close && joins_) {
      joins_ = false;
      pending_ = true;
      closing_ = tokens_.bytes(token);
      return;
    }
    put(token);
  }

  void row(const Token& token) {
    if (token.kind == Kind::open) rows_.push_back({out_.size(), false});
    put(token);
    if (token.kind != Kind::close || rows_.empty()) return;
    if (rows_.back().gone) out_.resize(rows_.back().begin);
    rows_.pop_back();
  }

  void put(const Token& token) { out_ += tokens_.bytes(token); }

  std::string_view xml_;
  Tokens tokens_;
  Frozen& found_;
  std::string out_;
  std::vector<Row> rows_;
  int skip_depth_ = -1;
  bool in_paragraph_properties_ = false;
  bool in_row_properties_ = false;
  bool joins_ = false;    ///< the paragraph's end is deleted
  bool pending_ = false;  ///< its closing tag waits for what follows
  bool has_text_ = false;
  bool swallow_paragraph_ = false;
  bool swallow_properties_ = false;
  std::size_t paragraph_begin_ = 0;
  std::string closing_;
};

struct Field {
  bool simple = false;
  bool in_result = false;
  bool has_text = false;
  int depth = 0;
  std::string instruction;
  std::vector<Edit> parts;  ///< all that is not its result
};

/// Finds fields, which may span paragraphs and stand in each other.
class FieldFreezer {
 public:
  FieldFreezer(std::string_view xml, Frozen& found) : xml_(xml), tokens_(xml), found_(found) {}

  std::string run() {
    Token token;
    while (tokens_.next(token)) look(token);
    return edits_.empty() ? std::string(xml_) : apply_edits(xml_, std::move(edits_));
  }

 private:
  void look(const Token& token) {
    if (!collecting_.empty()) return collect(token);
    if (token.name == "fldSimple") return simple(token);
    if (token.kind == Kind::close || token.name.empty()) return;
    if (token.name == "vanish" && attribute_of(tokens_.bytes(token), "val") != "0" && attribute_of(tokens_.bytes(token), "val") != "false") ++found_.hidden;
    if (token.name == "altChunk") found_.foreign = true;
    if (token.name == "fldChar" || token.name == "instrText") return begin_part(token);
    if (token.name == "t" || token.name == "drawing" || token.name == "pict" || token.name == "object" || token.name == "sym") content(token);
  }

  void begin_part(const Token& token) {
    collected_ = {token.begin, token.end, ""};
    collecting_ = token.name;
    type_ = attribute_of(tokens_.bytes(token), "fldCharType");
    depth_ = token.depth;
    if (token.kind == Kind::empty) end_part();
  }

  void collect(const Token& token) {
    if (token.kind == Kind::text && collecting_ == "instrText" && !fields_.empty() && !fields_.back().in_result)
      fields_.back().instruction += tokens_.bytes(token);
    if (token.kind != Kind::close || token.depth != depth_) return;
    collected_.end = token.end;
    end_part();
  }

  void end_part() {
    const bool instruction = collecting_ == "instrText";
    const bool text = collecting_ != "instrText" && collecting_ != "fldChar";
    collecting_ = {};
    if (!instruction && !text && type_ == "begin") fields_.emplace_back();
    if (fields_.empty()) return;
    (text ? outermost_instruction() : fields_.back()).parts.push_back(collected_);
    if (instruction || text) return;
    if (type_ == "separate") fields_.back().in_result = true;
    if (type_ == "end") finish();
  }

  /// Inside an instruction it is no text of the page; elsewhere it is what the fields around it show.
  void content(const Token& token) {
    if (fields_.empty()) return;
    if (!outermost_instruction().in_result) return begin_part(token);
    for (Field& field : fields_) field.has_text |= field.in_result;
  }

  /// The first field whose instruction we are in, however deep; else the last one.
  Field& outermost_instruction() {
    const auto found = std::find_if(fields_.begin(), fields_.end(), [](const Field& field) { return !field.in_result; });
    return found == fields_.end() ? fields_.back() : *found;
  }

  void simple(const Token& token) {
    if (token.kind != Kind::close) {
      Field field;
      field.simple = field.in_result = true;
      field.depth = token.depth;
      field.instruction = attribute_of(tokens_.bytes(token), "instr");
      field.parts = {{token.begin, token.end, ""}};
      fields_.push_back(std::move(field));
    } else if (!fields_.empty() && fields_.back().simple) {
      fields_.back().parts.push_back({token.begin, token.end, ""});
    }
    if (token.kind != Kind::open && !fields_.empty()) finish();
  }

  void finish() {
    Field field = std::move(fields_.back());
    fields_.pop_back();
    const FieldKind kind = field_kind(field.instruction);
    if (kind == FieldKind::live) return;
    edits_.insert(edits_.end(), field.parts.begin(), field.parts.end());
    const bool seen = fields_.empty() || outermost_instruction().in_result;  // else it only helps another field to its own text
    if (kind != FieldKind::changing || !seen) return;
    ++found_.fields;
    if (!field.has_text) ++found_.without_text;
  }

  std::string_view xml_;
  Tokens tokens_;
  Frozen& found_;
  std::vector<Field> fields_;
  std::vector<Edit> edits_;
  std::string_view collecting_;  ///< name of the element that is being passed; empty: none
  std::string_view type_;
  Edit collected_{};
  int depth_ = 0;
};

}  // namespace

std::string freeze_word(std::string xml, Frozen& found) { return FieldFreezer(Accepter(xml, found).run(), found).run(); }

}  // namespace lvce
