#include "cli/keep_supplements.h"

#include <system_error>

#include "bind/append/supplement_name.h"
#include "pack/names.h"
#include "pack/sums.h"
#include "support/files.h"
#include "support/system_words.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

bool is_as_listed(const fs::path& file, const std::string& name, const std::optional<Sums>& sums) {
  return sums && sums->contains(name) && sha256_of_file(file) == sums->at(name);
}

}  // namespace

bool keep_supplements(const fs::path& printed, const fs::path& folder, int printed_rounds, BoundPackage& bound, Findings& failures) {
  const auto sums = read_sums(printed, kSumsName);
  for (int round = 1; round <= printed_rounds; ++round) {
    int& pages = bound.record.supplements.at(static_cast<std::size_t>(round) - 1);
    const std::string before = supplement_name(round, printed_rounds), name = supplement_name(round, bound.record.round);
    if (!is_as_listed(printed / before, before, sums)) pages = 0;
    if (pages == 0) continue;
    std::error_code error;
    if (!fs::copy_file(printed / before, folder / name, error)) {
      failures.push_back(Finding::error("output-not-written", on_disk(name), "写不进去：" + system_words(error), "请检查磁盘空间和文件夹权限"));
      return false;
    }
    bound.files.push_back({OutputKind::supplement, name, folder / name, pages});
  }
  return true;
}

}  // namespace lvce
