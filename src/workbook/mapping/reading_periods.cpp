#include "workbook/mapping/reading_periods.h"

#include <algorithm>
#include <utility>

namespace lvce::formats {
namespace {

using Kind = xlsx::Cell::Kind;
using Months = std::vector<SeriesMonth>;

/// The merge whose first cell this is and that goes on in the direction of the months.
const xlsx::Range* merge_from(const xlsx::Sheet& sheet, const std::pair<int, int>& cell, bool down) {
  const auto found = std::find_if(sheet.merges.begin(), sheet.merges.end(), [&](const xlsx::Range& merge) {
    const bool longer = down ? merge.last_row > merge.first_row : merge.last_column > merge.first_column;
    return longer && merge.first_row == cell.first && merge.first_column == cell.second;
  });
  return found == sheet.merges.end() ? nullptr : &*found;
}

bool covers(const xlsx::Range& merge, const std::pair<int, int>& cell) {
  return merge.first_row <= cell.first && cell.first <= merge.last_row && merge.first_column <= cell.second && cell.second <= merge.last_column;
}

bool follows(const SeriesMonth& before, const SeriesMonth& next) {
  return before.last > 0 && before.year.value == next.year.value && next.first.value == before.last + 1;
}

bool all_blank(const SourceSheet& source, const SeriesMonth& month) {
  return std::all_of(month.cells.begin(), month.cells.end(), [&](const auto& at) { return take(source, at.first, at.second).cell.kind == Kind::blank; });
}

}  // namespace

void join_merged_months(const SourceSheet& source, bool down, Months& months, std::vector<xlsx::Origin>& odd) {
  Months joined;
  for (std::size_t i = 0; i < months.size(); ++i) {
    SeriesMonth month = months[i];
    const xlsx::Range* merge = month.cells.size() == 1 ? merge_from(*source.sheet, month.cells.front(), down) : nullptr;
    while (merge != nullptr && i + 1 < months.size() && months[i + 1].cells.size() == 1 && covers(*merge, months[i + 1].cells.front())) {
      const SeriesMonth& next = months[++i];
      if (follows(month, next)) month.last = next.last;
      else odd.push_back(next.first.at);
    }
    joined.push_back(std::move(month));
  }
  months = std::move(joined);
}

void join_blank_months(const SourceSheet& source, Months& months) {
  Months joined;
  std::size_t blanks = 0;  // at the end of `joined`
  for (SeriesMonth& month : months) {
    const bool goes_on = !joined.empty() && follows(joined.back(), month);
    if (!goes_on) blanks = 0;
    if (all_blank(source, month)) {
      ++blanks;
    } else if (blanks > 0) {
      month.first = joined[joined.size() - blanks].first;
      joined.resize(joined.size() - blanks);
      blanks = 0;
    }
    joined.push_back(std::move(month));
  }
  months = std::move(joined);
}

}  // namespace lvce::formats
