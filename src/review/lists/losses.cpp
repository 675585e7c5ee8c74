// 指标失分统计: which indicators lose most, and where.
#include <algorithm>
#include <map>

#include "review/lists/list_parts.h"
#include "review/lists/lists.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr std::size_t kShownInChart = 12;
constexpr std::size_t kWorstNamed = 3;

struct IndicatorLoss {
  const Indicator* indicator = nullptr;
  std::int64_t units = 0, losing = 0;
  Points lost;
};

using LossByIndicator = std::map<std::string, IndicatorLoss>;

/// Where the standard leaves the points open nothing can be said to be lost.
bool has_printed_points(const ReviewedIndicator& one) { return one.indicator->points.has_value(); }

void add_losses(LossByIndicator& losses, const LevelReview& level) {
  for (const ReviewedIndicator& one : level.indicators) {
    if (!has_printed_points(one)) continue;
    IndicatorLoss& loss = losses[one.indicator->id];
    loss.indicator = one.indicator;
    ++loss.units;
    if (*one.score >= one.maximum) continue;
    ++loss.losing;
    loss.lost += one.maximum - *one.score;
  }
}

/// What loses most first, then in printed order.
std::vector<IndicatorLoss> sorted_losses(const LossByIndicator& losses) {
  std::vector<IndicatorLoss> out;
  for (const auto& [id, loss] : losses) out.push_back(loss);
  std::sort(out.begin(), out.end(), [](const IndicatorLoss& left, const IndicatorLoss& right) {
    if (left.lost != right.lost) return left.lost > right.lost;
    return natural_less(left.indicator->id, right.indicator->id);
  });
  return out;
}

Decimal in_points(Points points) { return *Decimal(points.hundredths()).divided_by(Decimal(100)); }

Table losses_table(const std::vector<IndicatorLoss>& losses, const std::string& prefix) {
  Table table = list_table("", {{"指标编号", 19}, {"评价标准", 0, 1}, {"核查单位", 17}, {"失分单位", 17}, {"失分合计", 19}, {"平均失分", 19}});
  std::size_t row = 0;
  for (const IndicatorLoss& loss : losses) {
    const std::string name = prefix + std::to_string(row++);
    TableCell average = decimal_cell(*in_points(loss.lost).divided_by(Decimal(loss.units)), {2, false, false, false});
    table.rows.push_back(
        {{named(text_cell(loss.indicator->id), name + ".id"), text_cell(loss.indicator->text), named(whole_cell(loss.units), name + ".units"),
          whole_cell(loss.losing), named(points_cell(loss.lost), name + ".lost"), worked_out(std::move(average), "{" + name + ".lost}/{" + name + ".units}")},
         true});
  }
  return table;
}

Chart losses_chart(const std::vector<IndicatorLoss>& losses, const std::string& prefix) {
  Chart chart;
  chart.kind = ChartKind::horizontal_bars;
  chart.title = "失分最多的指标";
  chart.unit = "失分合计（分）";
  chart.places = 2;
  ChartSeries series;
  series.name = "失分合计";
  std::size_t shown = 0;
  while (shown < losses.size() && shown < kShownInChart && losses[shown].lost > Points()) {
    chart.categories.push_back(losses[shown].indicator->id);
    series.values.emplace_back(in_points(losses[shown].lost));
    ++shown;
  }
  if (shown == 0) return chart;
  const std::string last = prefix + std::to_string(shown - 1);
  chart.first_category_cell = prefix + "0.id";
  chart.last_category_cell = last + ".id";
  series.first_cell = prefix + "0.lost";
  series.last_cell = last + ".lost";
  chart.series.push_back(std::move(series));
  chart.height_mm = 20 + 6.0 * static_cast<double>(shown);
  return chart;
}

std::string worst_words(const LossByIndicator& losses) {
  std::vector<std::string> words;
  for (const IndicatorLoss& loss : sorted_losses(losses)) {
    if (words.size() == kWorstNamed || loss.lost == Points()) break;
    words.push_back(loss.indicator->id + "（" + loss.lost.text() + "分）");
  }
  return words.empty() ? "没有失分" : join(words, "、");
}

struct DepartmentLoss {
  LossByIndicator losses;
  std::int64_t units = 0;
  Points lost, scored;
};

Table departments_table(const std::map<std::string, DepartmentLoss>& departments) {
  Table table = list_table("", {{"归口部门", 0, 1}, {"核查单位", 18}, {"平均核查得分", 24}, {"失分合计", 20}, {"失分最多的指标", 0, 1.6}});
  for (const auto& [name, one] : departments) {
    table.rows.push_back(
        {{text_cell(name), whole_cell(one.units), decimal_cell(*in_points(one.scored).divided_by(Decimal(one.units)), {2, false, false, false}),
          points_cell(one.lost), text_cell(worst_words(one.losses))},
         true});
  }
  return table;
}

std::vector<Block> losses_of(const RubricResults& group) {
  std::vector<Block> blocks = list_head("指标失分统计", group);
  LossByIndicator all;
  std::map<std::string, DepartmentLoss> departments;
  for (const UnitResult& unit : group.units) {
    const LevelReview* level = decisive_level(unit);
    if (level == nullptr) continue;
    add_losses(all, *level);
    const std::string& named_department = unit.reviewed.package->about.department;
    DepartmentLoss& department = departments[named_department.empty() ? "（未填归口部门）" : named_department];
    add_losses(department.losses, *level);
    ++department.units;
    department.scored += *level->total;
    for (const ReviewedIndicator& one : level->indicators)
      if (has_printed_points(one)) department.lost += one.maximum - *one.score;
  }
  if (all.empty()) {
    blocks.emplace_back(paper_line(ParagraphStyle::note, "还没有核查完成的单位。"));
    return blocks;
  }
  const std::vector<IndicatorLoss> losses = sorted_losses(all);
  const std::string prefix = group.rubric->id + ".loss.";
  blocks.emplace_back(
      paper_line(ParagraphStyle::note, "只统计核查完成的单位，按最高一级核查的得分；失分 = 分值 − 核查得分，不适用的和原文未载明分值的指标不计。"));
  Chart chart = losses_chart(losses, prefix);
  if (!chart.categories.empty()) blocks.emplace_back(std::move(chart));
  blocks.emplace_back(losses_table(losses, prefix));
  blocks.emplace_back(paper_line(ParagraphStyle::heading2, "按归口部门"));
  blocks.emplace_back(departments_table(departments));
  return blocks;
}

}  // namespace

Document compose_losses(const ReviewResults& results) { return for_each_rubric("指标失分统计", Orientation::portrait, results, losses_of); }

}  // namespace lvce
