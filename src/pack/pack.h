// The output folder: result.json, sums, zip, the exchange into place, and verify.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "assess/assess.h"
#include "bind/bind.h"
#include "pack/archive.h"
#include "pack/sums.h"

namespace lvce {

/// A unit's name as a folder name on any system: no separators or reserved characters, invisible ones shown, no leading dot, at most 80 characters and
/// 240 bytes; 未命名单位 when nothing is left.
std::string folder_name_of(const std::string& unit_name);

/// A folder beside the target that becomes the package in one step, or vanishes. All of it lies in OUT/.lvce-<key of the unit name>/,
/// guarded by an flock on OUT/.lvce-<key>.lock: who holds the lock owns whatever a killed run left there. Both are gone when the staging
/// ends.
class Staging {
 public:
  /// Refuses (finding, exit code 4) when the target holds files that the tool does not know, when another run holds the lock, or when
  /// nothing can be written. Recovers leftovers of a killed run first.
  static std::optional<Staging> open(const std::filesystem::path& out, const std::string& unit_name, Findings& findings);
  /// The same for a folder of papers, `folder` itself. Papers are there to be filled in: one that was changed since is not replaced either, nor one that is not
  /// in the list of sums, unless `taken` has it with its digest of now: what it says goes into the new papers.
  static std::optional<Staging> open_papers(const std::filesystem::path& folder, Findings& findings, Sums taken = {});
  /// The same for a set to print, `folder` itself.
  static std::optional<Staging> open_printed(const std::filesystem::path& folder, Findings& findings);
  /// Puts right what a killed run left of this unit in OUT: a package that was set aside comes back, the rest goes. Nothing while another run is at it.
  static void tidy(const std::filesystem::path& out, const std::string& unit_name);
  Staging(Staging&&) noexcept;
  Staging& operator=(Staging&&) noexcept;
  ~Staging();  ///< removes what was not committed
  const std::filesystem::path& folder() const { return folder_; }
  const std::filesystem::path& target() const { return target_; }
  /// Scratch folder on the same disk, outside the package, removed with the staging.
  const std::filesystem::path& scratch() const { return scratch_; }
  /// The file that lists what the tool wrote there, with its digests.
  const char* sums_name() const { return sums_name_; }
  /// Syncs the package to disk and puts it in the target's place in one step (renameat2 RENAME_EXCHANGE; where a file system refuses that,
  /// the old package is set aside first and recovered by the next open). False: the target is as before.
  bool commit(Findings& findings);

 private:
  Staging() = default;
  static std::optional<Staging> open_at(const std::filesystem::path& out, const std::string& name, const char* sums_name, Findings& findings, Sums taken = {});
  static std::optional<Staging> open_folder(const std::filesystem::path& folder, const char* sums_name, Findings& findings, Sums taken = {});
  std::filesystem::path folder_, target_, scratch_;
  std::filesystem::path work_;  ///< OUT/.lvce-<key>, holds package/, scratch/ and aside/
  std::filesystem::path lock_file_;
  int lock_ = -1;
  const char* sums_name_ = "";  ///< of the list of what the tool wrote
  Sums taken_;                  ///< changed papers that may be replaced
};

struct PackageFile {
  OutputKind kind = OutputKind::none;
  std::string name;
  int pages = 0;                ///< 0: not paged (xlsx)
  std::string sha256 = {};      ///< empty: not known yet
  std::string check_code = {};  ///< printed as 校验 on its pages; empty: none
  int sheets = 0;               ///< of paper; 0: not to be printed, or not known
};

/// Papers as they stand in a folder, with their digests.
struct WrittenPapers {
  std::vector<PackageFile> files;
  Sums sums;
};
/// Writes their list of sums, as the staging calls it; nothing where a file cannot be read or written. `unlisted` are left out of the list, so that a later
/// run takes them for the office's own work and does not replace them.
std::optional<WrittenPapers> finish_papers(const Staging& staging, std::vector<PackageFile> files, const std::set<std::string>& unlisted = {});
/// What `lvce papers --json` says: unit, rubric, energy_year, complete, findings and files as in result.json.
std::string papers_to_json(const Assessment& assessment, const WrittenPapers& written);

/// A file of a set that lvce print wrote, and in how many copies it is to be printed.
struct PrintedFileOfSet {
  PackageFile file;
  int copies = 1;
};
/// What `lvce print --json` says; `pages` and `sheets` are those of all copies.
std::string printed_to_json(const Assessment& assessment, const std::vector<PrintedFileOfSet>& files);

/// result.json as bytes (design §4.1). `sums`: digests of the files; one that is not there shows null. `record` is what
/// --append needs; nothing when nothing was bound.
std::string result_to_json(const Assessment& assessment, const std::vector<BoundFile>& bound, const std::vector<PackageFile>& files, const Sums& sums,
                           const PrintRecord* record = nullptr);

/// 数据.json as bytes: what the energy figures and points of the assessment depend on, nothing personal. office/unit_data.h reads it.
std::string unit_data_to_json(const Assessment& assessment);

/// Writes result.json, SHA256SUMS, what `archive` does not hold of the files yet, the zip and its digest into the staging folder.
bool finish_package(const Staging& staging, Archive& archive, const Assessment& assessment, const std::vector<BoundFile>& bound,
                    const std::vector<PackageFile>& files, Findings& findings, const PrintRecord* record = nullptr);

/// Every file against its digest and the printed numbers against the page labels; `target` is a package folder or its zip. No finding:
/// sound. Printed numbers are what bind/ wraps as marked content, `/LvceNumber <</N 57>> BDC … EMC`. `more` looks at the folder of a package that is
/// sound so far.
Findings verify_package(const std::filesystem::path& target, const std::function<Findings(const std::filesystem::path& folder)>& more = {});

}  // namespace lvce
