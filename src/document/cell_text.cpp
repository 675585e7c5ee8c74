#include "document/cell_text.h"

#include <variant>

namespace lvce {

std::string number_digits(const Decimal& number, const NumberFormat& format) {
  std::string digits = format.grouped ? number.grouped(format.places) : number.text(format.places);
  if (format.trim && digits.find('.') != std::string::npos) {
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.back() == '.') digits.pop_back();
  }
  return digits;
}

std::string number_text(const Decimal& number, const NumberFormat& format) { return number_digits(number, format) + (format.percent ? "%" : ""); }

std::string cell_text(const CellValue& cell) {
  if (const auto* text = std::get_if<std::string>(&cell.value)) return *text;
  if (const auto* number = std::get_if<Decimal>(&cell.value)) return number_text(*number, cell.format);
  return {};
}

}  // namespace lvce
