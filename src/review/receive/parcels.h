// What lies in an inbox: packages as folders and as archives, however they are named and nested.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "support/finding.h"

namespace lvce {

/// Something that may be a package.
struct Parcel {
  std::filesystem::path path;
  std::string source;   ///< as it is named to people: path below the inbox
  bool folder = false;  ///< else an archive
};

struct Inbox {
  std::vector<Parcel> parcels;      ///< in natural order of `source`
  std::vector<std::string> strays;  ///< files that are no package and belong to none
  Findings findings;                ///< inbox-unreadable, inbox-too-deep
};

/// Looks through `inbox`, itself a folder of packages, a package or an archive. Links are not followed; litter, sums beside archives and files called
/// `roster` are no strays.
Inbox look_through(const std::filesystem::path& inbox, const std::string& roster = "");

}  // namespace lvce
