#include "evidence/copies.h"

#include <algorithm>
#include <map>
#include <set>

#include "evidence/folder/names.h"
#include "support/text.h"

namespace lvce {
namespace {

using Files = std::vector<EvidenceFile*>;

constexpr std::size_t kNamedFiles = 3;

std::vector<std::string> paths_of(const Files& files) {
  std::vector<std::string> out;
  for (const EvidenceFile* file : files) out.push_back(file->path);
  return out;
}

std::string some_of(const std::vector<std::string>& names) {
  const std::size_t shown = std::min(kNamedFiles, names.size());
  return join({names.begin(), names.begin() + static_cast<std::ptrdiff_t>(shown)}, "、") + (names.size() > shown ? "等" : "");
}

void add_reason(EvidenceFile& file, const std::string& reason) { file.reason += (file.reason.empty() ? "" : "；") + reason; }

/// Copies under one indicator.
void report_within(const std::string& id, const Files& files, Findings& findings) {
  const std::vector<std::string> paths = paths_of(files);
  findings.push_back(Finding::warning("evidence-same-content", evidence_of(id),
                                      std::to_string(files.size()) + "个文件内容完全相同，只计一份、只装订一次：" + some_of(paths),
                                      "请核对：放错的换成正确的文件，多余的删去")
                         .at_all(evidence_places(paths)));
  for (auto copy = files.begin() + 1; copy != files.end(); ++copy) {
    if ((*copy)->state == EvidenceState::bound) (*copy)->state = EvidenceState::bound_with_warning;
    add_reason(**copy, "内容与“" + files.front()->path + "”相同，只计一份");
  }
}

/// Contents that lie at several indicators under names of their own.
struct Spread {
  Files files;
  std::vector<std::string> told;  ///< for each content “title（2.1.1、2.1.2）”

  void add(const Files& of_one_content, const std::set<std::string>& indicators) {
    files.insert(files.end(), of_one_content.begin(), of_one_content.end());
    told.push_back(of_one_content.front()->path + "（" + join({indicators.begin(), indicators.end()}, "、") + "）");
  }
};

/// One finding for all contents: `how` says what they are and how they count.
void report(const Spread& spread, Severity severity, const char* code, const std::string& how, std::string hint, Findings& findings) {
  if (spread.files.empty()) return;
  findings.push_back(Finding::of(severity, code, in_evidence(spread.files.front()->path),
                                 std::to_string(spread.told.size()) + how + "：" + some_of(spread.told), std::move(hint))
                         .at_all(evidence_places(paths_of(spread.files))));
}

bool is_bound(const EvidenceFile& file) { return file.state == EvidenceState::bound || file.state == EvidenceState::bound_with_warning; }

/// Digest → files of it, in the folder's order; only those of two and more.
std::map<std::string, Files> copies_of(EvidenceFolder& folder) {
  std::map<std::string, Files> out;
  for (EvidenceFile& file : folder.files) {
    if (is_bound(file) && !file.indicators.empty() && !file.sha256.empty()) out[file.sha256].push_back(&file);
  }
  std::erase_if(out, [](const auto& content) { return content.second.size() < 2; });
  return out;
}

std::string name_of(const EvidenceFile& file) { return file.path.substr(file.path.rfind('/') + 1); }

/// Of one content at the same indicators the file that is no second copy by its name stands first: it is bound, and its name is printed.
void put_original_first(Files& files) {
  if (!is_marked_copy(name_of(*files.front()))) return;
  for (EvidenceFile* file : files) {
    if (file->indicators != files.front()->indicators || is_marked_copy(name_of(*file))) continue;
    std::swap(*file, *files.front());
    return;
  }
}

/// True where the files are not all of the same indicators.
bool lies_apart(const Files& files) {
  return std::any_of(files.begin(), files.end(), [&](const EvidenceFile* file) { return file->indicators != files.front()->indicators; });
}

}  // namespace

void mark_copies(EvidenceFolder& folder, Findings& findings) {
  Spread pictures;
  Spread papers;
  std::map<std::string, Files> contents = copies_of(folder);
  for (auto& [digest, files] : contents) {
    put_original_first(files);
    std::map<std::string, Files> of_indicator;
    std::set<std::string> ids;
    for (EvidenceFile* file : files) {
      if (file != files.front()) file->copy_of = files.front()->path;
      for (const std::string& id : file->indicators) of_indicator[id].push_back(file), ids.insert(id);
    }
    for (const auto& [id, copies] : of_indicator) {
      if (copies.size() > 1) report_within(id, copies, findings);
    }
    if (lies_apart(files)) (files.front()->format == EvidenceFormat::picture ? pictures : papers).add(files, ids);
  }
  report(pictures, Severity::warning, "evidence-same-picture", "张照片用在几个指标下，内容完全相同，各计一次、只装订一次",
         "请核对：一张照片说明不了几件事，放错的换成各指标自己的照片；确属同一照片的可不处理", findings);
  report(papers, Severity::note, "evidence-same-paper", "份材料用在几个指标下，内容完全相同，各指标都计、只装订一次",
         "放错的请换成正确的文件；有意这样放的不用处理", findings);
}

}  // namespace lvce
