// What the page does to the evidence folder: files to their indicators, out of the way, captions, and each of these taken back. Nothing is written
// outside 佐证材料, nothing is written over, nothing is deleted.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "office/dossier.h"
#include "prepare/propose.h"
#include "rubric/model.h"

namespace lvce {

/// The unit as it was last judged: steps speak of its files by their paths.
struct StepGround {
  std::filesystem::path evidence;  ///< 佐证材料
  const Rubric& rubric;
  const EvidenceFolder& files;
  const std::vector<Proposal>& proposals;  ///< for the files without a place: how each would be named
};

struct Step {
  bool done = false;
  std::string said;  ///< Chinese: what was done, or why not and what to do
  std::string path;  ///< where the file is now, below 佐证材料
};

/// Renames the file so that it stands under these indicators; what lies in an archive is copied out of it.
Step place_file(const StepGround& ground, const std::string& path, const std::vector<std::string>& indicators);

/// Into 佐证材料/.撤回/.
Step withdraw_file(const StepGround& ground, const std::string& path);

/// `arrived`: a file in 佐证材料/.撤回/ that came over the network, called `name`; it goes under the indicators (none: left without a place).
Step take_upload(const StepGround& ground, const std::filesystem::path& arrived, const std::string& name, const std::vector<std::string>& indicators);

/// Into the 图说.txt of the picture's folder; an empty caption takes its line out.
Step write_caption(const StepGround& ground, const std::string& path, const std::string& caption);

/// The last step of 改名记录.csv or of the captions, whichever is later.
Step undo_step(const std::filesystem::path& evidence);
/// What undo_step() would take back, for a button: "移动 3 个文件", "图说"; empty: nothing.
std::string next_undo(const std::filesystem::path& evidence);

/// A name that a browser may give to a file here: no path, no control characters, not hidden, at most 200 bytes.
bool is_plain_name(const std::string& name);

}  // namespace lvce
