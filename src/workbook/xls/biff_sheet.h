// One worksheet of an old workbook: its records to cells.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "workbook/book/book.h"
#include "workbook/book/number_format.h"
#include "workbook/xls/biff_text.h"
#include "workbook/xls/records.h"

namespace lvce::formats {

/// What all sheets of a book share while they are read.
struct BiffContext {
  xlsx::Book& book;
  std::vector<xlsx::NumberLook> looks;  ///< of each cell format
  std::vector<bool> shared_blank;       ///< for each shared text: white space only
  BytesCode code;
  bool system_1904 = false;
  bool unicode = true;  ///< BIFF8
  std::size_t cells_left = 300'000;
  std::size_t text_left = 32U << 20;  ///< bytes of text that cells refer to, shared texts counted each time
};

class BiffSheet {
 public:
  BiffSheet(BiffContext& context, xlsx::Sheet& sheet) : context_(context), sheet_(sheet) {}
  /// From the sheet's first record; false when the stream breaks off before the sheet's end.
  bool read(std::string_view stream, std::size_t at);

 private:
  using CellAt = std::pair<int, int>;  ///< 1-based row and column

  void take(const Piece& record, std::string_view stream, std::size_t& at);
  bool take_number(const Piece& record);
  void take_text(const Piece& record, std::string_view stream, std::size_t& at);
  void take_many(std::string_view body);
  void take_flag(std::string_view body);
  void take_formula(std::string_view body);
  void take_result(std::string_view body, std::string_view stream, std::size_t& at);
  void take_merges(std::string_view body);
  void take_hidden_columns(std::string_view body);
  void put(CellAt at, xlsx::Cell cell);
  void put_number(CellAt at, double value, unsigned xf);
  void put_flag(CellAt at, unsigned value, bool is_error);
  void put_text(CellAt at, std::string text, xlsx::Cell::Kind kind = xlsx::Cell::Kind::text);
  void put_shared(CellAt at, std::size_t index);
  /// A text of so many characters behind `from` bytes of a record that may be continued.
  std::optional<std::string> text_of(std::string_view body, std::size_t from, std::size_t characters, std::string_view stream, std::size_t& at) const;

  BiffContext& context_;
  xlsx::Sheet& sheet_;
  std::optional<CellAt> result_for_;  ///< the formula whose text follows
};

}  // namespace lvce::formats
