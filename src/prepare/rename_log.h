// 改名记录.csv: what was renamed, in rounds that can be taken back. Nothing is ever overwritten or deleted; each step is written down before it is taken.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "evidence/rename_record.h"

namespace lvce {

/// Where the page puts what is withdrawn, below 佐证材料.
inline constexpr const char* kWithdrawnFolder = ".撤回";

/// Never over a file that is there.
bool rename_to_free_name(const std::filesystem::path& from, const std::filesystem::path& to);

/// `path` (below `evidence`) itself, or with （2）, （3） … before its ending where something stands there.
std::string free_path(const std::filesystem::path& evidence, const std::string& path);

enum class Renamed { done, not_logged, not_renamed };

/// One round of renames in an evidence folder.
class RenameRound {
 public:
  /// Nothing when the record is there and cannot be read. `round`: its number; 0: the next one.
  static std::optional<RenameRound> begin(const std::filesystem::path& evidence, int round = 0);
  /// Below 佐证材料: a folder that was not there is noted as a row without 原路径 and a new path that ends in "/". `done` where it is there already.
  Renamed make_folder(const std::string& folder);
  /// Both paths below 佐证材料.
  Renamed rename(const std::string& from, const std::string& to);
  int number() const { return round_; }

 private:
  bool note(Rename rename);
  void forget();
  RenameRound(std::filesystem::path evidence, std::vector<Rename> renames, int round)
      : evidence_(std::move(evidence)), renames_(std::move(renames)), round_(round) {}

  std::filesystem::path evidence_;
  std::vector<Rename> renames_;
  int round_ = 0;
};

}  // namespace lvce
