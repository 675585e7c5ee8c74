// 归档建议.xlsx: where files without a place might belong, for the office to correct.
#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "prepare/propose.h"

namespace lvce {

inline constexpr const char* kSortTable = "归档建议.xlsx";

struct SortRow {
  Proposal proposal;
  std::string take;                                                ///< 采用: 是, 否, not yet said, or what is not understood
  std::optional<std::vector<std::string>> offered = std::nullopt;  ///< what was proposed; nothing: as it stands
  std::string name = "";                                           ///< that it shall bear, without indicators; empty: its own

  /// The office wrote other indicators than were proposed: that is its decision.
  bool edited() const { return offered && *offered != proposal.indicators; }
};

/// Over the file that is there; false when it cannot be written.
bool write_sort_table(const std::filesystem::path& file, const std::vector<SortRow>& rows);
/// Rows as the office left them; nothing when it cannot be read or lacks its columns.
std::optional<std::vector<SortRow>> read_sort_table(const std::filesystem::path& file);

/// Paths, as they are shown, of the rows with 采用 = 否; none where there is no table.
std::set<std::string> declined_in(const std::filesystem::path& file);

/// The name under which a file stands for these indicators: "2.1.1 通知.pdf".
std::string name_under(const std::vector<std::string>& indicators, const std::string& name);

}  // namespace lvce
