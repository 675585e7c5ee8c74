// Tables of a Word file: repeated heads, merged cells, the columns of the printed page.
#pragma once

#include <string>

#include "faces/faces.h"
#include "render/docx/words.h"

namespace lvce {

/// Title, line of the unit and table, in a type area of `width` points. Empty: a table without rows.
std::string word_table(const Table& table, double width, const Faces& faces, const WordAnchors& anchors);

}  // namespace lvce
