// The standards of a register's units, each read once.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "rubric/rubric.h"
#include "support/finding.h"

namespace lvce {

class ReviewRubrics {
 public:
  explicit ReviewRubrics(std::filesystem::path data) : data_(std::move(data)) {}
  /// nullptr where there is none of this name, or it is broken: a finding says so, once.
  const Rubric* find(const std::string& id, Findings& findings);

 private:
  std::filesystem::path data_;
  std::map<std::string, std::optional<Rubric>> read_;
};

}  // namespace lvce
