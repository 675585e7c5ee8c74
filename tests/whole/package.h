// A package built once from a sample, and what readers find in it.
#pragma once

#include <map>

#include <nlohmann/json.hpp>

#include "whole/run.h"

namespace lvce::testing {

struct Package {
  TempFolder place;
  std::filesystem::path folder;  ///< OUT/<单位名称>
  Ran built;
  nlohmann::json result;
};

/// `lvce build samples/NAME` into a new folder.
Package build_sample(const std::string& name, std::vector<std::string> more = {});

std::vector<std::filesystem::path> files_with(const Package& package, const std::string& extension);

/// Text of each page as poppler reads it.
std::vector<std::string> page_texts(const std::filesystem::path& pdf);

/// Codes of result.json's findings with their count.
std::map<std::string, int> finding_counts(const nlohmann::json& result);

}  // namespace lvce::testing
