#include "workbook/mapping/table_header.h"

#include <algorithm>
#include <set>

#include "support/text.h"

namespace lvce::formats {
namespace {

constexpr int kSearchRows = 20;

std::set<int> columns_of(const SourceSheet& source, int row) {
  std::set<int> out;
  for (int at : {row - 1, row}) {
    const auto cells = source.sheet->rows.find(at);
    if (cells == source.sheet->rows.end()) continue;
    for (const auto& [column, cell] : cells->second) out.insert(column);
  }
  return out;
}

/// 1 … 31, 1日.
bool is_day(const std::string& text) {
  std::string plain = without_space(fold_width(text));
  for (const char* ending : {"日", "号"})
    if (plain.ends_with(ending)) plain.resize(plain.size() - std::string(ending).size());
  return !plain.empty() && plain.size() <= 2 && plain.find_first_not_of("0123456789") == std::string::npos && std::stoi(plain) >= 1 && std::stoi(plain) <= 31;
}

HeaderFound match_row(const SourceSheet& source, int row, const std::vector<ValueRule>& rules) {
  HeaderFound found{row, std::vector<std::vector<int>>(rules.size())};
  for (int column : columns_of(source, row)) {
    const std::string text = header_text(source, row, column);
    const std::string heading = heading_above(source, row, column);
    for (std::size_t i = 0; i < rules.size(); ++i) {
      if (rules[i].letter > 0) {
        if (column == rules[i].letter) found.columns[i].push_back(column);
        continue;
      }
      if (rules[i].days) {
        if (is_day(text)) found.columns[i].push_back(column);
        continue;
      }
      const bool placed = rules[i].under.empty() || is_named(heading, {rules[i].under});
      if (placed && is_named(text, rules[i].names)) found.columns[i].push_back(column);
    }
  }
  return found;
}

std::size_t matched(const HeaderFound& found) {
  return static_cast<std::size_t>(std::count_if(found.columns.begin(), found.columns.end(), [](const auto& columns) { return !columns.empty(); }));
}

}  // namespace

std::string header_text(const SourceSheet& source, int row, int column) {
  const std::string text = source.text(row, column);
  return text.empty() && row > 1 ? source.text(row - 1, column) : text;
}

std::string heading_above(const SourceSheet& source, int row, int column) {
  if (row < 2 || source.text(row, column).empty()) return {};
  for (const xlsx::Range& merge : source.sheet->merges) {
    const bool covers = merge.first_row <= row - 1 && row - 1 <= merge.last_row && merge.first_column <= column && column <= merge.last_column;
    if (covers) return source.text(merge.first_row, merge.first_column);
  }
  for (int at = column; at >= 1 && !source.text(row, at).empty(); --at) {
    const std::string text = source.text(row - 1, at);
    if (!text.empty()) return text;
  }
  return {};
}

std::optional<HeaderFound> find_table_header(const SourceSheet& source, const std::vector<ValueRule>& rules) {
  std::optional<HeaderFound> best;
  for (const auto& [row, cells] : source.sheet->rows) {
    if (row > kSearchRows) break;
    HeaderFound found = match_row(source, row, rules);
    if (!best || matched(found) > matched(*best)) best = std::move(found);
  }
  if (!best || matched(*best) == 0) return std::nullopt;
  std::size_t required = 0;
  std::size_t present = 0;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    required += rules[i].optional ? 0 : 1;
    present += !rules[i].optional && !best->columns[i].empty() ? 1 : 0;
  }
  if (2 * present < required) return std::nullopt;
  return best;
}

}  // namespace lvce::formats
