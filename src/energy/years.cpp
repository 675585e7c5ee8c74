// Which years a run is about (design §2.2 Years).
#include "energy/energy.h"

namespace lvce {
namespace {

constexpr int kFirstYear = 2000;
constexpr int kLastYear = 2099;

Place place_of(const UnitInfo& unit, const std::string& item) {
  const auto found = unit.places.find(item);
  return found == unit.places.end() || found->second.cell.empty() ? in_sheet("", "单位信息", item) : found->second.in("");
}

Finding year_error(const UnitInfo& unit, const std::string& item, std::string message, std::string hint) {
  return Finding::error("year-impossible", place_of(unit, item), std::move(message), std::move(hint));
}

bool possible(int year) { return year >= kFirstYear && year <= kLastYear; }

/// The item's year; `otherwise` when it is blank, and with a finding when it cannot be used.
int year_or(const UnitInfo& unit, const std::string& item, int otherwise, int latest, Findings& findings) {
  if (unit.text(item).empty()) return otherwise;
  const auto given = unit.year(item);
  if (given && possible(*given) && *given <= latest) return *given;
  const std::string allowed = std::to_string(kFirstYear) + "—" + std::to_string(latest);
  findings.push_back(year_error(unit, item, item + "“" + unit.text(item) + "”无法采用，暂按 " + std::to_string(otherwise) + " 年计算",
                                "填写 " + allowed + " 之间的四位年份，或留空采用默认值"));
  return otherwise;
}

}  // namespace

Years decide_years(const UnitInfo& unit, const Rubric& rubric, Findings& findings) {
  const std::string work = "评价年度";
  const auto given = unit.year(work);
  if (!given || !possible(*given)) {
    const std::string text = unit.text(work);
    if (unit.broken.contains(work)) return {};  // the reader has named the cell
    findings.push_back(
        year_error(unit, work, text.empty() ? "评价年度未填，无法确定能耗年度和材料时限" : "评价年度“" + text + "”不是可用的年份", "填写四位年份，例如 2021"));
    findings.back().code = text.empty() ? "work-year-missing" : "year-impossible";
    return {};
  }
  Years years;
  years.work = *given;
  years.energy = year_or(unit, "能耗年度", years.work + rubric.energy_year_offset, years.work, findings);
  years.base = year_or(unit, "对比基期", years.energy - 1, years.energy - 1, findings);
  years.form = year_or(unit, "备案表年度", years.work + rubric.form_year_offset, years.work, findings);
  return years;
}

}  // namespace lvce
