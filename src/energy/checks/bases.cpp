// 年度基数: floor areas and people from year to year, and parts against their whole.
#include <algorithm>
#include <map>
#include <set>

#include "energy/checks/change.h"
#include "energy/checks/checks.h"
#include "energy/places.h"

namespace lvce {
namespace {

using Cell = Given<Decimal> YearBase::*;

struct BaseFigure {
  int year = 0;
  Decimal value;
};

/// Figures of the ledger's years, in time. Blank and zero have findings of their own.
std::vector<BaseFigure> figures_of(const CheckInput& input, Cell cell) {
  std::map<int, Decimal> years;
  for (const YearBase& base : input.workbook.bases) {
    const Given<Decimal>& given = base.*cell;
    if (given.value && !given.value->is_zero() && input.report.years.contains(base.year)) years.emplace(base.year, *given.value);
  }
  std::vector<BaseFigure> out;
  for (const auto& [year, value] : years) out.push_back({year, value});
  return out;
}

/// Zero is not among the figures.
Decimal change_of(const BaseFigure& before, const BaseFigure& now) { return *change_pct(before.value, now.value); }

bool beyond(const BaseFigure& before, const BaseFigure& now) { return change_of(before, now).abs() > Decimal(kChangeLimit); }

class BaseCheck {
 public:
  BaseCheck(const CheckInput& input, Findings& findings) : input_(input), findings_(findings) {}

  void check() {
    check_changes("建筑面积", &YearBase::area_m2);
    check_changes("供热面积", &YearBase::heated_area_m2);
    check_changes("用能人数", &YearBase::energy_users);
    check_changes("用水人数", &YearBase::water_users);
    for (const YearBase& base : input_.workbook.bases) {
      if (!input_.report.years.contains(base.year)) continue;
      check_part(base, "供热面积", &YearBase::heated_area_m2, "建筑面积", &YearBase::area_m2);
      check_part(base, "公务用车数量", &YearBase::official_vehicles, "车辆数量", &YearBase::vehicles);
    }
  }

 private:
  /// From the base year on. A year that differs from both its neighbours, which are alike, is the one to look at.
  void check_changes(const std::string& name, Cell cell) {
    const std::vector<BaseFigure> figures = figures_of(input_, cell);
    for (std::size_t i = 0; i + 1 < figures.size(); ++i) {
      const BaseFigure& before = figures[i];
      const BaseFigure& now = figures[i + 1];
      if (now.year < input_.report.base_year || !beyond(before, now)) continue;
      const bool alone = i + 2 < figures.size() && beyond(now, figures[i + 2]) && !beyond(before, figures[i + 2]);
      if (now.year > input_.report.base_year || alone) say_changed(name, cell, before, now);
      if (alone) ++i;
    }
  }

  void say_changed(const std::string& name, Cell cell, const BaseFigure& before, const BaseFigure& now) {
    if (name == "供热面积" && areas_said_.contains(now.year)) return;  // follows from the building's
    if (name == "建筑面积") areas_said_.insert({before.year, now.year});
    const Place earlier = base_place(input_.workbook, before.year, name, cell);
    warn(findings_, "base-changed", base_place(input_.workbook, now.year, name, cell),
         std::to_string(now.year) + "年比" + std::to_string(before.year) + "年" + name + change_text(change_of(before, now)) + "（" + before.value.shortest() +
             " → " + now.value.shortest() + "，" + std::to_string(before.year) + "年见 " +
             (earlier.cell.empty() ? in_sheet("", earlier.sheet, earlier.part).text() : earlier.cell) + "），超过 10%",
         "核对两年数值；确有变化的，在“核对说明”中写明原因");
  }

  void check_part(const YearBase& base, const std::string& part_name, Cell part, const std::string& whole_name, Cell whole) {
    const Given<Decimal>& share = base.*part;
    const Given<Decimal>& all = base.*whole;
    const bool known = share.value && all.value && !all.value->is_zero();
    if (!known || *share.value <= *all.value || (part_name == "供热面积" && areas_said_.contains(base.year))) return;
    warn(findings_, "base-part-exceeds", base_place(input_.workbook, base.year, part_name, part),
         std::to_string(base.year) + "年" + part_name + " " + share.value->shortest() + " 大于" + whole_name + " " + all.value->shortest(),
         "核对两列；属实的，在“核对说明”中写明原因");
  }

  const CheckInput& input_;
  Findings& findings_;
  std::set<int> areas_said_;
};

}  // namespace

void check_bases(const CheckInput& input, Findings& findings) { BaseCheck(input, findings).check(); }

}  // namespace lvce
