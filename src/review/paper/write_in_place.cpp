#include "review/paper/write_in_place.h"

#include <system_error>

#include "support/files.h"

namespace lvce {

namespace fs = std::filesystem;

bool write_in_place(const fs::path& file, std::string_view bytes) {
  std::error_code error;
  const fs::path beside = file.parent_path() / ("." + file.filename().string() + ".tmp");
  if (write_file(beside, bytes)) fs::rename(beside, file, error);
  else error = std::make_error_code(std::errc::io_error);
  if (!error) return true;
  std::error_code ignored;
  fs::remove(beside, ignored);
  return false;
}

}  // namespace lvce
