// What the page shows of a judged unit, as JSON. Pure: texts are as they are on paper, no clock (the browser counts the days that are left).
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "assess/assess.h"
#include "prepare/propose.h"

namespace lvce {

struct ViewedUnit {
  const Assessment& assessment;
  const std::vector<Proposal>& proposals;  ///< for the files without a place
  std::filesystem::path unpacked;          ///< where files of archives lie; empty: nowhere
  std::string folder;                      ///< of the unit, as it is shown
};

/// One line of JSON, without a line end.
std::string view_to_json(const ViewedUnit& unit);

/// The same for a folder that cannot be judged: `{"blocked": [findings]}`.
std::string blocked_to_json(const std::string& folder, const Findings& findings);

}  // namespace lvce
