#include "energy/sample_unit.h"
#include "paths.h"

#include <algorithm>
#include <iterator>
#include <stdexcept>

namespace lvce::test {
namespace {

QuantityUnit base_unit(Carrier carrier) {
  const std::string unit(carrier_unit(carrier));
  if (unit == "千瓦时") return QuantityUnit::kwh;
  if (unit == "立方米") return QuantityUnit::m3;
  if (unit == "吨") return QuantityUnit::tonne;
  if (unit == "升") return QuantityUnit::litre;
  if (unit == "吉焦") return QuantityUnit::gigajoule;
  if (unit == "吨标准煤") return QuantityUnit::tce;
  throw std::runtime_error("a unit that these tests do not know: " + unit);
}

Given<Decimal> given(const std::string& text, const std::string& cell) {
  Given<Decimal> out;
  out.place = {"能耗台账", cell};
  if (text == "!") out.broken = true;
  if (text != "!" && !text.empty()) out.value = number(text);
  return out;
}

}  // namespace

Decimal number(const std::string& text) {
  const auto parsed = Decimal::parse(text);
  if (!parsed) throw std::runtime_error("not a number in a test: " + text);
  return *parsed;
}

SampleUnit::SampleUnit() {
  workbook.file = "台账.xlsx";
  workbook.has_ledger_sheet = true;
  rubric.id = "test";
  rubric.factor_set = "gb-t-2589-2020";
  item("省份", "山西");
}

LedgerRow& SampleUnit::row(int year, int month) {
  auto& rows = workbook.ledger.rows;
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const LedgerRow& r) { return r.year == year && r.month == month; });
  if (found != rows.end()) return *found;
  LedgerRow fresh;
  fresh.year = year;
  fresh.month = month;
  fresh.row = static_cast<int>(rows.size()) + 2;
  rows.push_back(fresh);
  return rows.back();
}

void SampleUnit::column(Carrier carrier) {
  auto& columns = workbook.ledger.columns;
  if (std::none_of(columns.begin(), columns.end(), [&](const LedgerColumn& c) { return c.carrier == carrier; })) {
    columns.push_back({carrier, base_unit(carrier), std::string(carrier_name(carrier))});
  }
}

SampleUnit& SampleUnit::whole(int year, Carrier carrier, const std::string& quantity) { return month(year, 0, carrier, quantity); }

SampleUnit& SampleUnit::month(int year, int month, Carrier carrier, const std::string& quantity) {
  column(carrier);
  LedgerRow& target = row(year, month);
  target.quantities[carrier] = given(quantity, "C" + std::to_string(target.row));
  return *this;
}

SampleUnit& SampleUnit::months(int year, Carrier carrier, const std::string& quantity) {
  for (int m = 1; m <= 12; ++m) month(year, m, carrier, quantity);
  return *this;
}

YearBase& SampleUnit::base_row(int year) {
  auto& bases = workbook.bases;
  const auto found = std::find_if(bases.begin(), bases.end(), [&](const YearBase& b) { return b.year == year; });
  if (found != bases.end()) return *found;
  bases.push_back({});
  bases.back().year = year;
  return bases.back();
}

SampleUnit& SampleUnit::base(int year, const std::string& area, const std::string& people) {
  base_row(year).area_m2 = given(area, "B2");
  base_row(year).energy_users = given(people, "D2");
  return *this;
}

SampleUnit& SampleUnit::vehicles(int year, const std::string& all, const std::string& official) {
  base_row(year).vehicles = given(all, "F2");
  base_row(year).official_vehicles = given(official, "G2");
  return *this;
}

SampleUnit& SampleUnit::item(const std::string& name, const std::string& value) {
  workbook.unit.items[name] = value;
  return *this;
}

SampleUnit& SampleUnit::unit(Carrier carrier, QuantityUnit unit) {
  column(carrier);
  for (LedgerColumn& c : workbook.ledger.columns) {
    if (c.carrier == carrier) c.unit = unit;
  }
  return *this;
}

SampleUnit& SampleUnit::target(const std::string& metric, const std::string& required, const std::string& quota) {
  rubric.targets.push_back({metric, std::nullopt, std::nullopt});
  workbook.targets.push_back({metric, given(required, "B2"), given(quota, "C2")});
  return *this;
}

SampleUnit& SampleUnit::override_factor(const std::string& item, const std::string& value, const std::string& unit, const std::string& source) {
  workbook.overrides.push_back({item, given(value, "B2"), unit, "", source});
  return *this;
}

FactorSet SampleUnit::factors() { return load_factors(kSourceFolder, rubric, workbook, years, findings); }

EnergyReport SampleUnit::compute() { return compute_energy(rubric, workbook, factors(), years, findings); }

std::vector<Finding> SampleUnit::with(const std::string& code) const {
  std::vector<Finding> out;
  std::copy_if(findings.begin(), findings.end(), std::back_inserter(out), [&](const Finding& f) { return f.code == code; });
  return out;
}

}  // namespace lvce::test
