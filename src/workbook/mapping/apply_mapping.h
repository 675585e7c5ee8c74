// A mapping file at work: the office's own sheets → sheets in the contract's form, which the sheet readers then read as always.
#pragma once

#include <string>
#include <vector>

#include "workbook/book/book.h"
#include "workbook/mapping/mapping.h"
#include "workbook/sheets/table.h"

namespace lvce::formats {

/// A further workbook that the mapping reads, and its name in places.
struct FurtherBook {
  std::string name;
  xlsx::Book book;
};

/// `book` is the unit's workbook, in the file `book_name`, and takes the new sheets. False, after a finding, when nothing at all could be read by
/// the mapping.
bool apply_mapping(const Mapping& mapping, xlsx::Book& book, const std::string& book_name, std::vector<FurtherBook>& further, Reporter& reporter);

/// Whether a rule for these files (patterns of the name, with or without its ending; none: any) means this one.
bool is_file_meant(const std::vector<std::string>& patterns, const std::string& name);

}  // namespace lvce::formats
