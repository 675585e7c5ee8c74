#include "prepare/workbook_file.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include <xlsxwriter.h>

#include "support/nameless_file.h"
#include "support/text.h"
#include "support/unseen.h"

namespace lvce {
namespace {

const char* const kChoices = "选项";
constexpr std::uintmax_t kMaxBook = 64U << 20;
constexpr double kLinePoints = 15;
constexpr double kLongRowPoints = 120;

struct Look {
  CellKind kind = CellKind::general;
  bool locked = false;
  bool head = false;
  auto operator<=>(const Look&) const = default;
};

/// One workbook being written.
class WorkbookWriter {
 public:
  explicit WorkbookWriter(const std::string& file) : book_(workbook_new(file.c_str())) {
    lxw_doc_properties properties = {};
    properties.created = 946684800;  // fixed, so that two runs give the same bytes
    workbook_set_properties(book_, &properties);
  }

  bool write(const std::vector<FilledSheet>& sheets) {
    for (const FilledSheet& sheet : sheets) write_sheet(sheet);
    write_choices();
    return workbook_close(book_) == LXW_NO_ERROR;
  }

 private:
  lxw_format* format(const Look& look) {
    auto& slot = formats_[look];
    if (slot != nullptr) return slot;
    slot = workbook_add_format(book_);
    format_set_font_name(slot, "宋体");
    format_set_font_size(slot, 11);
    format_set_border(slot, LXW_BORDER_THIN);
    format_set_text_wrap(slot);
    format_set_align(slot, LXW_ALIGN_VERTICAL_CENTER);
    if (look.head) {
      format_set_bold(slot);
      format_set_align(slot, LXW_ALIGN_CENTER);
    }
    if (look.head || look.locked) format_set_bg_color(slot, 0xEDEDED);
    if (!look.locked) format_set_unlocked(slot);
    if (const char* number = number_format(look.kind)) format_set_num_format(slot, number);
    return slot;
  }

  static const char* number_format(CellKind kind) {
    switch (kind) {
      case CellKind::text: return "@";
      case CellKind::number: return "#,##0.####";
      case CellKind::whole: return "0";
      case CellKind::percent: return "0.00%";
      case CellKind::general:
      case CellKind::long_text: return nullptr;
    }
    return nullptr;
  }

  void write_sheet(const FilledSheet& filled) {
    const SheetTemplate& sheet = *filled.sheet;
    lxw_worksheet* worksheet = workbook_add_worksheet(book_, sheet.name.c_str());
    write_head(worksheet, sheet);
    lxw_row_t row = 1;
    for (const TemplateRow& cells : filled.rows) write_row(worksheet, row++, sheet, cells);
    worksheet_freeze_panes(worksheet, 1, sheet.rows == RowsOf::indicators ? 2 : 0);
    set_up_print(worksheet, sheet);
    const bool locked = std::any_of(sheet.columns.begin(), sheet.columns.end(), [](const TemplateColumn& column) { return column.locked; });
    if (locked) protect(worksheet);
  }

  void write_head(lxw_worksheet* worksheet, const SheetTemplate& sheet) {
    lxw_col_t column = 0;
    for (const TemplateColumn& head : sheet.columns) {
      worksheet_set_column(worksheet, column, column, head.width, nullptr);
      worksheet_write_string(worksheet, 0, column, head.header.c_str(), format({CellKind::general, true, true}));
      const std::string note = column == 0 && !sheet.hint.empty() ? sheet.hint : head.note;
      if (!note.empty()) add_note(worksheet, 0, column, note);
      ++column;
    }
    worksheet_set_row(worksheet, 0, 2 * kLinePoints, nullptr);
  }

  void write_row(lxw_worksheet* worksheet, lxw_row_t row, const SheetTemplate& sheet, const TemplateRow& cells) {
    double lines = 1;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      write_cell(worksheet, row, static_cast<lxw_col_t>(i), cells[i]);
      lines = std::max(lines, lines_of(cells[i], sheet.columns[i].width));
    }
    worksheet_set_row(worksheet, row, lines * kLinePoints + 3, nullptr);
  }

  static double lines_of(const TemplateCell& cell, double width) {
    if (cell.kind == CellKind::long_text) return kLongRowPoints / kLinePoints;
    double lines = 0;
    for (const std::string& line : split(cell.text, '\n')) lines += std::max(1.0, std::ceil(display_width(line) / (width - 1)));
    return lines;
  }

  void write_cell(lxw_worksheet* worksheet, lxw_row_t row, lxw_col_t column, const TemplateCell& cell) {
    lxw_format* look = format({cell.kind, cell.locked, false});
    const auto number = cell.number ? Decimal::parse(cell.text) : std::optional<Decimal>();
    if (cell.text.empty()) worksheet_write_blank(worksheet, row, column, look);
    else if (number) worksheet_write_number(worksheet, row, column, number->to_double(), look);
    else worksheet_write_string(worksheet, row, column, printable(cell.text).c_str(), look);
    if (!cell.note.empty()) add_note(worksheet, row, column, cell.note);
    if (!cell.choices.empty()) add_drop_down(worksheet, row, column, cell);
    if (cell.maximum) limit_points(worksheet, row, column, *cell.maximum);
  }

  static void add_note(lxw_worksheet* worksheet, lxw_row_t row, lxw_col_t column, const std::string& note) {
    lxw_comment_options options = {};
    options.width = 220;
    options.height = 30 + 18.0 * std::ceil(display_width(note) / 26.0);
    worksheet_write_comment_opt(worksheet, row, column, note.c_str(), &options);
  }

  /// A list of Chinese strings in the validation itself aborts the library: the choices stand in a hidden range.
  void add_drop_down(lxw_worksheet* worksheet, lxw_row_t row, lxw_col_t column, const TemplateCell& cell) {
    const std::vector<std::string>& choices = cell.choices;
    auto [at, added] = choice_columns_.emplace(choices, static_cast<lxw_col_t>(choice_columns_.size()));
    char first[LXW_MAX_CELL_NAME_LENGTH];
    char last[LXW_MAX_CELL_NAME_LENGTH];
    lxw_rowcol_to_cell_abs(first, 0, at->second, 1, 1);
    lxw_rowcol_to_cell_abs(last, static_cast<lxw_row_t>(choices.size() - 1), at->second, 1, 1);
    const std::string range = std::string("=") + kChoices + "!" + first + ":" + last;
    lxw_data_validation validation = {};
    validation.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
    validation.value_formula = const_cast<char*>(range.c_str());
    if (!cell.only_choices) validation.show_error = LXW_VALIDATION_OFF;
    validation.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;  // the reader knows more spellings than the list
    validation.error_title = const_cast<char*>("不在下拉列表中");
    validation.error_message = const_cast<char*>("最好从下拉列表中选择。仍要这样填吗？填好后运行检查，看得懂的会照算，看不懂的会指出来。");
    worksheet_data_validation_cell(worksheet, row, column, &validation);
  }

  static void limit_points(lxw_worksheet* worksheet, lxw_row_t row, lxw_col_t column, Points maximum) {
    const std::string message = "请填 0 到 " + maximum.text() + " 之间的分值";
    lxw_data_validation validation = {};
    validation.validate = LXW_VALIDATION_TYPE_DECIMAL;
    validation.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
    validation.minimum_number = 0;
    validation.maximum_number = maximum.to_double();
    validation.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
    validation.error_title = const_cast<char*>("超过满分");
    validation.error_message = const_cast<char*>(message.c_str());
    worksheet_data_validation_cell(worksheet, row, column, &validation);
  }

  static void set_up_print(lxw_worksheet* worksheet, const SheetTemplate& sheet) {
    worksheet_set_paper(worksheet, 9);  // A4
    if (sheet.columns.size() > 5) worksheet_set_landscape(worksheet);
    worksheet_fit_to_pages(worksheet, 1, 0);
    worksheet_repeat_rows(worksheet, 0, 0);
  }

  /// Locks the official text without a password; columns and rows may still be resized.
  static void protect(lxw_worksheet* worksheet) {
    lxw_protection options = {};
    options.format_cells = 1;
    options.format_columns = 1;
    options.format_rows = 1;
    worksheet_protect(worksheet, nullptr, &options);
  }

  void write_choices() {
    if (choice_columns_.empty()) return;
    lxw_worksheet* worksheet = workbook_add_worksheet(book_, kChoices);
    for (const auto& [choices, column] : choice_columns_) {
      lxw_row_t row = 0;
      for (const std::string& choice : choices) worksheet_write_string(worksheet, row++, column, choice.c_str(), nullptr);
    }
    worksheet_hide(worksheet);
  }

  lxw_workbook* book_;
  std::map<Look, lxw_format*> formats_;
  std::map<std::vector<std::string>, lxw_col_t> choice_columns_;
};

}  // namespace

std::optional<std::string> workbook_bytes(const std::vector<FilledSheet>& sheets) {
  const NamelessFile file;
  if (file.path().empty() || !WorkbookWriter(file.path()).write(sheets)) return std::nullopt;
  return file.bytes(kMaxBook);
}

}  // namespace lvce
