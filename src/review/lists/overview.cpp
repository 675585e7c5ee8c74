// 总体情况 of the year: how many of which level were received, reviewed, recognised; the share of built offices against what the document asks.
#include <algorithm>
#include <map>
#include <set>

#include "review/lists/list_parts.h"
#include "review/lists/lists.h"

namespace lvce {
namespace {

/// A unit of the roster, or one that was received without one.
struct OverviewUnit {
  ReviewUnit about;
  const UnitResult* result = nullptr;
};

bool keeps_title(const OverviewUnit& unit) {
  const bool lost = unit.result != nullptr && (unit.result->standing.passed == false || unit.result->standing.eliminated == true);
  return unit.about.named_year && !lost;
}

bool is_new(const OverviewUnit& unit) { return !unit.about.named_year && unit.result != nullptr && unit.result->standing.passed == true; }

struct OverviewCounts {
  std::int64_t units = 0, received = 0, done = 0, added = 0, kept = 0, failed = 0, lost = 0;
  void add(const OverviewUnit& unit) {
    ++units;
    if (unit.result != nullptr) ++received;
    if (unit.result != nullptr && unit.result->standing.final_points) ++done;
    if (is_new(unit)) ++added;
    if (keeps_title(unit)) ++kept;
    if (unit.about.named_year && !keeps_title(unit)) ++lost;
    if (!unit.about.named_year && unit.result != nullptr && unit.result->standing.passed == false) ++failed;
  }
  std::int64_t built() const { return added + kept; }
};

std::vector<OverviewUnit> overview_units(const ReviewResults& results, const Register& received) {
  std::map<std::string, const UnitResult*> by_name;
  std::vector<OverviewUnit> out;
  for (const RubricResults& group : results.rubrics)
    for (const UnitResult& unit : group.units) by_name[unit.reviewed.package->about.name] = &unit;
  for (const ReviewUnit& unit : units_to_draw(received)) {
    const auto found = by_name.find(unit.name);
    out.push_back({unit, found == by_name.end() ? nullptr : found->second});
  }
  return out;
}

Decimal share_of(const OverviewCounts& counts) { return *(Decimal(counts.built()) * Decimal(100)).divided_by(Decimal(counts.units)); }

TableRow overview_row(const std::string& name, const OverviewCounts& counts, bool has_roster) {
  TableRow row{{text_cell(name)}, true};
  for (const std::int64_t count : {counts.units, counts.received, counts.done, counts.added, counts.failed, counts.kept, counts.lost, counts.built()})
    row.cells.push_back(whole_cell(count));
  row.cells.push_back(has_roster ? decimal_cell(share_of(counts), kPercentFormat) : text_cell("—", Align::right));
  return row;
}

Table levels_table(const std::vector<OverviewUnit>& units, bool has_roster) {
  Table table = list_table("", {{"单位层级", 0, 1},
                                {"名册单位", 16},
                                {"收到材料", 16},
                                {"评审完成", 16},
                                {"创建通过", 16},
                                {"创建未达标", 18},
                                {"复验保留", 16},
                                {"拟摘牌", 14},
                                {"建成", 13},
                                {"建成率", 18}});
  std::map<std::string, OverviewCounts> by_level;
  OverviewCounts all;
  for (const OverviewUnit& unit : units) {
    by_level[unit.about.level.empty() ? "（未填）" : unit.about.level].add(unit);
    all.add(unit);
  }
  for (const auto& [level, counts] : by_level) table.rows.push_back(overview_row(level, counts, has_roster));
  if (all.units > 0) table.rows.push_back(overview_row("合计", all, has_roster));
  return table;
}

bool is_counted(const OverviewUnit& unit, const BuiltShare& share) {
  if (share.field.empty()) return true;
  return (share.field == "单位层级" ? unit.about.level : unit.about.category) == share.value;
}

/// 评价年度 of the packages of a standard; 0 where they differ or say none.
int year_of(const RubricResults& group) {
  std::set<int> years;
  for (const UnitResult& unit : group.units) years.insert(unit.reviewed.facts.year);
  return years.size() == 1 ? *years.begin() : 0;
}

/// Whether the share is reached; before its year has come it is not missed.
std::string reached_words(const OverviewCounts& counts, const BuiltShare& share, int year) {
  if (counts.units == 0) return "没有这样的单位";
  if (share_of(counts) >= share.percent) return "达到";
  return year > 0 && share.year > year ? "尚未到期" : "没有达到";
}

Table targets_table(const RubricResults& group, const std::vector<OverviewUnit>& units, int year) {
  Table table = list_table("", {{"评价标准的要求", 0, 1.6}, {"年度", 14}, {"范围", 0, 1}, {"要求", 16}, {"现在", 18}, {"是否达到", 18}});
  for (const BuiltShare& share : group.rubric->review.built_shares) {
    OverviewCounts counts;
    for (const OverviewUnit& unit : units)
      if (is_counted(unit, share)) counts.add(unit);
    const bool known = counts.units > 0;
    const std::string reached = reached_words(counts, share, year);
    table.rows.push_back({{text_cell(share.text), whole_cell(share.year), text_cell(share.value.empty() ? "全部" : share.value),
                           decimal_cell(share.percent, {2, false, true, true}),
                           known ? decimal_cell(share_of(counts), kPercentFormat) : text_cell("—", Align::right), text_cell(reached, Align::centre)},
                          true});
  }
  return table;
}

}  // namespace

Document compose_overview(const ReviewResults& results, const Register& received) {
  const bool has_roster = !received.roster.empty();
  const std::vector<OverviewUnit> units = overview_units(results, received);
  std::vector<Block> blocks;
  blocks.emplace_back(paper_line(ParagraphStyle::table_title, "节约型机关创建总体情况"));
  blocks.emplace_back(paper_line(ParagraphStyle::note, has_roster
                                                           ? "建成 = 创建通过 + 已命名且没有拟摘牌的；建成率 = 建成 ÷ 名册单位。复验在评审完成以前按保留计。"
                                                           : "收件时没有给名册（--roster），下面只是收到材料的单位，建成率无从计算。"));
  blocks.emplace_back(levels_table(units, has_roster));
  for (const RubricResults& group : results.rubrics) {
    if (group.rubric->review.built_shares.empty() || !has_roster) continue;
    const int year = year_of(group);
    blocks.emplace_back(
        paper_line(ParagraphStyle::note, "建成率与要求对照（" + group.rubric->title + (year > 0 ? "，评价年度 " + std::to_string(year) : "") + "）"));
    blocks.emplace_back(targets_table(group, units, year));
  }
  return one_section("总体情况", "总体情况", "总体情况", Orientation::landscape, std::move(blocks));
}

std::vector<ListPaper> compose_lists(const ReviewResults& results, const Register& received) {
  std::vector<ListPaper> out;
  out.push_back({compose_open(results, received), false});
  out.push_back({compose_overview(results, received), false});
  if (results.rubrics.empty()) return out;
  for (Document (*compose)(const ReviewResults&) :
       {compose_ranking, compose_differences, compose_losses, compose_passed, compose_not_reached, compose_losing_title, compose_next_year})
    out.push_back({compose(results), false});
  out.push_back({compose_published(results), true});
  return out;
}

}  // namespace lvce
