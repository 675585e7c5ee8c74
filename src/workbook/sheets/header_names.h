// What offices call the contract's columns. A name with one meaning is taken, with a note; one with several is asked about and counts as given.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

namespace lvce {

/// A column about something near to what is asked for: money instead of a quantity, 使用面积 instead of 建筑面积.
struct NearName {
  std::vector<std::string> columns;  ///< the contract's columns that it may stand for
  std::string why;                   ///< Chinese: why it is none of them
};

/// What a sheet's columns are also called.
struct HeaderNames {
  /// Name as name_key() gives it → the contract's columns that it may mean.
  std::map<std::string, std::vector<std::string>> meanings;
  /// Contract's column → units (as header_unit() gives them) that tell it from the other meanings; none: any.
  std::map<std::string, std::set<std::string>> units;
  /// Words that a column about this one holds: 电 in 照明电 (kWh). A column that holds one, and figures, is never taken for not given.
  std::map<std::string, std::vector<std::string>> marks;
  /// Name → what it is near to. Where none of those columns is there, it is asked about, and they count as given.
  std::map<std::string, NearName> near;
  /// Words of things that the contract has no column for, and the column that takes them otherwise (煤气 → 其他能源). Figures below such a name are asked
  /// about, and that column counts as given.
  std::map<std::string, std::string> strange;
};

/// 年度, 月份 in any sheet: 年份, 年, 月.
std::string usual_key(const std::string& name);
HeaderNames ledger_header_names();
HeaderNames base_header_names();

/// The columns that a name with this unit may mean; empty: no known name.
std::vector<std::string> meant_columns(const HeaderNames& names, const std::string& name, const std::string& unit);
/// The columns that an unknown name seems to speak of (a price or a reading speaks of none).
std::vector<std::string> marked_columns(const HeaderNames& names, const std::string& name);

/// The column that takes what this name speaks of in another form; empty: none.
std::string strange_column(const HeaderNames& names, const std::string& name);

}  // namespace lvce
