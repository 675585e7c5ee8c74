#include "energy/factor_file.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <stdexcept>

#include "energy/carriers.h"
#include "support/files.h"

namespace lvce {
namespace {

constexpr std::uintmax_t kMaxBytes = 1 << 20;

/// Ids come from rubrics of strangers: plain names only, so that they cannot leave the folder.
bool is_plain_id(const std::string& id) {
  return !id.empty() && id.size() <= 64 &&
         std::all_of(id.begin(), id.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

std::string text_at(const YAML::Node& node, const char* key) {
  const YAML::Node found = node[key];
  return found && found.IsScalar() ? found.Scalar() : std::string();
}

Decimal number_of(const std::string& text, const std::string& what) {
  const auto number = Decimal::parse(text);
  if (!number) throw std::runtime_error(what + "：“" + text + "”不是数值");
  return *number;
}

/// Classic inventory parameters: heating value × carbon content × oxidation × 44/12, the product's text behind the source.
void take_inventory_parameters(Factor& factor, const YAML::Node& node) {
  if (!node["heating_value"]) return;
  const std::string heat = text_at(node, "heating_value"), content = text_at(node, "carbon_content"), oxidation = text_at(node, "oxidation");
  const Decimal burnt = number_of(heat, factor.name) * number_of(content, factor.name) * number_of(oxidation, factor.name);
  factor.value = *(burnt * Decimal(44)).divided_by(Decimal(12));
  factor.source += "（" + heat + "×" + content + "×" + oxidation + "×44÷12）";
}

FileFactor parse_factor(const std::string& name, const YAML::Node& node) {
  FileFactor out;
  if (node.IsScalar()) {
    out.factor.name = name;
    out.factor.value = number_of(node.Scalar(), name);
    return out;
  }
  out.factor = {name,
                node["heating_value"] ? Decimal() : number_of(text_at(node, "value"), name),
                text_at(node, "unit"),
                text_at(node, "year"),
                text_at(node, "source"),
                text_at(node, "sureness"),
                text_at(node, "note"),
                false};
  take_inventory_parameters(out.factor, node);
  if (node["multiplier"]) out.multiplier = number_of(text_at(node, "multiplier"), name);
  if (node["scale"]) out.scale = number_of(text_at(node, "scale"), name);
  out.warning = text_at(node, "warning");
  return out;
}

Carrier carrier_or_throw(const std::string& name) {
  const auto carrier = carrier_by_name(name);
  if (!carrier) throw std::runtime_error("没有名为“" + name + "”的能源种类");
  return *carrier;
}

std::map<Carrier, FileFactor> parse_carriers(const YAML::Node& node, const std::string& suffix) {
  std::map<Carrier, FileFactor> out;
  for (const auto& entry : node) {
    const std::string name = entry.first.Scalar();
    out[carrier_or_throw(name)] = parse_factor(name + suffix, entry.second);
  }
  return out;
}

FileFactor parse_average(const YAML::Node& root, const std::string& area, const std::string& year, const YAML::Node& node) {
  FileFactor figure = parse_factor(area, node);
  if (figure.factor.sureness.empty()) figure.factor.sureness = text_at(root, "sureness");
  figure.factor.year = year;
  figure.factor.unit = text_at(root, "unit");
  figure.factor.source = text_at(root, "source");
  return figure;
}

void parse_averages(const YAML::Node& root, FactorFile& file) {
  for (const auto& [key, into] : {std::pair{"averages", &file.averages}, {"regions", &file.regions}}) {
    for (const auto& area : root[key]) {
      for (const auto& year : area.second) {
        const std::string name = area.first.Scalar(), number = year.first.Scalar();
        (*into)[name][std::stoi(number)] = parse_average(root, name, number, year.second);
      }
    }
  }
  for (const auto& region : root["regions_2012"]) {
    const std::string name = region.first.Scalar();
    file.regions[name + "2012"][2012] = parse_average(root, name, "2012", region.second);
  }
}

std::optional<FileFactor> parse_optional(const YAML::Node& root, const char* key, const std::string& name) {
  return root[key] ? std::optional(parse_factor(name, root[key])) : std::nullopt;
}

FactorFile parse_file(const std::string& bytes) {
  const YAML::Node root = YAML::Load(bytes);
  FactorFile file;
  file.id = text_at(root, "id");
  file.title = text_at(root, "title");
  file.base_id = text_at(root, "base");
  file.grid_id = text_at(root, "grid");
  if (root["carbon"] && root["carbon"].IsScalar()) file.carbon_id = root["carbon"].Scalar();
  file.area_carbon_with_vehicles = text_at(root, "area_carbon_with_vehicles") == "true";
  for (const auto& remark : root["remarks"]) file.remarks.push_back(remark.Scalar());
  for (const auto& name : root["blank"]) file.blank.insert(carrier_or_throw(name.Scalar()));
  file.coal = parse_carriers(root["coal"], "折标系数");
  file.density = parse_carriers(root["density"], "密度");
  if (root["carbon"] && root["carbon"].IsMap()) file.carbon = parse_carriers(root["carbon"], "碳排放因子");
  for (const auto& kind : root["coal_kinds"]) file.coal_kinds[kind.first.Scalar()] = parse_factor("原煤碳排放因子", kind.second);
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
  const auto bytes = read_file(data / "rubrics" / "factors" / (id + ".yaml"), kMaxBytes);
  if (!bytes) {
    findings.push_back(unusable(id, "文件不存在或不可读"));
    return std::nullopt;
  }
  try {
    return parse_file(*bytes);
  } catch (const std::exception& problem) {  // yaml-cpp's own and ours: the seam
    findings.push_back(unusable(id, problem.what()));
    return std::nullopt;
  }
}

}  // namespace lvce
