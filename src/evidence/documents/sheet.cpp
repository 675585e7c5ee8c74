#include "evidence/documents/sheet.h"

#include <algorithm>
#include <cstdlib>

#include "evidence/documents/field_kinds.h"
#include "evidence/documents/markup.h"

namespace lvce {
namespace {

using Kind = Token::Kind;

constexpr int kGapRows = 200;  ///< of blank cells behind the last content that may be a form's lines
constexpr int kGapColumns = 50;
constexpr long long kWide = 20'000'000;  ///< cells; and not one in a thousand holds anything
constexpr long long kShare = 1000;

bool is_blank(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const unsigned char c = static_cast<unsigned char>(text[i]);
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') ++i;
    else if (text.substr(i, 3) == "\xE3\x80\x80" || text.substr(i, 3) == "\xE2\x80\x8B") i += 3;
    else if (text.substr(i, 2) == "\xC2\xA0") i += 2;
    else if (text.substr(i, 5) == "&#10;" || text.substr(i, 5) == "&#32;") i += 5;
    else return false;
  }
  return true;
}

struct Cell {
  int row = 0;
  int column = 0;
  std::size_t begin = 0;
  std::string type;
  bool has_value = false;
  bool master = false;  ///< others share its formula
  std::string value;
  std::string formula;
  std::vector<Edit> formulas;
};

struct Span {
  int row;
  int column;  ///< 0: a whole row
  std::size_t begin;
  std::size_t end;
};

class SheetFreezer {
 public:
  SheetFreezer(std::string_view xml, const std::vector<bool>& blanks, Frozen& found) : xml_(xml), tokens_(xml), blanks_(blanks), found_(found) {}

  std::string run(Extent drawn, Extent& extent) {
    used_ = drawn;
    Token token;
    while (tokens_.next(token)) look(token);
    for (const Span& span : blank_) {
      const bool far = span.row > used_.rows + kGapRows || (span.column > 0 && span.column > used_.columns + kGapColumns);
      if (far) edits_.push_back({span.begin, span.end, ""});
    }
    extent = used_;
    if (static_cast<long long>(used_.rows) * used_.columns > kWide && filled_ * kShare < static_cast<long long>(used_.rows) * used_.columns)
      found_.scattered = farthest_;
    return edits_.empty() ? std::string(xml_) : apply_edits(xml_, std::move(edits_));
  }

 private:
  void look(const Token& token) {
    if (token.kind == Kind::text) return text(tokens_.bytes(token));
    if (token.name == "c") return cell(token);
    if (token.name == "row") return row(token);
    if (token.name == "f" && in_cell_) return formula(token);
    if (token.name == "f" || token.name == "formula") in_rule_formula_ = token.kind == Kind::open;
    if (token.name == "v" || token.name == "t") in_value_ = token.kind == Kind::open;
    if (token.name == "v" || token.name == "is") cell_.has_value = cell_.has_value || token.kind != Kind::close;
    if (token.name == "cfRule") return rule(token);
    if (token.name == "dimension" && token.kind == Kind::empty) edits_.push_back({token.begin, token.end, ""});
    if (token.name.ends_with("Header") || token.name.ends_with("Footer")) in_header_ = token.kind == Kind::open;
  }

  void text(std::string_view bytes) {
    if (in_cell_ && in_formula_) cell_.formula += bytes;
    else if (in_cell_ && in_value_ && cell_.value.size() < 4096) cell_.value += bytes;
    else if (in_rule_formula_) rule_changes_ |= is_changing_formula(bytes);
    else if (in_header_) header(bytes);
  }

  void row(const Token& token) {
    if (token.kind == Kind::close) {
      if (row_blank_) blank_.push_back({row_, 0, row_begin_, token.end});
      return;
    }
    const std::string number(attribute_of(tokens_.bytes(token), "r").substr(0, 9));
    row_ = number.empty() ? row_ + 1 : std::atoi(number.c_str());
    column_ = 0;
    row_begin_ = token.begin;
    row_blank_ = true;
    if (token.kind == Kind::empty) blank_.push_back({row_, 0, token.begin, token.end});
  }

  void cell(const Token& token) {
    if (token.kind != Kind::close) {
      const std::string_view tag = tokens_.bytes(token);
      const Extent named = cell_of(attribute_of(tag, "r"));
      cell_ = {};
      cell_.row = named.rows > 0 ? named.rows : row_;
      cell_.column = named.columns > 0 ? named.columns : column_ + 1;
      column_ = cell_.column;
      cell_.begin = token.begin;
      cell_.type = attribute_of(tag, "t");
    }
    in_cell_ = token.kind == Kind::open;
    if (token.kind != Kind::open) finish(token.end);
  }

  void formula(const Token& token) {
    in_formula_ = token.kind == Kind::open;
    if (token.kind == Kind::close) {
      if (!cell_.formulas.empty()) cell_.formulas.back().end = token.end;
      return;
    }
    const std::string_view kind = attribute_of(tokens_.bytes(token), "t");
    cell_.master = (kind == "shared" || kind == "array") && token.kind == Kind::open;
    cell_.formulas.push_back({token.begin, token.end, ""});
  }

  bool is_blank_cell() const {
    if (!cell_.has_value) return true;
    if (cell_.type == "s") {
      const auto index = static_cast<std::size_t>(std::max(0, std::atoi(cell_.value.c_str())));
      return index < blanks_.size() && blanks_[index];
    }
    return is_blank(cell_.value);
  }

  void finish(std::size_t end) {
    const bool has_formula = !cell_.formulas.empty();
    const bool changing = has_formula && is_changing_formula(cell_.formula);
    if (has_formula && cell_.has_value && (changing || !cell_.master)) edits_.insert(edits_.end(), cell_.formulas.begin(), cell_.formulas.end());
    if (changing) ++(cell_.has_value ? found_.fields : found_.unsaved);
    if (is_blank_cell() && (!has_formula || cell_.has_value)) return blank_.push_back({cell_.row, cell_.column, cell_.begin, end});
    row_blank_ = false;
    ++filled_;
    if (cell_.row > used_.rows || cell_.column > used_.columns) farthest_ = attribute_of(xml_.substr(cell_.begin, 200), "r");
    used_.rows = std::max(used_.rows, cell_.row);
    used_.columns = std::max(used_.columns, cell_.column);
  }

  /// A rule for colours that asks for the day.
  void rule(const Token& token) {
    if (token.kind != Kind::close) {
      rule_begin_ = token.begin;
      rule_changes_ = attribute_of(tokens_.bytes(token), "type") == "timePeriod";
    }
    if (token.kind == Kind::open || !rule_changes_) return;
    ++found_.fields;
    edits_.push_back({rule_begin_, token.end, ""});
    rule_changes_ = false;
  }

  /// &D, &T, &F and &Z: the day, the hour and where the file lies. Nothing of them was saved.
  void header(std::string_view bytes) {
    const std::size_t base = static_cast<std::size_t>(bytes.data() - xml_.data());
    constexpr std::string_view kMark = "&amp;";
    for (std::size_t at = bytes.find(kMark); at != std::string_view::npos; at = bytes.find(kMark, at)) {
      const std::size_t code = at + kMark.size();
      const char c = code < bytes.size() ? bytes[code] : '\0';
      if (std::string_view("DTFZdtfz").find(c) != std::string_view::npos && c != '\0') {
        edits_.push_back({base + at, base + code + 1, ""});
        ++found_.fields;
        ++found_.without_text;
      }
      at = c == '"' ? std::min(bytes.find('"', code + 1), bytes.size()) : bytes.substr(code).starts_with(kMark) ? code + kMark.size() : code;
    }
  }

  std::string_view xml_;
  Tokens tokens_;
  const std::vector<bool>& blanks_;
  Frozen& found_;
  std::vector<Edit> edits_;
  std::vector<Span> blank_;
  Extent used_;
  std::string farthest_;
  long long filled_ = 0;
  Cell cell_;
  int row_ = 0;
  int column_ = 0;
  std::size_t row_begin_ = 0;
  std::size_t rule_begin_ = 0;
  bool row_blank_ = false;
  bool in_cell_ = false;
  bool in_formula_ = false;
  bool in_value_ = false;
  bool in_rule_formula_ = false;
  bool rule_changes_ = false;
  bool in_header_ = false;
};

/// "$A$1:$XFD$1048576" cut; what is written otherwise stays.
std::string cut_area(const std::string& text, Extent extent) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string::npos || text.find(',') != std::string::npos) return text;
  std::string last = text.substr(colon + 1);
  last.erase(std::remove(last.begin(), last.end(), '$'), last.end());
  const Extent end = cell_of(last);
  if (end.rows == 0 || (end.rows <= extent.rows + kGapRows && end.columns <= extent.columns + kGapColumns)) return text;
  int column = std::max(1, std::min(end.columns, extent.columns));
  std::string letters;
  for (; column > 0; column = (column - 1) / 26) letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  return text.substr(0, colon + 1) + "$" + letters + "$" + std::to_string(std::max(1, std::min(end.rows, extent.rows)));
}

}  // namespace

Extent cell_of(std::string_view reference) {
  Extent out;
  std::size_t at = 0;
  for (; at < reference.size() && at < 4 && reference[at] >= 'A' && reference[at] <= 'Z'; ++at) out.columns = out.columns * 26 + (reference[at] - 'A' + 1);
  const std::size_t digits = at;
  for (; at < reference.size() && at < digits + 7 && reference[at] >= '0' && reference[at] <= '9'; ++at) out.rows = out.rows * 10 + (reference[at] - '0');
  return digits == 0 || at == digits || at != reference.size() ? Extent{} : out;
}

std::vector<bool> blank_strings(std::string_view xml) {
  std::vector<bool> out;
  Tokens tokens(xml);
  Token token;
  bool blank = true;
  while (tokens.next(token)) {
    if (token.name == "si" && token.kind != Kind::close) blank = true;
    if (token.kind == Kind::text && !is_blank(tokens.bytes(token))) blank = false;
    if (token.name == "si" && token.kind != Kind::open) out.push_back(blank);
  }
  return out;
}

std::string freeze_sheet(std::string_view xml, const std::vector<bool>& blanks, Extent drawn, Extent& extent, Frozen& found) {
  return SheetFreezer(xml, blanks, found).run(drawn, extent);
}

Extent extent_of_drawing(std::string_view xml) {
  Extent out;
  Tokens tokens(xml);
  Token token;
  std::string_view inside;
  while (tokens.next(token)) {
    if (token.kind == Kind::open) inside = token.name;
    if (token.kind != Kind::text) continue;
    const int number = std::atoi(std::string(tokens.bytes(token).substr(0, 9)).c_str()) + 1;
    if (inside == "row") out.rows = std::max(out.rows, number);
    if (inside == "col") out.columns = std::max(out.columns, number);
    inside = {};
  }
  return out;
}

std::string cut_print_areas(std::string_view xml, const std::vector<Extent>& extents, Frozen& found) {
  Tokens tokens(xml);
  Token token;
  std::vector<Edit> edits;
  int sheet = -1;
  while (tokens.next(token)) {
    const std::string_view tag = tokens.bytes(token);
    if (token.kind != Kind::text && token.kind != Kind::close) sheet = -1;
    if (token.name == "sheet" && token.kind != Kind::close && attribute_of(tag, "state").find("idden") != std::string_view::npos) ++found.hidden;
    if (token.name == "definedName" && token.kind == Kind::open && attribute_of(tag, "name") == "_xlnm.Print_Area")
      sheet = std::atoi(std::string(attribute_of(tag, "localSheetId").substr(0, 6)).c_str());
    if (token.kind != Kind::text || sheet < 0 || static_cast<std::size_t>(sheet) >= extents.size()) continue;
    edits.push_back({token.begin, token.end, cut_area(std::string(tag), extents[static_cast<std::size_t>(sheet)])});
  }
  return apply_edits(xml, std::move(edits));
}

}  // namespace lvce
