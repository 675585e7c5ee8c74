// Columns and rows of figures that may be a carrier's months, each as the rule that would read it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "workbook/detect/grid.h"
#include "workbook/mapping/mapped_series.h"

namespace lvce::formats {

/// (year, first month, last month); year 0: nobody says.
using MonthKey = std::tuple<int, int, int>;

struct PrintedTotal {
  Decimal value;
  xlsx::Origin at;
};

struct Candidate {
  const SourceSheet* source = nullptr;
  std::string file;
  std::string sheet;
  SeriesRule rule;
  Carrier carrier = Carrier::electricity;
  std::string header;                               ///< the words above, nearest first, "/" between
  std::string other;                                ///< what else they say: a building, a meter, a tariff
  bool total = false;                               ///< they say 合计
  bool part = false;                                ///< they say 其中
  bool titled_official = false;                     ///< a title, its sheet or its file says: of official vehicles, and of nothing else
  bool vague = false;                               ///< its own words say neither carrier nor quantity
  bool unit_said = false;                           ///< false: the carrier's own unit is taken
  std::optional<int> file_year = {};                ///< that its file names, where its title names another one
  int block = 0;                                    ///< which block it stands in
  std::map<MonthKey, Decimal> values;               ///< in `unit`
  std::string unit;                                 ///< that the ledger takes
  std::map<int, std::vector<PrintedTotal>> totals;  ///< of a year, in `unit`
  std::vector<std::string> doubts;                  ///< why it must be asked
  std::vector<std::string> remarks;
  std::string place() const;  ///< "能耗.xlsx 用电!B4:B15"
};

/// What is doubted of a cell, behind its name.
inline constexpr const char* kNoNumber = " 不是数字";
/// One sentence of all doubts; cells of one kind together: "B4、B6、B8 等 11 处不是数字".
std::string told_briefly(const std::vector<std::string>& doubts);

struct LeftOut {
  std::string place;
  std::string header;
  std::string why;
};

/// A column of readings (false: of running totals), and of what: its header may not say.
struct Unused {
  std::optional<Carrier> carrier;
  bool readings = true;
  std::string file, sheet;
};

/// What was found on sheets, before columns for one thing are weighed against each other.
struct SeriesCandidates {
  std::vector<Candidate> all;
  std::vector<LeftOut> left_out;
  std::vector<std::string> questions;
  std::vector<Unused> unused;  ///< asked for where nothing else gives their carrier
  int blocks = 0;
};

/// Whether both have figures of the same months.
bool overlap(const Candidate& a, const Candidate& b);
/// The months and figures that the candidate's rule reads, as the mapping will read them.
void read_values(Candidate& candidate);
/// Words above the figures: carrier and unit. False: none of both, and `why` says so.
std::string range_text(const xlsx::Range& range);

/// Blocks of months of one sheet; of quarters where it has none.
void find_blocks(const SourceSheet& source, const std::string& file, SeriesCandidates& out);
/// Blocks of years: a year's figure in each row (or column).
void find_year_blocks(const SourceSheet& source, const std::string& file, SeriesCandidates& out);
/// Sheets that are one month's (or year's) form each; blocks of years where a sheet is none.
void find_forms(const std::vector<SourceSheet>& sheets, SeriesCandidates& out);

/// The titles above a row: texts that stand alone in theirs, nearest first.
std::vector<std::string> titles_above(const SourceSheet& source, int first_row, int row);
/// Carrier from the words nearest to the figures outwards: those above them, titles, the names of sheet and file.
std::optional<Carrier> carrier_said(const std::vector<std::string>& stack, const std::vector<std::string>& around, std::vector<std::string>& doubts);
/// Unit likewise. Empty: nobody says.
std::string unit_said(const std::vector<std::string>& stack, const std::vector<std::string>& around, Carrier carrier, std::vector<std::string>& doubts);

}  // namespace lvce::formats
