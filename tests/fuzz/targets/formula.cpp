// A formula of a cell, worked out over a few others.
#include "compose/formula_reader.h"

#include "compose/formula.h"
#include "fuzz/kit.h"

namespace lvce::fuzz {
namespace {

TableCell cell_of(const std::string& name, std::variant<std::monostate, std::string, Decimal> value) {
  TableCell cell;
  cell.name = name;
  cell.value.value = std::move(value);
  return cell;
}

}  // namespace

void formula(std::string_view input) {
  Document document;
  Table table;
  table.columns.resize(1);
  for (TableCell& cell : std::vector{cell_of("a", *Decimal::parse("1.5")), cell_of("b", Decimal(2)), cell_of("c", "—"), cell_of("d", {})})
    table.rows.push_back({{cell}, false});
  TableCell made = cell_of("x", Decimal(3));
  made.formula = std::string(input);
  table.rows.push_back({{made}, false});
  document.sections.emplace_back().blocks.emplace_back(table);
  Findings findings;
  check_formulas(document, findings);
}

}  // namespace lvce::fuzz
