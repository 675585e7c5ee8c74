#include "support/inside.h"

#include <algorithm>
#include <system_error>

namespace lvce {

bool is_inside(const std::filesystem::path& inner, const std::filesystem::path& outer) {
  std::error_code error;
  const std::filesystem::path in = std::filesystem::weakly_canonical(inner, error);
  if (error) return false;
  const std::filesystem::path out = std::filesystem::weakly_canonical(outer, error);
  if (error) return false;
  return std::mismatch(out.begin(), out.end(), in.begin(), in.end()).first == out.end();
}

bool leads_out(const std::filesystem::path& inner, const std::filesystem::path& folder) {
  std::error_code error;
  return std::filesystem::is_symlink(std::filesystem::symlink_status(inner, error)) && !is_inside(inner, folder);
}

std::filesystem::path beside(const std::filesystem::path& unit, const char* name) {
  std::error_code error;
  return std::filesystem::weakly_canonical(unit, error).parent_path() / name;
}

}  // namespace lvce
