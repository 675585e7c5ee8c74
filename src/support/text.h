// UTF-8 text as the field needs it: code points, East-Asian widths, full-width folding, natural order.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lvce {

bool is_valid_utf8(std::string_view bytes);
/// Code points of valid UTF-8; an invalid byte becomes U+FFFD.
std::u32string decode_utf8(std::string_view bytes);
std::string encode_utf8(std::u32string_view code_points);
void append_utf8(std::string& to, char32_t code_point);

/// GB18030 bytes to UTF-8 (file names made by old archivers). Nothing when they are not GB18030 either.
std::optional<std::string> from_gb18030(std::string_view bytes);

/// Full-width ASCII forms (！to ～) and the ideographic space become their ASCII twins.
std::string fold_width(std::string_view text);
/// Without leading and trailing white space, U+3000 and U+00A0 included.
std::string trim(std::string_view text);
/// Without any white space at all (U+3000 and U+00A0 included): for comparing wordings and counting characters.
std::string without_space(std::string_view text);
/// Columns in a terminal or a spreadsheet: East-Asian wide characters count 2.
int display_width(std::string_view text);
/// Characters without spaces and line breaks, as limits of official forms count them.
int count_characters(std::string_view text);

/// Natural order: runs of digits compare as numbers ("2" before "10"), the rest by code point; total and deterministic.
bool natural_less(std::string_view left, std::string_view right);

bool starts_with_any(std::string_view text, const std::vector<std::string>& prefixes);
std::vector<std::string> split(std::string_view text, char separator);
std::string join(const std::vector<std::string>& parts, std::string_view separator);
std::string replace_all(std::string text, std::string_view from, std::string_view to);

}  // namespace lvce
