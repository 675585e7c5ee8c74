// Which sheets the contract names, and their columns.
#include <map>
#include <utility>

#include "office/values.h"
#include "support/text.h"
#include "workbook/book/number_format.h"
#include "workbook/sheets/sheets.h"

namespace lvce {

namespace {

/// By their names.
std::map<std::string, TableSpec> all_specs() {
  std::map<std::string, TableSpec> out;
  for (const auto spec : {unit_info_spec, year_base_spec, ledger_spec, target_spec, self_score_spec, override_spec, answer_spec}) {
    TableSpec one = spec();
    std::string name = one.sheet;
    out.emplace(std::move(name), std::move(one));
  }
  for (const std::string& name : detail_sheet_names()) out.emplace(name, detail_spec(name));
  return out;
}

}  // namespace

std::string contract_sheet(const std::string& name) {
  const std::string key = without_space(fold_width(name));
  if (spec_of_sheet(key) != nullptr) return key;
  const bool unit = !xlsx::unit_word(header_unit(key)).base.empty();  // 能耗台账（万千瓦时）
  const std::string bare = unit ? name_key(key) : std::string();
  return unit && spec_of_sheet(bare) != nullptr ? bare : "";
}

const TableSpec* spec_of_sheet(const std::string& sheet) {
  static const std::map<std::string, TableSpec> specs = all_specs();  // asked for once and again for every sheet of a workbook
  const auto found = specs.find(sheet);
  return found == specs.end() ? nullptr : &found->second;
}

}  // namespace lvce
