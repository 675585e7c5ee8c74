#include "review/sheets/sheet_file.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <system_error>

#include <xlsxwriter.h>

#include "rubric/counting.h"
#include "support/files.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr time_t kFixedTime = 946684800;  // two runs give the same bytes
constexpr std::array kWidths = {9.0, 58.0, 7.0, 7.0, 8.0, 10.0, 8.0, 8.0, 26.0, 9.0, 8.0};
constexpr lxw_row_t kHeadRow = 2;
constexpr double kLine = 15;
constexpr std::int64_t kMostPlaces = 1000;
constexpr const char* kOpinions[] = {"属实", "材料不足", "与现场不符", "材料不实"};
constexpr const char* kOpinionSheet = "选项";
enum Column : lxw_col_t { kId, kText, kPoints, kClaimed, kSupported, kPages, kPlaces, kScore, kOpinion, kReviewer, kCounted };

std::string cell_of(lxw_row_t row, lxw_col_t column) {
  char name[LXW_MAX_CELL_NAME_LENGTH];
  lxw_rowcol_to_cell(name, row, column);
  return name;
}

/// Formats of the cells, each made once.
struct SheetLooks {
  lxw_format *title, *hint, *head, *fixed, *fixed_text, *figure, *entry, *entry_score, *entry_whole;
};

class SheetWriter {
 public:
  explicit SheetWriter(const std::filesystem::path& file) : book_(workbook_new(file.c_str())) {
    lxw_doc_properties properties = {};
    properties.created = kFixedTime;
    workbook_set_properties(book_, &properties);
    looks_ = {look(16, true, false, nullptr, false), look(10, false, false, nullptr, false), look(11, true, true, nullptr, true),
              look(11, false, true, nullptr, true),  look(11, false, true, "@", true),       look(11, false, true, "0.##", true),
              look(11, false, false, "@", true),     look(11, false, false, "0.##", true),   look(11, false, false, "0", true)};
  }

  bool write(const ReviewSheet& sheet) {
    sheet_ = workbook_add_worksheet(book_, "核查表");
    write_top(sheet);
    lxw_row_t row = kHeadRow + 1;
    for (const SheetRow& one : sheet.rows) write_row(row++, one);
    write_totals(row);
    set_up(row);
    write_fingerprint(sheet.identity);
    write_opinions();
    return workbook_close(book_) == LXW_NO_ERROR;
  }

 private:
  lxw_format* look(double size, bool bold, bool locked_ground, const char* number, bool border) {
    lxw_format* format = workbook_add_format(book_);
    format_set_font_name(format, "宋体");
    format_set_font_size(format, size);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    if (bold) format_set_bold(format);
    if (border) format_set_border(format, LXW_BORDER_THIN);
    if (border) format_set_text_wrap(format);
    if (locked_ground) format_set_bg_color(format, 0xEDEDED);
    else if (border) format_set_unlocked(format);
    if (number != nullptr) format_set_num_format(format, number);
    return format;
  }

  void text(lxw_row_t row, lxw_col_t column, const std::string& words, lxw_format* format) {
    worksheet_write_string(sheet_, row, column, words.c_str(), format);
  }
  void points(lxw_row_t row, lxw_col_t column, Points value) { worksheet_write_number(sheet_, row, column, value.to_double(), looks_.figure); }

  void write_top(const ReviewSheet& sheet) {
    const std::string level = sheet.identity.level.empty() ? "" : "（" + sheet.identity.level + "）";
    text(0, 0, sheet.identity.unit + "　核查表" + level, looks_.title);
    text(1, 0, "只填白色格：核查得分填了就以它为准；只填扣分处数的，按标准规定的每处扣分计算；没有规定的请填核查得分。每一行都要填。评价标准：" + sheet.title,
         looks_.hint);
    for (lxw_col_t column = 0; column < std::size(kSheetColumns); ++column) {
      worksheet_set_column(sheet_, column, column, kWidths[column], nullptr);
      text(kHeadRow, column, kSheetColumns[column], looks_.head);
    }
    worksheet_set_row(sheet_, kHeadRow, 2 * kLine, nullptr);
  }

  void write_row(lxw_row_t row, const SheetRow& one) {
    const std::string wording = one.indicator->text + (one.deduction ? "【现场：" + deduction_words(*one.deduction) + "】" : "");
    text(row, kId, one.indicator->id, looks_.fixed_text);
    text(row, kText, wording, looks_.fixed);
    points(row, kPoints, one.maximum);
    points(row, kClaimed, one.claimed);
    points(row, kSupported, one.supported);
    text(row, kPages, one.pages, looks_.fixed_text);
    worksheet_set_row(sheet_, row, kLine * std::max(1.0, std::ceil(display_width(wording) / (kWidths[kText] - 2))) + 3, nullptr);
    if (!one.applies) {
      for (const Column column : {kPlaces, kScore, kOpinion, kReviewer}) text(row, column, column == kOpinion ? "不适用，不必填" : "", looks_.fixed);
      text(row, kCounted, "—", looks_.fixed);
      return;
    }
    worksheet_write_blank(sheet_, row, kPlaces, one.deduction ? looks_.entry_whole : looks_.fixed);
    worksheet_write_blank(sheet_, row, kScore, looks_.entry_score);
    worksheet_write_blank(sheet_, row, kOpinion, looks_.entry);
    worksheet_write_blank(sheet_, row, kReviewer, looks_.entry);
    limit(row, kScore, 0, one.maximum.to_double(), LXW_VALIDATION_TYPE_DECIMAL, "请填 0 到 " + one.maximum.text() + " 之间的分值");
    if (one.deduction) limit(row, kPlaces, 0, kMostPlaces, LXW_VALIDATION_TYPE_INTEGER, "请填不小于 0 的整数：现场看到的处数，没有填 0");
    offer_opinions(row);
    worksheet_write_formula_str(sheet_, row, kCounted, counted_formula(row, one).c_str(), looks_.figure, "");
  }

  /// 核查得分, else what the places leave, else nothing.
  static std::string counted_formula(lxw_row_t row, const SheetRow& one) {
    const std::string score = cell_of(row, kScore);
    return "=IF(" + score + "<>\"\"," + score + "," + places_formula(row, one) + ")";
  }

  static std::string places_formula(lxw_row_t row, const SheetRow& one) {
    if (!one.deduction) return "\"\"";
    const Deduction& deduction = *one.deduction;
    const std::string places = cell_of(row, kPlaces), supported = cell_of(row, kSupported);
    std::string left;
    switch (deduction.effect) {
      case OnSiteEffect::zero: left = "IF(" + places + ">0,0," + supported + ")"; break;
      case OnSiteEffect::deduct: left = deduction.most.text() + "-" + places + "*" + deduction.step.text(); break;
      case OnSiteEffect::not_counted:
        if (!deduction.items) return "\"\"";
        left = points_formula(*deduction.counted, "MAX(0," + std::to_string(*deduction.items) + "-" + places + ")", deduction.maximum);
        break;
    }
    return "IF(" + places + "<>\"\",MAX(0,MIN(" + supported + "," + left + ")),\"\")";
  }

  void limit(lxw_row_t row, lxw_col_t column, double least, double most, lxw_validation_types kind, const std::string& words) {
    lxw_data_validation validation = {};
    validation.validate = static_cast<std::uint8_t>(kind);
    validation.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
    validation.minimum_number = least;
    validation.maximum_number = most;
    validation.error_title = const_cast<char*>("填得不对");
    validation.error_message = const_cast<char*>(words.c_str());
    worksheet_data_validation_cell(sheet_, row, column, &validation);
  }

  /// The words stand in a hidden sheet: Chinese ones in the list itself abort the library.
  void offer_opinions(lxw_row_t row) {
    const std::string range = std::string("=") + kOpinionSheet + "!$A$1:$A$" + std::to_string(std::size(kOpinions));
    lxw_data_validation validation = {};
    validation.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
    validation.value_formula = const_cast<char*>(range.c_str());
    validation.show_error = LXW_VALIDATION_OFF;  // other words may be typed
    worksheet_data_validation_cell(sheet_, row, kOpinion, &validation);
  }

  void write_totals(lxw_row_t row) {
    const std::string first = cell_of(kHeadRow + 1, kCounted), last = cell_of(row - 1, kCounted);
    text(row, kId, "合计", looks_.head);
    for (lxw_col_t column = kText; column <= kReviewer; ++column) text(row, column, "", looks_.fixed);
    const std::string left = "=\"还有 \"&COUNTBLANK(" + first + ":" + last + ")&\" 项没有核查\"";
    worksheet_write_formula_str(sheet_, row, kText, left.c_str(), looks_.fixed, "");
    worksheet_write_formula_num(sheet_, row, kCounted, ("=SUM(" + first + ":" + last + ")").c_str(), looks_.figure, 0);
  }

  void set_up(lxw_row_t last) {
    worksheet_freeze_panes(sheet_, kHeadRow + 1, 2);
    worksheet_set_paper(sheet_, 9);  // A4
    worksheet_set_landscape(sheet_);
    worksheet_fit_to_pages(sheet_, 1, 0);
    worksheet_repeat_rows(sheet_, kHeadRow, kHeadRow);
    worksheet_print_area(sheet_, 0, 0, last, kCounted);
    lxw_protection options = {};
    options.format_cells = 1;
    options.format_columns = 1;
    options.format_rows = 1;
    worksheet_protect(sheet_, nullptr, &options);
  }

  void write_fingerprint(const SheetIdentity& identity) {
    lxw_worksheet* hidden = workbook_add_worksheet(book_, kFingerprintSheet);
    const std::pair<const char*, std::string> rows[] = {{"项目", "内容"},
                                                        {"单位名称", identity.unit},
                                                        {"评价标准", identity.rubric},
                                                        {"核查级别", identity.level},
                                                        {"轮次", std::to_string(identity.round)},
                                                        {"包指纹", identity.package_sha256}};
    lxw_row_t row = 0;
    for (const auto& [name, value] : rows) {
      worksheet_write_string(hidden, row, 0, name, nullptr);
      worksheet_write_string(hidden, row++, 1, value.c_str(), nullptr);
    }
    worksheet_hide(hidden);
  }

  void write_opinions() {
    lxw_worksheet* hidden = workbook_add_worksheet(book_, kOpinionSheet);
    lxw_row_t row = 0;
    for (const char* words : kOpinions) worksheet_write_string(hidden, row++, 0, words, nullptr);
    worksheet_hide(hidden);
  }

  lxw_workbook* book_;
  lxw_worksheet* sheet_ = nullptr;
  SheetLooks looks_{};
};

}  // namespace

bool write_review_sheet(const std::filesystem::path& file, const ReviewSheet& sheet) {
  std::filesystem::path beside = file;
  beside.replace_filename("." + file.filename().string() + ".tmp");
  if (!can_make_file(beside)) return false;  // the library would say it on stderr
  std::error_code error, ignored;
  const bool written = SheetWriter(beside).write(sheet);
  if (written) std::filesystem::rename(beside, file, error);
  if (written && !error) return true;
  std::filesystem::remove(beside, ignored);
  return false;
}

}  // namespace lvce
