// Public face of rubric/: load, list, lint, show.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rubric/model.h"
#include "support/finding.h"

namespace lvce {

struct LoadedRubric {
  std::optional<Rubric> rubric;  ///< nothing when any finding is an error
  Findings findings;             ///< where = "file:line:column"
};

/// Reads and lints one YAML file (≤ 1 MiB, ≤ 32 levels). With `data`, the forms and the factor set that it names must be there. Never throws.
LoadedRubric load_rubric_file(const std::filesystem::path& file, const std::filesystem::path& data = {});
/// The same from bytes; `file` is only for the places in findings.
LoadedRubric load_rubric_text(std::string_view bytes, const std::string& file, const std::filesystem::path& data = {});
/// Finds ID in <data>/rubrics/, or takes a path to a YAML file. A loosely written name of just one (山西, shanxi, Shanxi-2021) is taken, with a note.
LoadedRubric load_rubric(const std::string& id_or_path, const std::filesystem::path& data);
std::vector<Rubric> list_rubrics(const std::filesystem::path& data);

std::string rubric_to_json(const Rubric& rubric);
std::string rubric_list_to_json(const std::vector<Rubric>& rubrics);
/// Chinese text for a terminal.
std::string rubric_to_text(const Rubric& rubric);
/// How an indicator is scored, in one Chinese phrase: "每项制度 1 分，最高 5 分".
std::string rule_text(const Indicator& indicator);

}  // namespace lvce
