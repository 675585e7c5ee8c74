// Where a file goes so that it is read as standing under its indicators. Private to desk/steps/.
#pragma once

#include "desk/steps/steps.h"

namespace lvce {

/// Below 佐证材料, where nothing stands yet: in the folder of the indicator, else beside its files, else in 佐证材料 itself.
std::string place_for(const StepGround& ground, const std::string& name, const std::vector<std::string>& indicators);

/// The file of this path; nullptr when it is none of the folder's.
const EvidenceFile* file_at(const StepGround& ground, const std::string& path);

/// Where the file stands on the disk, below 佐证材料; empty: it lies in an archive, or elsewhere.
std::string disk_path(const StepGround& ground, const EvidenceFile& file);

/// Number of the next step: behind those of 改名记录.csv and of the captions.
int next_step_number(const std::filesystem::path& evidence);

}  // namespace lvce
