#include "compose/yaml_view.h"

#include <algorithm>
#include <charconv>
#include <cstring>

#include "support/files.h"

namespace lvce {
namespace {

constexpr std::uintmax_t kMaxTemplateBytes = 256 * 1024;
constexpr int kMaxYamlDepth = 24;

/// Brackets and indents bound the nesting from above: yaml-cpp overflows the stack on deep input.
bool too_deep(const std::string& bytes) {
  int flow = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const char c = bytes[at];
    if (c == '[' || c == '{') ++flow;
    if ((c == ']' || c == '}') && flow > 0) --flow;
    if (flow > kMaxYamlDepth * 4) return true;
    if (c == '\n') {
      const auto text = bytes.find_first_not_of(" -?:", at + 1);
      if (text != std::string::npos && text - at > kMaxYamlDepth * 4) return true;
    }
  }
  return false;
}

}  // namespace

int line_of(const YAML::Node& node) { return node.IsDefined() ? node.Mark().line + 1 : 0; }

std::optional<YAML::Node> load_template_yaml(const Templates& templates, const std::string& name, Findings& findings) {
  const TemplatePlace place{name, 0, &findings};
  const auto bytes = read_file(templates.folder / name, kMaxTemplateBytes);
  if (!bytes || too_deep(*bytes)) {
    place.fault(bytes ? "嵌套过深" : "模板文件读不到，或大于 256 KiB", "请恢复安装时的 templates 文件夹");
    return std::nullopt;
  }
  try {
    const YAML::Node root = YAML::Load(*bytes);
    if (root.IsMap()) return root;
    place.fault("模板应当是“键：值”的形式", "写法见 docs/template-format.md");
  } catch (const YAML::Exception& error) {
    place.at(error.mark.line + 1).fault("不是合法的 YAML：" + error.msg, "请检查缩进和引号");
  }
  return std::nullopt;
}

YamlView::YamlView(const YAML::Node& node, TemplatePlace place) : place_(place.at(line_of(node))) {
  if (!node.IsMap()) place_.fault("这里应当是“键：值”的形式", "写法见 docs/template-format.md");
  if (!node.IsMap()) return;
  for (const auto& entry : node) entries_.push_back({entry.first.IsScalar() ? entry.first.Scalar() : "", line_of(entry.first), entry.second});
}

YAML::Node YamlView::node(const char* key) const {
  const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) { return entry.key == key; });
  return found == entries_.end() ? YAML::Node(YAML::NodeType::Undefined) : found->value;
}

bool YamlView::has(const char* key) const {
  const YAML::Node found = node(key);
  return found.IsDefined() && !found.IsNull();
}

std::string YamlView::text(const char* key, const std::string& otherwise) const {
  const YAML::Node found = node(key);
  if (!found.IsDefined() || found.IsNull()) return otherwise;
  if (found.IsScalar()) return found.Scalar();
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
  for (const Entry& entry : entries_) {
    const bool found = std::any_of(known.begin(), known.end(), [&](const char* name) { return entry.key == name; });
    if (!found) place_.at(entry.line).fault("不认识的键“" + entry.key + "”", "写法见 docs/template-format.md");
  }
}

}  // namespace lvce
