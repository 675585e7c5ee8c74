// A mapping file at work: the office's own sheets → sheets in the contract's form, which the sheet readers then read as always.
#pragma once

#include <string>

#include "workbook/book/book.h"
#include "workbook/mapping/mapping.h"
#include "workbook/sheets/table.h"

namespace lvce::formats {

/// `book` is the unit's workbook and takes the new sheets; `extra` is the further workbook that the mapping names, if any, called
/// `extra_name` in places. False, after a finding, when nothing at all could be read by the mapping.
bool apply_mapping(const Mapping& mapping, xlsx::Book& book, xlsx::Book* extra, const std::string& extra_name, Reporter& reporter);

}  // namespace lvce::formats
