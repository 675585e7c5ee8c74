// 汇总排名表, 差异表 and 未完成清单.
#include <algorithm>

#include "review/lists/list_parts.h"
#include "review/lists/lists.h"
#include "support/text.h"

namespace lvce {
namespace {

/// Names of the parts of a standard, in the order in which they are first weighed.
std::vector<std::string> part_names(const Rubric& rubric) {
  if (rubric.review.weights.empty()) return {""};
  std::vector<std::string> names;
  for (const ReviewWeights& weights : rubric.review.weights)
    for (const ReviewPart& part : weights.parts)
      if (std::find(names.begin(), names.end(), part.by) == names.end()) names.push_back(part.by);
  return names;
}

std::string part_head(const std::string& by) {
  if (by.empty()) return "核查得分";
  return by == kOwnPart ? "自评得分" : by + "级评分";
}

std::string weights_words(const Rubric& rubric) {
  std::vector<std::string> out;
  for (const ReviewWeights& weights : rubric.review.weights) {
    std::vector<std::string> parts;
    for (const ReviewPart& part : weights.parts) parts.push_back((part.by == kOwnPart ? part.by : part.by + "级评分") + " " + part.percent.shortest() + "%");
    out.push_back(join(weights.levels, "、") + "单位：" + join(parts, " + "));
  }
  return join(out, "；");
}

/// ROUND of the weighted parts, in cells; empty where a sheet has no function for that way to round.
std::string final_formula(const UnitResult& unit, const std::string& row, Rounding rounding) {
  std::vector<std::string> terms;
  for (const PartPoints& part : unit.parts) terms.push_back("{" + row + "." + part.by + "}*" + part.percent.shortest());
  const std::string sum = "ROUND(" + join(terms, "+") + ",6)/100";
  switch (rounding) {
    case Rounding::half_up: return "ROUND(" + sum + ",2)";
    case Rounding::down: return "ROUNDDOWN(" + sum + ",2)";
    case Rounding::up: return "ROUNDUP(" + sum + ",2)";
    case Rounding::half_even: break;
  }
  return "";
}

std::vector<TableCell> ranking_cells(const UnitResult& unit, const std::vector<std::string>& names, const std::string& row, Rounding rounding) {
  const ReviewUnit& about = unit.reviewed.package->about;
  std::vector<TableCell> cells = {unit.standing.rank ? whole_cell(*unit.standing.rank) : text_cell("—", Align::right), text_cell(about.name),
                                  text_cell(about.level), text_cell(about.department), text_cell(is_reverified(unit) ? "复验" : "创建", Align::centre)};
  for (const std::string& name : names) {
    const auto part = std::find_if(unit.parts.begin(), unit.parts.end(), [&](const PartPoints& one) { return one.by == name; });
    cells.push_back(part == unit.parts.end() ? text_cell("") : named(points_or_dash(part->points), row + "." + name));
  }
  TableCell final_cell = final_points_cell(unit);
  cells.push_back(unit.standing.final_points ? worked_out(std::move(final_cell), final_formula(unit, row, rounding)) : std::move(final_cell));
  cells.push_back(text_cell(passed_words(unit), Align::centre));
  std::string remark = unit.why;
  if (unit.standing.eliminated == true) remark = "末位淘汰" + (remark.empty() ? "" : "；" + remark);
  if (unit.standing.tied_at_cut) remark = "淘汰线上并列，待定" + (remark.empty() ? "" : "；" + remark);
  cells.push_back(text_cell(remark));
  return cells;
}

std::string rules_words(const RubricResults& group) {
  std::string words = group.rubric->review.weights.empty() ? "综合得分即核查得分" : "综合得分：" + weights_words(*group.rubric);
  if (group.rounded) words += "；小数取舍：" + rounding_words(group.rounding) + "（综合得分到百分位，淘汰家数到整数）";
  words += "。每个得分出自哪张核查表的哪一格，见“计分明细.csv”。";
  return words;
}

}  // namespace

Document compose_ranking(const ReviewResults& results) {
  return for_each_rubric("汇总排名表", Orientation::landscape, results, [](const RubricResults& group) {
    std::vector<Block> blocks = list_head("汇总排名表", group);
    blocks.emplace_back(paper_line(ParagraphStyle::note, rules_words(group)));
    const std::vector<std::string> names = part_names(*group.rubric);
    std::vector<PaperColumn> columns = {{"序号", 12}, {"名次", 12}, {"单位", 0, 2}, {"层级", 17}, {"归口部门", 26}, {"类型", 13}};
    for (const std::string& name : names) columns.push_back({part_head(name), 19});
    for (const PaperColumn& column : {PaperColumn{"综合得分", 18}, PaperColumn{"结论", 16}, PaperColumn{"说明", 0, 1.4}}) columns.push_back(column);
    std::size_t row = 0;
    blocks.emplace_back(unit_table(columns, units_that(group, [](const UnitResult&) { return true; }), [&](const UnitResult& unit) {
      return ranking_cells(unit, names, group.rubric->id + "." + std::to_string(row++), group.rounding);
    }));
    return blocks;
  });
}

Document compose_differences(const ReviewResults& results) {
  return for_each_rubric("差异表", Orientation::portrait, results, [](const RubricResults& group) {
    std::vector<Block> blocks = list_head("自评与核查差异表", group);
    std::vector<const UnitResult*> units = units_that(group,
                                                      [](const UnitResult& unit) { return unit.reviewed.facts.claimed && decisive_level(unit) != nullptr; });
    const auto difference = [](const UnitResult& unit) { return *unit.reviewed.facts.claimed - *decisive_level(unit)->total; };
    std::stable_sort(units.begin(), units.end(), [&](const UnitResult* left, const UnitResult* right) { return difference(*left) > difference(*right); });
    std::size_t row = 0;
    blocks.emplace_back(
        unit_table({{"序号", 13}, {"单位", 0, 1}, {"自评得分", 22}, {"核查得分", 22}, {"自评−核查", 22}, {"核查级别", 22}}, units, [&](const UnitResult& unit) {
          const std::string name = group.rubric->id + "." + std::to_string(row++);
          const LevelReview& level = *decisive_level(unit);
          return std::vector<TableCell>{text_cell(unit.reviewed.package->about.name), named(points_cell(*unit.reviewed.facts.claimed), name + ".own"),
                                        named(points_cell(*level.total), name + ".review"),
                                        worked_out(points_cell(difference(unit)), "ROUND({" + name + ".own}-{" + name + ".review},2)"),
                                        text_cell(level.level.empty() ? "—" : level.level)};
        }));
    return blocks;
  });
}

Document compose_open(const ReviewResults& results, const Register& received) {
  Table table = list_table("", {{"序号", 13}, {"单位", 0, 1}, {"还差什么", 0, 1.4}});
  const auto add = [&](const std::string& unit, const std::string& why) {
    table.rows.push_back({{whole_cell(static_cast<std::int64_t>(table.rows.size())), text_cell(unit), text_cell(why)}, true});
  };
  for (const RubricResults& group : results.rubrics)
    for (const UnitResult& unit : group.units)
      if (!unit.standing.final_points) add(unit.reviewed.package->about.name, unit.why);
  for (const UnitResult& unit : results.unusable) add(unit.reviewed.package->about.name, unit.why);
  for (const ReceivedPackage& package : received.received) {
    if (package.state == "double") add(package.about.name, "重复收件，这一份没有评分");
    else if (package.state != "ok" && package.state != "late") add(package.about.name, "收件时没有通过核对（" + package.state + "），没有评分");
  }
  for (const std::string& unit : received.missing) add(unit, "没有收到材料");
  if (table.rows.size() == 1) {
    TableCell none = text_cell("无", Align::centre);
    none.column_span = 3;
    table.rows.push_back({{std::move(none)}, true});
  }
  std::vector<Block> blocks;
  blocks.emplace_back(paper_line(ParagraphStyle::table_title, "未完成清单"));
  blocks.emplace_back(paper_line(ParagraphStyle::note, "下列单位没有综合得分，没有参加排名。"));
  blocks.emplace_back(std::move(table));
  return one_section("未完成清单", "未完成清单", "未完成清单", Orientation::portrait, std::move(blocks));
}

}  // namespace lvce
