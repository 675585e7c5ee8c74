// A unit's figures and points worked out again from 数据.json, by the bureau's own standard and factors.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "assess/assess.h"
#include "office/unit_data.h"

namespace lvce {

/// The standards that a bureau judges by: those it names, else the installed ones. Each is read once.
class BureauRubrics {
 public:
  /// `own`: files, or ids, given by --rubric; each stands for its own id. `data`: where the installed ones and the factors are.
  BureauRubrics(std::filesystem::path data, const std::vector<std::string>& own);
  /// The standard with this id, nothing where there is none. `id` is a stranger's: it never names a file.
  const Rubric* find(const std::string& id);
  const std::filesystem::path& data() const { return data_; }
  /// What is wrong with the ones that were named.
  const Findings& findings() const { return findings_; }

 private:
  std::filesystem::path data_;
  std::map<std::string, std::unique_ptr<Rubric>> known_;
  Findings findings_;
};

/// The same stages as check and build, on what the data say; `dossier` and `rubric` must outlive the result.
Assessment recompute(const Rubric& rubric, Dossier& dossier, const std::filesystem::path& data);

}  // namespace lvce
