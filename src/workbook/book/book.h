// A workbook as sheets of typed cells, whatever program wrote it. No meaning yet: that is workbook/sheets/.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace lvce::xlsx {

/// What a number format adds to the figure for the eye (number_format.h).
struct Shown {
  std::uint8_t word = 0;  ///< see unit_word_at(); 0: none
  std::int8_t shift = 0;  ///< the digits shown are those of the figure × 10^-shift
  bool operator==(const Shown&) const = default;
};

/// One cell that holds something. Texts live once in the book's pool, so that a thousand cells may share one.
struct Cell {
  enum class Kind : std::uint8_t {
    blank,
    number,      ///< `number`; `percent` when the cell is shown with a %
    text,        ///< `text`
    boolean,     ///< `number` is 0 or 1
    error,       ///< `text` is "#REF!" …
    date,        ///< `number` is days since 1970-01-01; from a date format or an ISO date
    uncomputed,  ///< a formula that was saved without its result
    refused,     ///< unusable, and a finding has been made (mapped cells)
  };
  Kind kind = Kind::blank;
  bool percent = false;
  Shown shown;
  std::uint32_t text = 0;  ///< index into Book::texts
  double number = 0;
};

/// 1-based rows and columns, both ends inside.
struct Range {
  int first_row = 0;
  int first_column = 0;
  int last_row = 0;
  int last_column = 0;
};

/// Where a cell of a sheet that a mapping file put together really stands.
struct Origin {
  std::string sheet;
  std::string cell;                ///< of a sum all of them, in words: "B3+C3"
  std::string file = {};           ///< empty: the unit's workbook
  std::vector<Origin> parts = {};  ///< of a sum: the cells that were added
};

struct Sheet {
  std::string name;
  bool hidden = false;
  bool loaded = false;                      ///< false: not asked for, or no worksheet (a chart sheet)
  bool truncated = false;                   ///< content beyond the row, column or cell caps was left out
  std::map<int, std::map<int, Cell>> rows;  ///< 1-based row → 1-based column; blank cells are absent
  std::set<int> hidden_rows;
  std::set<int> hidden_columns;
  /// Of a sheet that was separated text: row → fields in it, empty ones at its end too. Empty for all others.
  std::map<int, int> fields;
  std::vector<Range> merges;
  /// Of a sheet that a mapping file put together: (row, column) → the office's own sheet and cell. Empty for all others.
  std::map<std::pair<int, int>, Origin> origins;
  std::string read_from;        ///< names of the office's own sheets behind it; empty for all others
  bool read_elsewhere = false;  ///< an office's own sheet that a mapping file has read

  /// The cell, or a blank one.
  const Cell& at(int row, int column) const;
};

inline constexpr std::size_t kMaxBookSheets = 256;
inline constexpr std::size_t kMaxBookCells = 300'000;  ///< of formats that are read into memory at once; one worksheet of an .xlsx has a smaller limit

struct Book {
  std::vector<Sheet> sheets;
  std::vector<std::string> texts;

  const std::string& text(const Cell& cell) const { return texts[cell.text]; }
};

/// "C5" from row 5, column 3.
std::string cell_name(int row, int column);
/// Row and column of "C5" or "$C$5"; nothing when it is no reference inside 1,048,576 × 16,384.
std::optional<std::pair<int, int>> parse_cell_name(std::string_view name);
std::optional<Range> parse_range(std::string_view text);

/// The day of a serial number in the 1900 (with its false 29 February) or the 1904 system; nothing outside 0…2958465.
std::optional<std::int64_t> day_of_serial(double serial, bool system_1904);
/// "2021-10-12" of days since 1970-01-01.
std::string date_text(std::int64_t day);
std::chrono::year_month_day civil_date(std::int64_t day);

}  // namespace lvce::xlsx
