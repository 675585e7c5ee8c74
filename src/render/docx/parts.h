// The parts of an Office Open XML file (ECMA-376 part 2): their types, what leads to what, and the zip that holds them.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace lvce {

/// Parts in the order in which they were added. The same parts give the same bytes: the zip's times are fixed.
class OfficeParts {
 public:
  /// `name` as in "word/document.xml"; `type` its content type.
  void add(const std::string& name, const std::string& type, std::string bytes);
  /// A relationship of `source` ("" for the file itself) to `target`, a part; `kind` is the last word of its type's name
  /// ("styles"; "metadata/…" for those of the file itself). Gives its id, "rId1" and on.
  std::string relate(const std::string& source, const std::string& kind, const std::string& target);
  /// The zip. Throws std::runtime_error when memory ends.
  std::string zip() const;

 private:
  struct Part {
    std::string name, type, bytes;
  };
  std::string types() const;

  std::vector<Part> parts_;
  std::map<std::string, std::vector<std::string>> relationships_;  ///< by source, as elements
};

}  // namespace lvce
