#include "support/write_in_place.h"

#include <cerrno>
#include <system_error>

#include "support/files.h"

namespace lvce {

namespace fs = std::filesystem;

bool write_in_place(const fs::path& file, std::string_view bytes) {
  std::error_code error;
  const fs::file_status there = fs::status(file, error);
  if (fs::exists(there) && !fs::is_regular_file(there)) return write_file(file, bytes);  // a pipe or a device has no place beside it
  const bool link = fs::is_symlink(fs::symlink_status(file, error));
  const fs::path place = link ? fs::weakly_canonical(file, error) : file;
  const fs::path beside = place.parent_path() / ("." + place.filename().string() + ".tmp");
  error.clear();
  if (write_file(beside, bytes)) fs::rename(beside, place, error);
  else error = std::error_code(errno, std::generic_category());
  if (!error) return true;
  std::error_code ignored;
  fs::remove(beside, ignored);
  errno = error.value();
  return false;
}

}  // namespace lvce
