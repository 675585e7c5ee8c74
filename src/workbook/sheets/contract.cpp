// Which sheets the contract names, and their columns.
#include <algorithm>
#include <array>

#include "support/text.h"
#include "workbook/sheets/sheets.h"

namespace lvce {

std::string contract_sheet(const std::string& name) {
  const std::string key = without_space(fold_width(name));
  return spec_of_sheet(key) ? key : "";
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
