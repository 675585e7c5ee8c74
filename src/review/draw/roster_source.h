// Where a draw's roster comes from: a roster file, or what the bureau's folder has received.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "review/draw/draw.h"
#include "review/register/register.h"

namespace lvce {

/// The column that --by means: its name, or level, category, department.
std::string stratum_column(const std::string& by);

/// 单位名称 of every row, and the column `by`; a .txt is a unit a line, as the published roster is. Nothing: the findings say why.
std::optional<std::vector<DrawCandidate>> read_draw_roster(const std::filesystem::path& file, const std::string& by, Findings& findings);

/// The register's roster, or what was received where it has none.
std::optional<std::vector<DrawCandidate>> draw_roster_of(const Register& desk, const std::string& by, Findings& findings);

}  // namespace lvce
