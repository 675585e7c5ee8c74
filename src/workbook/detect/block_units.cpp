#include "workbook/detect/block_units.h"

#include <set>

#include "office/carriers.h"
#include "support/text.h"
#include "workbook/book/number_format.h"
#include "workbook/detect/words.h"
#include "workbook/sheets/figure_with_unit.h"

namespace lvce::formats {
namespace {

/// A unit that all figures show by their number format.
void take_unit_of_format(Candidate& found, const BlockShape& shape) {
  std::set<std::string> words;
  const xlsx::Range& range = found.rule.values.front();
  for (int row : shape.rows) {
    const auto [r, c] = shape.grid.real(row, shape.grid.across() ? range.first_row : range.first_column);
    const xlsx::Cell& cell = shape.grid.source().sheet->at(r, c);
    if (cell.kind == xlsx::Cell::Kind::number) words.insert(cell.shown.shift == 0 ? xlsx::format_word(cell.shown.word) : "?");
  }
  if (words.size() != 1 || words.begin()->empty() || !ledger_unit(std::string(carrier_name(found.carrier)), *words.begin())) return;
  found.rule.unit = *words.begin();
  found.unit_said = true;
}

/// A unit that stands behind all figures (1234度).
void take_unit_of_texts(Candidate& found, const BlockShape& shape) {
  std::set<std::string> units;
  const xlsx::Range& range = found.rule.values.front();
  for (int row : shape.rows) {
    const auto [r, c] = shape.grid.real(row, shape.grid.across() ? range.first_row : range.first_column);
    const std::string text = shape.grid.source().text(r, c);
    const auto split = split_figure(text);
    if (!text.empty()) units.insert(split ? split->unit : "");
  }
  if (units.size() != 1 || units.begin()->empty() || !ledger_unit(std::string(carrier_name(found.carrier)), *units.begin())) return;
  found.rule.unit = *units.begin();
  found.unit_said = true;
}

/// The one unit of a column of units, in the rows of this kind.
std::string unit_of_rows(Candidate& found, const BlockShape& shape, const std::string& kind) {
  for (int column = shape.left; column <= shape.right; ++column) {
    if (column == shape.axis.column || column == shape.kind_column || column == shape.year_column) continue;
    std::set<std::string> units;
    bool all = true;
    for (int row : shape.rows) {
      const std::string& text = shape.grid.text(row, column);
      if (!kind.empty() && shape.grid.text(row, shape.kind_column) != kind) continue;
      all = all && is_unit(text) && !shape.grid.figure(row, column);
      units.insert(text);
    }
    if (!all || units.empty()) continue;
    if (units.size() > 1) found.doubts.push_back("同一种能源的计量单位不止一种：" + join({units.begin(), units.end()}, "、"));
    return *units.begin();
  }
  return {};
}

/// 单位：万立方米 under the table.
std::vector<std::string> notes_below(const BlockShape& shape) {
  std::vector<std::string> out;
  for (int row = shape.last + 1; row <= shape.end; ++row)
    for (int column = 1; column <= shape.grid.columns(); ++column)
      if (const std::string& text = shape.grid.text(row, column); text.find("单位") != std::string::npos) out.push_back(text);
  return out;
}

}  // namespace

void doubt_odd_units(Candidate& found, const std::vector<std::string>& words, const std::vector<std::string>& beside) {
  for (const auto* texts : {&words, &beside})
    for (const std::string& text : *texts) {
      const std::string odd = odd_unit(text, found.carrier);
      if (odd.empty()) continue;
      found.doubts.push_back("计量单位「" + odd + "」看不明白，请换成台账用的单位");
      return;
    }
}

void doubt_town_gas(Candidate& found, const std::vector<std::string>& words, const std::vector<std::string>& beside) {
  if (found.carrier != Carrier::natural_gas) return;
  for (const auto* texts : {&words, &beside})
    for (const std::string& text : *texts) {
      if (text.find("煤气") == std::string::npos || text.find("天然气") != std::string::npos) continue;
      found.doubts.push_back("「" + text + "」是天然气还是人工煤气，看不出来");
      return;
    }
}

void settle_block_unit(Candidate& found, const BlockShape& shape, const std::vector<std::string>& stack, const std::vector<std::string>& beside,
                       const std::string& kind) {
  std::vector<std::string> words = stack;
  if (const std::string own = unit_of_rows(found, shape, kind); !own.empty()) words.insert(words.begin(), own);
  doubt_town_gas(found, words, {kind});
  std::vector<std::string> around = beside;
  const std::vector<std::string> below = notes_below(shape);
  around.insert(around.end(), below.begin(), below.end());
  found.rule.unit = unit_said(words, around, found.carrier, found.doubts);
  found.unit_said = !found.rule.unit.empty();
  if (found.unit_said) return;
  take_unit_of_format(found, shape);
  if (!found.unit_said) take_unit_of_texts(found, shape);
  if (found.unit_said) return;
  doubt_odd_units(found, words, around);
  const bool plain = found.carrier == Carrier::electricity || found.carrier == Carrier::water || found.carrier == Carrier::natural_gas;
  found.rule.unit = std::string(carrier_unit(found.carrier));
  if (plain) found.remarks.push_back("表里没有写计量单位，按" + found.rule.unit);
  else found.doubts.push_back("表里没有写计量单位");
}

}  // namespace lvce::formats
