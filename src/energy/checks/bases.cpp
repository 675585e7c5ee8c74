// 年度基数: floor areas and people from year to year, and parts against their whole.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

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

/// From one year to the next, of one column.
struct BaseChange {
  std::string name;
  Cell cell;
  BaseFigure before;
  BaseFigure now;
};

/// Zero is not among the figures.
Decimal change_of(const BaseFigure& before, const BaseFigure& now) { return *change_pct(before.value, now.value); }

bool beyond(const BaseFigure& before, const BaseFigure& now) { return change_of(before, now).abs() > Decimal(kChangeLimit); }

/// One cause (a building more, an office that moved in): the same years, and nearly as much more or less.
bool one_cause(const BaseChange& a, const BaseChange& b) {
  const Decimal hundred(100);
  const auto left = change_pct(hundred + change_of(a.before, a.now), hundred + change_of(b.before, b.now));
  return a.before.year == b.before.year && a.now.year == b.now.year && left && left->abs() <= Decimal(kChangeLimit);
}

std::string values_of(const BaseChange& change) {
  return change.name + change_text(change_of(change.before, change.now)) + "（" + change.before.value.shortest() + " → " + change.now.value.shortest();
}

class BaseCheck {
 public:
  BaseCheck(const CheckInput& input, Findings& findings) : input_(input), findings_(findings) {}

  void check() {
    check_changes("建筑面积", &YearBase::area_m2);
    check_changes("供热面积", &YearBase::heated_area_m2);
    check_changes("用能人数", &YearBase::energy_users);
    check_changes("用水人数", &YearBase::water_users);
    tell_changes();
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
      if (now.year > input_.report.base_year || alone) changes_.push_back({name, cell, before, now});
      if (alone) ++i;
    }
  }

  /// What one cause explains is one question, at the first of the cells.
  void tell_changes() {
    for (auto change = changes_.begin(); change != changes_.end(); ++change) {
      if (change->name == "供热面积" && areas_said_.contains(change->now.year)) continue;  // follows from the building's
      if (change->name == "建筑面积") areas_said_.insert({change->before.year, change->now.year});
      const auto told = [&](const BaseChange& earlier) { return told_with(earlier, *change); };
      if (std::none_of(changes_.begin(), change, told)) say_changed(*change, {change + 1, changes_.end()});
    }
  }

  /// What the office has explained by itself stays by itself.
  bool told_with(const BaseChange& earlier, const BaseChange& change) const {
    return earlier.name != "供热面积" && change.name != "供热面积" && one_cause(earlier, change) &&
           !is_answered(input_, "base-changed", place_of(change, change.now.year));
  }

  /// `later`: the columns behind it, of which those with the same cause are named with it.
  void say_changed(const BaseChange& change, const std::vector<BaseChange>& later) {
    const Place earlier = place_of(change, change.before.year);
    std::string words = std::to_string(change.now.year) + "年比" + std::to_string(change.before.year) + "年" + values_of(change) + "，" +
                        std::to_string(change.before.year) + "年见 " +
                        (earlier.cell.empty() ? in_sheet("", earlier.sheet, earlier.part).text() : earlier.cell) + "）";
    for (const BaseChange& other : later) {
      if (told_with(change, other)) words += "、" + values_of(other) + "）";
    }
    warn(findings_, "base-changed", place_of(change, change.now.year), words + "，超过 10%", "核对两年数值；确有变化的，在“核对说明”中写明原因");
  }

  Place place_of(const BaseChange& change, int year) const { return base_place(input_.workbook, year, change.name, change.cell); }

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
  std::vector<BaseChange> changes_;
  std::set<int> areas_said_;
};

}  // namespace

void check_bases(const CheckInput& input, Findings& findings) { BaseCheck(input, findings).check(); }

}  // namespace lvce
