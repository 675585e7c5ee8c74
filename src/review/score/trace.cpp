#include "review/score/trace.h"

#include "support/text.h"

namespace lvce {
namespace {

/// Quoted, and never a formula: a leading = + - @ gets an apostrophe.
std::string trace_field(const std::string& text) {
  const bool active = !text.empty() && std::string("=+-@\t").find(text.front()) != std::string::npos;
  return "\"" + replace_all((active ? "'" : "") + text, "\"", "\"\"") + "\"";
}

void add_row(std::string& csv, const std::vector<std::string>& fields) {
  for (std::size_t i = 0; i < fields.size(); ++i) csv += (i == 0 ? "" : ",") + trace_field(fields[i]);
  csv += "\r\n";
}

void add_level(std::string& csv, const std::string& unit, const LevelReview& level) {
  for (const ReviewedIndicator& one : level.indicators) {
    const std::string how = !one.score ? "没有核查" : one.by_places ? "按扣分处数" : "核查得分";
    add_row(csv, {unit, level.level, one.indicator->id, one.maximum.text(), one.supported.text(), one.places ? std::to_string(*one.places) : "",
                  one.score ? one.score->text() : "", how, one.score ? one.place.file : "", one.score ? one.place.cell : "", one.opinion, one.reviewer});
  }
}

}  // namespace

std::string trace_csv(const ReviewResults& results) {
  std::string csv = "\xEF\xBB\xBF";
  add_row(csv, {"单位", "级别", "指标编号", "分值", "材料支持得分", "扣分处数", "得分", "怎样得来", "核查表", "单元格", "核查意见", "核查人"});
  for (const RubricResults& group : results.rubrics)
    for (const UnitResult& unit : group.units)
      for (const LevelReview& level : unit.reviewed.levels) add_level(csv, unit.reviewed.package->about.name, level);
  return csv;
}

}  // namespace lvce
