#include "desk/steps/places.h"

#include <algorithm>
#include <system_error>

#include "desk/steps/caption_log.h"
#include "evidence/folder/names.h"
#include "evidence/folder/number.h"
#include "prepare/indicator_folders.h"
#include "prepare/rename_log.h"
#include "prepare/sort_table.h"
#include "support/inside.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

std::string below_evidence(const StepGround& ground, const fs::path& folder) {
  const std::string shown = folder.lexically_relative(ground.evidence).generic_string();
  return shown == "." ? "" : shown + "/";
}

/// "甲/乙/" for the folder that stands for this one indicator; empty: none.
std::string folder_of(const StepGround& ground, const std::string& indicator) {
  const auto folders = present_folders(ground.evidence, ground.rubric);
  const auto found = folders.find(indicator);
  return found == folders.end() ? "" : below_evidence(ground, found->second);
}

/// Beside the first file that stands there already.
std::string folder_of_files(const StepGround& ground, const std::string& indicator) {
  for (const EvidenceFile& file : ground.files.files) {
    if (file.indicators != std::vector<std::string>{indicator} || disk_path(ground, file).empty()) continue;
    const std::size_t slash = file.path.rfind('/');
    if (slash != std::string::npos) return file.path.substr(0, slash + 1);
  }
  return "";
}

/// Without the number of an indicator in front; the whole name where nothing would be left.
std::string name_alone(const StepGround& ground, const std::string& name) {
  const NameParts parts = split_name(name);
  const std::string ending = parts.extension.empty() ? "" : name.substr(name.rfind('.'));
  const ReadNumber read = read_number(parts.stem, NumberTable(ground.rubric));
  const bool plain = read.kind == NumberKind::indicator && !read.rest.empty();
  return plain ? read.rest + ending : name;
}

}  // namespace

NewPlace place_for(const StepGround& ground, const std::string& name, const std::vector<std::string>& indicators) {
  if (indicators.empty()) return {"", free_path(ground.evidence, name)};
  const std::string& first = indicators.front();
  std::string folder = folder_of(ground, first);
  if (folder.empty()) folder = folder_of_files(ground, first);
  if (folder.empty()) folder = folder_name_of(*find_indicator(ground.rubric, first)) + "/";
  return {folder.substr(0, folder.size() - 1), free_path(ground.evidence, folder + name_under(indicators, name_alone(ground, name)))};
}

const EvidenceFile* file_at(const StepGround& ground, const std::string& path) {
  const auto& files = ground.files.files;
  const auto found = std::find_if(files.begin(), files.end(), [&](const EvidenceFile& file) { return file.path == path; });
  return found == files.end() || found->shared ? nullptr : &*found;
}

std::string disk_path(const StepGround& ground, const EvidenceFile& file) {
  std::error_code error;
  if (fs::exists(fs::symlink_status(ground.evidence / file.path, error)) && is_inside(ground.evidence / file.path, ground.evidence)) return file.path;
  const fs::path relative = file.disk.lexically_relative(ground.evidence);
  return relative.empty() || *relative.begin() == ".." ? "" : relative.native();
}

int next_step_number(const fs::path& evidence) {
  int last = 0;
  for (const Rename& rename : read_renames(evidence / kRenameRecord).value_or(std::vector<Rename>{})) last = std::max(last, rename.round);
  for (const CaptionStep& step : read_caption_steps(evidence)) last = std::max(last, step.round);
  return last + 1;
}

}  // namespace lvce
