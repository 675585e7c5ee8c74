// Comma, semicolon or tab separated text to one sheet of text cells; numbers are read from their text later, as typed.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "workbook/book/book.h"

namespace lvce::formats {

/// UTF-8 (with or without mark), UTF-16 with mark, or GB18030, as UTF-8. Nothing for binary content.
std::optional<std::string> csv_text(std::string_view bytes);

/// True when the text is a table: some line of the first twenty has a separator, and it is not a web page or XML.
bool looks_like_csv(std::string_view text);

/// What is beyond is left out, and the sheet is marked truncated.
struct CsvLimits {
  int rows = 20'000;
  std::size_t cells = xlsx::kMaxBookCells;
};

/// Adds a sheet of this name to the book. The separator is the one of , ; and tab that stands most often in the first lines.
/// A 年度 above blanks whose 月份 go up counts as merged over them, as it was before it became CSV. False when a quotation mark is never
/// closed.
bool add_csv_sheet(xlsx::Book& book, const std::string& name, std::string_view text, const CsvLimits& limits = {});

}  // namespace lvce::formats
