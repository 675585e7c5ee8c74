#include "energy/year_figures.h"

#include "energy/carriers.h"
#include "energy/places.h"
#include "office/carriers.h"

namespace lvce {
namespace {

using Maybe = std::optional<Decimal>;

Maybe quotient(const Maybe& dividend, const Maybe& divisor) { return dividend && divisor ? dividend->divided_by(*divisor) : std::nullopt; }

/// Where a mapping gives the ledger: the lines that are lacking are those of the fuel once more, where its vehicles burn all of it.
std::string official_fuel_hint(const Workbook& workbook, const Place& place, Carrier fuel, Carrier part) {
  const std::string name(carrier_name(part));
  if (workbook.mapping.empty() || place.file != workbook.mapping) return "补填" + name + "，未用请填0";
  const std::string of(carrier_name(fuel));
  return of + "都是公务用车用的，在 " + workbook.mapping + " 里把 to: " + ledger_target(fuel) + " 的各行照抄一遍，抄的行里改成 to: " + ledger_target(part) +
         "；只有一部分是的，抄的行里再把 values 改成公务用车那一列的格";
}

class YearComputer {
 public:
  YearComputer(const Rubric& rubric, const Workbook& workbook, const FactorSet& factors, const YearBase* base, bool needed, YearFigures& year,
               Findings& findings)
      : rubric_(rubric), workbook_(workbook), factors_(factors), base_(base), needed_(needed), year_(year), findings_(findings) {}

  void compute(HeatBasis heat) {
    take_bases();
    for (auto& [carrier, figures] : year_.carriers) convert(carrier, figures);
    if (heat == HeatBasis::by_area) estimate_area_heat();
    add_totals(heat == HeatBasis::by_area);
    if (heat == HeatBasis::unknown) year_.total_kgce = year_.carbon_t = std::nullopt;
    subtract_official_vehicles();
    const auto water = year_.carriers.find(Carrier::water);
    if (water != year_.carriers.end()) year_.water_m3 = water->second.quantity;
    divide();
  }

 private:
  void say(const char* code, Severity severity, Place place, std::string message, std::string hint) {
    findings_.push_back(Finding::of(severity, code, std::move(place), std::to_string(year_.year) + "年" + std::move(message), std::move(hint)));
  }

  // ---- bases ----
  void take_bases() {
    if (base_ == nullptr) {
      if (needed_)
        say("base-year-missing", Severity::missing, base_year_place(workbook_, year_.year), "没有一行，人均和单位面积指标无法计算",
            "补填该年度的建筑面积、用能人数等");
      return;
    }
    year_.area_m2 = take(&YearBase::area_m2, "建筑面积", true);
    year_.energy_users = take(&YearBase::energy_users, "用能人数", true);
    year_.water_users = take(&YearBase::water_users, "用水人数", rubric_.water == WaterDenominator::water_users);
    year_.heated_area_m2 = base_->heated_area_m2.value;
    year_.vehicles = base_->vehicles.value;
    year_.official_vehicles = base_->official_vehicles.value;
  }

  /// The value; a zero or blank that an indicator divides by is said.
  Maybe take(Given<Decimal> YearBase::*member, const std::string& name, bool divides) {
    const Given<Decimal>& cell = base_->*member;
    if (!needed_ || !divides || cell.broken) return cell.value;
    const Place place = base_place(workbook_, year_.year, name, member);
    if (!cell.value)
      say("base-missing", Severity::missing, place, name + "未填，相应指标无法计算", hint_at(workbook_, place, "年度基数/" + name, "填写" + name));
    if (cell.value && cell.value->is_zero()) say("base-zero", Severity::error, place, name + "为 0，相应指标无法计算", "填写实际" + name);
    return cell.value;
  }

  // ---- standard coal and carbon of one carrier ----
  void convert(Carrier carrier, CarrierYear& figures) {
    if (!figures.quantity || !facts_of(carrier).factors_of) return;
    const Decimal signed_quantity = *figures.quantity * Decimal(facts_of(carrier).sign);
    figures.kgce = coal_of(carrier, signed_quantity);
    const auto carbon = factors_.carbon.find(carrier);
    if (carbon != factors_.carbon.end()) figures.carbon_t = signed_quantity * carbon->second.value;
    if (signed_quantity.is_zero()) figures.kgce = figures.carbon_t = Decimal();
    if (!counts_in_total(carrier)) return;
    if (!figures.kgce) report_no_factor(carrier, "折标系数", "标准煤");
    if (!figures.carbon_t && carrier != Carrier::raw_coal) report_no_factor(carrier, "碳排放因子", "碳排放");  // 煤种 has its own finding
  }

  Maybe coal_of(Carrier carrier, const Decimal& quantity) const {
    const auto coal = factors_.coal.find(carrier);
    if (coal == factors_.coal.end()) return std::nullopt;
    const auto multiplier = factors_.multiplier.find(carrier);
    const Decimal kgce = quantity * coal->second.value;
    return multiplier == factors_.multiplier.end() ? kgce : kgce * multiplier->second;
  }

  void report_no_factor(Carrier carrier, const std::string& kind, const std::string& what) {
    const std::string name(carrier_name(carrier));
    const std::string item = kind == "碳排放因子" ? carbon_factor_name(carrier) : name + kind;
    const bool accepted = !(facts_of(carrier).base == BaseUnit::tce && kind == "折标系数");
    const bool told = factors_.refused.contains(item);  // the cell that overrides it is at fault, and named
    say("factor-missing", needed_ && !told ? Severity::missing : Severity::note, in_sheet(workbook_.file, "折算系数", item),
        "使用了" + name + (told ? "，" + kind + "没有采用，" : "，但系数表没有其" + kind + "，") + what + "合计无法计算",
        accepted ? "在“折算系数”中填写“" + item + "”并注明来源" : "");
  }

  // ---- heat by floor area ----
  void estimate_area_heat() {
    const auto heat = factors_.coal.find(Carrier::heat);
    const auto carbon = factors_.carbon.find(Carrier::heat);
    if (!year_.heated_area_m2) {
      if (needed_)
        say("heated-area-missing", Severity::missing, base_place(workbook_, year_.year, "供热面积", &YearBase::heated_area_m2), "按面积计供热，但供热面积未填",
            "填写供热面积");
      return;
    }
    if (!factors_.area_heat) {
      say("factor-missing", needed_ ? Severity::missing : Severity::note, in_sheet(workbook_.file, "单位信息", "供热计量"),
          "按面积计供热，但系数表没有供热面积的折算系数，合计无法计算", "有热量表的，改填热力用量，“供热计量”填按热量");
      return;
    }
    const Decimal extra = factors_.area_heat_extra ? factors_.area_heat_extra->value : Decimal(1);
    year_.area_heat_kgce = *year_.heated_area_m2 * factors_.area_heat->value * extra;
    if (heat == factors_.coal.end() || carbon == factors_.carbon.end()) return;
    if (const auto gigajoules = year_.area_heat_kgce->divided_by(heat->second.value)) year_.area_heat_carbon_t = *gigajoules * carbon->second.value;
  }

  // ---- totals ----
  void add_totals(bool area_heat) {
    year_.total_kgce = sum_of(&CarrierYear::kgce, area_heat, year_.area_heat_kgce);
    year_.carbon_t = sum_of(&CarrierYear::carbon_t, area_heat, year_.area_heat_carbon_t);
  }

  /// Nothing when no carrier is used, or when one that is used has no figure.
  Maybe sum_of(Maybe CarrierYear::*figure, bool area_heat, const Maybe& area_heat_figure) {
    Decimal sum;
    bool any = false;
    for (const auto& [carrier, figures] : year_.carriers) {
      const auto parent = parent_of(carrier);
      if (parent && figures.used && !year_.carriers[*parent].used) return std::nullopt;  // reported with the vehicles
      if (!figures.used || !counts_in_total(carrier)) continue;
      if (!(figures.*figure)) return std::nullopt;
      any = true;
      sum += *(figures.*figure);
    }
    if (area_heat && !area_heat_figure) return std::nullopt;
    if (area_heat) sum += *area_heat_figure;
    return any || area_heat ? Maybe(sum) : std::nullopt;
  }

  // ---- vehicles ----
  struct Part {
    Maybe quantity, kgce, carbon_t;
  };

  /// Official vehicles' share of a fuel; nothing when it is not known.
  Part part_of(Carrier parent, Carrier part) {
    const CarrierYear& whole = year_.carriers[parent];
    const CarrierYear& share = year_.carriers[part];
    const Part zero{Decimal(), Decimal(), Decimal()};
    if (share.used) {
      if (!check_part(parent, part)) return {};
      return {share.quantity, share.kgce, share.carbon_t};
    }
    const bool no_vehicles = year_.official_vehicles && year_.official_vehicles->is_zero();
    if (!whole.used || no_vehicles || (whole.quantity && whole.quantity->is_zero())) return zero;
    const std::string name(carrier_name(part));
    const Place place = year_place(workbook_, part, year_.year);
    say("official-fuel-missing", needed_ ? Severity::missing : Severity::note, place,
        "填了" + std::string(carrier_name(parent)) + "但" + name + "全年未填，建筑能耗无法计算",
        official_fuel_hint(workbook_, place, parent, part) + "；没有公务用车的，在年度基数中把公务用车数量填为0");
    return {};
  }

  bool check_part(Carrier parent, Carrier part) {
    const CarrierYear& whole = year_.carriers[parent];
    const CarrierYear& share = year_.carriers[part];
    const std::string name(carrier_name(part));
    const std::string of(carrier_name(parent));
    if (!whole.used) {
      const bool mapped = workbook_.by_mapping.contains(kLedgerSheet);
      say("part-without-parent", Severity::error, year_place(workbook_, part, year_.year), "填了" + name + "但" + of + "未填，合计无法计算",
          mapped ? hint_at(workbook_, ledger_place(workbook_), ledger_target(parent), "") + "；" + of + "应是含公务用车在内的总量"
                 : of + "应填含公务用车在内的总量");
      return false;
    }
    if (!whole.quantity || !share.quantity || *share.quantity <= *whole.quantity) return true;
    say("part-exceeds-parent", Severity::error, part_place(workbook_, year_, part, parent),
        name + " " + share.quantity->shortest() + " 大于" + of + " " + whole.quantity->shortest(), "核对两列，" + of + "应包含公务用车用量");
    return false;
  }

  void subtract_official_vehicles() {
    Maybe kgce = Decimal(), carbon_t = Decimal(), litres = Decimal();
    for (const auto& [fuel, official] : kVehicleFuels) {
      const Part part = part_of(fuel, official);
      kgce = plus(kgce, part.kgce);
      carbon_t = plus(carbon_t, part.carbon_t);
      if (is_in_litres(fuel)) litres = plus(litres, part.quantity);
    }
    check_other_parts();
    year_.official_vehicle_kgce = kgce;
    year_.building_kgce = minus(year_.total_kgce, kgce);
    year_.building_carbon_t = minus(year_.carbon_t, carbon_t);
    official_litres_ = litres;
  }

  void check_other_parts() {
    for (const CarrierFacts& part : kCarriers) {
      if (part.parent && !part.of_vehicles && year_.carriers[part.carrier].used) check_part(*part.parent, part.carrier);
    }
    const CarrierYear& resold = year_.carriers[Carrier::resold_electricity];
    const CarrierYear& bought = year_.carriers[Carrier::electricity];
    if (!resold.quantity || resold.quantity->is_zero() || (bought.quantity && *resold.quantity <= *bought.quantity)) return;
    if (bought.used && !bought.quantity) return;  // the total is unknown already, and the gap has its own finding
    say("resold-exceeds-electricity", Severity::error, year_place(workbook_, Carrier::resold_electricity, year_.year),
        "转供电大于电的用量或电未填，合计无法计算", "核对两列，电应填总表用量");
    year_.total_kgce = year_.carbon_t = std::nullopt;
  }

  static Maybe plus(const Maybe& a, const Maybe& b) { return a && b ? Maybe(*a + *b) : std::nullopt; }
  static Maybe minus(const Maybe& a, const Maybe& b) { return a && b ? Maybe(*a - *b) : std::nullopt; }

  // ---- intensities ----
  void divide() {
    year_.per_capita_kgce = quotient(year_.total_kgce, year_.energy_users);
    year_.per_area_kgce = quotient(year_.building_kgce, year_.area_m2);
    year_.per_capita_water_m3 = quotient(year_.water_m3, rubric_.water == WaterDenominator::water_users ? year_.water_users : year_.energy_users);
    const Maybe& area_carbon = factors_.area_carbon_with_vehicles ? year_.carbon_t : year_.building_carbon_t;
    if (area_carbon) year_.per_area_carbon_kg = quotient(*area_carbon * Decimal(1000), year_.area_m2);
    const Maybe electricity = own_electricity();
    year_.per_capita_kwh = quotient(electricity, year_.energy_users);
    year_.per_area_kwh = quotient(electricity, year_.area_m2);
    year_.litres_per_vehicle = per_vehicle(litres_of_vehicle_fuels(), &YearBase::vehicles, "车辆数量", "单车油耗");
    year_.litres_per_official_vehicle = per_vehicle(official_litres_, &YearBase::official_vehicles, "公务用车数量", "公务车单车油耗");
  }

  Maybe per_vehicle(const Maybe& litres, Given<Decimal> YearBase::*member, const std::string& base, const std::string& figure) {
    const Maybe vehicles = base_ == nullptr ? std::nullopt : (base_->*member).value;
    const bool burnt = litres && !litres->is_zero();
    if (needed_ && base_ != nullptr && burnt && (!vehicles || vehicles->is_zero())) {
      say("vehicles-missing", Severity::warning, base_place(workbook_, year_.year, base, member), "有用油量但" + base + "未填或为 0，" + figure + "无法计算",
          "核对" + base);
    }
    return quotient(litres, vehicles);
  }

  /// 电 − 转供电 + 自发自用光伏; nothing when 电 is not known.
  Maybe own_electricity() {
    Decimal out;
    for (const CarrierFacts& facts : kCarriers) {
      const CarrierYear& figures = year_.carriers[facts.carrier];
      if (!is_own_electricity(facts) || (!figures.used && facts.carrier != Carrier::electricity)) continue;
      if (!figures.quantity) return std::nullopt;
      out += *figures.quantity * Decimal(facts.sign);
    }
    return out;
  }

  static bool is_in_litres(Carrier carrier) { return facts_of(carrier).base == BaseUnit::litre; }

  Maybe litres_of_vehicle_fuels() {
    Maybe out;
    for (const auto& [fuel, official] : kVehicleFuels) {
      const CarrierYear& figures = year_.carriers[fuel];
      if (!figures.used || !is_in_litres(fuel)) continue;
      if (!figures.quantity) return std::nullopt;
      out = out.value_or(Decimal()) + *figures.quantity;
    }
    return out;
  }

  const Rubric& rubric_;
  const Workbook& workbook_;
  const FactorSet& factors_;
  const YearBase* base_;
  bool needed_;
  YearFigures& year_;
  Findings& findings_;
  Maybe official_litres_;
};

}  // namespace

void compute_year(const Rubric& rubric, const Workbook& workbook, const FactorSet& factors, const YearBase* base, bool needed, HeatBasis heat,
                  YearFigures& year, Findings& findings) {
  YearComputer(rubric, workbook, factors, base, needed, year, findings).compute(heat);
}

}  // namespace lvce
