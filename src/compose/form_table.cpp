#include "compose/form_table.h"

#include <algorithm>
#include <charconv>

#include "compose/repeat.h"

namespace lvce {
namespace {

constexpr std::size_t kMaxRows = 20000;
constexpr int kMaxColumns = 64;

/// A cell with the keys by which it merges with, or is joined to, the same column's cell of the row above; empty: it is not.
struct FormCell {
  TableCell cell;
  std::string merge_key;
  std::string join_key;
};

struct FormRow {
  std::vector<FormCell> cells;
  bool keep_together = false;
};

Align parse_align(const YamlView& view, Align otherwise) {
  const std::string name = view.text("align");
  if (name.empty()) return otherwise;
  if (name == "left") return Align::left;
  if (name == "centre") return Align::centre;
  if (name == "right") return Align::right;
  if (name == "justify") return Align::justify;
  if (name == "decimal") return Align::decimal;
  view.place().fault("对齐方式“" + name + "”不认识", "可用 left、centre、right、justify、decimal");
  return otherwise;
}

VerticalAlign parse_vertical(const YamlView& view) {
  const std::string name = view.text("vertical", "middle");
  if (name == "top") return VerticalAlign::top;
  if (name == "bottom") return VerticalAlign::bottom;
  if (name != "middle") view.place().fault("竖直对齐“" + name + "”不认识", "可用 top、middle、bottom");
  return VerticalAlign::middle;
}

void fill_value(TableCell& cell, const YamlView& view, const Scope& scope) {
  const FieldValue* field = need_field(view.text("value"), scope, view.place());
  if (field == nullptr) return;
  cell.value.format = field->format;
  if (view.has("format")) {
    const auto format = parse_number_format(view.text("format"));
    if (format) cell.value.format = *format;
    if (!format) view.place().fault("数字格式“" + view.text("format") + "”不认识", "可用的写法见 docs/template-format.md");
  }
  if (const auto* number = std::get_if<Decimal>(&field->value)) {
    cell.value.value = *number;
  } else {
    cell.value.value = fill_text("{{" + view.text("value") + "}}", scope, view.place());
  }
}

/// A number that cannot be computed ("—") stands where the number would.
bool is_unknown_number(const YamlView& view, const Scope& scope) {
  const FieldValue* field = view.has("value") ? scope.find(view.text("value")) : nullptr;
  return field != nullptr && std::holds_alternative<std::monostate>(field->value);
}

void fill_links(TableCell& cell, const YamlView& view, const Scope& scope) {
  const std::string link = fill_text(view.text("link"), scope, view.place());
  const std::string page_of = fill_text(view.text("page_of"), scope, view.place());
  if (link.empty() && page_of.empty()) return;
  Run words;
  if (const auto* text = std::get_if<std::string>(&cell.value.value)) words.text = *text;
  words.link = link.empty() ? page_of : link;
  if (!words.text.empty()) cell.runs.push_back(words);
  if (page_of.empty()) return;
  Run number;
  number.link = words.link;
  number.page_of = page_of;
  cell.runs.push_back(std::move(number));
}

void fill_formula(TableCell& cell, const YamlView& view, const Scope& scope) {
  cell.name = fill_text(view.text("name"), scope, view.place());
  const bool number = std::holds_alternative<Decimal>(cell.value.value);
  const char* const key = number ? "formula" : "text_formula";
  if (!view.has(key)) return;
  if (view.has("formula_if")) {
    const FieldValue* field = need_field(view.text("formula_if"), scope, view.place());
    if (field == nullptr || !field->holds()) return;
  }
  cell.formula = fill_text(view.text(key), scope, view.place());
}

FormCell expand_cell(const YamlView& view, const Scope& scope, bool head) {
  view.only({"for",     "if",           "unless",       "text",       "value",  "format", "formula", "formula_if",  "name",
             "columns", "rows",         "align",        "vertical",   "head",   "merge",  "join",    "repeat_text", "flag_if",
             "mark_if", "attention_if", "text_formula", "min_height", "anchor", "link",   "page_of"});
  FormCell made;
  TableCell& cell = made.cell;
  cell.head = view.flag("head", head);
  cell.column_span = static_cast<int>(view.number("columns", 1));
  cell.row_span = static_cast<int>(view.number("rows", 1));
  cell.value.value = std::string();
  if (view.has("value")) {
    fill_value(cell, view, scope);
  } else {
    cell.value.value = fill_text(view.text("text"), scope, view.place());
  }
  const bool number = std::holds_alternative<Decimal>(cell.value.value) || is_unknown_number(view, scope);
  cell.align = parse_align(view, cell.head ? Align::centre : (number ? Align::right : Align::left));
  cell.vertical = parse_vertical(view);
  fill_formula(cell, view, scope);
  fill_links(cell, view, scope);
  cell.repeat_text = view.flag("repeat_text");
  cell.min_height_mm = view.number("min_height", 0);
  cell.anchor = fill_text(view.text("anchor"), scope, view.place());
  made.merge_key = fill_text(view.text("merge"), scope, view.place());
  made.join_key = fill_text(view.text("join"), scope, view.place());
  if (view.has("flag_if")) {
    const FieldValue* field = need_field(view.text("flag_if"), scope, view.place());
    cell.flagged = field != nullptr && field->holds();
  }
  for (const auto& [key, look] : {std::pair{"mark_if", MarkLook::bad}, {"attention_if", MarkLook::attention}}) {
    const std::string condition = fill_text(view.text(key), scope, view.place());
    if (!condition.empty()) cell.marks.push_back({look, condition});
  }
  return made;
}

void add_cells(FormRow& row, const YamlNode& node, const Vocabulary& words, const Scope& scope, const TemplatePlace& place, bool head) {
  if (!node.is_scalar() && !node.is_map() && !node.is_null()) {
    place.at(node.place.line).fault("单元格应当是文字或“键：值”的形式", "写法见 docs/template-format.md");
    return;
  }
  if (!node.is_map()) {
    FormCell plain;
    plain.cell.head = head;
    plain.cell.align = head ? Align::centre : Align::left;
    plain.cell.value.value = node.is_scalar() ? fill_text(node.text, scope, place.at(node.place.line)) : std::string();
    row.cells.push_back(std::move(plain));
    return;
  }
  const YamlView view(node, place);
  repeat(view, words, scope, [&](const Scope& each) { row.cells.push_back(expand_cell(view, each, head)); });
}

FormRow expand_row(const YamlNode& cells, const Vocabulary& words, const Scope& scope, const TemplatePlace& place, bool head) {
  FormRow row;
  if (!cells.is_list()) {
    place.fault("一行应当是单元格的列表", "写法见 docs/template-format.md");
    return row;
  }
  for (const YamlNode& cell : cells.items) add_cells(row, cell, words, scope, place, head);
  return row;
}

std::vector<FormRow> expand_rows(const YamlView& view, const Vocabulary& words, const Scope& scope, int head_rows) {
  std::vector<FormRow> rows;
  for (const YamlNode& node : view.node("rows").items) {
    const bool head = static_cast<int>(rows.size()) < head_rows;
    if (!node.is_map()) {
      rows.push_back(expand_row(node, words, scope, view.place().at(node.place.line), head));
      continue;
    }
    const YamlView row(node, view.place());
    row.only({"for", "if", "unless", "cells", "keep_together"});
    repeat(row, words, scope, [&](const Scope& each) {
      if (rows.size() >= kMaxRows) return;
      rows.push_back(expand_row(row.node("cells"), words, each, row.place(), head));
      rows.back().keep_together = row.flag("keep_together");
    });
  }
  return rows;
}

/// Cells of one merge key that follow each other in the same place of their rows become one cell that spans the rows. Rows of one repeat
/// have the same shape, so the place in the row is the column.
void merge_cells(std::vector<FormRow>& rows) {
  for (std::size_t top = 0; top < rows.size(); ++top) {
    for (std::size_t place = 0; place < rows[top].cells.size(); ++place) {
      FormCell& first = rows[top].cells[place];
      if (first.merge_key.empty() || first.cell.row_span == 0) continue;
      int span = 1;
      for (std::size_t below = top + 1; below < rows.size(); ++below) {
        if (place >= rows[below].cells.size() || rows[below].cells[place].merge_key != first.merge_key) break;
        rows[below].cells[place].cell.row_span = 0;  // covered
        ++span;
      }
      first.cell.row_span = span;
    }
  }
}

/// Cells of one join key that follow each other in the same place stay cells of their own without a line between them.
void join_cells(std::vector<FormRow>& rows) {
  for (std::size_t row = 1; row < rows.size(); ++row) {
    for (std::size_t place = 0; place < std::min(rows[row].cells.size(), rows[row - 1].cells.size()); ++place) {
      FormCell& cell = rows[row].cells[place];
      cell.cell.joined = cell.cell.row_span > 0 && !cell.join_key.empty() && cell.join_key == rows[row - 1].cells[place].join_key;
    }
  }
}

std::vector<TableRow> finished_rows(std::vector<FormRow> rows) {
  std::vector<TableRow> out;
  for (FormRow& row : rows) {
    TableRow made;
    made.keep_together = row.keep_together;
    for (FormCell& cell : row.cells) {
      if (cell.cell.row_span > 0) made.cells.push_back(std::move(cell.cell));
    }
    out.push_back(std::move(made));
  }
  return out;
}

/// "24mm" is a width, "2" a share of what is left.
void parse_column(const std::string& typed, Table& table, const TemplatePlace& place) {
  TableColumn column;
  double value = 0;
  const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), value);
  const std::string unit(end, typed.data() + typed.size());
  if (error != std::errc{} || value <= 0 || value > 400 || (unit != "mm" && !unit.empty())) {
    place.fault("列宽“" + typed + "”不认识", "请写毫米数（24mm）或份数（2）");
  } else if (unit == "mm") {
    column.width = value;
  } else {
    column.share = value;
  }
  table.columns.push_back(column);
}

void parse_columns(Table& table, const YamlView& view, const Vocabulary& words, const Scope& scope) {
  for (const YamlNode& node : view.node("columns").items) {
    if (node.is_map()) {
      const YamlView column(node, view.place());
      column.only({"for", "if", "unless", "width"});
      repeat(column, words, scope, [&](const Scope&) { parse_column(column.text("width"), table, column.place()); });
    } else {
      parse_column(node.is_scalar() ? node.text : "", table, view.place().at(node.place.line));
    }
    if (table.columns.size() > kMaxColumns) break;
  }
}

/// Every row must fill the grid exactly: a hole or an overlap is a fault of the template, named with the row's number.
void check_shape(const Table& table, const TemplatePlace& place) {
  std::vector<int> covered(table.columns.size(), 0);  // rows that the cell above still covers
  for (std::size_t number = 0; number < table.rows.size(); ++number) {
    std::size_t column = 0;
    bool fits = true;
    for (const TableCell& cell : table.rows[number].cells) {
      while (column < covered.size() && covered[column] > 0) --covered[column++];
      for (int i = 0; i < cell.column_span; ++i, ++column) {
        if (column >= covered.size() || covered[column] > 0) fits = false;
        if (column < covered.size()) covered[column] = cell.row_span - 1;
      }
    }
    while (column < covered.size() && covered[column] > 0) --covered[column++];
    if (!fits || column != covered.size()) {
      place.fault("表格第 " + std::to_string(number + 1) + " 行的单元格与列数（" + std::to_string(covered.size()) + "）不符", "请检查 columns、rows 和 merge");
      return;
    }
  }
}

}  // namespace

Table expand_table(const YamlView& view, const Vocabulary& words, const Scope& scope) {
  view.only({"for", "if", "unless", "title", "unit_line", "unit_line_right", "unit_line_value", "columns", "head", "rows", "font_size", "borders", "anchor",
             "continued_label", "decimal_points_aligned"});
  Table table;
  table.title = fill_text(view.text("title"), scope, view.place());
  table.unit_line = fill_text(view.text("unit_line"), scope, view.place());
  table.unit_line_right = fill_text(view.text("unit_line_right"), scope, view.place());
  if (view.has("unit_line_value")) {
    const YamlView value(view.node("unit_line_value"), view.place());
    table.unit_line_value = expand_cell(value, scope, false).cell;
  }
  table.head_rows = static_cast<int>(view.number("head", 1));
  table.font_size = view.number("font_size", 10.5);
  table.borders = view.flag("borders", true);
  table.decimal_points_aligned = view.flag("decimal_points_aligned");
  table.continued_label = view.flag("continued_label");
  table.anchor = fill_text(view.text("anchor"), scope, view.place());
  parse_columns(table, view, words, scope);
  std::vector<FormRow> rows = expand_rows(view, words, scope, table.head_rows);
  merge_cells(rows);
  join_cells(rows);
  table.rows = finished_rows(std::move(rows));
  check_shape(table, view.place());
  return table;
}

}  // namespace lvce
