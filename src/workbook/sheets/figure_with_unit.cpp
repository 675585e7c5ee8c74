#include "workbook/sheets/figure_with_unit.h"

#include <algorithm>
#include <utility>

#include "office/carriers.h"
#include "office/values.h"
#include "support/text.h"
#include "workbook/book/number_format.h"

namespace lvce {
namespace {

std::string normal_unit(std::string_view unit) { return header_unit("(" + std::string(unit) + ")"); }

/// Words for the same that are no units of energy.
std::string common_word(const std::string& unit) {
  for (const auto& [word, common] : {std::pair("km", "公里"), std::pair("公斤", "千克"), std::pair("kg", "千克"), std::pair("l", "升"),
                                     std::pair("千米", "公里"), std::pair("名", "人"), std::pair("台", "辆"), std::pair("部", "辆")})
    if (unit == word) return common;
  return unit;
}

Decimal shifted(Decimal figure, int tens) {
  const Decimal step = tens < 0 ? *Decimal::parse("0.1") : Decimal(10);
  for (int i = 0; i < (tens < 0 ? -tens : tens); ++i) figure = figure * step;
  return figure;
}

/// The figure at the beginning, and what stands behind it.
std::optional<std::pair<Decimal, std::string>> figure_and_rest(std::string_view text) {
  const std::string clean = without_space(fold_width(text));
  const std::size_t end = clean.find_first_not_of("0123456789.,+-");
  if (end == 0 || end == std::string::npos) return std::nullopt;
  const std::optional<Decimal> figure = parse_typed_number(clean.substr(0, end));
  if (!figure) return std::nullopt;
  return std::pair(*figure, clean.substr(end));
}

std::optional<QuantityUnit> unit_among(const CarrierFacts& facts, const std::string& text) {
  const auto found = std::find_if(facts.units.begin(), facts.units.end(), [&](const UnitName& unit) { return unit.text == text; });
  return found == facts.units.end() ? std::nullopt : std::optional(found->unit);
}

}  // namespace

std::optional<FigureAndUnit> split_figure(std::string_view text) {
  const auto parts = figure_and_rest(text);
  if (!parts) return std::nullopt;
  const std::string_view base = xlsx::unit_word(normal_unit(parts->second)).base;
  const bool energy = !base.empty() && base != "元" && base != "人" && base != "辆" && base != "平方米";
  return energy ? std::optional(FigureAndUnit{parts->first, parts->second}) : std::nullopt;
}

std::optional<Decimal> parse_figure_with_unit(std::string_view text, const std::string& column_unit) {
  const auto parts = column_unit.empty() ? std::nullopt : figure_and_rest(text);
  if (!parts) return std::nullopt;
  const auto& [figure, behind] = *parts;
  const std::string own = normal_unit(behind), column = normal_unit(column_unit);
  if (common_word(own) == common_word(column)) return figure;
  const xlsx::UnitWord mine = xlsx::unit_word(own), theirs = xlsx::unit_word(column);
  if (mine.base.empty() || mine.base != theirs.base) return std::nullopt;
  return shifted(figure, mine.tens - theirs.tens);
}

std::optional<Decimal> parse_carrier_figure(std::string_view text, const std::string& carrier, const std::string& column_unit) {
  const auto facts = std::find_if(kCarriers.begin(), kCarriers.end(), [&](const CarrierFacts& one) { return one.name == carrier; });
  const auto parts = facts == kCarriers.end() || column_unit.empty() ? std::nullopt : figure_and_rest(text);
  if (!parts) return std::nullopt;
  const auto own = unit_among(*facts, normal_unit(parts->second));
  return own && own == unit_among(*facts, normal_unit(column_unit)) ? std::optional(parts->first) : std::nullopt;
}

}  // namespace lvce
