#include "render/xlsx_text.h"

#include <algorithm>
#include <cctype>
#include <cmath>

#include "document/cell_text.h"
#include "support/text.h"
#include "support/unseen.h"

namespace lvce {
namespace {

constexpr std::size_t kMaxCellUnits = 32767;
constexpr std::size_t kMaxSheetNameUnits = 31;

bool can_stand_in_xml(char32_t c) {
  if (c < 0x20) return c == '\n' || c == '\t';
  return !(c >= 0x7F && c <= 0x9F) && !(c >= 0xD800 && c <= 0xDFFF) && c != 0xFFFE && c != 0xFFFF && c <= 0x10FFFF;
}

std::size_t units_of(char32_t c) { return c > 0xFFFF ? 2 : 1; }

bool is_hex(char32_t c) { return c < 0x80 && std::isxdigit(static_cast<int>(c)) != 0; }

/// "_x000D_" typed by people would be read back as a carriage return.
bool looks_like_escape(const std::u32string& text, std::size_t at) {
  if (at + 6 >= text.size() || text[at] != '_' || text[at + 1] != 'x' || text[at + 6] != '_') return false;
  return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at) + 2, text.begin() + static_cast<std::ptrdiff_t>(at) + 6, is_hex);
}

}  // namespace

std::string clean_cell_text(const std::string& text) {
  const std::u32string points = decode_utf8(printable(text));
  std::string out;
  for (std::size_t at = 0; at < points.size(); ++at) {
    if (looks_like_escape(points, at)) out += "_x005F";
    if (can_stand_in_xml(points[at])) append_utf8(out, points[at]);
  }
  return out;
}

std::vector<std::string> split_for_cells(const std::string& text) {
  std::vector<std::string> pieces(1);
  std::size_t units = 0;
  for (const char32_t c : decode_utf8(text)) {
    if (units + units_of(c) > kMaxCellUnits) {
      pieces.emplace_back();
      units = 0;
    }
    append_utf8(pieces.back(), c);
    units += units_of(c);
  }
  return pieces;
}

std::string clean_sheet_name(const std::string& name) {
  std::u32string kept;
  std::size_t units = 0;
  for (const char32_t c : decode_utf8(visible(trim(name)))) {
    if (!can_stand_in_xml(c) || c == '\n' || c == '\t' || std::u32string_view(U"[]:*?/\\").find(c) != std::u32string_view::npos) continue;
    if (units + units_of(c) > kMaxSheetNameUnits) break;
    kept += c;
    units += units_of(c);
  }
  while (!kept.empty() && kept.front() == '\'') kept.erase(kept.begin());
  while (!kept.empty() && kept.back() == '\'') kept.pop_back();
  return kept.empty() ? "表" : encode_utf8(kept);
}

// A digit is 7 pixels wide and a column has 5 pixels of padding, at 96 pixels an inch.
double column_units(double mm) { return std::clamp((mm / 25.4 * 96 - 5) / 7, 1.0, 250.0); }

double column_mm(double units) { return (units * 7 + 5) / 96 * 25.4; }

int wrapped_lines(const std::string& text, double mm, double font_size) {
  const double points = std::max(mm / 25.4 * 72 - 4, font_size);  // 2 pt of padding on each side
  const int columns = std::max(2, static_cast<int>(points / (font_size / 2)));
  int lines = 0;
  for (const std::string& line : split(text, '\n')) {
    const int width = display_width(line);
    lines += std::max(1, (width + columns - 1) / columns);
  }
  return lines;
}

std::string number_format_code(const NumberFormat& format, const Decimal& number) {
  int places = format.places;
  if (format.trim) {
    const std::string digits = number_digits(number, format);
    const auto point = digits.find('.');
    places = point == std::string::npos ? 0 : static_cast<int>(digits.size() - point - 1);
  }
  std::string code = format.grouped ? "#,##0" : "0";
  if (places > 0) code += "." + std::string(static_cast<std::size_t>(places), '0');
  return format.percent ? code + "%" : code;
}

std::string cell_reference(int row, int column) {
  std::string letters;
  for (int left = column + 1; left > 0; left = (left - 1) / 26) letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % 26));
  return letters + std::to_string(row + 1);
}

}  // namespace lvce
