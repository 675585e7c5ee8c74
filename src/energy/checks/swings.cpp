#include <set>

#include "energy/carriers.h"
#include "energy/checks/change.h"
#include "energy/checks/checks.h"
#include "energy/checks/outliers.h"
#include "energy/places.h"

namespace lvce {
namespace {

using Maybe = std::optional<Decimal>;

Maybe change(const Maybe& before, const Maybe& now) { return before && now ? change_pct(*before, *now) : std::nullopt; }

struct YearPair {
  const YearFigures& before;
  const YearFigures& now;
};

std::string years_text(const YearPair& pair) { return std::to_string(pair.now.year) + "年比" + std::to_string(pair.before.year) + "年"; }

bool within(const Maybe& pct) { return !pct || pct->abs() <= Decimal(kChangeLimit); }

/// Whether the year without the months that are reported by themselves is an ordinary one.
bool explained_by_months(const CheckInput& input, const YearPair& pair, Carrier carrier) {
  const Maybe before = without_outliers(input.report, carrier, pair.before.year);
  const Maybe now = without_outliers(input.report, carrier, pair.now.year);
  if (!before && !now) return false;
  const Maybe plain_before = before ? before : pair.before.carriers.at(carrier).quantity;
  const Maybe plain_now = now ? now : pair.now.carriers.at(carrier).quantity;
  return within(change(plain_before, plain_now));
}

void say_one_year_only(const CheckInput& input, Carrier carrier, int blank, Findings& findings) {
  if (carrier == Carrier::heat) return;  // without it no total is known: asked for where that is found out
  const std::string name(carrier_name(carrier));
  warn(findings, "carrier-one-year-only", year_place(input.workbook, carrier, blank), name + "只有一年有数据，" + std::to_string(blank) + "年全年未填",
       "漏填的补填，未用的填0");
}

/// True when something was said.
bool check_carrier(const CheckInput& input, const YearPair& pair, Carrier carrier, Findings& findings) {
  const CarrierYear& before = pair.before.carriers.at(carrier);
  const CarrierYear& now = pair.now.carriers.at(carrier);
  if (before.used != now.used) {
    say_one_year_only(input, carrier, before.used ? pair.now.year : pair.before.year, findings);
    return true;
  }
  const Maybe pct = change(before.quantity, now.quantity);
  if (within(pct) || explained_by_months(input, pair, carrier)) return false;
  warn(findings, "carrier-swing", year_place(input.workbook, carrier, pair.now.year),
       years_text(pair) + std::string(carrier_name(carrier)) + "用量" + change_text(*pct) + "（" + before.quantity->shortest() + " → " +
           now.quantity->shortest() + " " + std::string(carrier_unit(carrier)) + "），超过 10%",
       "核对数值和单位；确有变化的，在“核对说明”中写明原因");
  return true;
}

}  // namespace

void check_swings(const CheckInput& input, Findings& findings) {
  const auto before = input.report.years.find(input.report.base_year);
  const auto now = input.report.years.find(input.report.energy_year);
  if (before == input.report.years.end() || now == input.report.years.end()) return;
  const YearPair pair{before->second, now->second};
  std::set<Carrier> said;
  for (const Carrier carrier : all_carriers()) {
    const auto parent = parent_of(carrier);
    if (parent && said.contains(*parent)) continue;  // its whole has been said
    if (check_carrier(input, pair, carrier, findings)) said.insert(carrier);
  }
}

}  // namespace lvce
