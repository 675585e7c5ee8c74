#include "workbook/detect/ledger_sheets.h"

#include <filesystem>

#include "workbook/unit_folder.h"

namespace lvce::test {

int figure_at(int month, int base) { return base + (month * 73 % 11 - 5) * base / 40; }
std::string cell_of(int month, int base) { return std::to_string(figure_at(month, base)); }

int year_of_base(int base) {
  int sum = 0;
  for (int month = 1; month <= 12; ++month) sum += figure_at(month, base);
  return sum;
}

std::string year_sum(int base) { return std::to_string(year_of_base(base)); }
std::string month_name(int month) { return std::to_string(month) + "月"; }

std::vector<Row> rows_of(const std::string& title, const std::vector<std::string>& heads, const std::vector<int>& bases) {
  std::vector<std::string> header{"月份"};
  header.insert(header.end(), heads.begin(), heads.end());
  std::vector<Row> rows = {words({title}), words(header)};
  for (int month = 1; month <= 12; ++month) {
    Row row{text(month_name(month))};
    for (const int base : bases) row.push_back(number(cell_of(month, base)));
    rows.push_back(row);
  }
  return rows;
}

LedgerLayout layout_of_book(const std::string& xlsx) {
  TempUnit unit;
  std::filesystem::create_directories(unit.folder() / "能耗");
  unit.add("能耗/能耗.xlsx", xlsx);
  return understand_ledgers(unit.folder());
}

LedgerLayout layout_of_sheets(const std::vector<SheetXml>& sheets) { return layout_of_book(book_of(sheets)); }

LedgerLayout layout_of_months(const std::string& title, const std::vector<std::string>& labels, const std::string& heading) {
  std::vector<Row> rows = {words({title}), words({"月份", heading})};
  for (std::size_t i = 0; i < labels.size(); ++i) rows.push_back({text(labels[i]), number(cell_of(static_cast<int>(i) + 1, 8000))});
  return layout_of_sheets({{"Sheet1", rows, "", ""}});
}

std::string sums_of(const LedgerLayout& layout) {
  std::string out;
  for (const LedgerSeries& one : layout.series) out += (out.empty() ? "" : "; ") + one.carrier + " " + std::to_string(one.year) + " = " + one.sum.shortest();
  return out;
}

bool only_asked(const LedgerLayout& layout) { return layout.series.empty() && !layout.questions.empty(); }

}  // namespace lvce::test
