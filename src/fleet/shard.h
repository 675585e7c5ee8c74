// Which units this machine does. Stable by the unit's name: no machine asks another.
#pragma once

#include <functional>
#include <optional>
#include <string>

namespace lvce {

struct Shard {
  int index = 1;  ///< from 1
  int count = 1;
  bool is_whole() const { return count == 1; }
  bool operator==(const Shard&) const = default;
};

/// "3/8"; nothing when it is none: 1 ≤ i ≤ n ≤ 100,000.
std::optional<Shard> parse_shard(const std::string& text);

struct ShardAsked {
  std::optional<Shard> shard;  ///< the whole where no array is running
  std::string fault;           ///< Chinese; why the array's numbers cannot be used
};
/// From SLURM_ARRAY_TASK_ID, _COUNT, _MIN, _MAX and _STEP. An array that is not numbered evenly, or a part of one that is started again, is a fault: what
/// the other elements do cannot be known.
ShardAsked shard_of_slurm(const std::function<const char*(const char*)>& environment);

/// Whether the unit of this name (the folder's, where it has none) belongs to the shard.
bool belongs_to(const Shard& shard, const std::string& name);
/// Which shard of `count` the name belongs to, from 1.
int shard_of(const std::string& name, int count);

}  // namespace lvce
