#include "support/files.h"

#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/program.h"
#include "support/sha256.h"
#include "support/worker.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kChunk = 1 << 16;

bool holds_data(const fs::path& folder) {
  std::error_code ignored;
  return fs::is_directory(folder / "rubrics", ignored) && fs::is_directory(folder / "templates", ignored);
}

}  // namespace

std::optional<std::string> read_file(const fs::path& path, std::uintmax_t cap) {
  std::error_code error;
  if (!fs::is_regular_file(path, error)) return std::nullopt;
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  std::string bytes;
  char chunk[kChunk];
  while (in.read(chunk, sizeof chunk) || in.gcount() > 0) {
    bytes.append(chunk, static_cast<std::size_t>(in.gcount()));
    if (bytes.size() > cap) return std::nullopt;
  }
  if (in.bad()) return std::nullopt;
  return bytes;
}

bool write_file(const fs::path& path, std::string_view bytes) {
  const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (fd < 0) return false;
  const bool good = write_all(fd, bytes);
  const int why = errno;
  const bool closed = ::close(fd) == 0;
  if (!good) errno = why;
  return closed && good;
}

bool can_make_file(const fs::path& path) {
  if (!write_file(path, "")) return false;
  std::error_code ignored;
  fs::remove(path, ignored);
  return true;
}

std::string sha256_of(std::string_view bytes) {
  Sha256 sha;
  sha.take(bytes);
  return sha.hexadecimal();
}

std::optional<std::string> sha256_of_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  Sha256 sha;
  char chunk[kChunk];
  while (in.read(chunk, sizeof chunk) || in.gcount() > 0) sha.take({chunk, static_cast<std::size_t>(in.gcount())});
  if (in.bad()) return std::nullopt;
  return sha.hexadecimal();
}

fs::path data_folder() {
  if (const char* given = std::getenv("LVCE_DATA"); given != nullptr && *given != '\0') return given;
  if (const fs::path program = own_program(); !program.empty()) {
    const fs::path installed = program.parent_path().parent_path() / "share" / "lvce";
    if (holds_data(installed)) return installed;
    for (fs::path folder = program.parent_path(); folder.has_relative_path(); folder = folder.parent_path()) {
      if (holds_data(folder)) return folder;
    }
  }
  return LVCE_SOURCE_DATA;
}

}  // namespace lvce
