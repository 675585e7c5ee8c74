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

std::vector<Run> words_of(const TableCell& cell) {
  std::vector<Run> runs = cell.runs;
  if (runs.empty()) {
    Run run;
    run.text = cell_text(cell.value);
    runs.push_back(std::move(run));
  }
  if (cell.flagged || cell.attention) {
    Run mark;
    mark.text = cell.flagged ? "※" : "△";
    runs.insert(runs.begin(), mark);
  }
  return runs;
}

}  // namespace lvce
