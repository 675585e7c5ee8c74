#include <algorithm>
#include <set>

#include "energy/carriers.h"
#include "energy/checks/change.h"
#include "energy/checks/checks.h"
#include "energy/checks/outliers.h"
#include "energy/places.h"
#include "support/text.h"

namespace lvce {
namespace {

using Maybe = std::optional<Decimal>;

constexpr int kAskedChange = 30;  ///< in percent: beyond this an answer is asked for
constexpr std::size_t kNamed = 3;

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
  const Place place = year_place(input.workbook, carrier, blank);
  const std::string mend = hint_at(input.workbook, place, ledger_target(carrier), "");
  warn(findings, "carrier-one-year-only", place, name + "只有一年有数据，" + std::to_string(blank) + "年全年未填",
       mend.empty() ? "漏填的补填，未用的填0" : "漏列的，" + mend + "；该年确实没有用的，在“核对说明”中写明");
}

struct Swing {
  Carrier carrier;
  Decimal pct;
};

std::string swing_words(const YearPair& pair, const Swing& swing) {
  return std::string(carrier_name(swing.carrier)) + "用量" + change_text(swing.pct) + "（" + pair.before.carriers.at(swing.carrier).quantity->shortest() +
         " → " + pair.now.carriers.at(swing.carrier).quantity->shortest() + " " + std::string(carrier_unit(swing.carrier)) + "）";
}

/// Changed by what the area or the people changed by: nothing that the change of that base does not explain.
bool follows_base(const YearPair& pair, const Swing& swing, Maybe YearFigures::*base) {
  const Maybe base_pct = change(pair.before.*base, pair.now.*base);
  if (!base_pct || within(base_pct) || base_pct->is_negative() != swing.pct.is_negative()) return false;
  const Decimal hundred(100);
  const Maybe left = change_pct(hundred + *base_pct, hundred + swing.pct);
  return left && left->abs() <= Decimal(kAskedChange);
}

bool asks(const YearPair& pair, const Swing& swing) {
  if (swing.pct.abs() <= Decimal(kAskedChange)) return false;
  for (const auto base : {&YearFigures::area_m2, &YearFigures::energy_users, &YearFigures::water_users, &YearFigures::heated_area_m2}) {
    if (follows_base(pair, swing, base)) return false;
  }
  return true;
}

class SwingCheck {
 public:
  SwingCheck(const CheckInput& input, const YearPair& pair, Findings& findings) : input_(input), pair_(pair), findings_(findings) {}

  void check() {
    std::set<Carrier> said;
    for (const Carrier carrier : all_carriers()) {
      const auto parent = parent_of(carrier);
      if (parent && said.contains(*parent)) continue;  // its whole has been said
      if (check_carrier(carrier)) said.insert(carrier);
    }
    tell_small();
  }

 private:
  /// True when something is said.
  bool check_carrier(Carrier carrier) {
    const CarrierYear& before = pair_.before.carriers.at(carrier);
    const CarrierYear& now = pair_.now.carriers.at(carrier);
    if (before.used != now.used) {
      say_one_year_only(input_, carrier, before.used ? pair_.now.year : pair_.before.year, findings_);
      return true;
    }
    const Maybe pct = change(before.quantity, now.quantity);
    if (within(pct) || explained_by_months(input_, pair_, carrier)) return false;
    const Swing swing{carrier, *pct};
    if (asks(pair_, swing)) ask(swing);
    else small_.push_back(swing);
    return true;
  }

  void ask(const Swing& swing) {
    warn(findings_, "carrier-swing", year_place(input_.workbook, swing.carrier, pair_.now.year),
         years_text(pair_) + swing_words(pair_, swing) + "，超过 " + std::to_string(kAskedChange) + "%", "核对数值和单位；确有变化的，在“核对说明”中写明原因");
  }

  /// What changed less, or as the area or the people did: one note with the three that changed most.
  void tell_small() {
    if (small_.empty()) return;
    std::stable_sort(small_.begin(), small_.end(), [](const Swing& a, const Swing& b) { return a.pct.abs() > b.pct.abs(); });
    std::vector<std::string> words;
    std::vector<Place> places;
    for (const Swing& swing : small_) {
      if (words.size() < kNamed) words.push_back(swing_words(pair_, swing));
      places.push_back(year_place(input_.workbook, swing.carrier, pair_.now.year));
    }
    const std::string more = small_.size() > kNamed ? "等 " + std::to_string(small_.size()) + " 种能源" : "";
    const Place first = places.front();
    findings_.push_back(Finding::note("carrier-swing", first, years_text(pair_) + join(words, "、") + more + "，超过 " + std::to_string(kChangeLimit) + "%",
                                      "可以在“核对说明”中写明原因")
                            .at_all(places.size() > 1 ? std::move(places) : std::vector<Place>()));
  }

  const CheckInput& input_;
  const YearPair& pair_;
  Findings& findings_;
  std::vector<Swing> small_;
};

}  // namespace

void check_swings(const CheckInput& input, Findings& findings) {
  const auto before = input.report.years.find(input.report.base_year);
  const auto now = input.report.years.find(input.report.energy_year);
  if (before == input.report.years.end() || now == input.report.years.end()) return;
  SwingCheck(input, {before->second, now->second}, findings).check();
}

}  // namespace lvce
