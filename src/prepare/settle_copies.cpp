#include "prepare/settle_copies.h"

#include <algorithm>
#include <optional>
#include <system_error>
#include <tuple>

#include "evidence/folder/names.h"
#include "support/files.h"

namespace lvce {
namespace {

using Files = std::vector<const EvidenceFile*>;

bool is_filed(const EvidenceFile& file) {
  const bool bound = file.state == EvidenceState::bound || file.state == EvidenceState::bound_with_warning;
  return bound && !file.indicators.empty();
}

/// Files that are filed or to be filed, of equal bytes: only groups of two and more.
std::vector<Files> equal_files(const EvidenceFolder& folder) {
  std::map<std::uintmax_t, Files> of_size;
  for (const EvidenceFile& file : folder.files) {
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(file.disk, error);
    if (!error && size > 0 && (is_filed(file) || file.state == EvidenceState::unassigned)) of_size[size].push_back(&file);
  }
  std::vector<Files> out;
  for (const auto& [size, files] : of_size) {
    if (files.size() < 2) continue;
    std::map<std::string, Files> of_digest;
    for (const EvidenceFile* file : files) of_digest[file->sha256.empty() ? sha256_of_file(file->disk).value_or("") : file->sha256].push_back(file);
    for (auto& [digest, equal] : of_digest)
      if (!digest.empty() && equal.size() > 1) out.push_back(std::move(equal));
  }
  return out;
}

const EvidenceFile* filed_among(const Files& files) {
  const auto found = std::find_if(files.begin(), files.end(), [](const EvidenceFile* file) { return is_filed(*file); });
  return found == files.end() ? nullptr : *found;
}

bool shares(const std::vector<std::string>& left, const std::vector<std::string>& right) {
  return std::any_of(left.begin(), left.end(), [&](const std::string& id) { return std::find(right.begin(), right.end(), id) != right.end(); });
}

/// What of several proposals for one content is taken: the surest, else the best named.
bool is_better(const Proposal& left, const Proposal& right) {
  const auto rank = [](const Proposal& one) {
    const std::string name = one.path.substr(one.path.rfind('/') + 1);
    return std::tuple(!one.sure, one.indicators.empty(), is_marked_copy(name), is_camera_name(split_name(name).stem));
  };
  return rank(left) < rank(right);
}

class Settler {
 public:
  explicit Settler(std::vector<Proposal>& proposals) {
    for (Proposal& proposal : proposals) of_path_.emplace(proposal.path, &proposal);
  }

  void settle(const Files& equal) {
    std::vector<Proposal*> ours;
    for (const EvidenceFile* file : equal)
      if (const auto found = of_path_.find(file->path); found != of_path_.end()) ours.push_back(found->second);
    if (const EvidenceFile* filed = filed_among(equal)) {
      for (Proposal* proposal : ours) settle(*proposal, filed->path, filed->indicators, "，那份已归入指标，这份不用再放");
      return;
    }
    const auto best = std::min_element(ours.begin(), ours.end(), [](const Proposal* left, const Proposal* right) { return is_better(*left, *right); });
    if (best == ours.end() || (*best)->indicators.empty()) return;
    for (Proposal* proposal : ours)
      if (proposal != *best) settle(*proposal, (*best)->path, (*best)->indicators, "，归入那一份就够了");
  }

  std::set<std::string> settled;

 private:
  void settle(Proposal& proposal, const std::string& other, const std::vector<std::string>& there, const char* enough) {
    const std::string told = "内容与“" + other + "”相同";
    proposal.sure = false;
    if (!proposal.indicators.empty() && !shares(proposal.indicators, there)) {
      proposal.why += "；" + told;
      return;
    }
    proposal.indicators.clear();
    proposal.why = told + enough;
    settled.insert(proposal.path);
  }

  std::map<std::string, Proposal*> of_path_;
};

}  // namespace

std::map<std::string, const EvidenceFile*> filed_copies(const EvidenceFolder& folder) {
  std::map<std::string, const EvidenceFile*> out;
  for (const Files& equal : equal_files(folder)) {
    const EvidenceFile* filed = filed_among(equal);
    for (const EvidenceFile* file : equal)
      if (filed != nullptr && file->state == EvidenceState::unassigned) out.emplace(file->path, filed);
  }
  return out;
}

std::set<std::string> settle_copies(std::vector<Proposal>& proposals, const EvidenceFolder& folder) {
  Settler settler(proposals);
  for (const Files& equal : equal_files(folder)) settler.settle(equal);
  return std::move(settler.settled);
}

}  // namespace lvce
