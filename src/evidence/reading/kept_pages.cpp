#include "evidence/reading/kept_pages.h"

#include <unistd.h>
#include <system_error>

#include "support/files.h"

namespace lvce {
namespace {

constexpr std::uintmax_t kReadPageAtMost = 16U << 20;
constexpr const char* kWayOfReading = "1";  ///< changes when the same language would give other words or places

}  // namespace

std::filesystem::path KeptPages::path_of(const std::string& sha256, std::size_t page) const {
  return folder_ / (sha256 + "." + std::to_string(page + 1) + "." + fingerprint_.substr(0, 16) + "." + kWayOfReading + ".ocr.json");
}

std::optional<ReadPage> KeptPages::find(const std::string& sha256, std::size_t page) const {
  if (!keeps() || sha256.empty()) return std::nullopt;
  const std::optional<std::string> bytes = read_file(path_of(sha256, page), kReadPageAtMost);
  return bytes ? read_page_from_json(*bytes) : std::nullopt;
}

bool KeptPages::keep(const std::string& sha256, std::size_t page, const ReadPage& read) const {
  if (!keeps() || sha256.empty()) return true;
  std::error_code error;
  std::filesystem::create_directories(folder_, error);
  std::filesystem::path half = path_of(sha256, page);
  half += "." + std::to_string(getpid());
  if (!error && write_file(half, read_page_to_json(read))) {
    std::filesystem::rename(half, path_of(sha256, page), error);
    if (!error) return true;
  }
  std::error_code ignored;
  std::filesystem::remove(half, ignored);
  return false;
}

}  // namespace lvce
