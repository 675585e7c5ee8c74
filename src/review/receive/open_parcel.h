// A parcel opened: its packages as folders of our own, which nobody else can change. Runs in a worker.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "review/receive/parcels.h"

namespace lvce {

inline constexpr std::uintmax_t kParcelBytesAtMost = 2ULL << 30;  ///< of one parcel, packed or unpacked

/// A package out of a parcel, or why there is none.
struct UnpackedPackage {
  std::filesystem::path folder;    ///< below the scratch folder; empty: `trouble` says why
  std::string source;              ///< the parcel's, and behind it where in the archive the package lies
  Findings trouble;                ///< parcel-refused, parcel-damaged, parcel-without-package
  std::vector<std::string> extra;  ///< files that lay beside the package in its archive
};

/// One for each package in it, at least one. Archives in archives are opened three deep. Nothing is taken from an archive that leads out of its folder, holds
/// links or locked files, is damaged, or is larger than the cap.
std::vector<UnpackedPackage> open_parcel(const Parcel& parcel, const std::filesystem::path& scratch);

}  // namespace lvce
