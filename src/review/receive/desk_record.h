// 登记.json: the roster and all that has arrived, written whole each time.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "review/receive/arrival.h"
#include "roster/roster.h"
#include "support/finding.h"

namespace lvce {

inline constexpr const char* kDeskRecordName = "登记.json";
inline constexpr const char* kArrivedFolder = "收件";

/// What is kept of a roster's row.
struct ExpectedUnit {
  std::string name, number, level, category, department, rubric, received;
  std::optional<int> named_year;
};

struct DeskRecord {
  std::vector<ExpectedUnit> roster;            ///< in its order; empty: none was given
  std::vector<Arrival> arrivals;               ///< by roster, then by name, round and source
  std::vector<std::string> missing;            ///< units of the roster of which nothing has arrived
  std::string roster_file;                     ///< its name: one that lies in the inbox is no stray
  std::map<std::string, std::string> written;  ///< our sheets as we wrote them, by digest: one that was changed since is kept
};

/// The units of a roster by name, as unit_key() compares them. Borrows the roster.
class ExpectedUnits {
 public:
  explicit ExpectedUnits(const std::vector<ExpectedUnit>& roster);
  const ExpectedUnit* find(const std::string& unit) const;
  /// The unit of the longest name that stands in a text (a file's name); nullptr: none.
  const ExpectedUnit* named_in(const std::string& text) const;
  bool empty() const { return by_key_.empty(); }

 private:
  std::map<std::string, const ExpectedUnit*> by_key_;
};

/// An empty record where the folder has none yet; nothing, and a finding, where it cannot be read.
std::optional<DeskRecord> read_desk_record(const std::filesystem::path& desk, Findings& findings);
std::string desk_record_to_json(const DeskRecord& record);

ExpectedUnit expected_unit(const RosterUnit& row);

/// Puts the arrivals in order and says who is missing.
void settle(DeskRecord& record);

}  // namespace lvce
