// Pieces of WordprocessingML (ECMA-376 part 1): text that XML can hold, measures in its units.
#pragma once

#include <string>

namespace lvce {

/// For text and attribute values: &, <, > and " as entities, characters that XML 1.0 cannot hold left out, line ends and tabs as spaces.
std::string xml_text(const std::string& text);

/// Twentieths of a point, the unit of Word's lengths: nearest, as text.
std::string twips(double points);
/// Half points, the unit of its sizes of letters.
std::string half_points(double points);

/// <w:name w:val="value"/>
std::string value_element(const std::string& name, const std::string& value);

/// Head of every part.
inline constexpr const char* kXmlHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
inline constexpr const char* kWordNames =
    " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

}  // namespace lvce
