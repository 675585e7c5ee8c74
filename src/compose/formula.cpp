#include "compose/formula.h"

#include "compose/formula_reader.h"

namespace lvce {
namespace {

FormulaCells survey(const Document& document) {
  FormulaCells cells;
  for (const Section& section : document.sections) {
    for (const Block& block : section.blocks) {
      const auto* table = std::get_if<Table>(&block);
      if (table == nullptr) continue;
      cells.tables.push_back(table_places(*table));
      for (const TablePlace& place : cells.tables.back()) {
        if (!place.cell->name.empty()) cells.names.emplace(place.cell->name, FormulaCells::Named{cells.tables.size() - 1, place});
      }
    }
  }
  return cells;
}

void check_cell(TableCell& cell, const FormulaCells& cells, const Document& document, Findings& findings) {
  if (cell.formula.empty()) return;
  const auto worked_out = work_out_formula(cell.formula, cells);
  if (worked_out && *worked_out == formula_value_of(cell)) return;
  findings.push_back(Finding::warning("formula-dropped", in_file(document.stem, cell.name.empty() ? cell.formula : cell.name),
                                      worked_out ? "公式结果与计算结果不一致，电子表格中只保留数值" : "公式无法计算，电子表格中只保留数值",
                                      "请核对模板中的公式"));
  cell.formula.clear();
}

/// A mark shows on paper where its condition holds now; in the sheet it follows the cells. One that cannot be worked out (a "—" in it) does not hold.
void settle_marks(TableCell& cell, const FormulaCells& cells) {
  for (const CellMark& mark : cell.marks) {
    const auto holds = work_out_formula(mark.condition, cells);
    if (!holds || *holds != FormulaValue(true)) continue;
    (mark.look == MarkLook::bad ? cell.flagged : cell.attention) = true;
  }
}

template <typename Visit>
void for_each_cell(Document& document, Visit visit) {
  for (Section& section : document.sections) {
    for (Block& block : section.blocks) {
      auto* table = std::get_if<Table>(&block);
      if (table == nullptr) continue;
      visit(table->unit_line_value);
      for (TableRow& row : table->rows) {
        for (TableCell& cell : row.cells) visit(cell);
      }
    }
  }
}

}  // namespace

void check_formulas(Document& document, Findings& findings) {
  const FormulaCells cells = survey(document);
  for_each_cell(document, [&](TableCell& cell) {
    check_cell(cell, cells, document, findings);
    settle_marks(cell, cells);
  });
}

}  // namespace lvce
