// What a received package says of its indicators and gates: its result.json and 数据.json.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "review/register/register.h"

namespace lvce {

struct IndicatorFacts {
  Points claimed, supported;
  bool applies = true;              ///< false: another branch or scheme was taken
  std::vector<std::string> labels;  ///< printed numbers of the first pages of its evidence, in order, each once
  std::string done;                 ///< 完成情况 as typed; the rule says how it is read
};

struct GateFacts {
  std::string id;
  std::optional<bool> met;  ///< nothing: cannot be judged
  std::string why;
};

struct PackageFacts {
  std::map<std::string, IndicatorFacts> indicators;
  std::vector<GateFacts> gates;
  std::optional<Points> claimed;
  int year = 0;  ///< 评价年度
};

/// The bureau's own computation (in the register) goes before the package's word. Nothing: no result.json that can be read; a finding says so.
std::optional<PackageFacts> read_package_facts(const std::filesystem::path& desk, const ReceivedPackage& package, Findings& findings);

/// Whether what lies in the folder is what was received: the SHA-256 of its list of sums.
bool is_as_received(const std::filesystem::path& desk, const ReceivedPackage& package);

}  // namespace lvce
