// Reads and works out one formula, exactly. Private to formula.cpp.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "document/table_places.h"

namespace lvce {

/// All named cells and all tables of a document.
struct FormulaCells {
  struct Named {
    std::size_t table = 0;
    TablePlace place;
  };
  std::vector<std::vector<TablePlace>> tables;
  std::map<std::string, Named> names;
};

/// What a formula sees in a cell, or gives: nothing (a blank cell), a number (a fraction where the cell shows percent), a text, or true/false.
using FormulaValue = std::variant<std::monostate, Decimal, std::string, bool>;

FormulaValue formula_value_of(const TableCell& cell);

/// Nothing where the formula cannot be worked out, or gives an error value in a spreadsheet. Both branches of an IF are worked out.
std::optional<FormulaValue> work_out_formula(const std::string& formula, const FormulaCells& cells);

}  // namespace lvce
