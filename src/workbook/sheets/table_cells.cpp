// One cell to one value: what SheetTable reads and how it complains.
#include <algorithm>
#include <array>

#include "office/values.h"
#include "support/text.h"
#include "workbook/sheets/figure_with_unit.h"
#include "workbook/sheets/table.h"

namespace lvce {
namespace {

using Kind = xlsx::Cell::Kind;

constexpr std::size_t kQuoted = 30;  ///< characters of a typed word that a message repeats

std::string quoted(const std::string& text) {
  const std::u32string points = decode_utf8(replace_all(text, "\n", " "));
  const bool longer = points.size() > kQuoted;
  return "「" + encode_utf8(std::u32string_view(points).substr(0, kQuoted)) + (longer ? "…" : "") + "」";
}

/// "2021-01-01" of a date cell, or of a date that programs write as text, with its time ("2021-01-01 00:00:00").
std::optional<std::string> day_of_cell(const xlsx::Cell& cell, const std::string& shown) {
  if (cell.kind == Kind::date) return shown;
  return cell.kind == Kind::text && shown.find(':') != std::string::npos ? parse_typed_date(shown) : std::nullopt;
}

template <typename T>
Given<T> broken_at(CellPlace place) {
  return {std::nullopt, true, std::move(place)};
}

}  // namespace

std::string SheetTable::shown(const xlsx::Cell& cell) const {
  switch (cell.kind) {
    case Kind::text: return trim(book_->text(cell));
    case Kind::boolean: return cell.number != 0 ? "是" : "否";
    case Kind::date: return xlsx::date_text(static_cast<std::int64_t>(cell.number));
    case Kind::number: {
      const std::optional<Decimal> number = Decimal::from_cell(cell.number);
      if (!number) return {};
      return cell.percent ? (*number * Decimal(100)).shortest() + "%" : number->shortest();
    }
    default: return {};
  }
}

/// Error cells and formulas without result: one finding each, and true; for refused cells one has been made.
bool SheetTable::unusable(const xlsx::Cell& cell, const CellPlace& place) const {
  if (cell.kind == Kind::refused) return true;
  if (cell.kind == Kind::error) {
    reporter_->at_cell("cell-formula-error", Severity::error, place, "单元格是公式错误 " + book_->text(cell), "请改正公式，或直接填写数值");
    return true;
  }
  if (cell.kind == Kind::uncomputed) {
    reporter_->at_cell("cell-not-computed", Severity::error, place, "公式没有保存计算结果", "请用 WPS 或 Excel 打开后保存一次");
    return true;
  }
  return false;
}

Given<std::string> SheetTable::text(int row, const std::string& name) const {
  const CellPlace where = place(row, name);
  const HeaderColumn* found = column(name);
  if (found == nullptr || blank(row, name)) return {std::nullopt, false, where};
  if (found->twice || found->unclear || unusable(cell(row, name), where)) return broken_at<std::string>(where);
  return {shown(cell(row, name)), false, where};
}

std::string SheetTable::plain_text(int row, const std::string& name) const { return text(row, name).value.value_or(""); }

std::string SheetTable::unit_of(const std::string& name) const {
  const HeaderColumn* found = column(name);
  const auto usual = usual_units_.find(name);
  if (found != nullptr && !found->unit.empty()) return found->unit;
  return usual == usual_units_.end() ? "" : usual->second;
}

bool SheetTable::says_nothing(int row, const std::string& name) const {
  const xlsx::Cell& given = cell(row, name);
  if (given.kind != Kind::text) return false;
  const std::string typed = without_space(fold_width(shown(given)));
  static constexpr std::array kNothing = {"无", "没有", "未用", "未使用", "不用", "不涉及", "n/a"};
  return is_dash(typed) || std::find(kNothing.begin(), kNothing.end(), typed) != kNothing.end();
}

namespace {

/// "下降2%以上", "不低于2%", "百分之2": what is left is the figure. Other text as it is.
std::string without_fall_words(const std::string& typed) {
  std::string out = without_space(fold_width(typed));
  const std::size_t length = out.size();
  for (const std::string word : {"同比", "比上年", "较上年", "下降率", "下降", "降低", "减少", "降", "不低于", "不少于", "达到", "≥", ">="}) {
    if (out.starts_with(word)) out.erase(0, word.size());
  }
  for (const std::string word : {"及以上", "以上"}) {
    if (out.ends_with(word)) out.resize(out.size() - word.size());
  }
  if (const std::string points = "个百分点"; out.ends_with(points)) out.replace(out.size() - points.size(), points.size(), "%");
  if (out.starts_with("百分之")) out = out.substr(std::string("百分之").size()) + "%";
  return out.size() == length ? typed : out;
}

}  // namespace

Given<Decimal> SheetTable::number(int row, const std::string& name) const {
  const Given<std::string> typed = text(row, name);
  if (!typed.value) return {std::nullopt, typed.broken, typed.place};
  if (refused(row, name)) return broken_at<Decimal>(typed.place);
  const xlsx::Cell& given = cell(row, name);
  std::optional<Decimal> number;
  if (given.kind == Kind::number && !given.percent) number = Decimal::from_cell(given.number);
  if (given.kind == Kind::text) number = parse_typed_number(*typed.value);
  if (given.kind == Kind::text && !number) number = parse_figure_with_unit(*typed.value, unit_of(name));
  if (given.kind == Kind::text && !number) number = parse_carrier_figure(*typed.value, name, unit_of(name));
  if (number) return {number, false, typed.place};
  const std::string what = given.kind == Kind::date ? "日期" + quoted(*typed.value) : quoted(*typed.value);
  reporter_->at_cell(
      "cell-not-a-number", Severity::error, typed.place, "此处应填数字，现在是" + what + invisible_words(*typed.value),
      given.kind == Kind::date ? "请把单元格格式改为“常规”后重新填写" : "请只填数字，单位写在表头；整列都没有使用的请留空，只是这一格没有的填 0");
  return broken_at<Decimal>(typed.place);
}

Given<Decimal> SheetTable::quantity(int row, const std::string& name) const {
  Given<Decimal> out = number(row, name);
  if (!out.value || !out.value->is_negative()) return out;
  reporter_->at_cell("cell-negative", Severity::error, out.place, "此处不应是负数（" + out.value->shortest() + "）", "请核对原始凭证后改正");
  return broken_at<Decimal>(out.place);
}

Given<Decimal> SheetTable::percentage(int row, const std::string& name) const {
  const Given<std::string> typed = text(row, name);
  if (!typed.value) return {std::nullopt, typed.broken, typed.place};
  const std::string said = without_fall_words(*typed.value);
  if (const auto percent = parse_typed_percent(said)) {
    if (!percent->is_negative()) return {percent, false, typed.place};
    reporter_->at_cell("cell-negative", Severity::error, typed.place, "此处不应是负数（" + *typed.value + "）", "下降率请填正数，例如 2.5%");
    return broken_at<Decimal>(typed.place);
  }
  const std::optional<Decimal> in_words = said == *typed.value ? std::nullopt : parse_typed_number(said);
  Given<Decimal> out = in_words && !in_words->is_negative() ? Given<Decimal>{in_words, false, typed.place} : quantity(row, name);
  if (!out.value || out.value->is_zero() || *out.value > Decimal(1) || unit_of(name) == "%") return out;  // 下降率要求（%）
  const std::string plain = out.value->shortest();
  const std::string hundredfold = (*out.value * Decimal(100)).shortest();
  reporter_->at_cell("cell-percent-unclear", Severity::error, out.place, "看不出 " + plain + " 是 " + plain + "% 还是 " + hundredfold + "%",
                     "请带百分号填写，例如 " + plain + "% 或 " + hundredfold + "%");
  return broken_at<Decimal>(out.place);
}

Given<int> SheetTable::year(int row, const std::string& name) const {
  const Given<std::string> typed = text(filled_down_row(row, name), name);
  if (!typed.value) return {std::nullopt, typed.broken, typed.place};
  const xlsx::Cell& given = cell(filled_down_row(row, name), name);
  std::optional<int> year = given.percent ? std::nullopt : parse_typed_year(*typed.value);
  if (const auto day = day_of_cell(given, *typed.value); day && !year) year = parse_typed_year(day->substr(0, 4));
  if (year) return {year, false, typed.place};
  reporter_->at_cell("year-unreadable", Severity::error, typed.place, quoted(*typed.value) + "不是年份，这一行没有采用", "请填四位数年份，例如 2021");
  return broken_at<int>(typed.place);
}

Given<int> SheetTable::month(int row, const std::string& name) const {
  const Given<std::string> typed = text(row, name);
  if (!typed.value) return {std::nullopt, typed.broken, typed.place};
  const xlsx::Cell& given = cell(row, name);
  std::optional<int> month = given.percent ? std::nullopt : parse_typed_month(*typed.value);
  if (const auto day = day_of_cell(given, *typed.value); day && !month && day->ends_with("-01")) month = parse_typed_month(day->substr(5, 2));
  if (month) return {month, false, typed.place};
  reporter_->at_cell("month-unreadable", Severity::error, typed.place, quoted(*typed.value) + "不是月份，这一行没有采用", "请填 1 至 12，或“全年”");
  return broken_at<int>(typed.place);
}

}  // namespace lvce
