#include "support/files.h"

#include <cerrno>
#include <cstdlib>
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

/// Hands a file's bytes on until `take` refuses. False: no regular file (a pipe would never answer), or one that cannot be read to its end.
template <typename Take>
bool read_chunks(const fs::path& path, const Take& take) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (fd < 0) return false;
  struct stat info {};
  char chunk[kChunk];
  ssize_t got = ::fstat(fd, &info) == 0 && S_ISREG(info.st_mode) ? 1 : -1;
  bool wanted = got > 0;
  while (wanted && (got = ::read(fd, chunk, sizeof chunk)) != 0) {
    if (got < 0 && errno == EINTR) continue;
    wanted = got > 0 && take(std::string_view(chunk, static_cast<std::size_t>(got)));
  }
  ::close(fd);
  return wanted && got == 0;
}

}  // namespace

std::optional<std::string> read_file(const fs::path& path, std::uintmax_t cap) {
  std::string bytes;
  const bool whole = read_chunks(path, [&](std::string_view chunk) {
    bytes.append(chunk);
    return bytes.size() <= cap;
  });
  return whole ? std::optional(std::move(bytes)) : std::nullopt;
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
  Sha256 sha;
  const bool whole = read_chunks(path, [&](std::string_view chunk) {
    sha.take(chunk);
    return true;
  });
  return whole ? std::optional(sha.hexadecimal()) : std::nullopt;
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
