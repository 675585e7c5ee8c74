// The looks of a Word file: styles and the table of fonts, from the sizes of layout/style.h.
#pragma once

#include <string>

#include "document/document.h"

namespace lvce {

/// The id of the style: "Heading1".
std::string word_style(ParagraphStyle style);

/// Styles that Word needs beside those of the tree.
inline constexpr const char* kCellStyle = "TableText";     ///< in cells, 五号
inline constexpr const char* kGapStyle = "Gap";            ///< a line of no height, between tables and where a section ends
inline constexpr const char* kFigureStyle = "Figure";      ///< a chart by itself
inline constexpr const char* kUnitLineStyle = "UnitLine";  ///< above a table
inline constexpr const char* kFooterStyle = "Footer";
inline constexpr const char* kHeaderStyle = "Header";

/// <w:rFonts …/>: one face for all scripts, by the name that offices have it under.
std::string font_element(Face face);

/// word/styles.xml and word/fontTable.xml.
std::string styles_part();
std::string fonts_part();

}  // namespace lvce
