// 公务用车台账, 计量器具台账 and 垃圾清运台账 as words for templates.
#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "energy/checks/detail_table.h"
#include "energy/checks/waste_kinds.h"
#include "energy/month_list.h"
#include "office/carriers.h"
#include "papers/words.h"
#include "support/text.h"

namespace lvce {
namespace {

using Maybe = std::optional<Decimal>;

const char* const kVehicles = "公务用车台账";
const char* const kMeters = "计量器具台账";
const char* const kWaste = "垃圾清运台账";

const std::vector<std::string> kPlate = {"车牌", "车牌号", "车牌号码"};
const std::vector<std::string> kFuel = {"燃料", "燃料种类", "油品"};
const std::vector<std::string> kLitres = {"加油量", "加油数量"};
const std::vector<std::string> kKilometres = {"行驶里程", "里程"};
const std::vector<std::string> kMoney = {"金额", "加油金额"};
const std::vector<std::string> kQuota = {"定额", "定额油耗", "百公里油耗定额"};
const std::vector<std::string> kKind = {"类别", "垃圾类别", "种类"};
const std::vector<std::string> kQuantity = {"数量", "清运量", "重量"};
const std::vector<std::string> kWhen = {"日期", "清运日期", "月份"};

std::vector<const DetailRow*> rows_of(const Workbook& workbook, const char* sheet) {
  const DetailLedger* ledger = detail_ledger(workbook, sheet);
  return ledger == nullptr ? std::vector<const DetailRow*>() : detail_rows(*ledger);
}

std::vector<int> years_in(const Workbook& workbook, const char* sheet) {
  std::set<int> years;
  for (const DetailRow* row : rows_of(workbook, sheet)) {
    if (const auto year = detail_year(*row)) years.insert(*year);
  }
  return {years.begin(), years.end()};
}

void add(Maybe& sum, const Maybe& more) {
  if (sum) sum = more ? Maybe(*sum + *more) : std::nullopt;
}

/// A row that cannot be counted, and the column that is to blame.
struct Uncounted {
  const DetailRow* row = nullptr;
  const std::vector<std::string>* headers = nullptr;
};

std::vector<Place> places_of(const Workbook& workbook, const char* sheet, const std::vector<Uncounted>& uncounted) {
  std::vector<Place> out;
  for (const Uncounted& each : uncounted) out.push_back(detail_place(workbook.file, *detail_ledger(workbook, sheet), *each.row, *each.headers));
  return out;
}

/// One vehicle in one year. A sum is nothing as soon as one row lacks its figure.
struct Vehicle {
  std::string plate, type, fuel;
  Maybe kilometres = Decimal(), litres = Decimal(), money = Decimal(), quota;  ///< `litres`: 加油量, in fuel_unit()
  std::map<int, Maybe> months;                                                 ///< litres
  std::set<int> blank;                                                         ///< months without distance or litres
  std::vector<Uncounted> lacking;
};

/// What its fuel is measured in.
std::string fuel_unit(const Vehicle& vehicle) {
  const auto known = vehicle_fuel_in(vehicle.fuel);
  return std::string(known ? carrier_unit(known->fuel) : kUsualFuelUnit);
}

/// Takes no fuel: its litres are not missed and its distance is in no consumption.
bool is_electric(const Vehicle& vehicle) { return starts_with_any(vehicle.fuel, {"电", "纯电"}); }

std::vector<Vehicle> vehicles_of(const Workbook& workbook, int year) {
  std::vector<Vehicle> out;
  for (const DetailRow* row : rows_of(workbook, kVehicles)) {
    const std::string plate = detail_text(*row, kPlate), fuel = detail_text(*row, kFuel);
    if (plate.empty() || detail_year(*row) != year) continue;
    auto found = std::find_if(out.begin(), out.end(), [&](const Vehicle& v) { return v.plate == plate && v.fuel == fuel; });
    if (found == out.end()) {
      out.emplace_back();
      found = out.end() - 1;
      found->plate = plate;
      found->fuel = fuel;
    }
    const Maybe litres = detail_number(*row, kLitres), kilometres = detail_number(*row, kKilometres);
    const int month = detail_month(*row).value_or(0);
    if (found->type.empty()) found->type = detail_text(*row, {"车型", "车辆型号"});
    if (!found->quota) found->quota = detail_number(*row, kQuota);
    add(found->kilometres, kilometres);
    add(found->litres, litres);
    add(found->money, detail_number(*row, kMoney));
    if (const auto [known, fresh] = found->months.try_emplace(month, litres); !fresh) add(known->second, litres);
    const std::vector<std::string>* lacks = !kilometres ? &kKilometres : !litres && !is_electric(*found) ? &kLitres : nullptr;
    if (lacks == nullptr) continue;
    found->blank.insert(month);
    found->lacking.push_back({row, lacks});
  }
  return out;
}

Maybe per_hundred(const Maybe& litres, const Maybe& kilometres) {
  return litres && kilometres ? (*litres * Decimal(100)).divided_by(*kilometres) : std::nullopt;
}

class VehicleWords {
 public:
  VehicleWords(const Assessment& assessment, int year) : report_(assessment.energy), year_(year), vehicles_(vehicles_of(assessment.dossier->workbook, year)) {
    for (const Vehicle& vehicle : vehicles_) {
      const std::string unit = fuel_unit(vehicle);
      if (!is_electric(vehicle) && std::find(units_.begin(), units_.end(), unit) == units_.end()) units_.push_back(unit);
    }
    if (units_.empty()) units_.emplace_back(kUsualFuelUnit);
  }

  std::string add_root(Scope& root) const {
    Vehicle all;
    std::string missing;
    for (const Vehicle& vehicle : vehicles_) {
      if (!is_electric(vehicle)) {
        add(all.kilometres, vehicle.kilometres);
        add(all.litres, vehicle.litres);
        add(all.money, vehicle.money);
      }
      if (!vehicle.blank.empty()) missing += (missing.empty() ? "" : "；") + vehicle.plate + " " + blank_words(vehicle);
    }
    root.set("vehicles.year", std::to_string(year_));
    root.set_whole("vehicles.count", static_cast<std::int64_t>(vehicles_.size()));
    root.set("vehicles.missing", missing);
    root.set("vehicles.unit", join(units_, "、"));
    if (mixed()) all.litres = std::nullopt;  // kilograms and litres have no sum
    set_sums(root, "vehicles", all);
    return missing;
  }

  std::vector<Uncounted> lacking() const {
    std::vector<Uncounted> out;
    for (const Vehicle& vehicle : vehicles_) out.insert(out.end(), vehicle.lacking.begin(), vehicle.lacking.end());
    return out;
  }

  std::vector<Scope> vehicles(const Scope& at) const {
    std::vector<Scope> scopes;
    for (const Vehicle& vehicle : vehicles_) {
      scopes.emplace_back(&at);
      Scope& scope = scopes.back();
      const Maybe consumption = per_hundred(vehicle.litres, vehicle.kilometres);
      scope.set_whole("vehicle.number", static_cast<std::int64_t>(scopes.size()));
      scope.set("vehicle.plate", vehicle.plate);
      scope.set("vehicle.type", vehicle.type);
      scope.set("vehicle.fuel", vehicle.fuel);
      scope.set("vehicle.unit_mark", is_electric(vehicle) ? "" : unit_mark(fuel_unit(vehicle)));
      set_sums(scope, "vehicle", vehicle);
      scope.set("vehicle.quota", vehicle.quota, kQuantityFormat);
      scope.set_flag("vehicle.over", consumption && vehicle.quota && *consumption > *vehicle.quota);
      scope.set("vehicle.verdict", !consumption || !vehicle.quota ? "—" : (*consumption > *vehicle.quota ? "超定额" : "定额内"));
    }
    return scopes;
  }

  std::vector<Scope> months(const Scope& at) const {
    std::vector<Scope> scopes;
    const std::string number = at.text("vehicle.number");
    for (int month = 1; month <= 12; ++month) {
      scopes.emplace_back(&at);
      scopes.back().set_whole("month.number", month);
      if (number.empty()) continue;
      const auto& known = vehicles_[static_cast<std::size_t>(std::stoi(number)) - 1].months;
      const auto found = known.find(month);
      scopes.back().set("month.litres", found == known.end() ? std::nullopt : found->second, kQuantityFormat);
    }
    return scopes;
  }

  std::vector<Scope> fuels(const Scope& at) const {
    std::vector<Scope> scopes;
    for (const auto& [burnt, carrier] : kVehicleFuels) {
      const std::string fuel(carrier_name(burnt));
      Maybe litres = Decimal();
      bool any = false;
      for (const Vehicle& vehicle : vehicles_) {
        if (vehicle.fuel.find(fuel) == std::string::npos) continue;
        add(litres, vehicle.litres);
        any = true;
      }
      if (!any) continue;
      const Maybe ledger = quantity_in(report_, year_, {year_, year_ - 1, 1, 12, ""}, carrier);
      scopes.emplace_back(&at);
      scopes.back().set("fuel.name", fuel);
      scopes.back().set("fuel.unit_mark", unit_mark(std::string(carrier_unit(burnt))));
      scopes.back().set("fuel.litres", litres, kQuantityFormat);
      scopes.back().set("fuel.ledger", ledger, kQuantityFormat);
      scopes.back().set("fuel.difference", litres && ledger ? Maybe(*litres - *ledger) : std::nullopt, kQuantityFormat);
    }
    return scopes;
  }

 private:
  bool mixed() const { return units_.size() > 1; }
  std::string unit_mark(const std::string& unit) const { return mixed() ? "（" + unit + "）" : ""; }

  static std::string blank_words(const Vehicle& vehicle) {
    return vehicle.blank.contains(0) ? "有未写月份的行" : month_list({vehicle.blank.begin(), vehicle.blank.end()});
  }

  static void set_sums(Scope& scope, const std::string& prefix, const Vehicle& sums) {
    scope.set(prefix + ".kilometres", sums.kilometres, kQuantityFormat);
    scope.set(prefix + ".litres", sums.litres, kQuantityFormat);
    scope.set(prefix + ".money", sums.money, {2, true, false, false});
    scope.set(prefix + ".consumption", per_hundred(sums.litres, sums.kilometres), kIntensityFormat);
    scope.set_flag(prefix + ".by_months", !sums.months.contains(0));
  }

  const EnergyReport& report_;
  int year_;
  std::vector<Vehicle> vehicles_;
  std::vector<std::string> units_;  ///< of the fuels that they burn, in the order in which they come
};

/// Unit in the header of the quantity, "清运量（千克）" → 千克, or of all its cells.
std::string waste_unit(const DetailLedger& ledger) {
  for (const std::string& header : ledger.headers) {
    const std::string folded = without_space(fold_width(header));
    const auto open = folded.find('(');
    if (open == std::string::npos || !starts_with_any(folded, kQuantity)) continue;
    return folded.substr(open + 1, folded.find(')') - open - 1);
  }
  return "";
}

class WasteWords {
 public:
  WasteWords(const Workbook& workbook, int year) : year_(year) {
    for (const DetailRow* row : rows_of(workbook, kWaste)) {
      if (detail_year(*row) != year) continue;
      const auto month = detail_month(*row);
      const Maybe quantity = detail_number(*row, kQuantity);
      const std::string typed = detail_text(*row, kKind);
      if (!month || !quantity || typed.empty()) {
        uncounted_.push_back({row, !month ? &kWhen : !quantity ? &kQuantity : &kKind});
        continue;
      }
      sums_[*month][name_of(typed)] += *quantity;
    }
  }

  const std::vector<Uncounted>& add_root(Scope& root, const std::string& unit) const {
    root.set("waste.year", std::to_string(year_));
    root.set_asking("waste.unit", unit, "清运量的计量单位");
    root.set_whole("waste.uncounted", static_cast<std::int64_t>(uncounted_.size()));
    root.set("waste.first_month", sums_.empty() ? "" : std::to_string(sums_.begin()->first));
    root.set("waste.last_month", sums_.empty() ? "" : std::to_string(sums_.rbegin()->first));
    root.set("waste.first_kind", kinds_.empty() ? "" : kinds_.front());
    root.set("waste.last_kind", kinds_.empty() ? "" : kinds_.back());
    Decimal all;
    for (const auto& [month, kinds] : sums_) {
      for (const auto& [kind, quantity] : kinds) all += quantity;
    }
    root.set("waste.total", all, kQuantityFormat);
    return uncounted_;
  }

  std::vector<Scope> months(const Scope& at) const {
    std::vector<Scope> scopes;
    for (const auto& [month, kinds] : sums_) {
      Decimal sum;
      for (const auto& [kind, quantity] : kinds) sum += quantity;
      scopes.emplace_back(&at);
      scopes.back().set_whole("waste.month", month);
      scopes.back().set("waste.month_total", sum, kQuantityFormat);
    }
    return scopes;
  }

  std::vector<Scope> kinds(const Scope& at) const {
    std::vector<Scope> scopes;
    for (const std::string& kind : kinds_) {
      Decimal total;
      for (const auto& [month, sums] : sums_) {
        if (const auto found = sums.find(kind); found != sums.end()) total += found->second;
      }
      scopes.emplace_back(&at);
      scopes.back().set("waste.kind", kind);
      scopes.back().set("waste.kind_total", total, kQuantityFormat);
      const std::string month = at.text("waste.month");
      if (month.empty()) continue;
      const auto& sums = sums_.at(std::stoi(month));
      const auto found = sums.find(kind);
      scopes.back().set("waste.quantity", found == sums.end() ? std::nullopt : Maybe(found->second), kQuantityFormat);
    }
    return scopes;
  }

 private:
  /// A kind is called what the first row of it calls it.
  std::string name_of(const std::string& typed) {
    const std::string kind = waste_kind_alone(typed);
    const auto same = std::find_if(kinds_.begin(), kinds_.end(), [&](const std::string& known) { return waste_kind_alone(known) == kind; });
    if (same != kinds_.end()) return *same;
    kinds_.push_back(typed);
    return typed;
  }

  int year_;
  std::vector<Uncounted> uncounted_;
  std::map<int, std::map<std::string, Decimal>> sums_;  ///< month → kind → quantity
  std::vector<std::string> kinds_;                      ///< as first typed, in the order in which they come
};

}  // namespace

std::vector<int> vehicle_years(const Workbook& workbook) { return years_in(workbook, kVehicles); }
std::vector<int> waste_years(const Workbook& workbook) { return years_in(workbook, kWaste); }

BlankVehicles add_vehicle_words(Vocabulary& words, const Assessment& assessment, int year) {
  const auto all = std::make_shared<VehicleWords>(assessment, year);
  words.collections["vehicles"] = [all](const Scope& at) { return all->vehicles(at); };
  words.collections["vehicle_months"] = [all](const Scope& at) { return all->months(at); };
  words.collections["vehicle_fuels"] = [all](const Scope& at) { return all->fuels(at); };
  return {all->add_root(words.root), places_of(assessment.dossier->workbook, kVehicles, all->lacking())};
}

bool add_meter_words(Vocabulary& words, const Workbook& workbook) {
  const std::vector<const DetailRow*> rows = rows_of(workbook, kMeters);
  words.root.set_whole("meters.count", static_cast<std::int64_t>(rows.size()));
  words.collections["meters"] = [rows](const Scope& at) {
    std::vector<Scope> scopes;
    for (const DetailRow* row : rows) {
      scopes.emplace_back(&at);
      scopes.back().set_whole("meter.number", static_cast<std::int64_t>(scopes.size()));
      for (const char* header : {"名称", "规格型号", "安装使用地点", "测量对象", "准确度", "出厂编号", "检定周期", "状态"}) {
        scopes.back().set(std::string("meter.") + header, detail_text(*row, instrument_column(header)));
      }
    }
    return scopes;
  };
  return !rows.empty();
}

std::vector<Place> add_waste_words(Vocabulary& words, const Workbook& workbook, int year) {
  const DetailLedger& ledger = *detail_ledger(workbook, kWaste);
  const auto all = std::make_shared<WasteWords>(workbook, year);
  words.collections["waste_months"] = [all](const Scope& at) { return all->months(at); };
  words.collections["waste_kinds"] = [all](const Scope& at) { return all->kinds(at); };
  return places_of(workbook, kWaste, all->add_root(words.root, waste_unit(ledger)));
}

}  // namespace lvce
