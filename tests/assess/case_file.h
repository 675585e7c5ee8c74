// A scoring case: one readable YAML file of what a unit states and hands in, and what must come out (tests/assess/cases/README.md).
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "assess/assess.h"
#include "rubric/rubric.h"

namespace lvce::testing {

struct ExpectedIndicator {
  std::string id;
  std::string claimed, supported, status;  ///< as text; empty: not checked
};

struct Case {
  Rubric rubric;
  Dossier dossier;
  EnergyReport energy;
  Years years;
  std::vector<ExpectedIndicator> indicators;
  std::string total_claimed, total_supported, verdict;
  std::vector<std::pair<std::string, std::string>> items;  ///< id → "claimed/supported"
  std::vector<std::pair<std::string, std::string>> gates;  ///< id → yes, no, unknown
  std::vector<std::string> findings;                       ///< codes that must be there, as often as named
  std::vector<std::string> absent;                         ///< codes that must not
};

std::unique_ptr<Case> read_case(const std::filesystem::path& file);

}  // namespace lvce::testing
