#include "pack/sums.h"

#include <algorithm>

#include "support/files.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr std::uintmax_t kMaxSumsBytes = 16U << 20;
constexpr std::size_t kDigits = 64;

bool is_digest(std::string_view text) {
  return text.size() == kDigits && std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

}  // namespace

std::optional<Sums> parse_sums(const std::string& text) {
  Sums out;
  for (std::string line : split(text, '\n')) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty()) continue;
    const bool formed = line.size() > kDigits + 2 && is_digest(line.substr(0, kDigits)) && line[kDigits] == ' ' &&
                        (line[kDigits + 1] == ' ' || line[kDigits + 1] == '*');
    if (!formed || !out.emplace(line.substr(kDigits + 2), line.substr(0, kDigits)).second) return std::nullopt;
  }
  return out;
}

std::string sums_to_text(const Sums& sums) {
  std::string out;
  for (const auto& [name, digest] : sums) out += digest + "  " + name + "\n";
  return out;
}

std::optional<Sums> read_sums(const std::filesystem::path& folder, const std::string& name) {
  const auto text = read_file(folder / name, kMaxSumsBytes);
  return text ? parse_sums(*text) : std::nullopt;
}

}  // namespace lvce
