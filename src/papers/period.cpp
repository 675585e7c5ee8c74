#include "papers/period.h"

#include <algorithm>

#include "compose/carriers_shown.h"
#include "energy/month_list.h"
#include "support/text.h"

namespace lvce {
namespace {

using Maybe = std::optional<Decimal>;

const CarrierYear* figures_of(const EnergyReport& report, int year, Carrier carrier) {
  const auto figures = report.years.find(year);
  if (figures == report.years.end()) return nullptr;
  const auto found = figures->second.carriers.find(carrier);
  return found == figures->second.carriers.end() || !found->second.used ? nullptr : &found->second;
}

bool has_coal(Carrier carrier) { return carrier != Carrier::water && !is_part_row(carrier); }

std::vector<int> blank_months(const EnergyReport& report, const Period& period, Carrier carrier) {
  std::vector<int> out;
  for (int month = period.first; month <= period.last; ++month) {
    if (!month_quantity(report, period.year, carrier, month)) out.push_back(month);
  }
  return out;
}

}  // namespace

std::vector<Period> quarters_of(int year) {
  static const char* const kNames[] = {"第一季度", "第二季度", "第三季度", "第四季度"};
  std::vector<Period> out;
  for (int i = 0; i < 4; ++i) out.push_back({year, year - 1, 3 * i + 1, 3 * i + 3, std::to_string(year) + "年" + kNames[i]});
  return out;
}

std::vector<Period> halves_of(int year) {
  const std::string name = std::to_string(year) + "年";
  return {{year, year - 1, 1, 6, name + "上半年"}, {year, year - 1, 7, 12, name + "下半年"}};
}

std::vector<Carrier> carriers_used(const EnergyReport& report, int year) {
  std::vector<Carrier> out = all_carriers();
  out.erase(std::remove_if(out.begin(), out.end(), [&](Carrier carrier) { return figures_of(report, year, carrier) == nullptr; }), out.end());
  return out;
}

Maybe month_quantity(const EnergyReport& report, int year, Carrier carrier, int month) {
  const CarrierYear* figures = figures_of(report, year, carrier);
  if (figures == nullptr) return std::nullopt;
  for (const auto& [number, quantity] : figures->months) {
    if (number == month) return quantity;
  }
  return std::nullopt;
}

Maybe quantity_in(const EnergyReport& report, int year, const Period& period, Carrier carrier) {
  if (period.whole_year()) {
    const CarrierYear* figures = figures_of(report, year, carrier);
    return figures == nullptr ? std::nullopt : figures->quantity;
  }
  Decimal sum;
  for (int month = period.first; month <= period.last; ++month) {
    const Maybe quantity = month_quantity(report, year, carrier, month);
    if (!quantity) return std::nullopt;
    sum += *quantity;
  }
  return sum;
}

Maybe kgce_in(const EnergyReport& report, int year, const Period& period, Carrier carrier) {
  if (!has_coal(carrier)) return std::nullopt;
  if (period.whole_year()) {
    const CarrierYear* figures = figures_of(report, year, carrier);
    return figures == nullptr ? std::nullopt : figures->kgce;
  }
  const Maybe quantity = quantity_in(report, year, period, carrier);
  if (!quantity) return std::nullopt;
  if (quantity->is_zero()) return Decimal();
  const auto coal = report.factors.coal.find(carrier);
  if (coal == report.factors.coal.end()) return std::nullopt;
  const auto multiplier = report.factors.multiplier.find(carrier);
  const Decimal kgce = *quantity * coal->second.value * (multiplier == report.factors.multiplier.end() ? Decimal(1) : multiplier->second);
  return kgce * Decimal(facts_of(carrier).sign);
}

Maybe total_kgce_in(const EnergyReport& report, int year, const Period& period) {
  if (period.whole_year()) {
    const auto figures = report.years.find(year);
    return figures == report.years.end() ? std::nullopt : figures->second.total_kgce;
  }
  Decimal sum;
  bool any = false;
  for (const Carrier carrier : carriers_used(report, year)) {
    if (!has_coal(carrier)) continue;
    const Maybe kgce = kgce_in(report, year, period, carrier);
    if (!kgce) return std::nullopt;
    any = true;
    sum += *kgce;
  }
  return any ? Maybe(sum) : std::nullopt;
}

std::string blank_words(const EnergyReport& report, const Period& period) {
  const std::vector<Carrier> used = carriers_used(report, period.year);
  std::vector<std::pair<std::string, std::vector<std::string>>> blanks;  // months, then the carriers that lack them
  for (const Carrier carrier : used) {
    const std::string months = month_list(blank_months(report, period, carrier));
    if (months.empty()) continue;
    auto same = std::find_if(blanks.begin(), blanks.end(), [&](const auto& each) { return each.first == months; });
    if (same == blanks.end()) same = blanks.insert(same, {months, {}});
    same->second.emplace_back(carrier_name(carrier));
  }
  std::vector<std::string> words;
  for (const auto& [months, carriers] : blanks) words.push_back((carriers.size() == used.size() ? "各项" : join(carriers, "、")) + months);
  return join(words, "；");
}

std::vector<Place> blank_cells(const EnergyReport& report, const Workbook& workbook, const Period& period) {
  std::vector<Place> out;
  for (const Carrier carrier : carriers_used(report, period.year)) {
    for (const int month : blank_months(report, period, carrier)) {
      const auto row = std::find_if(workbook.ledger.rows.begin(), workbook.ledger.rows.end(),
                                    [&](const LedgerRow& each) { return each.year == period.year && each.month == month; });
      Place place = in_sheet(workbook.file, "能耗台账");
      if (row != workbook.ledger.rows.end()) {
        const auto quantity = row->quantities.find(carrier);
        const bool known = quantity != row->quantities.end() && !quantity->second.place.cell.empty();
        place = (known ? quantity->second.place : row->month_place).in(workbook.file);
      }
      if (std::find(out.begin(), out.end(), place) == out.end()) out.push_back(std::move(place));
    }
  }
  return out;
}

bool has_months(const EnergyReport& report, const Period& period) {
  const std::vector<Carrier> used = carriers_used(report, period.year);
  for (int month = period.first; month <= period.last; ++month) {
    if (std::any_of(used.begin(), used.end(), [&](Carrier c) { return month_quantity(report, period.year, c, month).has_value(); })) return true;
  }
  return false;
}

}  // namespace lvce
