// One worksheet part → Sheet. Cells are kept sparsely: a reference far out allocates nothing, and beyond the caps the sheet is marked
// truncated.
#pragma once

#include <string>
#include <tuple>
#include <vector>

#include "workbook/book/book.h"
#include "workbook/package/xml.h"
#include "workbook/xlsx/parts.h"

namespace lvce::xlsx {

/// What all worksheets of a book share while they are read.
struct WorksheetContext {
  Book& book;
  const std::vector<NumberLook>& looks;
  std::vector<bool> shared_blank;  ///< for each shared text: white space only
  bool system_1904 = false;
  static constexpr std::size_t kMaxText = 16U << 20;
  std::size_t text_left = kMaxText;  ///< bytes of text that cells refer to, shared texts counted each time
  bool computed = false;             ///< some formula has a result other than 0
  /// Formulas whose stored result is 0: sheet, row, column.
  std::vector<std::tuple<std::size_t, int, int>> zero_formulas;
};

class WorksheetHandler : public XmlHandler {
 public:
  static constexpr int kMaxRow = 20'000;
  static constexpr int kMaxColumn = 300;
  static constexpr std::size_t kMaxCells = 120'000;
  static constexpr std::size_t kMaxMerges = 2'000;
  static constexpr std::size_t kMaxCellBytes = 200'000;  // Excel stops at 32,767 characters

  WorksheetHandler(WorksheetContext& context, Sheet& sheet) : context_(context), sheet_(sheet) {}

  void start(const std::string& name, const Attributes& attributes) override;
  void end(const std::string& name) override;
  void text(std::string_view piece) override;
  /// After the part: only the first cell of a merged range holds its value.
  void finish();

 private:
  enum class Collect { nothing, value, formula, inline_text };
  void hide_columns(const Attributes& attributes);
  void start_row(const Attributes& attributes);
  void start_cell(const Attributes& attributes);
  void end_cell();
  void store(Cell cell);
  void note_formula(const Cell& cell);
  Cell text_cell(Cell::Kind kind, const std::string& text);
  Cell shared_text_cell() const;
  Cell iso_date_cell();
  Cell typed_cell();

  WorksheetContext& context_;
  Sheet& sheet_;
  Collect collect_ = Collect::nothing;
  std::size_t cells_ = 0;
  int row_ = 0;
  int column_ = 0;
  int phonetic_ = 0;
  std::string type_;
  NumberLook look_;
  bool has_formula_ = false;
  std::string value_;
  std::string inline_;
};

/// A file that no program has computed yet holds 0 for each formula; those become uncomputed.
void forget_zero_formulas(const WorksheetContext& context);

/// Takes away what stands below the first cell of each merged range.
void clear_covered_cells(Sheet& sheet);

}  // namespace lvce::xlsx
