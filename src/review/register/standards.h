// The standards that a bureau judges by: its own, kept in its folder, else the installed ones.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "rubric/rubric.h"
#include "support/finding.h"

namespace lvce {

/// 标准/ in the bureau's folder: a file <id>.yaml each.
std::vector<std::filesystem::path> own_standards(const std::filesystem::path& desk);

/// Copies the standards that --rubric names as files into 标准/, where every later command finds them; one that was there and differs
/// is kept under 标准/旧/. Nothing is copied when one of them cannot be used. False: the findings say why.
bool keep_standards(const std::vector<std::string>& named, const std::filesystem::path& data, const std::filesystem::path& desk, Findings& findings);

/// Each is read once.
class BureauStandards {
 public:
  /// `data`: where the installed ones and the factors are. `own`: files; each stands for the id that it gives itself.
  BureauStandards(std::filesystem::path data, const std::vector<std::filesystem::path>& own);
  /// The standard with this id, nullptr where there is none. `id` is a stranger's: it never names a file.
  const Rubric* find(const std::string& id);
  /// The same; why there is none is said once.
  const Rubric* find(const std::string& id, Findings& findings);
  const std::filesystem::path& data() const { return data_; }
  /// What is wrong with its own ones.
  const Findings& findings() const { return findings_; }

 private:
  struct Known {
    std::unique_ptr<Rubric> rubric;
    Findings findings;  ///< why there is none; empty once they are said
  };
  Known& known(const std::string& id);

  std::filesystem::path data_;
  std::map<std::string, Known> known_;
  Findings findings_;
};

}  // namespace lvce
