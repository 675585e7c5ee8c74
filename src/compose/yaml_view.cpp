#include "compose/yaml_view.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "support/files.h"

namespace lvce {
namespace {

constexpr std::uintmax_t kMaxTemplateBytes = 256 * 1024;

}  // namespace

class TemplateShelf {
 public:
  std::map<std::string, std::shared_ptr<const YamlNode>> by_name;
};

std::shared_ptr<TemplateShelf> empty_template_shelf() { return std::make_shared<TemplateShelf>(); }

std::shared_ptr<const YamlNode> load_template_yaml(const Templates& templates, const std::string& name, Findings& findings) {
  const auto kept = templates.shelf->by_name.find(name);
  if (kept != templates.shelf->by_name.end()) return kept->second;
  const TemplatePlace place{name, 0, &findings};
  const auto bytes = read_file(templates.folder / name, kMaxTemplateBytes);
  if (!bytes) {
    place.fault("模板文件读不到，或大于 256 KiB", "请恢复安装时的 templates 文件夹");
    return nullptr;
  }
  const std::size_t before = findings.size();
  auto root = parse_yaml(*bytes, "templates/" + name, findings, kTemplateDialect);
  if (root && !root->is_map()) place.fault("模板应当是“键：值”的形式", "写法见 docs/template-format.md");
  if (!root || !root->is_map()) return nullptr;
  auto read = std::make_shared<const YamlNode>(std::move(*root));
  if (findings.size() == before) templates.shelf->by_name.emplace(name, read);
  return read;
}

YamlView::YamlView(const YamlNode& node, TemplatePlace place) : node_(&node), place_(place.at(node.place.line)) {
  if (!node.is_map()) place_.fault("这里应当是“键：值”的形式", "写法见 docs/template-format.md");
}

std::string YamlView::text(const char* key, const std::string& otherwise) const {
  const YamlNode& found = node(key);
  if (found.is_null()) return otherwise;
  if (found.is_scalar()) return found.text;
  place_.fault(std::string("“") + key + "”应当是一段文字", "写法见 docs/template-format.md");
  return otherwise;
}

double YamlView::number(const char* key, double otherwise) const {
  const std::string typed = text(key);
  if (typed.empty()) return otherwise;
  double value = 0;
  const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), value);
  if (error == std::errc{} && end == typed.data() + typed.size() && value >= 0 && value <= 1000) return value;
  place_.fault(std::string("“") + key + "”应当是 0 到 1000 的数字", "写法见 docs/template-format.md");
  return otherwise;
}

bool YamlView::flag(const char* key, bool otherwise) const {
  const std::string typed = text(key);
  if (typed.empty()) return otherwise;
  if (typed != "true" && typed != "false") place_.fault(std::string("“") + key + "”应当是 true 或 false", "写法见 docs/template-format.md");
  return typed == "true";
}

void YamlView::only(std::initializer_list<const char*> known) const {
  for (const YamlField& field : node_->fields) {
    const bool found = std::any_of(known.begin(), known.end(), [&](const char* name) { return field.key.text == name; });
    if (!found) place_.at(field.key.place.line).fault("不认识的键“" + field.key.text + "”", "写法见 docs/template-format.md");
  }
}

}  // namespace lvce
