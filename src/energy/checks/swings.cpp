#include "energy/carriers.h"
#include "energy/checks/checks.h"

namespace lvce {
namespace {

using Maybe = std::optional<Decimal>;

/// (now − before) / before in percent; nothing without both or with a base of zero.
Maybe change_pct(const Maybe& before, const Maybe& now) {
  if (!before || !now) return std::nullopt;
  const auto ratio = (*now - *before).divided_by(*before);
  return ratio ? Maybe(*ratio * Decimal(100)) : std::nullopt;
}

std::string change_text(const Decimal& pct) { return (pct.is_negative() ? "下降 " : "上升 ") + pct.abs().text(1) + "%"; }

struct YearPair {
  const YearFigures& before;
  const YearFigures& now;
};

std::string years_text(const YearPair& pair) { return std::to_string(pair.now.year) + "年比" + std::to_string(pair.before.year) + "年"; }

void check_base(const CheckInput& input, const YearPair& pair, const std::string& name, const Maybe& before, const Maybe& now,
                Findings& findings) {
  static const Decimal kLimit = 10;
  const Maybe pct = change_pct(before, now);
  if (!pct || pct->abs() <= kLimit) return;
  warn(input, findings, "base-changed", "年度基数 " + name + " " + std::to_string(pair.now.year) + "年",
       years_text(pair) + name + change_text(*pct) + "（" + before->shortest() + " → " + now->shortest() + "），超过 10%",
       "核对两年数值；确有变化的，在“核对说明”中写明原因");
}

std::string carrier_place(Carrier carrier, int year) {
  return "能耗台账 " + std::string(carrier_name(carrier)) + " " + std::to_string(year) + "年";
}

void check_carrier(const CheckInput& input, const YearPair& pair, Carrier carrier, Findings& findings) {
  static const Decimal kLimit = 30;
  const CarrierYear& before = pair.before.carriers.at(carrier);
  const CarrierYear& now = pair.now.carriers.at(carrier);
  const std::string name(carrier_name(carrier));
  if (before.used != now.used) {
    const int blank = before.used ? pair.now.year : pair.before.year;
    warn(input, findings, "carrier-one-year-only", carrier_place(carrier, blank),
         name + "只有一年有数据，" + std::to_string(blank) + "年全年未填", "漏填的补填，未用的填0");
    return;
  }
  const Maybe pct = change_pct(before.quantity, now.quantity);
  if (!pct || pct->abs() <= kLimit) return;
  warn(input, findings, "carrier-swing", carrier_place(carrier, pair.now.year),
       years_text(pair) + name + "用量" + change_text(*pct) + "，超过 30%", "核对数值和单位；确有变化的，在“核对说明”中写明原因");
}

}  // namespace

void check_swings(const CheckInput& input, Findings& findings) {
  const auto before = input.report.years.find(input.report.base_year);
  const auto now = input.report.years.find(input.report.energy_year);
  if (before == input.report.years.end() || now == input.report.years.end()) return;
  const YearPair pair{before->second, now->second};
  check_base(input, pair, "建筑面积", pair.before.area_m2, pair.now.area_m2, findings);
  check_base(input, pair, "用能人数", pair.before.energy_users, pair.now.energy_users, findings);
  check_base(input, pair, "用水人数", pair.before.water_users, pair.now.water_users, findings);
  for (const Carrier carrier : all_carriers()) check_carrier(input, pair, carrier, findings);
}

}  // namespace lvce
