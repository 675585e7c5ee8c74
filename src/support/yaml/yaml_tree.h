// YAML as a plain tree with places, read behind caps: a rubric, a mapping or a template may come from a stranger.
#pragma once

#include <filesystem>
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

  bool is_null() const { return kind == Kind::null; }
  bool is_scalar() const { return kind == Kind::scalar; }
  bool is_list() const { return kind == Kind::list; }
  bool is_map() const { return kind == Kind::map; }
  /// The value of a map's field; a null node where there is none.
  const YamlNode& at(std::string_view key) const;
  /// The texts of a list's scalars.
  std::vector<std::string> texts() const;
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
  std::string one_code;  ///< every fault has this code, where it is given

  /// The code of this dialect: "mapping-yaml" for "rubric-yaml". A code of the dialect's own stays.
  std::string code(const std::string& of_rubric) const;
};
extern const YamlDialect kRubricDialect;
/// The files that come with the program: templates, factors, faces.
extern const YamlDialect kTemplateDialect;

/// One document of at most 1 MiB, 32 levels and 100,000 nodes, in UTF-8, without anchors, aliases and double keys. Anything else is an error
/// finding with its place, and nothing is returned. Never throws.
std::optional<YamlNode> parse_yaml(std::string_view bytes, std::string_view file, Findings& findings, const YamlDialect& dialect = kRubricDialect);

/// A file of the program's own as a tree. Throws std::runtime_error with a Chinese message that names line and column where it cannot be read.
YamlNode load_own_yaml(const std::filesystem::path& file);

}  // namespace lvce
