// Evidence that lies elsewhere, appended to the unit's own: what the offices under one roof (合署办公) hand in together, what a review asked for.
#include <algorithm>
#include <iterator>
#include <map>

#include "evidence/evidence.h"
#include "evidence/rectified.h"
#include "support/inside.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

const std::string kMark = "合署共享";

/// The folder itself, or the evidence folder in it when a whole unit folder was named; a link that leads out of that is not followed.
fs::path evidence_of(const fs::path& folder) {
  std::error_code error;
  const fs::path inner = folder / kEvidenceFolder;
  return fs::is_directory(inner, error) && !leads_out(inner, folder) ? inner : folder;
}

void mark_rectified(EvidenceFile& file) { file.path = std::string(kRectifyFolder) + "/" + file.path; }

void mark_shared(EvidenceFile& file) {
  file.shared = true;
  file.path = kMark + "/" + file.path;
  if (file.state != EvidenceState::auxiliary) file.title += "（" + kMark + "）";
}

/// Own files first inside each indicator; unassigned files behind the last indicator, auxiliary ones behind those.
void sort_for_binding(std::vector<EvidenceFile>& files, const Rubric& rubric) {
  std::map<std::string, std::size_t> places;
  for (const Indicator* indicator : all_indicators(rubric)) places.emplace(indicator->id, places.size());
  const auto place_of = [&](const EvidenceFile& file) {
    if (file.state == EvidenceState::auxiliary) return places.size() + 1;
    return file.indicators.empty() ? places.size() : places.at(file.indicators.front());
  };
  std::stable_sort(files.begin(), files.end(), [&](const EvidenceFile& left, const EvidenceFile& right) { return place_of(left) < place_of(right); });
}

}  // namespace

void add_shared_evidence(EvidenceFolder& own, const fs::path& folder, const Rubric& rubric, Findings& findings, const Unpacking& unpacking) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) {
    findings.push_back(
        Finding::error("shared-folder-missing", on_disk(folder.string()), "没有找到合署共享的佐证材料文件夹，或者打不开", "请核对 --shared 后面的路径"));
    return;
  }
  Findings found;
  EvidenceFolder shared = scan_evidence(evidence_of(folder), rubric, found, unpacking);
  // "佐证材料/2.1.1 通知.pdf" of the shared folder is "佐证材料/合署共享/2.1.1 通知.pdf" of the unit
  move_evidence(found, in_evidence(kMark).path);
  append(findings, std::move(found));
  for (EvidenceFile& file : shared.files) mark_shared(file);
  std::move(shared.files.begin(), shared.files.end(), std::back_inserter(own.files));
  sort_for_binding(own.files, rubric);
}

void add_rectified_evidence(EvidenceFolder& own, const fs::path& folder, const Rubric& rubric, Findings& findings, const Unpacking& unpacking) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) return;
  Findings found;
  EvidenceFolder rectified = scan_evidence(folder, rubric, found, unpacking);
  move_evidence(found, in_evidence(std::string(kRectifyFolder)).path);
  append(findings, std::move(found));
  for (EvidenceFile& file : rectified.files) mark_rectified(file);
  own.exists = own.exists || !rectified.files.empty();
  std::move(rectified.files.begin(), rectified.files.end(), std::back_inserter(own.files));
  sort_for_binding(own.files, rubric);
}

bool is_rectified(const EvidenceFile& file) { return file.path.starts_with(std::string(kRectifyFolder) + "/"); }

}  // namespace lvce
