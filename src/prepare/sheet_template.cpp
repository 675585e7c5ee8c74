#include "prepare/sheet_template.h"

#include <map>
#include <stdexcept>

#include <yaml-cpp/yaml.h>

namespace lvce {
namespace {

template <typename T>
T named(const YAML::Node& node, const std::map<std::string, T>& names, T otherwise) {
  if (!node) return otherwise;
  const auto found = names.find(node.as<std::string>());
  if (found == names.end()) throw YAML::RepresentationException(node.Mark(), "不认识的值 " + node.as<std::string>());
  return found->second;
}

CellKind kind_of(const YAML::Node& node) {
  static const std::map<std::string, CellKind> kNames = {
      {"text", CellKind::text}, {"number", CellKind::number}, {"whole", CellKind::whole}, {"percent", CellKind::percent}, {"long", CellKind::long_text}};
  return named(node, kNames, CellKind::general);
}

RowsOf rows_of(const YAML::Node& node) {
  static const std::map<std::string, RowsOf> kNames = {{"fixed", RowsOf::fixed},     {"years", RowsOf::years},           {"months", RowsOf::months},
                                                       {"metrics", RowsOf::metrics}, {"indicators", RowsOf::indicators}, {"blank", RowsOf::blank}};
  return named(node, kNames, RowsOf::blank);
}

std::string text_of(const YAML::Node& node) { return node ? node.as<std::string>() : std::string(); }
std::vector<std::string> list_of(const YAML::Node& node) { return node ? node.as<std::vector<std::string>>() : std::vector<std::string>(); }

TemplateColumn read_column(const YAML::Node& node) {
  TemplateColumn out;
  out.header = node["header"].as<std::string>();
  out.width = node["width"] ? node["width"].as<double>() : out.width;
  out.locked = node["locked"] && node["locked"].as<bool>();
  out.kind = kind_of(node["kind"]);
  out.note = text_of(node["note"]);
  out.choices = list_of(node["choices"]);
  return out;
}

TemplateItem read_item(const YAML::Node& node) {
  return {node["name"].as<std::string>(), text_of(node["value"]), kind_of(node["kind"]), text_of(node["note"]), list_of(node["choices"])};
}

SheetTemplate read_sheet(const YAML::Node& node) {
  SheetTemplate out;
  out.name = node["name"].as<std::string>();
  out.rows = rows_of(node["rows"]);
  out.count = node["count"] ? node["count"].as<int>() : 0;
  out.hint = text_of(node["hint"]);
  for (const auto& column : node["columns"]) out.columns.push_back(read_column(column));
  for (const auto& item : node["items"]) out.items.push_back(read_item(item));
  return out;
}

}  // namespace

std::optional<std::vector<SheetTemplate>> load_sheet_templates(const std::filesystem::path& file, std::string& problem) {
  try {
    std::vector<SheetTemplate> out;
    for (const auto& sheet : YAML::LoadFile(file.string())["sheets"]) out.push_back(read_sheet(sheet));
    if (!out.empty()) return out;
    problem = "没有任何工作表";
  } catch (const YAML::Exception& error) {
    problem = "第 " + std::to_string(error.mark.line + 1) + " 行第 " + std::to_string(error.mark.column + 1) + " 列：" + error.msg;
  }
  return std::nullopt;
}

}  // namespace lvce
