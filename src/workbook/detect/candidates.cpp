#include "workbook/detect/candidates.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "office/carriers.h"
#include "office/values.h"
#include "support/text.h"
#include "workbook/book/number_format.h"
#include "workbook/detect/words.h"

namespace lvce::formats {
namespace {

using Kind = xlsx::Cell::Kind;

/// What is doubted of single cells, behind their names.
constexpr const char* kNegative = " 是负数";
constexpr const char* kNoMonth = " 看不出是哪个月";
constexpr std::array kOfCells = {kNoNumber, kNegative, kNoMonth};

std::optional<Decimal> figure_of(const Taken& taken) {
  if (taken.cell.kind == Kind::number && !taken.cell.percent) return Decimal::from_cell(taken.cell.number);
  return taken.cell.kind == Kind::text ? parse_typed_number(taken.text) : std::nullopt;
}

Decimal with_tens(Decimal figure, int tens) {
  const Decimal step = tens < 0 ? *Decimal::parse("0.1") : Decimal(10);
  for (int i = 0; i < std::abs(tens); ++i) figure = figure * step;
  return figure;
}

void doubt(std::vector<std::string>& doubts, const std::string& what) {
  if (std::find(doubts.begin(), doubts.end(), what) == doubts.end()) doubts.push_back(what);
}

/// What the number format adds to a figure must be what the words say.
void compare_format(Candidate& candidate, const Taken& taken) {
  if (taken.cell.kind != Kind::number || (taken.cell.shown.word == 0 && taken.cell.shown.shift == 0)) return;
  const std::string word = xlsx::format_word(taken.cell.shown.word);
  const xlsx::UnitWord format = xlsx::unit_word_at(taken.cell.shown.word);
  const auto shown = ledger_unit(std::string(carrier_name(candidate.carrier)), word);
  const auto said = ledger_unit(std::string(carrier_name(candidate.carrier)), candidate.rule.unit);
  const int shift = taken.cell.shown.shift;
  const bool moved = format.base.empty() && shift != 0 && said && format.tens - shift == said->tens;  // 38400 千瓦时 as 3.84万
  const bool same = said && candidate.unit_said && (moved || (shown && shown->unit == said->unit && shown->tens - shift == said->tens));
  if (!same) doubt(candidate.doubts, "单元格的数字格式显示「" + word + "」，与表里写的计量单位不一致");
}

/// Sum of a month's cells, as the mapping will add them; nothing where all are blank.
std::optional<Decimal> month_sum(Candidate& candidate, const SeriesMonth& month, int tens) {
  Decimal sum;
  bool any = false, gap = false;
  for (const auto& [row, column] : month.cells) {
    const Taken taken = bare_figure(take(*candidate.source, row, column), candidate.rule.unit);
    if (taken.cell.kind == Kind::blank) {
      gap = gap || !candidate.rule.days;
      continue;
    }
    const auto figure = figure_of(taken);
    if (!figure) {
      doubt(candidate.doubts, xlsx::cell_name(row, column) + kNoNumber);
      continue;
    }
    if (figure->is_negative()) doubt(candidate.doubts, xlsx::cell_name(row, column) + kNegative);
    compare_format(candidate, taken);
    sum += with_tens(*figure, tens);
    any = true;
  }
  if (any && gap)
    doubt(candidate.doubts, "要相加的几格里，" + candidate.source->origin(month.cells.front().first, month.cells.front().second).cell + " 一处有空白");
  return any ? std::optional(sum) : std::nullopt;
}

}  // namespace

std::string range_text(const xlsx::Range& range) {
  const std::string first = xlsx::cell_name(range.first_row, range.first_column), last = xlsx::cell_name(range.last_row, range.last_column);
  return first == last ? first : first + ":" + last;
}

std::string Candidate::place() const {
  std::vector<std::string> ranges;
  for (const xlsx::Range& range : rule.values) ranges.push_back(range_text(range));
  return file + " " + sheet + "!" + join(ranges, "+");
}

void read_values(Candidate& candidate) {
  const auto unit = ledger_unit(std::string(carrier_name(candidate.carrier)), candidate.rule.unit);
  if (!unit) {
    doubt(candidate.doubts, "计量单位「" + candidate.rule.unit + "」不是“" + std::string(carrier_name(candidate.carrier)) + "”的计量单位");
    return;
  }
  candidate.unit = unit->unit;
  std::vector<xlsx::Origin> odd;
  for (const SeriesMonth& month : months_of_series(*candidate.source, candidate.rule, odd)) {
    const auto sum = month_sum(candidate, month, unit->tens);
    if (!sum) continue;
    const auto [at, added] = candidate.values.try_emplace({month.year.value, month.first.value, month.last}, *sum);
    if (added) continue;
    if (!candidate.rule.sum)
      doubt(candidate.doubts, month.year.value == 0 ? "几个年份的月份排在一起，看不出各是哪一年"
                                                    : std::to_string(month.year.value) + "年" + std::to_string(month.first.value) + "月出现多次");
    at->second += *sum;
  }
  for (const xlsx::Origin& at : odd) doubt(candidate.doubts, at.cell + kNoMonth);
  const bool no_year = std::any_of(candidate.values.begin(), candidate.values.end(), [](const auto& value) { return std::get<0>(value.first) == 0; });
  if (no_year && candidate.doubts.empty()) doubt(candidate.doubts, "看不出是哪一年的");
}

std::string told_briefly(const std::vector<std::string>& doubts) {
  constexpr std::size_t kMostCells = 3;
  std::vector<std::string> told;
  std::set<std::string> grouped;
  for (const std::string& doubt : doubts) {
    const auto kind = std::find_if(kOfCells.begin(), kOfCells.end(), [&](const char* ending) { return doubt.ends_with(ending); });
    if (kind == kOfCells.end()) told.push_back(doubt);
    if (kind == kOfCells.end() || !grouped.insert(*kind).second) continue;
    std::vector<std::string> cells;
    for (const std::string& other : doubts)
      if (other.ends_with(*kind)) cells.push_back(other.substr(0, other.size() - std::string_view(*kind).size()));
    const std::size_t all = cells.size();
    if (all > kMostCells) cells.resize(kMostCells);
    told.push_back(join(cells, "、") + (all > kMostCells ? " 等 " + std::to_string(all) + " 处" : "") +
                   (all > kMostCells ? std::string(*kind).substr(1) : *kind));
  }
  return join(told, "；");
}

bool overlap(const Candidate& a, const Candidate& b) {
  return std::any_of(a.values.begin(), a.values.end(), [&](const auto& value) {
    const auto [year, first, last] = value.first;
    return std::any_of(b.values.begin(), b.values.end(), [&, y = year, f = first, l = last](const auto& other) {
      const auto [year2, first2, last2] = other.first;
      return year2 == y && (first2 == 0) == (f == 0) && first2 <= l && f <= last2;
    });
  });
}

std::vector<std::string> titles_above(const SourceSheet& source, int first_row, int row) {
  std::vector<std::string> titles;
  for (int at = row - 1; at >= first_row; --at) {
    const auto cells = source.sheet->rows.find(at);
    if (cells == source.sheet->rows.end()) continue;
    for (const auto& [column, cell] : cells->second) {
      const std::string text = source.text(at, column);
      if (cell.kind == Kind::text && !is_day_of_filling(source, at, column)) titles.push_back(text);
    }
  }
  return titles;
}

namespace {

/// 用油 may be any of them.
bool are_vehicle_fuels(const std::set<Carrier>& found) {
  return found.size() > 1 && std::all_of(found.begin(), found.end(), [](Carrier carrier) { return official_part_of(carrier).has_value(); });
}

std::string named_fuels(const std::set<Carrier>& carriers, const std::string& between) {
  std::vector<std::string> names;
  for (const Carrier carrier : carriers) names.emplace_back(carrier_name(carrier));
  return join(names, between);
}

}  // namespace

std::optional<Carrier> carrier_said(const std::vector<std::string>& stack, const std::vector<std::string>& around, std::vector<std::string>& doubts) {
  const bool titled = std::any_of(around.begin(), around.end(), [](const std::string& text) { return carriers_in(text).size() == 1; });
  for (const auto* texts : {&stack, &around}) {
    for (const std::string& text : *texts) {
      if (titled && texts == &stack && is_name(text)) continue;  // 水管站 below 2021年用电
      const std::set<Carrier> found = carriers_in(text);
      if (found.size() == 1) return *found.begin();
      if (are_vehicle_fuels(found)) {
        doubt(doubts, "「" + text + "」是" + named_fuels(found, "还是") + "，看不出来");
        return *found.begin();
      }
      if (found.size() > 1 && texts == &stack) {
        doubt(doubts, "「" + text + "」提到几种能源，看不出是哪一种");
        return *found.begin();
      }
    }
  }
  for (const std::string& text : stack)
    if (const auto carrier = carrier_of_unit(text)) return carrier;
  return std::nullopt;
}

std::string unit_said(const std::vector<std::string>& stack, const std::vector<std::string>& around, Carrier carrier, std::vector<std::string>& doubts) {
  const std::string name(carrier_name(carrier));
  std::string near;
  for (const std::string& text : stack) {
    const std::vector<std::string> units = units_in(text, carrier);
    if (units.size() > 1 && ledger_unit(name, units[0])->tens != ledger_unit(name, units[1])->tens) doubt(doubts, "「" + text + "」写了两种计量单位");
    if (near.empty() && !units.empty()) near = units.front();
    const std::string typed = header_unit(text);
    if (near.empty() && is_unit(typed) && units.empty()) {
      doubt(doubts, "计量单位「" + typed + "」不是“" + name + "”的计量单位");
      return typed;
    }
  }
  for (const std::string& text : around) {
    for (const std::string& unit : units_in(text, carrier)) {
      if (near.empty()) return unit;
      const auto a = ledger_unit(name, unit), b = ledger_unit(name, near);
      const std::vector<std::string> all = units_in(text, carrier);
      const bool also = std::any_of(all.begin(), all.end(), [&](const std::string& other) { return ledger_unit(name, other)->tens == b->tens; });
      if (a->unit == b->unit && a->tens != b->tens && !also) doubt(doubts, "计量单位有两种写法：列名「" + near + "」，「" + text + "」");
    }
  }
  return near;
}

}  // namespace lvce::formats
