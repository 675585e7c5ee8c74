// Reading template YAML with its faults as findings: scalars, known keys, places.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

#include <yaml-cpp/yaml.h>

#include "compose/compose.h"
#include "compose/fill.h"

namespace lvce {

/// Loads templates/<name> behind caps (256 KiB, 24 levels); nothing and a fault when it cannot be used. Never throws.
std::optional<YAML::Node> load_template_yaml(const Templates& templates, const std::string& name, Findings& findings);

/// A map node that knows where it stands; every getter names its fault and goes on.
class YamlView {
 public:
  YamlView(const YAML::Node& node, TemplatePlace place);

  bool has(const char* key) const;
  YAML::Node node(const char* key) const;
  std::string text(const char* key, const std::string& otherwise = "") const;
  double number(const char* key, double otherwise) const;
  bool flag(const char* key, bool otherwise = false) const;
  /// Faults every key that is not among these.
  void only(std::initializer_list<const char*> known) const;
  const TemplatePlace& place() const { return place_; }

 private:
  struct Entry {
    std::string key;
    int line;
    YAML::Node value;
  };
  std::vector<Entry> entries_;  ///< yaml-cpp's own search converts every key at every question
  TemplatePlace place_;
};

int line_of(const YAML::Node& node);

}  // namespace lvce
