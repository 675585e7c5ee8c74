#include "energy/checks/detail_table.h"

#include <algorithm>
#include <vector>

#include "office/values.h"
#include "support/text.h"

namespace lvce {
namespace {

std::string plain_header(const std::string& header) {
  const std::string folded = without_space(fold_width(header));
  return folded.substr(0, folded.find('('));
}

/// plain_header(header) == wanted. Most headers are plain already: only those with a blank, or with a sign that is not Han, are folded.
bool is_headed(const std::string& header, const std::string& wanted) {
  if (header.starts_with(wanted) && (header.size() == wanted.size() || header[wanted.size()] == '(')) return true;
  return header.find_first_of(" \t\r\n\v\f\xC2\xE1\xE2\xE3\xEF") != std::string::npos && plain_header(header) == wanted;
}

/// Runs of digits: "2020年3月" → 2020, 3; "202003" → 2020, 3; "20200305" → 2020, 3, 5.
std::vector<int> numbers_in(const std::string& text) {
  std::vector<int> out;
  const std::string folded = fold_width(text);
  for (std::size_t at = 0; at < folded.size();) {
    if (folded[at] < '0' || folded[at] > '9') {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < folded.size() && folded[end] >= '0' && folded[end] <= '9') ++end;
    std::string digits = folded.substr(at, end - at);
    at = end;
    if (digits.size() == 6 || digits.size() == 8) {
      out.push_back(std::stoi(digits.substr(0, 4)));
      digits = digits.substr(4, 2);
    }
    if (digits.size() <= 4) out.push_back(std::stoi(digits));
  }
  return out;
}

/// 一季度, 上半年, 本月合计 … where a row says what it is about.
bool is_summary_key(const std::string& header, const std::string& text) {
  static const std::vector<std::string> kKeys = {"年度", "年份", "月份", "日期", "能源种类", "种类", "表号", "车牌"};
  return std::find(kKeys.begin(), kKeys.end(), plain_header(header)) != kKeys.end() && !parse_typed_month(text) && is_summary_label(text);
}

bool is_year(int number) { return number >= 1990 && number <= 2099; }

}  // namespace

const DetailLedger* detail_ledger(const Workbook& workbook, const std::string& sheet) {
  const auto found = workbook.details.find(sheet);
  return found == workbook.details.end() ? nullptr : &found->second;
}

const DetailCell* detail_cell(const DetailRow& row, const std::vector<std::string>& headers) {
  for (const std::string& wanted : headers) {
    const auto found = std::find_if(row.cells.begin(), row.cells.end(), [&](const auto& entry) { return is_headed(entry.first, wanted); });
    if (found != row.cells.end()) return &found->second;
  }
  return nullptr;
}

std::string detail_text(const DetailRow& row, const std::vector<std::string>& headers) {
  const DetailCell* cell = detail_cell(row, headers);
  return cell == nullptr ? "" : trim(cell->text);
}

std::optional<Decimal> detail_number(const DetailRow& row, const std::vector<std::string>& headers) {
  const DetailCell* cell = detail_cell(row, headers);
  return cell == nullptr ? std::nullopt : cell->number;
}

bool detail_is_words(const DetailRow& row, const std::vector<std::string>& headers) {
  const DetailCell* cell = detail_cell(row, headers);
  if (cell == nullptr || cell->number) return false;
  const std::string text = without_space(fold_width(cell->text));
  return !text.empty() && text != "无" && !is_dash(text);
}

std::optional<int> detail_year(const DetailRow& row) {
  for (const char* header : {"年度", "年份", "月份", "日期"}) {
    const std::vector<int> numbers = numbers_in(detail_text(row, {header}));
    if (!numbers.empty() && is_year(numbers.front())) return numbers.front();
  }
  return std::nullopt;
}

std::optional<int> detail_month(const DetailRow& row) {
  std::vector<int> numbers = numbers_in(detail_text(row, {"月份", "日期"}));
  if (!numbers.empty() && is_year(numbers.front())) numbers.erase(numbers.begin());
  if (numbers.empty() || numbers.front() < 1 || numbers.front() > 12) return std::nullopt;
  return numbers.front();
}

std::vector<const DetailRow*> detail_rows(const DetailLedger& ledger) {
  std::vector<const DetailRow*> out;
  for (const DetailRow& row : ledger.rows) {
    const bool total = std::any_of(row.cells.begin(), row.cells.end(), [](const auto& entry) {
      static const std::vector<std::string> kTotals = {"合计", "小计", "总计", "累计"};
      return starts_with_any(without_space(entry.second.text), kTotals) || is_summary_key(entry.first, entry.second.text);
    });
    if (!total) out.push_back(&row);
  }
  return out;
}

bool detail_has(const DetailLedger& ledger, const std::vector<std::string>& headers) {
  return std::any_of(ledger.rows.begin(), ledger.rows.end(), [&](const DetailRow& row) { return !detail_text(row, headers).empty(); });
}

Decimal rounding_of(const DetailCell& cell) {
  const std::string text = trim(fold_width(cell.text));
  const auto point = text.find('.');
  Decimal half = *Decimal::parse("0.5");
  if (point == std::string::npos) return half;
  for (std::size_t i = point + 1; i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i) half = half * *Decimal::parse("0.1");
  return half;
}

std::vector<std::string> instrument_column(const std::string& name) {
  static const std::vector<std::vector<std::string>> kColumns = {
      {"名称", "器具名称", "计量器具名称", "表具名称", "仪表名称", "设备名称"},
      {"规格型号", "型号规格", "规格", "型号"},
      {"安装使用地点", "安装地点", "使用地点", "安装位置", "安装使用位置", "安装部位"},
      {"测量对象", "计量对象", "计量内容"},
      {"准确度", "准确度等级", "精度", "精度等级"},
      {"出厂编号", "编号", "表号"},
      {"检定周期", "校准周期"},
      {"状态", "使用状态"},
  };
  const auto found = std::find_if(kColumns.begin(), kColumns.end(), [&](const auto& names) { return names.front() == name; });
  return found == kColumns.end() ? std::vector<std::string>{name} : *found;
}

std::string month_words(int year, int month) { return std::to_string(year) + "年" + std::to_string(month) + "月"; }

namespace {

/// A cell of the row in the office's own sheet: its own number means nothing there.
Place mapped_row_place(const std::string& file, const DetailLedger& ledger, const DetailRow& row) {
  const auto placed = std::find_if(row.cells.begin(), row.cells.end(), [](const auto& cell) { return !cell.second.place.cell.empty(); });
  return placed == row.cells.end() ? in_sheet(file, ledger.sheet) : placed->second.place.in(file);
}

}  // namespace

Place detail_place(const std::string& file, const DetailLedger& ledger, const DetailRow& row, const std::vector<std::string>& headers) {
  const DetailCell* cell = detail_cell(row, headers);
  if (cell != nullptr && !cell->place.cell.empty()) return cell->place.in(file);
  if (ledger.by_mapping) return mapped_row_place(file, ledger, row);
  for (const DetailRow& other : ledger.rows) {
    const DetailCell* same_column = detail_cell(other, headers);
    if (same_column == nullptr || same_column->place.cell.empty()) continue;
    const std::string& at = same_column->place.cell;
    return in_cell(file, ledger.sheet, at.substr(0, at.find_first_of("0123456789")) + std::to_string(row.row));
  }
  return in_sheet(file, ledger.sheet, "第" + std::to_string(row.row) + "行");
}

}  // namespace lvce
