#include "review/paper/blocks.h"

namespace lvce {

Table list_table(const std::string& title, const std::vector<PaperColumn>& columns) {
  Table table;
  table.title = title;
  TableRow head;
  for (const PaperColumn& column : columns) {
    table.columns.push_back({column.width, column.share});
    TableCell cell = text_cell(column.head, Align::centre);
    cell.head = true;
    head.cells.push_back(std::move(cell));
  }
  table.rows.push_back(std::move(head));
  table.continued_label = true;
  return table;
}

TableCell text_cell(std::string text, Align align) {
  TableCell cell;
  cell.align = align;
  if (!text.empty()) cell.value.value = std::move(text);
  return cell;
}

TableCell decimal_cell(const Decimal& value, const NumberFormat& format) {
  TableCell cell;
  cell.align = Align::right;
  cell.value = {value, format};
  return cell;
}

TableCell whole_cell(std::int64_t number) { return decimal_cell(Decimal(number), kWholeFormat); }

TableCell points_cell(Points points) { return decimal_cell(*Decimal(points.hundredths()).divided_by(Decimal(100)), kPointsFormat); }

TableCell blank_cell() { return {}; }

TableCell named(TableCell cell, std::string name) {
  cell.name = std::move(name);
  return cell;
}

TableCell worked_out(TableCell cell, std::string formula) {
  cell.formula = std::move(formula);
  return cell;
}

Paragraph paper_line(ParagraphStyle style, std::string text) {
  Paragraph line;
  line.style = style;
  Run run;
  run.text = std::move(text);
  line.runs.push_back(std::move(run));
  return line;
}

Document one_section(std::string stem, std::string title, std::string sheet, Orientation orientation, std::vector<Block> blocks) {
  Document document;
  document.kind = OutputKind::paper;
  document.stem = std::move(stem);
  document.title = std::move(title);
  Section section;
  section.orientation = orientation;
  section.sheet = std::move(sheet);
  section.blocks = std::move(blocks);
  section.narrow_area = true;
  document.sections.push_back(std::move(section));
  return document;
}

}  // namespace lvce
