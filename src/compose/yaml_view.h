// Reading template YAML with its faults as findings: scalars, known keys, places.
#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <vector>

#include "compose/compose.h"
#include "compose/fill.h"
#include "support/yaml/yaml_tree.h"

namespace lvce {

/// Loads templates/<name>, or takes it from the shelf; nothing and a fault when it cannot be used. Never throws.
std::shared_ptr<const YamlNode> load_template_yaml(const Templates& templates, const std::string& name, Findings& findings);

/// A map node that knows where it stands; every getter names its fault and goes on. The node must outlive it.
class YamlView {
 public:
  YamlView(const YamlNode& node, TemplatePlace place);

  bool has(const char* key) const { return !node(key).is_null(); }
  /// The value; a null node where there is none.
  const YamlNode& node(const char* key) const { return node_->at(key); }
  std::string text(const char* key, const std::string& otherwise = "") const;
  double number(const char* key, double otherwise) const;
  bool flag(const char* key, bool otherwise = false) const;
  /// Faults every key that is not among these.
  void only(std::initializer_list<const char*> known) const;
  const TemplatePlace& place() const { return place_; }

 private:
  const YamlNode* node_;
  TemplatePlace place_;
};

}  // namespace lvce
