// One reader per sheet of the contract: SheetTable → what the dossier keeps. Each appends its findings through the table's reporter.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "office/dossier.h"
#include "workbook/sheets/table.h"

namespace lvce {

TableSpec unit_info_spec();
UnitInfo read_unit_info(const SheetTable& table);

TableSpec year_base_spec();
std::vector<YearBase> read_year_bases(const SheetTable& table);

TableSpec ledger_spec();
Ledger read_ledger(const SheetTable& table);

TableSpec target_spec();
std::vector<AssignedTarget> read_targets(const SheetTable& table);

TableSpec self_score_spec();
std::vector<SelfScore> read_self_scores(const SheetTable& table);

TableSpec override_spec();
std::vector<FactorOverride> read_overrides(const SheetTable& table);

TableSpec answer_spec();
std::vector<LedgerAnswer> read_answers(const SheetTable& table);

/// 能耗明细台账, 计量器具台账, 公务用车台账, 垃圾清运台账.
const std::vector<std::string>& detail_sheet_names();
TableSpec detail_spec(const std::string& sheet);
DetailLedger read_detail(const SheetTable& table);

/// Name of the contract's sheet that this one is (widths folded, white space aside); empty for others.
std::string contract_sheet(const std::string& name);
/// Its columns; nullptr for a name that the contract does not have.
const TableSpec* spec_of_sheet(const std::string& sheet);

}  // namespace lvce
