#include "compose/formula_functions.h"

#include <algorithm>

#include "support/text.h"

namespace lvce {
namespace {

using Value = std::optional<FormulaValue>;
using Arguments = std::vector<FormulaValue>;

const Decimal* number_in(const FormulaValue& value) { return std::get_if<Decimal>(&value); }

/// Over the numbers only; what there is none of gives zero.
template <typename Combine>
Value fold(const Arguments& arguments, Combine combine) {
  std::optional<Decimal> result;
  for (const FormulaValue& argument : arguments) {
    if (const Decimal* number = number_in(argument)) result = result ? combine(*result, *number) : *number;
  }
  return FormulaValue(result.value_or(Decimal()));
}

Value count(const Arguments& arguments) {
  const auto numbers = std::count_if(arguments.begin(), arguments.end(), [](const FormulaValue& each) { return number_in(each) != nullptr; });
  return FormulaValue(Decimal(static_cast<std::int64_t>(numbers)));
}

/// All of them, or any, are true; only true/false is taken.
Value combine_truths(const Arguments& arguments, bool all) {
  bool result = all;
  for (const FormulaValue& argument : arguments) {
    const bool* truth = std::get_if<bool>(&argument);
    if (truth == nullptr) return std::nullopt;
    result = all ? result && *truth : result || *truth;
  }
  return arguments.empty() ? Value() : FormulaValue(result);
}

Value choose(const Arguments& arguments) {
  const bool* truth = arguments.size() == 3 ? std::get_if<bool>(&arguments[0]) : nullptr;
  return truth == nullptr ? Value() : arguments[*truth ? 1 : 2];
}

/// A whole number within 0…12, as ROUND and LEFT are given here.
std::optional<int> small_whole(const FormulaValue& value) {
  const Decimal* number = number_in(value);
  if (number == nullptr || !number->is_whole() || number->is_negative() || *number > Decimal(12)) return std::nullopt;
  return static_cast<int>(number->to_double());
}

Value round(const Arguments& arguments) {
  const auto places = arguments.size() == 2 ? small_whole(arguments[1]) : std::nullopt;
  const auto number = places ? as_number(arguments[0]) : std::nullopt;
  return number ? Value(number->rounded(*places)) : std::nullopt;
}

Value left_of(const Arguments& arguments) {
  const auto length = arguments.size() == 2 ? small_whole(arguments[1]) : std::nullopt;
  const auto* text = length ? std::get_if<std::string>(&arguments[0]) : nullptr;
  if (text == nullptr) return std::nullopt;
  return FormulaValue(encode_utf8(decode_utf8(*text).substr(0, static_cast<std::size_t>(*length))));
}

Value of_one(const std::string& name, const FormulaValue& argument) {
  const Decimal* number = number_in(argument);
  if (name == "N") return FormulaValue(number == nullptr ? Decimal() : *number);
  if (name == "ISNUMBER") return FormulaValue(number != nullptr);
  if (name == "ABS") {
    const auto plain = as_number(argument);
    return plain ? Value(plain->abs()) : std::nullopt;
  }
  const bool* truth = std::get_if<bool>(&argument);
  return name == "NOT" && truth != nullptr ? Value(!*truth) : std::nullopt;
}

template <typename Kind>
FormulaValue compared(const std::string& sign, const Kind& left, const Kind& right) {
  if (sign == "=") return left == right;
  if (sign == "<>") return left != right;
  if (sign == "<") return left < right;
  if (sign == "<=") return left <= right;
  return sign == ">" ? left > right : left >= right;
}

}  // namespace

std::optional<Decimal> as_number(const FormulaValue& value) {
  if (std::holds_alternative<std::monostate>(value)) return Decimal();
  const Decimal* number = number_in(value);
  return number == nullptr ? std::nullopt : std::optional(*number);
}

Value compare_values(const std::string& sign, const FormulaValue& left, const FormulaValue& right) {
  const auto text_of = [](const FormulaValue& value) -> std::optional<std::string> {
    if (std::holds_alternative<std::monostate>(value)) return std::string();
    const auto* text = std::get_if<std::string>(&value);
    return text == nullptr ? std::nullopt : std::optional(*text);
  };
  if (const auto a = as_number(left), b = as_number(right); a && b) return compared(sign, *a, *b);
  const auto a = text_of(left), b = text_of(right);
  if (!a || !b || (sign != "=" && sign != "<>")) return std::nullopt;
  return compared(sign, *a, *b);
}

Value apply_function(const std::string& name, const Arguments& arguments) {
  if (name == "SUM") return fold(arguments, [](const Decimal& a, const Decimal& b) { return a + b; });
  if (name == "PRODUCT") return fold(arguments, [](const Decimal& a, const Decimal& b) { return a * b; });
  if (name == "MIN") return fold(arguments, [](const Decimal& a, const Decimal& b) { return std::min(a, b); });
  if (name == "MAX") return fold(arguments, [](const Decimal& a, const Decimal& b) { return std::max(a, b); });
  if (name == "COUNT") return count(arguments);
  if (name == "AND" || name == "OR") return combine_truths(arguments, name == "AND");
  if (name == "IF") return choose(arguments);
  if (name == "ROUND") return round(arguments);
  if (name == "LEFT") return left_of(arguments);
  return arguments.size() == 1 ? of_one(name, arguments[0]) : std::nullopt;
}

}  // namespace lvce
