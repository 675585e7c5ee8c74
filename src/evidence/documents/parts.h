// The parts of an office document's ZIP package, taken out and put together again.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lvce {

struct PackagePart {
  std::string name;
  std::string bytes;
};

/// In the package's order. Nothing when it cannot be read whole, or holds more than 256 MiB or 10,000 parts.
std::optional<std::vector<PackagePart>> read_parts(std::string_view package);

/// The same bytes for the same parts. `mimetype` stays first and as it is.
std::string write_parts(const std::vector<PackagePart>& parts);

}  // namespace lvce
