// A book as lines of text, for the way from the worker to its parent: fields separated by tabs, what would break a line escaped.
// The parent checks every line: it does not trust the worker.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "workbook/xlsx/xlsx.h"

namespace lvce::formats {

std::string dump_book(const xlsx::Book& book);
std::string dump_failure(const xlsx::Failure& failure);
/// Nothing when any line is malformed, beyond the caps, or the last one is missing.
std::optional<xlsx::ReadBook> parse_dump(std::string_view dump);

}  // namespace lvce::formats
