// Fields of one YAML map, each asked for by name; what nobody asked for is an unknown field.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "support/decimal.h"
#include "support/finding.h"
#include "support/points.h"
#include "support/yaml/yaml_tree.h"

namespace lvce {

/// Places of everything read, by path: "units/0/items/1/indicators/2/rule/cap". Lint reports with them.
class Places {
 public:
  void set(std::string path, YamlPlace place) { places_[std::move(path)] = place; }
  /// Of this path, or of the nearest above it that is known.
  YamlPlace at(std::string path) const;

 private:
  std::map<std::string, YamlPlace> places_;
};

/// What a whole reading shares.
struct ReadContext {
  std::string file;
  Findings& findings;
  Places& places;
  const YamlDialect& dialect = kRubricDialect;

  void error(YamlPlace place, std::string code, std::string message, std::string hint = {}) const;
  /// After 500 findings one more says that the rest is not listed.
  void add(Severity severity, YamlPlace place, std::string code, std::string message, std::string hint) const;
};

class Fields {
 public:
  /// `path` names this map for lint. A node that is no map is an error; then every field reads as absent.
  Fields(const ReadContext& context, const YamlNode& node, std::string path);

  bool has(std::string_view key) { return find(key) != nullptr; }
  const std::string& path() const { return path_; }
  YamlPlace place() const { return node_.place; }
  const ReadContext& context() const { return context_; }

  /// The value, or nothing when the field is absent or null.
  const YamlNode* find(std::string_view key);
  /// Absent: the empty text. Lists and maps are errors. White space at the ends is dropped.
  std::string text(std::string_view key);
  std::string required_text(std::string_view key);
  std::optional<Points> points(std::string_view key);
  Points required_points(std::string_view key);
  std::optional<Decimal> decimal(std::string_view key);
  int whole(std::string_view key, int fallback, int least, int most);
  bool yes(std::string_view key, bool fallback = false);
  std::vector<std::string> texts(std::string_view key);
  /// Whole numbers ≥ 1.
  std::vector<int> numbers(std::string_view key);
  /// The nodes of a list; absent: none; anything but a list is an error.
  const std::vector<YamlNode>& list(std::string_view key);
  /// Path of one entry of a list field: "<path>/<key>/<index>".
  std::string entry_path(std::string_view key, std::size_t index) const;

  void error_at(std::string_view key, std::string code, std::string message, std::string hint = {});
  void missing(std::string_view key);
  /// Call when all known fields have been asked for.
  void refuse_unknown();

 private:
  const YamlNode* scalar(std::string_view key);
  std::string known_names() const;

  const ReadContext& context_;
  const YamlNode& node_;
  std::string path_;
  std::set<std::string, std::less<>> asked_;
};

}  // namespace lvce
