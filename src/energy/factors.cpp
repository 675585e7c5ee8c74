// From files, province, kind of coal and overrides to the one factor set of a run.
#include <algorithm>

#include "energy/carriers.h"
#include "energy/factor_file.h"
#include "energy/overrides.h"
#include "office/carriers.h"
#include "rubric/usual_factors.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr const char* kNation = "全国";

bool uses(const Workbook& workbook, Carrier carrier) {
  return std::any_of(workbook.ledger.rows.begin(), workbook.ledger.rows.end(), [&](const LedgerRow& row) {
    const auto cell = row.quantities.find(carrier);
    return cell != row.quantities.end() && cell->second.value && !cell->second.value->is_zero();
  });
}

bool uses_family(const Workbook& workbook, Carrier carrier) {
  const auto carriers = all_carriers();
  return uses(workbook, carrier) ||
         std::any_of(carriers.begin(), carriers.end(), [&](Carrier other) { return parent_of(other) == carrier && uses(workbook, other); });
}

struct Loader {
  const std::filesystem::path& data;
  const Workbook& workbook;
  FactorSet set;
  Findings& findings;

  void say(std::string code, Severity severity, Place place, std::string message, std::string hint) {
    findings.push_back(Finding::of(severity, std::move(code), std::move(place), std::move(message), std::move(hint)));
    set.findings.push_back(findings.back());
  }

  /// An office that gives its own figure is not told of ours.
  bool overridden(const std::string& item) const {
    return std::any_of(workbook.overrides.begin(), workbook.overrides.end(),
                       [&](const FactorOverride& row) { return without_space(fold_width(row.item)) == item; });
  }

  /// A doubtful figure is a finding and, for paper, a remark; one that the office's figures do not use is neither.
  void warn_when_used(const FileFactor& figure, bool used) {
    if (overridden(figure.factor.name)) return;
    if (used && !figure.warning.empty()) {
      set.remarks.push_back(figure.warning);
      say("factor-doubtful", Severity::note, in_file("系数表 " + set.id, figure.factor.name), figure.warning,
          "如有权威数据，可在工作簿“折算系数”中替代并注明来源");
    }
    if (used && figure.factor.sureness == "N" && figure.warning.empty()) {
      say("factor-not-confirmed", Severity::note, in_file("系数表 " + set.id, figure.factor.name),
          figure.factor.name + " " + figure.factor.value.shortest() + " 未经确认", "");
    }
  }

  void take_coal(const FactorFile& file, const FactorFile* base) {
    if (base != nullptr) {
      for (const auto& [carrier, figure] : base->density) put_density(carrier, figure);
      for (const auto& [carrier, figure] : base->coal) {
        if (!file.blank.contains(carrier)) put_coal(carrier, figure);
      }
    }
    for (const auto& [carrier, figure] : file.density) put_density(carrier, figure);
    for (const auto& [carrier, figure] : file.coal) put_coal(carrier, figure);
    const FactorFile& of_area = area_heat_in(file, base);
    if (of_area.area_heat) set.area_heat = of_area.area_heat->factor;
    if (of_area.area_heat_extra) set.area_heat_extra = of_area.area_heat_extra->factor;
  }

  /// The two belong together: both are the file's, or both the base's.
  static const FactorFile& area_heat_in(const FactorFile& file, const FactorFile* base) { return file.area_heat || base == nullptr ? file : *base; }

  void put_coal(Carrier carrier, const FileFactor& figure) {
    set.coal[carrier] = figure.factor;
    set.multiplier[carrier] = figure.multiplier.value_or(Decimal(1));
  }

  void put_density(Carrier carrier, const FileFactor& figure) { set.density[carrier] = figure.factor; }

  void warn_of_doubts(const FactorFile& file, const FactorFile* base) {
    for (const auto& [carrier, figure] : file.coal) warn_when_used(figure, uses_family(workbook, carrier));
    for (const auto& [carrier, figure] : file.density) warn_when_used(figure, uses_family(workbook, carrier));
    if (base != nullptr) warn_of_base(file, *base);
    const bool by_area = workbook.unit.text("供热计量") == "按面积";
    const FactorFile& of_area = area_heat_in(file, base);
    if (of_area.area_heat) warn_when_used(*of_area.area_heat, by_area);
    if (of_area.area_heat_extra) warn_when_used(*of_area.area_heat_extra, by_area);
  }

  /// Of what was taken from it.
  void warn_of_base(const FactorFile& file, const FactorFile& base) {
    for (const auto& [carrier, figure] : base.coal) {
      if (!file.coal.contains(carrier) && !file.blank.contains(carrier)) warn_when_used(figure, uses_family(workbook, carrier));
    }
    for (const auto& [carrier, figure] : base.density) {
      if (!file.density.contains(carrier)) warn_when_used(figure, uses_family(workbook, carrier));
    }
  }

  /// `base`: rows that the file does not have.
  void take_carbon(const FactorFile& file, const FactorFile* base) {
    set.carbon_title = file.title;
    set.carbon_year = file.year;
    if (base != nullptr) {
      for (const auto& [carrier, figure] : base->carbon) {
        if (!file.blank.contains(carrier)) put_carbon(carrier, figure);
      }
    }
    for (const auto& [carrier, figure] : file.carbon) put_carbon(carrier, figure);
    take_coal_kind(base != nullptr && file.coal_kinds.empty() && !file.blank.contains(Carrier::raw_coal) ? *base : file);
    if (set.coal.contains(Carrier::electricity)) {
      set.carbon[Carrier::own_solar] = {"自发自用光伏碳排放因子", Decimal(0), "tCO2/kWh", "", "自发自用，不计电网排放", "I", "", false};
    }
  }

  void put_carbon(Carrier carrier, const FileFactor& figure) { set.carbon[carrier] = scaled(figure, std::string(carrier_unit(carrier))); }

  static Factor scaled(const FileFactor& figure, const std::string& base_unit) {
    Factor out = figure.factor;
    if (figure.scale == Decimal(1)) return out;
    const std::string printed = out.value.shortest() + " " + out.unit;
    out.value = out.value * figure.scale;
    out.unit = "tCO2/" + (base_unit == "吨" ? std::string("t") : base_unit);
    out.note = "即 " + printed + (out.note.empty() ? "" : "；" + out.note);
    return out;
  }

  void take_coal_kind(const FactorFile& file) {
    if (!uses_family(workbook, Carrier::raw_coal)) return;
    const std::string kind = workbook.unit.text("煤种");
    const auto found = file.coal_kinds.find(kind);
    if (found != file.coal_kinds.end()) {
      set.carbon[Carrier::raw_coal] = found->second.factor;
      set.remarks.push_back("原煤碳排放按" + kind + "计算");
      return;
    }
    if (overridden("原煤碳排放因子")) return;
    say("coal-kind-missing", Severity::missing, in_sheet(workbook.file, "单位信息", "煤种"), "用煤但未选煤种，原煤的碳排放无法计算",
        "在“煤种”中填写 烟煤 或 无烟煤");
  }

  void take_grid(const FactorFile& file, int energy_year) {
    const std::string asked = without_space(fold_width(workbook.unit.text("电网因子口径")));
    const auto named = [&](const auto& region) { return without_space(fold_width(region.first)) == asked; };
    if (const auto region = std::find_if(file.regions.begin(), file.regions.end(), named); region != file.regions.end()) {
      return put_latest(asked == region->second.begin()->second.factor.name + "2012" ? asked.substr(0, asked.size() - 4) + "区域" : region->first,
                        region->second, energy_year);
    }
    const std::string province = asked == kNation ? kNation : province_of(file);
    if (!asked.empty() && asked != kNation && asked != "省级" && asked != "本省") report_unknown_grid(file, asked);
    const auto years = file.averages.find(province);
    if (years != file.averages.end()) put_latest(province, years->second, energy_year);
  }

  void report_unknown_grid(const FactorFile& file, const std::string& asked) {
    std::vector<std::string> names = {"本省", kNation};
    for (const auto& [name, figures] : file.regions) names.push_back(name);
    say("grid-unknown", Severity::error, in_sheet(workbook.file, "单位信息", "电网因子口径"), "没有“" + asked + "”的电网排放因子，按本省计算",
        "可填 " + join(names, "、") + "，或留空");
  }

  /// The latest year not after the energy year, else the earliest.
  void put_latest(const std::string& province, const std::map<int, FileFactor>& years, int energy_year) {
    if (years.empty()) return;
    auto chosen = years.upper_bound(energy_year);
    const bool later = chosen == years.begin();
    if (!later) --chosen;
    put_grid(province, chosen->first, chosen->second, energy_year);
  }

  void put_grid(const std::string& province, int table_year, const FileFactor& figure, int energy_year) {
    Factor factor = figure.factor;
    const std::string year = std::to_string(table_year);
    const std::string printed = factor.value.text(4) + " " + factor.unit;
    factor.name = "电网（" + province + "，" + year + "）";
    factor.source = year + " 年" + factor.source;
    factor.value = factor.value * *Decimal::parse("0.001");
    factor.unit = "tCO2/kWh";
    factor.note = "即 " + printed + (factor.note.empty() ? "" : "；" + factor.note);
    std::string remark = "电网排放因子取" + province + " " + year + " 年平均 " + printed + "，各年度采用同一因子";
    if (table_year > energy_year && energy_year != 0) {
      remark += "；能耗年度 " + std::to_string(energy_year) + " 年及以前的数据系数表中没有，取最早的 " + year + " 年";
      say("grid-year-later", Severity::note, in_file("系数表 grid-electricity"), remark, "");
    }
    if (factor.sureness == "N") say("factor-not-confirmed", Severity::note, in_file("系数表 grid-electricity"), factor.name + " " + printed + " 未经确认", "");
    set.remarks.push_back(remark);
    set.carbon[Carrier::electricity] = std::move(factor);
  }

  /// 山西省, 广西壮族自治区 … to the table's 山西, 广西; 全国 when blank or unknown.
  std::string province_of(const FactorFile& file) {
    const std::string given = without_space(fold_width(workbook.unit.text("省份")));
    if (given.find("兵团") != std::string::npos) return "兵团";
    for (const auto& [province, years] : file.averages) {
      if (given.starts_with(province)) return province;
    }
    const Place place = in_sheet(workbook.file, "单位信息", "省份");
    if (given.empty()) {
      say("province-blank", Severity::note, place, "省份未填，电网排放因子取全国平均", "填写省份，采用本省因子");
    } else {
      say("province-unknown", Severity::warning, place, "“" + given + "”不在因子表中，电网排放因子取全国平均", "填写省级行政区名称，例如 山西");
    }
    return kNation;
  }

  /// A set may turn tonnes of oil into litres by another density than the oil has (an office's form prints 0.96 for diesel). Carbon is of real
  /// litres: where the ledger gives mass, the factor of the set's litres follows.
  void carbon_by_physical_density(const FactorFile& base) {
    for (const LedgerColumn& column : workbook.ledger.columns) {
      const bool mass = column.unit == QuantityUnit::tonne || column.unit == QuantityUnit::kilogram;
      const auto fuel = facts_of(column.carrier).factors_of;
      if (!mass || !fuel || facts_of(*fuel).base != BaseUnit::litre || overridden(std::string(carrier_name(*fuel)) + "密度")) continue;
      const auto physical = base.density.find(*fuel);
      const auto density = set.density.find(column.carrier);
      const auto carbon = set.carbon.find(column.carrier);
      if (physical == base.density.end() || density == set.density.end() || carbon == set.carbon.end()) continue;
      const Decimal& real = physical->second.factor.value;
      const auto ratio = density->second.value.divided_by(real);
      if (!ratio || *ratio == Decimal(1)) continue;
      const std::string printed = carbon->second.value.shortest() + " " + carbon->second.unit;
      carbon->second.value = carbon->second.value * *ratio;
      carbon->second.note = "即 " + printed + "，台账按重量填写，升数按密度 " + real.shortest() + " 千克/升";
    }
  }

  /// 1.4714 kgce of a kilogram, of a fuel that the ledger counts in litres: without the density a litre would be a kilogram.
  void drop_what_lacks_density() {
    for (const CarrierFacts& facts : kCarriers) {
      const auto coal = set.coal.find(facts.carrier);
      if (facts.base != BaseUnit::litre || coal == set.coal.end() || coal->second.unit != "kgce/kg" || set.density.contains(facts.carrier)) continue;
      if (!facts.parent) {
        say("factor-set-unusable", Severity::error, in_file("系数表 " + set.id, coal->second.name), coal->second.name + "：单位是kgce/kg，台账按升计，缺少密度",
            "请在系数表的 density 里补上它的密度；没有来源的，请删去这一行");
      }
      set.coal.erase(coal);
    }
  }

  /// 其中 rows share their parent's figures; 转供电 and 自发自用光伏 are electricity.
  void fill_families() {
    for (const CarrierFacts& facts : kCarriers) {
      if (!facts.factors_of || has_own_factors(facts)) continue;
      for (auto* figures : {&set.coal, &set.density, &set.carbon}) {
        const bool none = figures == &set.carbon && facts.carbon_free;
        if (!none && figures->contains(*facts.factors_of)) (*figures)[facts.carrier] = (*figures)[*facts.factors_of];
      }
    }
    for (const auto& [carrier, density] : set.density) set.multiplier[carrier] = density.value;
    if (set.multiplier.contains(Carrier::raw_coal)) set.multiplier[Carrier::heating_coal] = set.multiplier[Carrier::raw_coal];
  }
};

/// The one that the rubric names, else the usual one of the energy year, also for the years that it is compared with; empty: lint of the rubric has
/// said that there is not just one.
std::string factor_set_of(const Rubric& rubric, const std::filesystem::path& data, int energy_year) {
  return rubric.factor_set.empty() ? usual_factor_set(usual_factor_sets(data), energy_year) : rubric.factor_set;
}

std::optional<FactorFile> base_file_of(const FactorFile& file, const std::filesystem::path& data, Findings& findings) {
  return file.base_id.empty() ? std::nullopt : read_factor_file(data, file.base_id, findings);
}

}  // namespace

FactorSet load_factors(const std::filesystem::path& data, const Rubric& rubric, const Workbook& workbook, const Years& years, Findings& findings) {
  Loader loader{data, workbook, {}, findings};
  const auto file = read_factor_file(data, factor_set_of(rubric, data, years.energy), findings);
  if (!file) return std::move(loader.set);
  loader.set.id = file->id;
  loader.set.title = file->title;
  loader.set.remarks = file->remarks;
  loader.set.area_carbon_with_vehicles = file->area_carbon_with_vehicles;
  const std::optional<FactorFile> base = base_file_of(*file, data, findings);
  loader.take_coal(*file, base ? &*base : nullptr);
  loader.warn_of_doubts(*file, base ? &*base : nullptr);
  if (const auto carbon = read_factor_file(data, file->carbon_id, findings)) {
    const std::optional<FactorFile> carbon_base = base_file_of(*carbon, data, findings);
    loader.take_carbon(*carbon, carbon_base ? &*carbon_base : nullptr);
  }
  if (const auto grid = read_factor_file(data, file->grid_id, findings)) loader.take_grid(*grid, years.energy);
  loader.fill_families();
  apply_overrides(workbook, loader.set, findings);
  loader.drop_what_lacks_density();
  if (base) loader.carbon_by_physical_density(*base);
  return std::move(loader.set);
}

}  // namespace lvce
