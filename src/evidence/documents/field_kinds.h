// What becomes of a field of Word (also in RTF) by its instruction.
#pragma once

#include <string_view>

namespace lvce {

enum class FieldKind {
  live,      ///< numbers of pages, and what LibreOffice draws itself: stays a field
  settled,   ///< stands as saved, which nobody would notice
  changing,  ///< stands as saved, though Word or LibreOffice would show something else on another day or another machine
};

/// By the first word of the instruction, as written or with entities.
FieldKind field_kind(std::string_view instruction);

/// Does a formula of a spreadsheet depend on the day, on chance, or on another machine?
bool is_changing_formula(std::string_view formula);

}  // namespace lvce
