#include "energy/factor_file.h"

#include <algorithm>
#include <initializer_list>
#include <stdexcept>
#include <system_error>

#include "energy/carriers.h"
#include "office/carriers.h"
#include "rubric/usual_factors.h"
#include "support/yaml/yaml_tree.h"

namespace lvce {
namespace {

/// Ids come from rubrics of strangers: plain names only, so that they cannot leave the folder.
bool is_plain_id(const std::string& id) {
  return !id.empty() && id.size() <= 64 &&
         std::all_of(id.begin(), id.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

std::string text_at(const YamlNode& node, std::string_view key) { return node.at(key).text; }

/// A key that is not read is a slip of the pen (multipler: …): without it the figure would be another one.
void allow_only(const YamlNode& node, std::initializer_list<std::string_view> keys, const std::string& what) {
  for (const auto& [key, value] : node.fields) {
    if (std::find(keys.begin(), keys.end(), key.text) == keys.end()) throw std::runtime_error(what + "：不认识“" + key.text + "”");
  }
}

Decimal number_of(const std::string& text, const std::string& what) {
  const auto number = Decimal::parse(text);
  if (!number) throw std::runtime_error(what + "：“" + text + "”不是数值");
  return *number;
}

/// Classic inventory parameters: heating value × carbon content × oxidation × 44/12, the product's text behind the source.
void take_inventory_parameters(Factor& factor, const YamlNode& node) {
  if (node.at("heating_value").is_null()) return;
  const std::string heat = text_at(node, "heating_value"), content = text_at(node, "carbon_content"), oxidation = text_at(node, "oxidation");
  const Decimal burnt = number_of(heat, factor.name) * number_of(content, factor.name) * number_of(oxidation, factor.name);
  factor.value = *(burnt * Decimal(44)).divided_by(Decimal(12));
  factor.source += "（" + heat + "×" + content + "×" + oxidation + "×44÷12）";
}

FileFactor parse_factor(const std::string& name, const YamlNode& node) {
  FileFactor out;
  if (node.is_scalar()) {
    out.factor.name = name;
    out.factor.value = number_of(node.text, name);
    return out;
  }
  allow_only(node, {"value", "unit", "year", "source", "sureness", "note", "multiplier", "scale", "warning", "heating_value", "carbon_content", "oxidation"},
             name);
  out.factor = {name,
                node.at("heating_value").is_scalar() ? Decimal() : number_of(text_at(node, "value"), name),
                text_at(node, "unit"),
                text_at(node, "year"),
                text_at(node, "source"),
                text_at(node, "sureness"),
                text_at(node, "note"),
                false};
  take_inventory_parameters(out.factor, node);
  if (node.at("multiplier").is_scalar()) out.multiplier = number_of(text_at(node, "multiplier"), name);
  if (node.at("scale").is_scalar()) out.scale = number_of(text_at(node, "scale"), name);
  out.warning = text_at(node, "warning");
  return out;
}

Carrier carrier_or_throw(const std::string& name) {
  const auto carrier = carrier_by_name(name);
  if (!carrier) throw std::runtime_error("没有名为“" + name + "”的能源种类");
  return *carrier;
}

/// 0.7143 kgce of a kilogram, of a carrier that the ledger weighs in tonnes: without the multiplier it would be a thousandth.
void need_multiplier(Carrier carrier, const FileFactor& figure) {
  const BaseUnit base = facts_of(carrier).base;
  const bool of_kilograms = figure.factor.unit == "kgce/kg" || figure.factor.unit == "kgce/kgce";
  if ((base == BaseUnit::tonne || base == BaseUnit::tce) && of_kilograms && !figure.multiplier)
    throw std::runtime_error(figure.factor.name + "：单位是" + figure.factor.unit + "，台账按吨计，缺少 multiplier");
}

std::map<Carrier, FileFactor> parse_carriers(const YamlNode& node, const std::string& suffix) {
  std::map<Carrier, FileFactor> out;
  for (const auto& [key, value] : node.fields) out[carrier_or_throw(key.text)] = parse_factor(key.text + suffix, value);
  return out;
}

/// What a figure does not say for itself is the file's. The unit is the file's always, the year that of its key.
FileFactor parse_average(const YamlNode& root, const std::string& area, const std::string& year, const YamlNode& node) {
  FileFactor figure = parse_factor(area, node);
  const std::string unit = text_at(root, "unit");
  if (!figure.factor.unit.empty() && figure.factor.unit != unit) throw std::runtime_error(area + "：单位与本表的 " + unit + " 不同");
  if (!figure.factor.year.empty() && figure.factor.year != year) throw std::runtime_error(area + "：" + year + "年一栏写着" + figure.factor.year + "年");
  if (figure.factor.sureness.empty()) figure.factor.sureness = text_at(root, "sureness");
  if (figure.factor.source.empty()) figure.factor.source = text_at(root, "source");
  figure.factor.year = year;
  figure.factor.unit = unit;
  return figure;
}

void parse_averages(const YamlNode& root, FactorFile& file) {
  for (const auto& [key, into] : {std::pair{"averages", &file.averages}, {"regions", &file.regions}}) {
    for (const auto& [area, years] : root.at(key).fields) {
      for (const auto& [year, figure] : years.fields) (*into)[area.text][std::stoi(year.text)] = parse_average(root, area.text, year.text, figure);
    }
  }
  for (const auto& [region, figure] : root.at("regions_2012").fields) {
    file.regions[region.text + "2012"][2012] = parse_average(root, region.text, "2012", figure);
  }
}

std::optional<FileFactor> parse_optional(const YamlNode& root, const char* key, const std::string& name) {
  return root.at(key).is_null() ? std::nullopt : std::optional(parse_factor(name, root.at(key)));
}

FactorFile parse_file(const YamlNode& root) {
  allow_only(
      root,
      {"default", "id",    "title", "year",       "unit",    "source",    "sureness",        "base",     "grid",    "carbon",      "area_carbon_with_vehicles",
       "remarks", "blank", "coal",  "coal_kinds", "density", "area_heat", "area_heat_extra", "averages", "regions", "regions_2012"},
      "系数表");
  FactorFile file;
  file.id = text_at(root, "id");
  if (!root.at("default").is_null() && !usual_from(root.at("default"))) {
    throw std::runtime_error("系数表：default 只写 true 或 {from: 年份}，不用的不写");
  }
  file.title = text_at(root, "title");
  file.year = root.at("year").is_null() ? 0 : std::stoi(text_at(root, "year"));
  file.base_id = text_at(root, "base");
  file.grid_id = text_at(root, "grid");
  file.carbon_id = text_at(root, "carbon");
  file.area_carbon_with_vehicles = text_at(root, "area_carbon_with_vehicles") == "true";
  file.remarks = root.at("remarks").texts();
  for (const std::string& name : root.at("blank").texts()) file.blank.insert(carrier_or_throw(name));
  file.coal = parse_carriers(root.at("coal"), "折标系数");
  file.density = parse_carriers(root.at("density"), "密度");
  file.carbon = parse_carriers(root.at("carbon"), "碳排放因子");
  for (const auto& [carrier, figure] : file.coal) need_multiplier(carrier, figure);
  for (const auto& [kind, figure] : root.at("coal_kinds").fields) file.coal_kinds[kind.text] = parse_factor("原煤碳排放因子", figure);
  file.area_heat = parse_optional(root, "area_heat", "供热面积折标系数");
  file.area_heat_extra = parse_optional(root, "area_heat_extra", "供热面积附加系数");
  parse_averages(root, file);
  return file;
}

Finding unusable(const std::string& id, const std::string& why) {
  return Finding::error("factor-set-unusable", in_file("rubrics/factors/" + id + ".yaml"), "系数表无法使用：" + why,
                        "重新安装本程序的数据文件，或更正该评价标准的 factor_set");
}

}  // namespace

std::optional<FactorFile> read_factor_file(const std::filesystem::path& data, const std::string& id, Findings& findings) {
  if (!is_plain_id(id)) {
    findings.push_back(unusable("?", "编号不合规则"));
    return std::nullopt;
  }
  try {
    return parse_file(load_own_yaml(data / "rubrics" / "factors" / (id + ".yaml")));
  } catch (const std::exception& problem) {  // std::stoi's own and ours
    findings.push_back(unusable(id, problem.what()));
    return std::nullopt;
  }
}

std::vector<std::string> factor_sets(const std::filesystem::path& data) {
  std::vector<std::string> ids;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(data / "rubrics" / "factors", error)) {
    const std::string id = entry.path().stem().string();
    Findings silent;
    const auto file = entry.path().extension() == ".yaml" ? read_factor_file(data, id, silent) : std::nullopt;
    if (file && !file->coal.empty()) ids.push_back(id);
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

}  // namespace lvce
