#include "fleet/missing_list.h"

#include <algorithm>
#include <memory>

#include "prepare/table_book.h"

namespace lvce {
namespace {

constexpr lxw_row_t kMostRows = 1'000'000;
constexpr lxw_col_t kPointsColumn = 8;

const std::vector<std::pair<const char*, double>>& missing_columns() {
  static const std::vector<std::pair<const char*, double>> columns = {{"归口部门", 14}, {"单位名称", 24}, {"责任科室", 14}, {"指标", 10},    {"类别", 8},
                                                                      {"位置", 34},     {"问题", 48},     {"怎么办", 40},   {"影响得分", 10}};
  return columns;
}

/// By office, those without one last; else as the unit's own list has them.
Findings by_office(Findings findings) {
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Finding& a, const Finding& b) { return std::pair(a.owner.empty(), a.owner) < std::pair(b.owner.empty(), b.owner); });
  return findings;
}

/// One file of the list.
class MissingBook {
 public:
  explicit MissingBook(const std::filesystem::path& file) : book_(file, "缺项汇总", missing_columns()) {
    if (!book_.usable()) return;
    worksheet_set_landscape(book_.sheet());
    worksheet_set_paper(book_.sheet(), 9);
    worksheet_fit_to_pages(book_.sheet(), 1, 0);
    worksheet_repeat_rows(book_.sheet(), 0, 0);
  }

  void add(const UnitRow& unit, const Finding& finding) {
    if (!book_.usable()) return;
    ++row_;
    const std::string cells[] = {unit.department,
                                 unit.name,
                                 finding.owner.empty() ? kNoOwner : finding.owner,
                                 finding.place.indicator,
                                 unit.state == UnitState::failed ? "没有生成" : std::string(severity_label(finding.severity)),
                                 finding.where(),
                                 finding.message,
                                 finding.hint};
    lxw_col_t column = 0;
    for (const std::string& cell : cells) worksheet_write_string(book_.sheet(), row_, column++, cell.c_str(), book_.body());
    if (finding.points) worksheet_write_number(book_.sheet(), row_, kPointsColumn, finding.points->to_double(), book_.body());
    else worksheet_write_blank(book_.sheet(), row_, kPointsColumn, book_.body());
  }

  bool full() const { return row_ == kMostRows; }

  bool finish() {
    if (book_.usable()) worksheet_autofilter(book_.sheet(), 0, 0, std::max<lxw_row_t>(row_, 1), kPointsColumn);
    return book_.finish();
  }

 private:
  TableBook book_;
  lxw_row_t row_ = 0;
};

}  // namespace

bool write_missing_list(const std::vector<UnitRow>& rows, const std::filesystem::path& file) {
  auto book = std::make_unique<MissingBook>(file);
  int number = 1;
  for (const UnitRow& row : rows) {
    for (const Finding& finding : by_office(row.findings)) {
      if (book->full()) {
        if (!book->finish()) return false;
        std::filesystem::path next = file;
        next.replace_filename(file.stem().string() + std::to_string(++number) + file.extension().string());
        book = std::make_unique<MissingBook>(next);
      }
      book->add(row, finding);
    }
  }
  return book->finish();
}

}  // namespace lvce
