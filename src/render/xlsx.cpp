// Documents → XLSX with libxlsxwriter.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include <xlsxwriter.h>

#include "document/cell_text.h"
#include "render/render.h"
#include "render/xlsx_chart.h"
#include "render/xlsx_plan.h"
#include "render/xlsx_style.h"
#include "render/xlsx_text.h"
#include "support/nameless_file.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr std::uintmax_t kMaxBook = 512u * 1024 * 1024;

/// Seconds since 1970 of a date; 2000-01-01 where there is none, so that two runs give the same bytes.
std::time_t created_time(const std::string& created) {
  int year = 2000;
  unsigned month = 1, day = 1;
  if (std::sscanf(created.c_str(), "%4d-%2u-%2u", &year, &month, &day) != 3) year = 2000, month = day = 1;
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  if (!date.ok()) return 946684800;
  return std::chrono::system_clock::to_time_t(std::chrono::sys_days(date));
}

class BookWriter {
 public:
  BookWriter(lxw_workbook* book, const std::vector<PlannedSheet>& sheets) : book_(book), styles_(book), sheets_(sheets), names_(collect_names(sheets)) {}

  void write() {
    for (std::size_t at = 0; at < sheets_.size(); ++at) {
      lxw_worksheet* sheet = workbook_add_worksheet(book_, sheets_[at].name.c_str());
      if (sheet != nullptr) write_sheet(sheet, at);
    }
  }

 private:
  void write_sheet(lxw_worksheet* sheet, std::size_t at) {
    const PlannedSheet& plan = sheets_[at];
    set_page(sheet, plan);
    for (std::size_t column = 0; column < plan.column_mm.size(); ++column) {
      worksheet_set_column(sheet, static_cast<lxw_col_t>(column), static_cast<lxw_col_t>(column), column_units(plan.column_mm[column]),
                           styles_.format(open_cells()));
    }
    for (const auto& [row, points] : plan.row_points) worksheet_set_row(sheet, static_cast<lxw_row_t>(row), points, nullptr);
    for (const PlannedText& text : plan.texts) write_paragraph(sheet, text);
    for (const PlannedCell& cell : plan.cells) write_cell(sheet, at, cell);
    for (const PlannedChart& chart : plan.charts) insert_chart(book_, sheet, chart, names_, sheets_);
    if (plan.section->hidden_sheet && at > 0) worksheet_hide(sheet);
    if (has_formulas(plan)) protect(sheet);
  }

  static bool has_formulas(const PlannedSheet& plan) {
    return std::any_of(plan.cells.begin(), plan.cells.end(), [](const PlannedCell& cell) { return !cell.field.cell->formula.empty(); });
  }

  /// Formulas cannot be typed over by accident; everything else stays open, and 撤销工作表保护 asks for no password.
  static void protect(lxw_worksheet* sheet) {
    lxw_protection options = {};
    options.format_cells = options.format_columns = options.format_rows = LXW_TRUE;
    options.objects = options.scenarios = LXW_TRUE;
    worksheet_protect(sheet, nullptr, &options);
  }

  /// Cells beside and below the tables.
  static CellStyle open_cells() {
    CellStyle style;
    style.number_format = "General";
    return style;
  }

  /// A4, one page wide, head repeated, page numbers at the foot.
  static void set_page(lxw_worksheet* sheet, const PlannedSheet& plan) {
    worksheet_set_paper(sheet, 9);
    if (plan.section->orientation == Orientation::landscape) worksheet_set_landscape(sheet);
    worksheet_set_margins(sheet, 0.8, 0.6, 0.75, 0.75);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_center_horizontally(sheet);
    worksheet_set_footer(sheet, "&C&10第 &P 页，共 &N 页");
    if (plan.repeated_rows) {
      worksheet_repeat_rows(sheet, static_cast<lxw_row_t>(plan.repeated_rows->first), static_cast<lxw_row_t>(plan.repeated_rows->second));
    }
    std::vector<lxw_row_t> breaks(plan.breaks.begin(), plan.breaks.end());
    breaks.push_back(0);
    if (breaks.size() > 1) worksheet_set_h_pagebreaks(sheet, breaks.data());
  }

  void merge(lxw_worksheet* sheet, const CellArea& area, lxw_format* format) {
    if (area.is_single()) return;
    worksheet_merge_range(sheet, static_cast<lxw_row_t>(area.row), static_cast<lxw_col_t>(area.column), static_cast<lxw_row_t>(area.last_row),
                          static_cast<lxw_col_t>(area.last_column), "", format);
  }

  /// Always as text, whatever it begins with. What is over the limit of one cell goes on to the right of the table.
  void write_words(lxw_worksheet* sheet, const CellArea& area, const std::string& text, lxw_format* format, int column_after) {
    const std::vector<std::string> pieces = split_for_cells(clean_cell_text(text));
    const auto row = static_cast<lxw_row_t>(area.row);
    if (pieces.front().empty()) {
      worksheet_write_blank(sheet, row, static_cast<lxw_col_t>(area.column), format);
      return;
    }
    worksheet_write_string(sheet, row, static_cast<lxw_col_t>(area.column), pieces.front().c_str(), format);
    for (std::size_t more = 1; more < pieces.size(); ++more) {
      worksheet_write_string(sheet, row, static_cast<lxw_col_t>(column_after + static_cast<int>(more)), pieces[more].c_str(), format);
    }
  }

  void write_paragraph(lxw_worksheet* sheet, const PlannedText& text) {
    lxw_format* format = styles_.format(cell_style_of(text.style));
    merge(sheet, text.area, format);
    write_words(sheet, text.area, text.text, format, text.area.last_column);
  }

  /// "自评分：" as the literal part of a number format.
  static std::string quoted_words(const std::string& words) { return words.empty() ? words : "\"" + replace_all(clean_cell_text(words), "\"", "") + "\""; }

  static CellStyle style_of(const PlannedCell& planned) {
    const TableCell& cell = *planned.field.cell;
    CellStyle style;
    style.font = cell.head ? "黑体" : "仿宋";
    style.size = planned.font_size;
    style.align = cell.align;
    style.vertical = cell.vertical;
    style.borders = planned.borders;
    style.open_above = planned.field.open_above;
    style.open_below = planned.field.open_below;
    style.shaded = cell.head;
    style.flagged = cell.flagged && cell.marks.empty();
    style.noted = cell.attention && cell.marks.empty();
    style.locked = !cell.formula.empty();
    if (style.locked) style.number_format = "General";  // a formula in a cell of text would be shown, not worked out
    if (const auto* number = std::get_if<Decimal>(&cell.value.value))
      style.number_format = quoted_words(planned.words_before) + number_format_code(cell.value.format, *number);
    return style;
  }

  void write_cell(lxw_worksheet* sheet, std::size_t at, const PlannedCell& planned) {
    lxw_format* format = styles_.format(style_of(planned));
    merge(sheet, planned.area, format);
    const TableCell& cell = *planned.field.cell;
    write_marks(sheet, at, planned);
    const auto* number = std::get_if<Decimal>(&cell.value.value);
    const auto formula = formula_of(planned, at);
    if (number == nullptr && formula && !planned.field.words) {
      worksheet_write_formula_str(sheet, static_cast<lxw_row_t>(planned.area.row), static_cast<lxw_col_t>(planned.area.column), ("=" + *formula).c_str(),
                                  format, clean_cell_text(cell_text(cell.value)).c_str());
      return;
    }
    if (number == nullptr || planned.field.words) {
      write_words(sheet, planned.area, planned.field.words.value_or(cell_text(cell.value)), format, static_cast<int>(sheets_[at].column_mm.size()));
      return;
    }
    const auto row = static_cast<lxw_row_t>(planned.area.row);
    const auto column = static_cast<lxw_col_t>(planned.area.column);
    const double value = stored(*number, cell.value.format);
    if (formula) {
      worksheet_write_formula_num(sheet, row, column, ("=" + *formula).c_str(), format, value);
    } else {
      worksheet_write_number(sheet, row, column, value, format);
    }
  }

  std::optional<std::string> formula_of(const PlannedCell& planned, std::size_t at) const {
    const TableCell& cell = *planned.field.cell;
    return cell.formula.empty() || planned.field.repeated ? std::nullopt : resolve_formula(cell.formula, at, names_, sheets_);
  }

  void write_marks(lxw_worksheet* sheet, std::size_t at, const PlannedCell& planned) {
    for (const CellMark& mark : planned.field.cell->marks) {
      const auto condition = resolve_condition(mark.condition, at, names_);
      if (!condition) continue;
      std::string formula = "=" + *condition;
      lxw_conditional_format described = {};
      described.type = LXW_CONDITIONAL_TYPE_FORMULA;
      described.value_string = formula.data();
      described.format = mark_format(book_, mark.look, style_of(planned).number_format);
      described.stop_if_true = LXW_TRUE;
      const CellArea& area = planned.area;
      worksheet_conditional_format_range(sheet, static_cast<lxw_row_t>(area.row), static_cast<lxw_col_t>(area.column), static_cast<lxw_row_t>(area.last_row),
                                         static_cast<lxw_col_t>(area.last_column), &described);
    }
  }

  /// Percentages are fractions in a sheet.
  static double stored(const Decimal& number, const NumberFormat& format) {
    if (!format.percent) return number.to_double();
    return number.divided_by(Decimal(100))->to_double();
  }

  lxw_workbook* book_;
  StyleBook styles_;
  const std::vector<PlannedSheet>& sheets_;
  CellNames names_;
};

}  // namespace

std::string render_xlsx(const Document& document, const std::string& created) {
  const std::vector<PlannedSheet> sheets = plan_sheets(document);
  const NamelessFile file;  // this version of the library writes only to files
  if (sheets.empty() || file.path().empty()) return {};
  lxw_workbook_options options = {};
  lxw_workbook* book = workbook_new_opt(file.path().c_str(), &options);
  if (book == nullptr) return {};
  std::string title = clean_cell_text(document.title);
  lxw_doc_properties properties = {};
  properties.title = title.data();
  properties.created = created_time(created);
  workbook_set_properties(book, &properties);
  BookWriter(book, sheets).write();
  if (workbook_close(book) != LXW_NO_ERROR) return {};
  return file.bytes(kMaxBook).value_or("");
}

}  // namespace lvce
