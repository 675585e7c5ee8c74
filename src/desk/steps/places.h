// Where a file goes so that it is read as standing under its indicators. Private to desk/steps/.
#pragma once

#include "desk/steps/steps.h"

namespace lvce {

/// A place below 佐证材料 where nothing stands yet.
struct NewPlace {
  std::string folder;  ///< to be made where it is not there; empty: 佐证材料 itself
  std::string path;
};
/// In the folder of the (first) indicator as `lvce sort` has it, else beside its files; without indicators in 佐证材料 itself.
NewPlace place_for(const StepGround& ground, const std::string& name, const std::vector<std::string>& indicators);

/// The file of this path; nullptr when it is none of the folder's.
const EvidenceFile* file_at(const StepGround& ground, const std::string& path);

/// Where the file stands on the disk, below 佐证材料; empty: it lies in an archive, or elsewhere.
std::string disk_path(const StepGround& ground, const EvidenceFile& file);

/// Number of the next step: behind those of 改名记录.csv and of the captions.
int next_step_number(const std::filesystem::path& evidence);

}  // namespace lvce
