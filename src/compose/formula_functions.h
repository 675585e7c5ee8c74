// The functions that formulas may call. Private to the formula files.
#pragma once

#include "compose/formula_reader.h"

namespace lvce {

/// SUM, PRODUCT, MIN, MAX, COUNT (texts and blanks passed over), N, ABS, ROUND, ISNUMBER, LEFT, IF, AND, OR, NOT as spreadsheets work them out;
/// nothing for another name, wrong arguments or an error value.
std::optional<FormulaValue> apply_function(const std::string& name, const std::vector<FormulaValue>& arguments);

/// "=", "<>", "<", "<=", ">", ">=": two numbers, or two texts by = and <>. A blank is zero, or the empty text.
std::optional<FormulaValue> compare_values(const std::string& sign, const FormulaValue& left, const FormulaValue& right);

/// The number that arithmetic sees: a blank is zero, a text nothing.
std::optional<Decimal> as_number(const FormulaValue& value);

}  // namespace lvce
