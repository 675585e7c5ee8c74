// The workers that open parcels. One that dies, hangs or babbles costs one parcel, never the run.
#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include "review/receive/job.h"

namespace lvce {

struct CrewOptions {
  std::filesystem::path worker;        ///< this program
  std::filesystem::path scratch;       ///< on the disk of the bureau's folder
  std::vector<std::string> standards;  ///< files, in place of the installed ones
  int workers = 1;
  std::function<void(std::size_t done)> progress;  ///< may be empty
};

/// What each parcel holds, in the parcels' order whatever the timing. A parcel whose worker is lost is tried once more in a fresh one, then it is broken.
std::vector<std::vector<Arrival>> receive_parcels(const std::vector<Parcel>& parcels, const CrewOptions& options);

}  // namespace lvce
