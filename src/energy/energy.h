// Standard coal, carbon and intensities of every ledger year, targets and ledger checks. All values exact; nothing = cannot be computed.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "energy/invoices/invoice_ledger.h"
#include "office/dossier.h"
#include "rubric/model.h"
#include "support/decimal.h"

namespace lvce {

// Decisions (the sources leave them open; they are printed as remarks):
// - 电 is all electricity that the meter took from the grid, 绿电 included: 绿电 is shown and changes nothing. 自发自用光伏 is not in 电:
// it counts as
//   consumption (same coal factor) and carries no carbon. 转供电 was passed on to others: its kgce and carbon are negative and so leave the
//   total, as do its kWh in 人均用电 and 单位建筑面积用电.
// - 其中 rows have their own kgce and carbon, which are never added to a total.
// - Carbon per floor area leaves official vehicles out unless the factor set says otherwise (FactorSet::area_carbon_with_vehicles).
// - Heat billed by floor area is an estimate: kgce = area × 31.45 × 0.98, its carbon = kgce / (kgce per GJ) × (t per GJ). Metered heat in
// the
//   energy or the base year switches it off for all years.

/// One figure of a factor set with everything an auditor asks for.
struct Factor {
  std::string name;  ///< 电, 汽油密度, 电网（山西，2021） …
  Decimal value;
  std::string unit;  ///< kgce/kWh, kg/L, tCO2/kWh …
  std::string year;  ///< of the figure; may be empty
  std::string source;
  std::string sureness;  ///< C, D, I, N as in the data; N is marked on paper
  std::string note;
  bool overridden = false;  ///< from 折算系数
};

struct FactorSet {
  std::string id;
  std::string title;
  std::map<Carrier, Factor> coal;          ///< kgce per base unit's kg, m³, kWh, GJ … (see `multiplier`)
  std::map<Carrier, Decimal> multiplier;   ///< 附加系数: 1000 for tonnes, density for litres, 1 otherwise
  std::map<Carrier, Factor> density;       ///< kg/L
  std::map<Carrier, Factor> carbon;        ///< tCO2 per base unit (grid: tCO2/kWh, the published kgCO2/kWh stands in the note)
  std::optional<Factor> area_heat;         ///< kgce/m² for heat billed by floor area
  std::optional<Factor> area_heat_extra;   ///< its 附加系数
  std::set<std::string> refused;           ///< names of factors that 折算系数 overrides with something that cannot be used
  Findings findings;                       ///< doubtful figures, missing rows: a copy for paper, they are in the caller's findings too
  std::string carbon_title;                ///< title of the set that the carbon of fuels and heat comes from
  int carbon_year = 0;                     ///< when that standard was issued; 0: not known
  std::vector<std::string> remarks;        ///< Chinese sentences to print under the factor table: choices made, which grid figure and why
  bool area_carbon_with_vehicles = false;  ///< 单位建筑面积碳排放 counts official vehicles
};

/// Figures of one carrier in one year.
struct CarrierYear {
  std::optional<Decimal> quantity;  ///< base unit; nothing when unused or incomplete
  bool used = false;                ///< any cell given
  bool incomplete = false;          ///< blank months, broken cells: the quantity is null and so is what depends on it
  std::optional<Decimal> kgce;
  std::optional<Decimal> carbon_t;
  std::vector<std::pair<int, std::optional<Decimal>>> months;  ///< month → quantity in base unit (nothing: blank); empty when only 全年
  std::vector<CellPlace> places;                               ///< cells that the quantity comes from
};

struct YearFigures {
  int year = 0;
  std::map<Carrier, CarrierYear> carriers;
  std::optional<Decimal> area_m2, heated_area_m2, energy_users, water_users, vehicles, official_vehicles;
  std::optional<Decimal> area_heat_kgce;  ///< heating by floor area, when chosen
  std::optional<Decimal> area_heat_carbon_t;
  std::optional<Decimal> total_kgce;
  std::optional<Decimal> building_kgce;  ///< without official vehicles
  std::optional<Decimal> official_vehicle_kgce;
  std::optional<Decimal> carbon_t;
  std::optional<Decimal> building_carbon_t;
  std::optional<Decimal> water_m3;
  std::optional<Decimal> per_capita_kgce;
  std::optional<Decimal> per_area_kgce;
  std::optional<Decimal> per_capita_water_m3;
  std::optional<Decimal> per_area_carbon_kg;
  std::optional<Decimal> per_capita_kwh;
  std::optional<Decimal> per_area_kwh;
  std::optional<Decimal> litres_per_vehicle;           ///< 单车油耗
  std::optional<Decimal> litres_per_official_vehicle;  ///< 公务车单车油耗
};

/// The value of a metric (kPerCapitaEnergy …) in a year.
std::optional<Decimal> metric_value(const YearFigures& year, const std::string& metric);
/// 千克标准煤/人 …
std::string metric_unit(const std::string& metric);

enum class Met { yes, no, unknown };

struct TargetResult {
  std::string metric;
  std::optional<Decimal> required_pct;
  std::optional<Decimal> base;        ///< value in the base year
  std::optional<Decimal> actual;      ///< value in the energy year
  std::optional<Decimal> change_pct;  ///< (actual − base) / base × 100; a fall is negative; unrounded
  std::optional<Decimal> quota;
  std::optional<Decimal> enough;     ///< the largest figure that is still enough, in the metric's unit (by the fall, or the quota if that is larger)
  bool enough_by_quota = false;      ///< `enough` is the quota
  std::optional<Decimal> gap;        ///< actual − enough, in the metric's unit; ≤ 0 when met; nothing where the base is 0
  std::optional<Decimal> gap_total;  ///< the gap of the whole office: gap × people or floor area, in `gap_unit`
  std::string gap_unit;              ///< 吨标准煤, 立方米, 吨二氧化碳
  std::optional<Decimal> gap_kwh;    ///< an energy gap as electricity, by the factor set's coal factor of 电
  Met met = Met::unknown;            ///< by the fall, or by the quota where the rubric allows it
  bool met_by_quota = false;
  std::string why;                 ///< Chinese, when unknown or by quota
  std::optional<FindingKey> told;  ///< the finding that says why it is unknown
};

/// Early warning: the running year has months left, and this is what they may be at most for the year to meet its target.
struct RestOfYear {
  std::string metric;
  int year = 0;
  int base = 0;                  ///< the year that it is compared with
  std::vector<int> months_left;  ///< months without complete figures
  Decimal required_pct;
  std::optional<Decimal> quota;      ///< where the quota allows more than the fall
  Decimal allowed;                   ///< of the whole year, in `unit`
  Decimal used;                      ///< in the other months
  Decimal rest;                      ///< allowed − used; negative: already exceeded
  std::optional<Decimal> base_rest;  ///< what the same months used in the base year
  std::string unit;                  ///< 千克标准煤, 立方米, 吨二氧化碳
  bool bases_of_base_year = false;   ///< floor area or people of the year not given: those of the base year
};

/// The same ledger by another factor set, printed beside the result where the office asks for it (单位信息 对照系数集).
struct OtherResult {
  std::string set_id;
  std::string set_title;
  std::vector<std::string> remarks;  ///< of that set, to be printed
  std::vector<TargetResult> targets;
  std::map<int, YearFigures> years;
};

struct EnergyReport {
  FactorSet factors;
  std::map<int, YearFigures> years;
  int energy_year = 0;
  int base_year = 0;
  std::vector<TargetResult> targets;
  std::optional<OtherResult> other;
  InvoiceLedger invoices;        ///< of energy and water, as sort_invoices() makes it; empty: none
  std::vector<RestOfYear> rest;  ///< of every year from 评价年度 on (or after the energy year) that has some but not all months
};

struct Years {
  int work = 0;    ///< 评价年度 Y
  int energy = 0;  ///< 能耗年度 E
  int base = 0;    ///< 对比基期
  int form = 0;    ///< 备案表年度
};

/// From 单位信息 and the rubric's defaults; a missing or impossible 评价年度 is an error finding and all are 0.
Years decide_years(const UnitInfo& unit, const Rubric& rubric, Findings& findings);

/// Reads <data>/rubrics/factors/*.yaml and picks province and year as facts decide; overrides from 折算系数. 单位信息 电网因子口径 takes another
/// figure of grid-electricity.yaml than the province's: 全国, a grid region (华北 …), a region of 2012 (西北2012).
FactorSet load_factors(const std::filesystem::path& data, const Rubric& rubric, const Workbook& workbook, const Years& years, Findings& findings);

EnergyReport compute_energy(const Rubric& rubric, const Workbook& workbook, const FactorSet& factors, const Years& years, Findings& findings);

/// Where 单位信息 对照系数集 names a second factor set: `report.other`. Both years of a comparison always use one set; two 折算系数 rows
/// of one item with different 年份 are the error factor-set-changed. An unknown set is an error finding.
void compare_with_other_set(const std::filesystem::path& data, const Rubric& rubric, const Workbook& workbook, const Years& years, EnergyReport& report,
                            Findings& findings);

/// Invoices by number, what they say of carriers in base units, what cancels what. Pure.
InvoiceLedger sort_invoices(const std::vector<Invoice>& invoices, const InvoiceWords& words, const FactorSet& factors);

/// Ledger checks (swings against last year, implausible units, detail ledgers …) as findings; corrects nothing. A finding that the office
/// has answered in 核对说明 (same code, and the place or nothing) becomes a note with the answer behind it. Answers to what `findings` already
/// hold (gaps, errors) are put beside them and change nothing else.
void check_ledger(const Rubric& rubric, const Workbook& workbook, const EnergyReport& report, Findings& findings);

}  // namespace lvce
