#include "compose/formula.h"

#include <map>
#include <optional>

#include "compose/table_grid.h"

namespace lvce {
namespace {

constexpr int kMaxDepth = 40;

struct NamedPlace {
  std::size_t table = 0;
  GridPlace place;
};

/// All named cells and all tables of a document.
struct Sheet {
  std::vector<std::vector<GridPlace>> tables;
  std::map<std::string, NamedPlace> names;
};

/// What a formula sees in a cell: a fraction where the cell shows percent; a blank; or text.
struct Operand {
  std::optional<Decimal> number;
  bool blank = false;
};

Operand operand_of(const TableCell& cell) {
  if (const auto* number = std::get_if<Decimal>(&cell.value.value)) {
    return {cell.value.format.percent ? number->divided_by(Decimal(100)) : std::optional(*number), false};
  }
  const auto* text = std::get_if<std::string>(&cell.value.value);
  return {std::nullopt, text == nullptr || text->empty()};
}

/// A recursive-descent reader; nothing anywhere = the formula cannot be worked out (or gives an error value in a spreadsheet).
class Evaluator {
 public:
  Evaluator(const std::string& formula, const Sheet& sheet) : text_(formula), sheet_(sheet) {}

  std::optional<Decimal> value() {
    const auto result = sum(0);
    return at_ == text_.size() ? result : std::nullopt;
  }

 private:
  using Result = std::optional<Decimal>;

  bool take(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  Result sum(int depth) {
    Result left = product(depth);
    while (left && at_ < text_.size() && (text_[at_] == '+' || text_[at_] == '-')) {
      const bool minus = text_[at_++] == '-';
      const Result right = product(depth);
      left = right ? Result(minus ? *left - *right : *left + *right) : std::nullopt;
    }
    return left;
  }

  Result product(int depth) {
    Result left = signed_value(depth);
    while (left && at_ < text_.size() && (text_[at_] == '*' || text_[at_] == '/')) {
      const bool divides = text_[at_++] == '/';
      const Result right = signed_value(depth);
      if (!right) return std::nullopt;
      left = divides ? left->divided_by(*right) : Result(*left * *right);
    }
    return left;
  }

  Result signed_value(int depth) {
    if (!take('-')) return primary(depth);
    const Result value = primary(depth);
    return value ? Result(-*value) : std::nullopt;
  }

  Result primary(int depth) {
    if (depth > kMaxDepth || at_ >= text_.size()) return std::nullopt;
    if (take('(')) {
      const Result inside = sum(depth + 1);
      return take(')') ? inside : std::nullopt;
    }
    if (text_[at_] == '{') return cell_value();
    if (text_[at_] >= 'A' && text_[at_] <= 'Z') return call(depth);
    const auto end = text_.find_first_not_of("0123456789.", at_);
    const std::string digits = text_.substr(at_, end == std::string::npos ? end : end - at_);
    at_ += digits.size();
    return Decimal::parse(digits);
  }

  const NamedPlace* name() {
    if (!take('{')) return nullptr;
    const auto close = text_.find('}', at_);
    if (close == std::string::npos) return nullptr;
    const auto found = sheet_.names.find(text_.substr(at_, close - at_));
    at_ = close + 1;
    return found == sheet_.names.end() ? nullptr : &found->second;
  }

  Result cell_value() {
    const NamedPlace* named = name();
    if (named == nullptr) return std::nullopt;
    const Operand operand = operand_of(*named->place.cell);
    return operand.blank ? Result(Decimal()) : operand.number;
  }

  Result call(int depth) {
    const auto open = text_.find('(', at_);
    if (open == std::string::npos) return std::nullopt;
    const std::string function = text_.substr(at_, open - at_);
    at_ = open + 1;
    std::vector<Operand> arguments;
    do {
      if (!argument(arguments, depth)) return std::nullopt;
    } while (take(','));
    return take(')') ? apply(function, arguments) : std::nullopt;
  }

  /// A cell, a range, or a whole expression.
  bool argument(std::vector<Operand>& arguments, int depth) {
    const std::size_t start = at_;
    if (at_ < text_.size() && text_[at_] == '{') {
      const NamedPlace* first = name();
      if (first == nullptr) return false;
      if (take(':')) return add_range(arguments, *first, name());
      if (at_ < text_.size() && (text_[at_] == ',' || text_[at_] == ')')) {
        arguments.push_back(operand_of(*first->place.cell));
        return true;
      }
      at_ = start;
    }
    const Result value = sum(depth + 1);
    if (value) arguments.push_back({value, false});
    return value.has_value();
  }

  bool add_range(std::vector<Operand>& arguments, const NamedPlace& first, const NamedPlace* last) const {
    if (last == nullptr || last->table != first.table) return false;
    for (const GridPlace& place : sheet_.tables[first.table]) {
      const bool inside = place.row >= first.place.row && place.row <= last->place.row && place.column >= first.place.column &&
                          place.column <= last->place.column;
      if (inside) arguments.push_back(operand_of(*place.cell));
    }
    return true;
  }

  static Result apply(const std::string& function, const std::vector<Operand>& arguments) {
    if (function == "N") return arguments.size() == 1 ? arguments[0].number.value_or(Decimal()) : Result();
    if (function != "SUM" && function != "PRODUCT" && function != "MIN" && function != "MAX") return std::nullopt;
    Result result;
    for (const Operand& argument : arguments) {
      if (!argument.number) continue;  // text and blanks are passed over
      if (!result) {
        result = argument.number;
      } else if (function == "SUM") {
        *result += *argument.number;
      } else if (function == "PRODUCT") {
        result = *result * *argument.number;
      } else if (function == "MIN") {
        result = std::min(*result, *argument.number);
      } else {
        result = std::max(*result, *argument.number);
      }
    }
    return result.value_or(Decimal());
  }

  const std::string& text_;
  const Sheet& sheet_;
  std::size_t at_ = 0;
};

Sheet survey(const Document& document) {
  Sheet sheet;
  for (const Section& section : document.sections) {
    for (const Block& block : section.blocks) {
      const auto* table = std::get_if<Table>(&block);
      if (table == nullptr) continue;
      sheet.tables.push_back(grid_places(*table));
      for (const GridPlace& place : sheet.tables.back()) {
        if (!place.cell->name.empty()) sheet.names.emplace(place.cell->name, NamedPlace{sheet.tables.size() - 1, place});
      }
    }
  }
  return sheet;
}

void check_cell(TableCell& cell, const Sheet& sheet, const Document& document, Findings& findings) {
  if (cell.formula.empty()) return;
  const Operand stored = operand_of(cell);
  const auto worked_out = Evaluator(cell.formula, sheet).value();
  if (worked_out && stored.number && *worked_out == *stored.number) return;
  findings.push_back({"formula-dropped", Severity::warning, document.stem + " " + (cell.name.empty() ? cell.formula : cell.name),
                      worked_out ? "公式结果与计算结果不一致，电子表格中只保留数值" : "公式无法计算，电子表格中只保留数值", "请核对模板中的公式", ""});
  cell.formula.clear();
}

}  // namespace

void check_formulas(Document& document, Findings& findings) {
  const Sheet sheet = survey(document);
  for (Section& section : document.sections) {
    for (Block& block : section.blocks) {
      auto* table = std::get_if<Table>(&block);
      if (table == nullptr) continue;
      check_cell(table->unit_line_value, sheet, document, findings);
      for (TableRow& row : table->rows) {
        for (TableCell& cell : row.cells) check_cell(cell, sheet, document, findings);
      }
    }
  }
}

}  // namespace lvce
