// What has just arrived against what the bureau has: whose it is, which round, whether it counts.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "review/receive/desk_record.h"

namespace lvce {

/// What the bureau says of dates.
struct TakeInOptions {
  std::string received;  ///< --received, 2021-10-12; empty: not said
  /// The day by which a unit's package is due, 2021-10-20, by rubric, year and round; nothing: not printed.
  std::function<std::optional<std::string>(const Arrival&)> due;
};

/// Takes `fresh`, in the order of their sources, into the record. An arrival that is known keeps its round and its folder; nothing that was recorded goes. In
/// those that are new `folder` still names the scratch folder.
void take_in(DeskRecord& record, std::vector<Arrival> fresh, const TakeInOptions& options);

}  // namespace lvce
