// Rows of all units → 汇总表 (PDF and XLSX) and 缺项汇总.xlsx.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "compose/compose.h"
#include "document/document.h"
#include "faces/faces.h"
#include "fleet/unit_row.h"
#include "support/finding.h"

namespace lvce {

inline constexpr const char* kSummaryName = "汇总表";
inline constexpr const char* kMissingName = "缺项汇总.xlsx";
inline constexpr const char* kBatchName = "批次.json";

/// 汇总表: units in the order of the source; where they have departments, department by department in the order of their first units, with sums.
Document compose_batch_summary(const std::vector<UnitRow>& rows, const Templates& templates, Findings& findings);

/// 批次.json: {units [{name, state, exit, claimed, supported, verdict, inputs_sha256}], missing [] (of gather), findings []}.
std::string batch_to_json(const std::vector<UnitRow>& rows, const std::vector<std::string>* missing, const Findings& findings);

/// All files of a run into OUT, each in one step. False, with a finding, when one cannot be written.
bool write_batch_files(const std::vector<UnitRow>& rows, const std::vector<std::string>* missing, const Findings& of_source, const Templates& templates,
                       const Faces& faces, const std::filesystem::path& out, Findings& findings);

}  // namespace lvce
