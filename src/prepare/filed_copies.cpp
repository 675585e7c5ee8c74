#include "prepare/filed_copies.h"

#include <optional>
#include <system_error>
#include <vector>

#include "support/files.h"

namespace lvce {
namespace {

class Contents {
 public:
  explicit Contents(const EvidenceFolder& folder) {
    for (const EvidenceFile& file : folder.files) {
      const bool filed = file.state == EvidenceState::bound || file.state == EvidenceState::bound_with_warning;
      if (filed && !file.indicators.empty()) of_size_[size_of(file)].push_back(&file);
    }
  }

  const EvidenceFile* same_as(const EvidenceFile& file) {
    const auto candidates = of_size_.find(size_of(file));
    if (candidates == of_size_.end() || candidates->first == 0) return nullptr;
    for (const EvidenceFile* filed : candidates->second) {
      if (!digest_of(file).empty() && digest_of(*filed) == digest_of(file)) return filed;
    }
    return nullptr;
  }

 private:
  /// 0: none, or not to be found out.
  static std::uintmax_t size_of(const EvidenceFile& file) {
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(file.disk, error);
    return error ? 0 : size;
  }

  const std::string& digest_of(const EvidenceFile& file) {
    const auto [at, fresh] = digests_.try_emplace(&file);
    if (fresh) at->second = sha256_of_file(file.disk).value_or("");
    return at->second;
  }

  std::map<std::uintmax_t, std::vector<const EvidenceFile*>> of_size_;
  std::map<const EvidenceFile*, std::string> digests_;
};

}  // namespace

std::map<std::string, const EvidenceFile*> filed_copies(const EvidenceFolder& folder) {
  Contents contents(folder);
  std::map<std::string, const EvidenceFile*> out;
  for (const EvidenceFile& file : folder.files) {
    if (file.state != EvidenceState::unassigned) continue;
    if (const EvidenceFile* filed = contents.same_as(file)) out.emplace(file.path, filed);
  }
  return out;
}

}  // namespace lvce
