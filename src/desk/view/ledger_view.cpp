#include <set>

#include "desk/view/view_parts.h"
#include "support/number_format.h"

namespace lvce {
namespace {

ViewJson shown(const std::optional<Decimal>& value, const NumberFormat& format) {
  if (!value) return nullptr;
  if (format.percent) return value->text(format.places) + "%";
  if (format.trim) return value->rounded(format.places).shortest();
  return format.grouped ? value->grouped(format.places) : value->text(format.places);
}

std::string cell_name(const CellPlace& place) { return place.cell.empty() ? "" : place.text(); }

/// Rows as they were typed: a cell is its text, null where blank, and where it stands.
ViewJson rows_view(const Ledger& ledger) {
  ViewJson out = ViewJson::array();
  for (const LedgerRow& row : ledger.rows) {
    ViewJson cells = ViewJson::array();
    for (const LedgerColumn& column : ledger.columns) {
      const auto found = row.quantities.find(column.carrier);
      if (found == row.quantities.end()) {
        cells.push_back(nullptr);
        continue;
      }
      const Given<Decimal>& given = found->second;
      cells.push_back(
          {{"text", given.value ? ViewJson(given.value->shortest()) : ViewJson(nullptr)}, {"broken", given.broken}, {"cell", cell_name(given.place)}});
    }
    out.push_back({{"year", row.year}, {"month", row.month}, {"cell", cell_name(row.month_place)}, {"cells", std::move(cells)}});
  }
  return out;
}

ViewJson columns_view(const Ledger& ledger) {
  ViewJson out = ViewJson::array();
  for (const LedgerColumn& column : ledger.columns) out.push_back({{"name", std::string(carrier_name(column.carrier))}, {"header", column.header}});
  return out;
}

/// Months of the two compared years, in the base unit: what the chart draws.
ViewJson carriers_view(const EnergyReport& energy) {
  ViewJson out = ViewJson::array();
  for (const Carrier carrier : all_carriers()) {
    ViewJson years = ViewJson::object();
    for (const int year : {energy.base_year, energy.energy_year}) {
      const auto figures = energy.years.find(year);
      if (figures == energy.years.end()) continue;
      const auto found = figures->second.carriers.find(carrier);
      if (found == figures->second.carriers.end() || !found->second.used) continue;
      ViewJson months = ViewJson::array();
      for (int month = 1; month <= 12; ++month) months.push_back(nullptr);
      for (const auto& [month, quantity] : found->second.months) {
        if (month >= 1 && month <= 12 && quantity) months[static_cast<std::size_t>(month - 1)] = quantity->to_double();
      }
      years[std::to_string(year)] = {{"months", std::move(months)}, {"total", shown(found->second.quantity, kQuantityFormat)}};
    }
    if (!years.empty())
      out.push_back({{"name", std::string(carrier_name(carrier))}, {"unit", std::string(carrier_unit(carrier))}, {"years", std::move(years)}});
  }
  return out;
}

ViewJson years_table(const EnergyReport& energy) {
  ViewJson out = ViewJson::array();
  for (const auto& [year, figures] : energy.years) {
    out.push_back({{"year", year},
                   {"综合能耗（千克标准煤）", shown(figures.total_kgce, kCoalFormat)},
                   {"碳排放（吨二氧化碳）", shown(figures.carbon_t, kTonneFormat)},
                   {"用水量（立方米）", shown(figures.water_m3, kQuantityFormat)},
                   {"人均综合能耗（千克标准煤/人）", shown(figures.per_capita_kgce, kIntensityFormat)},
                   {"单位建筑面积能耗（千克标准煤/平方米）", shown(figures.per_area_kgce, kIntensityFormat)},
                   {"单位建筑面积碳排放（千克二氧化碳/平方米）", shown(figures.per_area_carbon_kg, kIntensityFormat)},
                   {"人均用水量（立方米/人）", shown(figures.per_capita_water_m3, kIntensityFormat)}});
  }
  return out;
}

ViewJson targets_view(const EnergyReport& energy) {
  ViewJson out = ViewJson::array();
  for (const TargetResult& target : energy.targets) {
    out.push_back({{"metric", target.metric},
                   {"unit", metric_unit(target.metric)},
                   {"required", shown(target.required_pct, kPercentFormat)},
                   {"base", shown(target.base, kIntensityFormat)},
                   {"actual", shown(target.actual, kIntensityFormat)},
                   {"change", shown(target.change_pct, kPercentFormat)},
                   {"quota", shown(target.quota, kQuantityFormat)},
                   {"enough", shown(target.enough, kIntensityFormat)},
                   {"gap", target.gap && !target.gap->is_negative() && !target.gap->is_zero() ? shown(target.gap, kIntensityFormat) : ViewJson(nullptr)},
                   {"gap_total", shown(target.gap_total, kTonneFormat)},
                   {"gap_unit", target.gap_unit},
                   {"gap_kwh", shown(target.gap_kwh, kCoalFormat)},
                   {"met", met_or_null(target.met)},
                   {"why", target.why}});
  }
  return out;
}

ViewJson rest_view(const EnergyReport& energy) {
  ViewJson out = ViewJson::array();
  for (const RestOfYear& rest : energy.rest) {
    out.push_back({{"metric", rest.metric},
                   {"year", rest.year},
                   {"months", rest.months_left},
                   {"unit", rest.unit},
                   {"allowed", shown(rest.allowed, kTonneFormat)},
                   {"used", shown(rest.used, kTonneFormat)},
                   {"rest", shown(rest.rest, kTonneFormat)},
                   {"exceeded", rest.rest.is_negative()}});
  }
  return out;
}

}  // namespace

ViewJson ledger_view(const Assessment& assessment) {
  const Ledger& ledger = assessment.dossier->workbook.ledger;
  return {{"columns", columns_view(ledger)},
          {"rows", rows_view(ledger)},
          {"energy_year", assessment.energy.energy_year},
          {"base_year", assessment.energy.base_year},
          {"carriers", carriers_view(assessment.energy)},
          {"years", years_table(assessment.energy)},
          {"targets", targets_view(assessment.energy)},
          {"rest", rest_view(assessment.energy)}};
}

}  // namespace lvce
