// The folder that `lvce papers` writes into: everything or nothing, and never over a file that somebody else wrote or changed.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "support/finding.h"

namespace lvce {

/// Files are made in a hidden folder inside the target and renamed into it at the end. What the tool wrote stands with its digest in
/// 文稿校验.sha256: an older paper is replaced only while it is still what was written.
class PaperFolder {
 public:
  /// Nothing and a finding when the folder cannot be made or written.
  static std::optional<PaperFolder> open(const std::filesystem::path& target, Findings& failures);
  PaperFolder(PaperFolder&& other) noexcept;
  PaperFolder& operator=(PaperFolder&&) = delete;
  ~PaperFolder();  ///< removes what was not committed
  /// Where to write the papers.
  const std::filesystem::path& staging() const { return staging_; }
  /// Renames them into the target. False: the target is as before.
  bool commit(const std::vector<std::string>& names, Findings& failures);

 private:
  PaperFolder() = default;
  bool may_write(const std::vector<std::string>& names, Findings& failures) const;
  bool write_sums(const std::vector<std::string>& names) const;
  bool exchange(const std::vector<std::string>& names) const;

  std::filesystem::path target_, staging_;
  bool made_target_ = false;
};

}  // namespace lvce
