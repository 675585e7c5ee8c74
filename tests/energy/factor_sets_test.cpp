// Factor sets on request, the Xinjiang form's doubts, and that one comparison has one set.
#include <catch2/catch.hpp>

#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "energy/factor_file.h"
#include "energy/sample_unit.h"
#include "paths.h"
#include "support/files.h"

using namespace lvce;
using lvce::test::number;
using lvce::test::SampleUnit;

namespace {

/// Remarks on paper that a finding says too.
std::size_t doubts(const FactorSet& set) {
  return static_cast<std::size_t>(std::count_if(set.findings.begin(), set.findings.end(), [&](const Finding& finding) {
    return finding.code == "factor-doubtful" && std::find(set.remarks.begin(), set.remarks.end(), finding.message) != set.remarks.end();
  }));
}

SampleUnit xinjiang() {
  SampleUnit unit;
  unit.rubric.factor_set = "xinjiang-form-2023";
  unit.item("省份", "新疆维吾尔自治区");
  unit.base(2019, "1000", "10").base(2020, "1000", "10");
  for (const int year : {2019, 2020}) {
    unit.base_row(year).heated_area_m2 = {number("100"), false, {"年度基数", "C2"}};
    unit.whole(year, Carrier::diesel, "100").whole(year, Carrier::official_diesel, "100");
  }
  return unit;
}

}  // namespace

TEST_CASE("the Xinjiang form as printed, with a remark on paper for each doubtful figure in use") {
  SampleUnit unit = xinjiang();
  const EnergyReport report = unit.compute();
  CHECK(report.factors.density.at(Carrier::diesel).value == number("0.96"));
  CHECK(report.years.at(2020).carriers.at(Carrier::diesel).kgce == number("139.8816"));  // 100 × 1.4571 × 0.96
  CHECK(doubts(report.factors) == 1);                                                    // 0.96; nothing uses 34.1, 31.45 and 0.98
  CHECK(unit.with("factor-doubtful").size() == 1);                                       // only diesel is used
}

TEST_CASE("Xinjiang heat by floor area") {
  SampleUnit unit = xinjiang();
  unit.item("供热计量", "按面积");
  SECTION("estimated") {
    const EnergyReport report = unit.compute();
    CHECK(report.years.at(2020).area_heat_kgce == number("3082.1"));       // 100 × 31.45 × 0.98
    CHECK(report.years.at(2020).total_kgce == number("3221.9816"));        // with the diesel
    CHECK(report.years.at(2020).area_heat_carbon_t->text(4) == "9.9423");  // 3082.1 / 34.1 × 0.11
    CHECK(unit.with("factor-doubtful").size() == 3);
  }
  SECTION("never beside metered heat, of either year") {
    unit.whole(2019, Carrier::heat, "10");
    CHECK_FALSE(unit.compute().years.at(2020).area_heat_kgce.has_value());
    CHECK(unit.with("area-heat-ignored").size() == 1);
  }
}

TEST_CASE("another grid figure on request") {
  SampleUnit unit;
  const auto grid = [&](const std::string& asked) { return unit.item("电网因子口径", asked).factors().carbon.at(Carrier::electricity); };
  CHECK(grid("").value == number("0.0007222"));
  CHECK(grid("全国").value == number("0.0005568"));
  CHECK(grid("华北").value == number("0.000712"));
  CHECK(grid("华北2012").value == number("0.0008843"));
  CHECK(grid("华北2012").name == "电网（华北区域，2012）");
  CHECK(grid("全国（不含市场化非化石）").name == "电网（全国（不含市场化非化石），2022）");
  CHECK(unit.with("grid-unknown").empty());
  CHECK(grid("火星").value == number("0.0007222"));
  CHECK(unit.with("grid-unknown").size() == 1);
}

TEST_CASE("figures that change between the years of a comparison are an error, not two figures") {
  SampleUnit unit;
  unit.override_factor("电网碳排放因子", "0.6", "kgCO2/kWh", "文件甲").override_factor("电网碳排放因子", "0.5", "kgCO2/kWh", "文件乙");
  unit.workbook.overrides[0].year = "2019";
  unit.workbook.overrides[1].year = "2020";
  CHECK(unit.factors().carbon.count(Carrier::electricity) == 0);  // nor the set's own
  CHECK(unit.with("factor-set-changed").size() == 2);
  CHECK(unit.with("override-twice").empty());
}

TEST_CASE("a second set on request: both results, the judgement unchanged") {
  SampleUnit unit = xinjiang();
  EnergyReport report = unit.compute();
  SECTION("not asked for") {
    compare_with_other_set(kSourceFolder, unit.rubric, unit.workbook, unit.years, report, unit.findings);
    CHECK_FALSE(report.other.has_value());
  }
  SECTION("asked for") {
    unit.item("对照系数集", "gb-t-2589-2020");
    compare_with_other_set(kSourceFolder, unit.rubric, unit.workbook, unit.years, report, unit.findings);
    REQUIRE(report.other.has_value());
    CHECK(report.other->years.at(2020).total_kgce == number("125.3106"));  // 100 × 1.4571 × 0.86
    CHECK(report.years.at(2020).total_kgce == number("139.8816"));
  }
  SECTION("unknown") {
    unit.item("对照系数集", "../secret");
    compare_with_other_set(kSourceFolder, unit.rubric, unit.workbook, unit.years, report, unit.findings);
    CHECK(unit.with("factor-set-unknown").size() == 1);
  }
}

TEST_CASE("a rubric that names no set is computed with the one that says that it is the usual one") {
  SampleUnit unit;
  unit.rubric.factor_set.clear();
  CHECK(unit.factors().id == "gb-t-2589-2020");
  CHECK(unit.with("factor-set-unusable").empty());
}

namespace {

/// The shipped factors in a folder of their own, with further files; gone at the end.
class FactorFolder {
 public:
  explicit FactorFolder(const std::string& name) : data_(std::filesystem::temp_directory_path() / ("lvce-" + name + "-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(data_ / "rubrics");
    std::filesystem::copy(std::filesystem::path(kSourceFolder) / "rubrics" / "factors", data_ / "rubrics" / "factors");
  }
  ~FactorFolder() { std::filesystem::remove_all(data_); }
  FactorFolder(const FactorFolder&) = delete;
  FactorFolder& operator=(const FactorFolder&) = delete;

  void put(const std::string& id, const std::string& text) { write_file(data_ / "rubrics" / "factors" / (id + ".yaml"), "id: " + id + "\n" + text); }
  FactorSet load(SampleUnit& unit) const { return load_factors(data_, unit.rubric, unit.workbook, unit.years, unit.findings); }

 private:
  std::filesystem::path data_;
};

}  // namespace

TEST_CASE("the usual set is that of the energy year") {
  FactorFolder folder("from-a-year");
  folder.put("later", "title: 新\ndefault: {from: 2021}\nbase: gb-t-2589-2020\ncarbon: js-t-303-2026\ngrid: grid-electricity\n");
  SampleUnit unit;
  unit.rubric.factor_set.clear();
  unit.years.energy = 2020;
  CHECK(folder.load(unit).id == "gb-t-2589-2020");
  unit.years.energy = 2021;
  CHECK(folder.load(unit).id == "later");
  unit.item("供热计量", "按面积").base_row(2020).heated_area_m2 = {number("100"), false, {"年度基数", "C2"}};
  const FactorSet later = folder.load(unit);
  CHECK(later.area_heat->value == number("31.45"));  // of its base, as all that it does not have
  CHECK(later.area_heat_extra->value == number("0.98"));
  unit.rubric.factor_set = "gb-t-2589-2020";  // a rubric that names one keeps it
  CHECK(folder.load(unit).id == "gb-t-2589-2020");
}

TEST_CASE("a carbon file may build on another: its own rows, those of the base, none where it leaves them blank") {
  FactorFolder folder("carbon-base");
  folder.put("newer", "title: 新碳\nbase: js-t-303-2026\nblank: [柴油]\ncarbon:\n  热力: {value: \"0.10\", unit: tCO2/GJ, source: 测试值, sureness: I}\n");
  folder.put("set", "title: 新\nbase: gb-t-2589-2020\ncarbon: newer\ngrid: grid-electricity\n");
  SampleUnit unit;
  unit.rubric.factor_set = "set";
  unit.whole(2020, Carrier::raw_coal, "1").item("煤种", "烟煤");
  const FactorSet set = folder.load(unit);
  CHECK(set.carbon_title == "新碳");
  CHECK(set.carbon.at(Carrier::heat).value == number("0.10"));
  CHECK(set.carbon.at(Carrier::petrol).value == number("0.002179"));
  CHECK(set.carbon.at(Carrier::raw_coal).value == number("2.174"));
  CHECK_FALSE(set.carbon.contains(Carrier::diesel));
  CHECK_FALSE(set.carbon.contains(Carrier::official_diesel));
  CHECK(unit.with("factor-set-unusable").empty());
  folder.put("newer", "title: 新碳\nbase: none\ncarbon:\n  热力: {value: \"0.10\", unit: tCO2/GJ}\n");
  folder.load(unit);
  CHECK(unit.with("factor-set-unusable").size() == 1);
}

TEST_CASE("a set of classic inventory parameters is heating value × carbon content × oxidation × 44/12") {
  // The figures are made up for this test: 0.04 GJ/m³ × 0.015 tC/GJ × 0.99 × 44/12 = 0.002178 tCO2/m³.
  namespace fs = std::filesystem;
  const fs::path data = fs::temp_directory_path() / ("lvce-factors-" + std::to_string(::getpid()));
  const fs::path factors = data / "rubrics" / "factors";
  fs::create_directories(factors);
  fs::copy(fs::path(kSourceFolder) / "rubrics" / "factors", factors);
  write_file(factors / "test-set.yaml", "id: test-set\ntitle: 测试\nbase: gb-t-2589-2020\ncarbon: test-inventory\ngrid: grid-electricity\n");
  const auto load = [&](const std::string& row, Findings& findings) {
    write_file(factors / "test-inventory.yaml", "id: test-inventory\ntitle: 测试用参数\ncarbon:\n" + row);
    SampleUnit unit;
    unit.rubric.factor_set = "test-set";
    return load_factors(data, unit.rubric, unit.workbook, unit.years, findings);
  };
  const auto unusable = [](const Findings& findings) {
    return std::any_of(findings.begin(), findings.end(), [](const Finding& finding) { return finding.code == "factor-set-unusable"; });
  };
  Findings whole, without_oxidation;
  const FactorSet set = load(
      "  天然气: {heating_value: \"0.04\", carbon_content: \"0.015\", oxidation: \"0.99\", unit: tCO2/m³, source: 测试值, sureness: I}\n", whole);
  CHECK(set.carbon.at(Carrier::natural_gas).value == number("0.002178"));
  CHECK(set.carbon.at(Carrier::natural_gas).source == "测试值（0.04×0.015×0.99×44÷12）");
  CHECK_FALSE(unusable(whole));
  load("  天然气: {heating_value: \"0.04\", carbon_content: \"0.015\", unit: tCO2/m³}\n", without_oxidation);
  CHECK(unusable(without_oxidation));
  fs::remove_all(data);
}

TEST_CASE("every shipped figure says unit, source and how sure it is; a file's id is its name") {
  namespace fs = std::filesystem;
  const fs::path data = kSourceFolder;
  int figures = 0;
  for (const auto& entry : fs::directory_iterator(data / "rubrics" / "factors")) {
    Findings findings;
    const auto file = read_factor_file(data, entry.path().stem().string(), findings);
    INFO(entry.path().filename().string());
    REQUIRE(file);
    CHECK(findings.empty());
    CHECK(file->id == entry.path().stem().string());
    CHECK((file->carbon.empty() || file->year > 0));  // of issue: 03 says where a set is newer than the figures
    for (const auto* table : {&file->coal, &file->density, &file->carbon}) {
      for (const auto& [carrier, figure] : *table) {
        INFO(figure.factor.name);
        CHECK_FALSE(figure.factor.unit.empty());
        CHECK_FALSE(figure.factor.source.empty());
        CHECK(std::string("CDIN").find(figure.factor.sureness) != std::string::npos);
        CHECK(figure.factor.sureness.size() == 1);
        ++figures;
      }
    }
  }
  CHECK(figures >= 30);  // 15, 7 and 8
}

TEST_CASE("a set that may be the usual one has its carbon and its grid, and computes") {
  for (const std::string& id : factor_sets(kSourceFolder)) {
    INFO(id);
    SampleUnit unit;
    unit.rubric.factor_set = id;
    unit.item("省份", "山西省").whole(2020, Carrier::electricity, "100").whole(2020, Carrier::petrol, "10");
    const EnergyReport report = unit.compute();
    CHECK(unit.with("factor-set-unusable").empty());
    CHECK(report.years.at(2020).total_kgce);
    CHECK(report.years.at(2020).carbon_t);
  }
}

TEST_CASE("a figure of a kilogram for what is weighed in tonnes needs its multiplier") {
  FactorFolder folder("kilograms");
  folder.put("set", "title: 新\nbase: gb-t-2589-2020\ncarbon: js-t-303-2026\ngrid: grid-electricity\ncoal:\n  原煤: {value: \"0.7143\", unit: kgce/kg}\n");
  SampleUnit unit;
  unit.rubric.factor_set = "set";
  folder.load(unit);
  CHECK(unit.with("factor-set-unusable").size() == 1);
}
TEST_CASE("a figure of a kilogram for what is counted in litres needs a density: else nothing is computed with it") {
  FactorFolder folder("density");
  folder.put("set", "title: 新\ncarbon: js-t-303-2026\ngrid: grid-electricity\ncoal:\n  汽油: {value: \"1.4714\", unit: kgce/kg}\n");
  SampleUnit unit;
  unit.rubric.factor_set = "set";
  const FactorSet none = folder.load(unit);
  CHECK(unit.with("factor-set-unusable").size() == 1);
  CHECK_FALSE(none.coal.contains(Carrier::petrol));
  CHECK_FALSE(none.coal.contains(Carrier::official_petrol));
  folder.put("set",
             "title: 新\ncarbon: js-t-303-2026\ngrid: grid-electricity\ncoal:\n  汽油: {value: \"1.4714\", unit: kgce/kg}\n"
             "density:\n  汽油: {value: \"0.73\", unit: kg/L}\n");
  SampleUnit whole;
  whole.rubric.factor_set = "set";
  CHECK(folder.load(whole).coal.contains(Carrier::petrol));
  CHECK(whole.with("factor-set-unusable").empty());
}
