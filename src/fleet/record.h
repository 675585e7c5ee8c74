// OUT/.批次/<i>-<n>.jsonl: what a run (or a shard of one) has done, a row a line. While it runs the name ends in .part; other shards write other
// files, and nobody locks.
#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "fleet/shard.h"
#include "fleet/unit_row.h"

namespace lvce {

inline constexpr const char* kRecordFolder = ".批次";

/// The record of the shard that is running.
class RunRecord {
 public:
  /// Opens OUT/.批次/<i>-<n>.jsonl.part. What an interrupted run of this shard had begun is kept: built_before() tells. Records of runs that were cut
  /// into another number of shards are removed. Nothing, and a finding, when it cannot be written.
  static std::optional<RunRecord> open(const std::filesystem::path& out, const Shard& shard, Findings& findings);

  /// Whether the interrupted run that this one continues had begun to write the unit.
  bool begun_before(const std::string& name) const;
  void note_begun(const std::string& name);
  void note_row(const UnitRow& row);
  /// The run is over: the record gets its final name. False when anything of it could not be written.
  bool finish();

  RunRecord(RunRecord&&) noexcept;
  RunRecord& operator=(RunRecord&&) = delete;
  ~RunRecord();

 private:
  RunRecord(std::filesystem::path part, std::filesystem::path whole) : part_(std::move(part)), whole_(std::move(whole)) {}
  void add(const std::string& line);
  std::filesystem::path part_, whole_;
  std::set<std::string> begun_;
  int descriptor_ = -1;
  bool good_ = true;
};

struct ShardRecord {
  Shard shard;
  bool finished = false;
  std::vector<UnitRow> rows;  ///< the last of each unit
};
/// All records that lie in OUT, by number of shards and index.
std::vector<ShardRecord> read_records(const std::filesystem::path& out);

}  // namespace lvce
