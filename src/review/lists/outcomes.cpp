// Who passes, who does not, who loses the title: the lists that are decided on and published.
#include "review/lists/list_parts.h"
#include "review/lists/lists.h"

namespace lvce {
namespace {

/// Passes, and keeps the title where it has one.
bool is_to_pass(const UnitResult& unit) { return unit.standing.passed == true && unit.standing.eliminated == false; }

bool has_failed(const UnitResult& unit) { return unit.standing.passed == false; }

const std::vector<PaperColumn> kOutcomeColumns = {{"序号", 13}, {"单位", 0, 1.4}, {"层级", 20}, {"归口部门", 0, 1}, {"综合得分", 22}};

std::vector<TableCell> outcome_cells(const UnitResult& unit) {
  const ReviewUnit& about = unit.reviewed.package->about;
  return {text_cell(about.name), text_cell(about.level), text_cell(about.department), final_points_cell(unit)};
}

std::vector<PaperColumn> with_column(std::vector<PaperColumn> columns, PaperColumn more) {
  columns.push_back(std::move(more));
  return columns;
}

std::string why_failed(const UnitResult& unit) {
  const auto& pass = unit.reviewed.rubric->pass;
  if (pass && unit.standing.final_points && *unit.standing.final_points < *pass) return "不到 " + pass->text() + " 分";
  return unit.why;
}

std::string why_losing(const UnitResult& unit) {
  std::string why = unit.standing.eliminated == true ? "末位淘汰" : "";
  if (has_failed(unit)) why += (why.empty() ? "" : "；") + why_failed(unit);
  return why;
}

Table reasoned_table(const std::vector<const UnitResult*>& units, std::string (*why)(const UnitResult&)) {
  return unit_table(with_column(kOutcomeColumns, {"原因", 0, 1}), units, [why](const UnitResult& unit) {
    std::vector<TableCell> cells = outcome_cells(unit);
    cells.push_back(text_cell(why(unit)));
    return cells;
  });
}

std::string cut_words(const RubricResults& group) {
  const auto share = group.rubric->review.eliminate_pct;
  std::int64_t reverified = 0;
  for (const UnitResult& unit : group.units) reverified += is_reverified(unit) ? 1 : 0;
  if (!share) return "评价标准没有规定淘汰比例；本表只列复验未达合格分的单位。";
  StandingRules rules;
  rules.eliminate_pct = share;
  rules.rounding = group.rounding;
  return "复验单位 " + std::to_string(reverified) + " 家，按 " + share->shortest() + "% 淘汰（" + rounding_words(group.rounding) + "）" +
         std::to_string(count_eliminated(reverified, rules)) + " 家；复验未达合格分的一并列出。";
}

}  // namespace

Document compose_passed(const ReviewResults& results) {
  return for_each_rubric("拟通过名单", Orientation::portrait, results, [](const RubricResults& group) {
    std::vector<Block> blocks = list_head("拟通过名单", group);
    if (!group.rubric->pass) blocks.emplace_back(paper_line(ParagraphStyle::note, "评价标准没有规定合格分，不产生拟通过名单。"));
    blocks.emplace_back(unit_table(with_column(kOutcomeColumns, {"类型", 15}), units_that(group, is_to_pass), [](const UnitResult& unit) {
      std::vector<TableCell> cells = outcome_cells(unit);
      cells.push_back(text_cell(is_reverified(unit) ? "复验" : "创建", Align::centre));
      return cells;
    }));
    return blocks;
  });
}

Document compose_not_reached(const ReviewResults& results) {
  return for_each_rubric("创建未达标名单", Orientation::portrait, results, [](const RubricResults& group) {
    std::vector<Block> blocks = list_head("创建未达标名单", group);
    blocks.emplace_back(reasoned_table(units_that(group, [](const UnitResult& unit) { return !is_reverified(unit) && has_failed(unit); }), why_failed));
    return blocks;
  });
}

Document compose_losing_title(const ReviewResults& results) {
  return for_each_rubric("复验拟摘牌名单", Orientation::portrait, results, [](const RubricResults& group) {
    std::vector<Block> blocks = list_head("复验拟摘牌名单", group);
    blocks.emplace_back(paper_line(ParagraphStyle::note, cut_words(group)));
    blocks.emplace_back(reasoned_table(
        units_that(group, [](const UnitResult& unit) { return is_reverified(unit) && (unit.standing.eliminated == true || has_failed(unit)); }), why_losing));
    const auto tied = units_that(group, [](const UnitResult& unit) { return unit.standing.tied_at_cut; });
    if (tied.empty()) return blocks;
    blocks.emplace_back(paper_line(ParagraphStyle::note, "下列单位在淘汰线上并列，本表不作取舍，请集体研究决定："));
    blocks.emplace_back(unit_table(kOutcomeColumns, tied, outcome_cells));
    return blocks;
  });
}

Document compose_published(const ReviewResults& results) {
  return for_each_rubric("公示名单", Orientation::portrait, results, [](const RubricResults& group) {
    std::vector<Block> blocks;
    blocks.emplace_back(paper_line(ParagraphStyle::table_title, "节约型机关拟认定单位公示名单"));
    blocks.emplace_back(unit_table({{"序号", 20}, {"单位", 0, 1}, {"得分", 30}}, units_that(group, is_to_pass), [](const UnitResult& unit) {
      return std::vector<TableCell>{text_cell(unit.reviewed.package->about.name), final_points_cell(unit)};
    }));
    return blocks;
  });
}

Document compose_next_year(const ReviewResults& results) {
  return for_each_rubric("次年名单", Orientation::portrait, results, [](const RubricResults& group) {
    const bool always = group.rubric->review.next_year;
    std::vector<Block> blocks = list_head("纳入下一年度评价验收的单位", group);
    blocks.emplace_back(paper_line(ParagraphStyle::note, always ? "评价标准规定：验收未通过的，整改后纳入下一年度。" : "整改后再次核查仍未通过的单位。"));
    blocks.emplace_back(reasoned_table(
        units_that(group,
                   [always](const UnitResult& unit) { return !is_reverified(unit) && has_failed(unit) && (always || unit.reviewed.package->round > 1); }),
        why_failed));
    return blocks;
  });
}

}  // namespace lvce
