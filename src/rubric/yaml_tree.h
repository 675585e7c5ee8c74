// YAML as a plain tree with places, read behind caps: a rubric may come from a stranger.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "support/finding.h"

namespace lvce {

/// Where something stands in a file; both count from 1, columns in characters.
struct YamlPlace {
  int line = 0;
  int column = 0;
};

/// "file:line:column".
Place in_yaml(std::string_view file, YamlPlace place);

struct YamlField;

struct YamlNode {
  enum class Kind { null, scalar, list, map };
  Kind kind = Kind::null;
  YamlPlace place;
  std::string text;               ///< of a scalar
  std::vector<YamlNode> items;    ///< of a list
  std::vector<YamlField> fields;  ///< of a map, in written order
};

struct YamlField {
  YamlNode key;  ///< a scalar
  YamlNode value;
};

/// What a file is, in its own words: codes begin with it and hints name it.
struct YamlDialect {
  std::string prefix;    ///< of codes; those of a rubric are rubric-…
  std::string document;  ///< "评价标准文件"
  std::string guide;     ///< "docs/rubric-format.md"

  /// The code of this dialect: "mapping-yaml" for "rubric-yaml". A code of the dialect's own stays.
  std::string code(const std::string& of_rubric) const;
};
extern const YamlDialect kRubricDialect;

/// One document of at most 1 MiB, 32 levels and 100,000 nodes, in UTF-8, without anchors, aliases and double keys. Anything else is an error
/// finding with its place, and nothing is returned. Never throws.
std::optional<YamlNode> parse_yaml(std::string_view bytes, std::string_view file, Findings& findings, const YamlDialect& dialect = kRubricDialect);

}  // namespace lvce
