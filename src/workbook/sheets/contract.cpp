// Which sheets the contract names, and their columns.
#include <algorithm>
#include <array>

#include "office/values.h"
#include "support/text.h"
#include "workbook/book/number_format.h"
#include "workbook/sheets/sheets.h"

namespace lvce {

std::string contract_sheet(const std::string& name) {
  const std::string key = without_space(fold_width(name));
  if (spec_of_sheet(key)) return key;
  const bool unit = !xlsx::unit_word(header_unit(key)).base.empty();  // 能耗台账（万千瓦时）
  const std::string bare = unit ? name_key(key) : std::string();
  return unit && spec_of_sheet(bare) ? bare : "";
}

std::optional<TableSpec> spec_of_sheet(const std::string& sheet) {
  static constexpr std::array kSpecs = {unit_info_spec, year_base_spec, ledger_spec, target_spec, self_score_spec, override_spec, answer_spec};
  for (const auto spec : kSpecs) {
    if (TableSpec out = spec(); out.sheet == sheet) return out;
  }
  const auto& details = detail_sheet_names();
  if (std::find(details.begin(), details.end(), sheet) == details.end()) return std::nullopt;
  return detail_spec(sheet);
}

}  // namespace lvce
