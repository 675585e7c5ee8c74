#include "prepare/sheet_template.h"

#include <charconv>
#include <map>
#include <stdexcept>

#include "support/yaml/yaml_tree.h"

namespace lvce {
namespace {

[[noreturn]] void throw_at(const YamlNode& node, const std::string& problem) {
  throw std::runtime_error("第 " + std::to_string(node.place.line) + " 行第 " + std::to_string(node.place.column) + " 列：" + problem);
}

template <typename T>
T named(const YamlNode& node, const std::map<std::string, T>& names, T otherwise) {
  if (node.is_null()) return otherwise;
  const auto found = names.find(node.text);
  if (found == names.end()) throw_at(node, "不认识的值 " + node.text);
  return found->second;
}

CellKind kind_of(const YamlNode& node) {
  static const std::map<std::string, CellKind> kNames = {
      {"text", CellKind::text}, {"number", CellKind::number}, {"whole", CellKind::whole}, {"percent", CellKind::percent}, {"long", CellKind::long_text}};
  return named(node, kNames, CellKind::general);
}

RowsOf rows_of(const YamlNode& node) {
  static const std::map<std::string, RowsOf> kNames = {{"fixed", RowsOf::fixed},     {"years", RowsOf::years},           {"months", RowsOf::months},
                                                       {"metrics", RowsOf::metrics}, {"indicators", RowsOf::indicators}, {"blank", RowsOf::blank}};
  return named(node, kNames, RowsOf::blank);
}

double number_of(const YamlNode& node, double otherwise) {
  if (node.is_null()) return otherwise;
  double value = 0;
  const auto [end, error] = std::from_chars(node.text.data(), node.text.data() + node.text.size(), value);
  if (error != std::errc{} || end != node.text.data() + node.text.size()) throw_at(node, "“" + node.text + "”不是数");
  return value;
}

/// A name that must be there.
const std::string& name_in(const YamlNode& map, std::string_view key) {
  const YamlNode& node = map.at(key);
  if (!node.is_scalar()) throw_at(map, "缺少 " + std::string(key));
  return node.text;
}

TemplateColumn read_column(const YamlNode& node) {
  TemplateColumn out;
  out.header = name_in(node, "header");
  out.width = number_of(node.at("width"), out.width);
  out.locked = node.at("locked").text == "true";
  out.kind = kind_of(node.at("kind"));
  out.note = node.at("note").text;
  out.choices = node.at("choices").texts();
  return out;
}

TemplateItem read_item(const YamlNode& node) {
  return {name_in(node, "name"), node.at("value").text, kind_of(node.at("kind")), node.at("note").text, node.at("choices").texts()};
}

SheetTemplate read_sheet(const YamlNode& node) {
  SheetTemplate out;
  out.name = name_in(node, "name");
  out.rows = rows_of(node.at("rows"));
  out.count = static_cast<int>(number_of(node.at("count"), 0));
  out.hint = node.at("hint").text;
  for (const YamlNode& column : node.at("columns").items) out.columns.push_back(read_column(column));
  for (const YamlNode& item : node.at("items").items) out.items.push_back(read_item(item));
  return out;
}

}  // namespace

std::optional<std::vector<SheetTemplate>> load_sheet_templates(const std::filesystem::path& file, std::string& problem) {
  try {
    std::vector<SheetTemplate> out;
    const YamlNode root = load_own_yaml(file);
    for (const YamlNode& sheet : root.at("sheets").items) out.push_back(read_sheet(sheet));
    if (!out.empty()) return out;
    problem = "没有任何工作表";
  } catch (const std::exception& error) {
    problem = error.what();
  }
  return std::nullopt;
}

}  // namespace lvce
