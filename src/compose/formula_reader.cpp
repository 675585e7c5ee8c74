#include "compose/formula_reader.h"

#include "compose/formula_functions.h"

namespace lvce {
namespace {

constexpr int kMaxFormulaDepth = 40;

/// A recursive-descent reader that works out as it reads.
class Evaluator {
 public:
  using Result = std::optional<FormulaValue>;

  Evaluator(const std::string& formula, const FormulaCells& cells) : text_(formula), cells_(cells) {}

  Result value() {
    const Result result = comparison(0);
    if (!result || at_ != text_.size()) return std::nullopt;
    return std::holds_alternative<std::monostate>(*result) ? FormulaValue(Decimal()) : *result;  // a blank cell shows as 0
  }

 private:
  bool take(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  bool is_at(const char* any_of) const { return at_ < text_.size() && std::string_view(any_of).find(text_[at_]) != std::string_view::npos; }

  std::string take_sign() {
    std::string sign;
    while (is_at("<>=") && sign.size() < 2) sign += text_[at_++];
    return sign;
  }

  Result comparison(int depth) {
    const Result left = sum(depth);
    if (!left || !is_at("<>=")) return left;
    const std::string sign = take_sign();
    const Result right = sum(depth);
    return right ? compare_values(sign, *left, *right) : std::nullopt;
  }

  static Result calculate(char sign, const Result& left, const Result& right) {
    const auto a = left ? as_number(*left) : std::nullopt, b = right ? as_number(*right) : std::nullopt;
    if (!a || !b) return std::nullopt;
    if (sign == '+') return FormulaValue(*a + *b);
    if (sign == '-') return FormulaValue(*a - *b);
    if (sign == '*') return FormulaValue(*a * *b);
    const auto quotient = a->divided_by(*b);
    return quotient ? Result(*quotient) : std::nullopt;
  }

  Result sum(int depth) {
    Result left = product(depth);
    while (left && is_at("+-")) {
      const char sign = text_[at_++];
      left = calculate(sign, left, product(depth));
    }
    return left;
  }

  Result product(int depth) {
    Result left = signed_value(depth);
    while (left && is_at("*/")) {
      const char sign = text_[at_++];
      left = calculate(sign, left, signed_value(depth));
    }
    return left;
  }

  Result signed_value(int depth) { return take('-') ? calculate('-', FormulaValue(Decimal()), primary(depth)) : primary(depth); }

  Result primary(int depth) {
    if (depth > kMaxFormulaDepth || at_ >= text_.size()) return std::nullopt;
    if (take('(')) {
      const Result inside = comparison(depth + 1);
      return take(')') ? inside : std::nullopt;
    }
    if (take('"')) return quoted();
    if (text_[at_] == '{') return cell_value();
    if (text_[at_] >= 'A' && text_[at_] <= 'Z') return call(depth);
    const auto end = text_.find_first_not_of("0123456789.", at_);
    const std::string digits = text_.substr(at_, end == std::string::npos ? end : end - at_);
    at_ += digits.size();
    const auto number = Decimal::parse(digits);
    return number ? Result(*number) : std::nullopt;
  }

  Result quoted() {
    const auto close = text_.find('"', at_);
    if (close == std::string::npos) return std::nullopt;
    const std::string inside = text_.substr(at_, close - at_);
    at_ = close + 1;
    return FormulaValue(inside);
  }

  const FormulaCells::Named* name() {
    if (!take('{')) return nullptr;
    const auto close = text_.find('}', at_);
    if (close == std::string::npos) return nullptr;
    const auto found = cells_.names.find(text_.substr(at_, close - at_));
    at_ = close + 1;
    return found == cells_.names.end() ? nullptr : &found->second;
  }

  Result cell_value() {
    const FormulaCells::Named* named = name();
    return named == nullptr ? Result() : formula_value_of(*named->place.cell);
  }

  Result call(int depth) {
    const auto open = text_.find('(', at_);
    if (open == std::string::npos) return std::nullopt;
    const std::string function = text_.substr(at_, open - at_);
    at_ = open + 1;
    std::vector<FormulaValue> arguments;
    do {
      if (!argument(arguments, depth)) return std::nullopt;
    } while (take(','));
    return take(')') ? apply_function(function, arguments) : std::nullopt;
  }

  /// A range, or a whole expression.
  bool argument(std::vector<FormulaValue>& arguments, int depth) {
    const std::size_t start = at_;
    if (is_at("{")) {
      const FormulaCells::Named* first = name();
      if (first == nullptr) return false;
      if (take(':')) return add_range(arguments, *first, name());
      at_ = start;
    }
    const Result value = comparison(depth + 1);
    if (value) arguments.push_back(*value);
    return value.has_value();
  }

  bool add_range(std::vector<FormulaValue>& arguments, const FormulaCells::Named& first, const FormulaCells::Named* last) const {
    if (last == nullptr || last->table != first.table) return false;
    for (const TablePlace& place : cells_.tables[first.table]) {
      const bool inside = place.row >= first.place.row && place.row <= last->place.row && place.column >= first.place.column &&
                          place.column <= last->place.column;
      if (inside) arguments.push_back(formula_value_of(*place.cell));
    }
    return true;
  }

  const std::string& text_;
  const FormulaCells& cells_;
  std::size_t at_ = 0;
};

}  // namespace

FormulaValue formula_value_of(const TableCell& cell) {
  if (const auto* number = std::get_if<Decimal>(&cell.value.value)) {
    return cell.value.format.percent ? *number->divided_by(Decimal(100)) : *number;
  }
  const auto* text = std::get_if<std::string>(&cell.value.value);
  return text == nullptr || text->empty() ? FormulaValue() : FormulaValue(*text);
}

std::optional<FormulaValue> work_out_formula(const std::string& formula, const FormulaCells& cells) { return Evaluator(formula, cells).value(); }

}  // namespace lvce
