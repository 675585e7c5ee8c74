// What people type into cells, and number formats.
#include "office/values.h"

#include "fuzz/kit.h"
#include "workbook/book/number_format.h"
#include "workbook/sheets/figure_with_unit.h"

namespace lvce::fuzz {
namespace {

void read_number(const std::optional<Decimal>& number) {
  if (!number) return;
  const auto again = Decimal::parse(number->rounded(12).shortest());
  must(!again || *again == number->rounded(12), "a number reads as it is written");
}

}  // namespace

void values(std::string_view input) {
  read_number(Decimal::parse(input));
  read_number(parse_typed_number(input));
  read_number(parse_typed_percent(input));
  for (const char* unit : {"千瓦时", "万千瓦时", "m3", "元"}) read_number(parse_figure_with_unit(input, unit));
  const auto month = parse_typed_month(input);
  must(!month || (*month >= 0 && *month <= 12), "a month is one");
  const auto year = parse_typed_year(input);
  must(!year || (*year >= 1990 && *year <= 2099), "a year is one");
  const auto date = parse_typed_date(input);
  must(!date || date->size() == 10, "a date has ten characters");
  normalise_indicator_id(input);
  is_total_label(input);
  is_summary_label(input);
  invisible_words(input);
  name_key(input);
  header_unit(input);
  xlsx::look_of_format(input);
}

}  // namespace lvce::fuzz
