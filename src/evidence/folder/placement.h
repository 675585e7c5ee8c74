// Files to their indicators, by what names and folders say; what cannot be placed is told, once for each cause.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "evidence/folder/folder_meaning.h"
#include "office/dossier.h"
#include "support/finding.h"

namespace lvce {

class Placement {
 public:
  /// `declined`: shown paths of what the office does not take as evidence.
  Placement(const NumberTable& table, const std::set<std::string>& declined, Findings& findings) : table_(table), declined_(declined), findings_(findings) {}

  /// A folder whose own number leads elsewhere than the folder that it lies in.
  void note_folder(const WalkedFolder& folder, const NamePlace& place, const FolderMeaning& above);
  /// Fills indicators, state, reason and `under`.
  void assign(EvidenceFile& file, const NamePlace& place, const FolderMeaning& folder, const WalkedEntry& entry);
  /// What many files share.
  void report(const Walked& walked);

 private:
  /// Files that fell out for the same cause in the same folder.
  struct Cause {
    std::string code;
    Severity severity = Severity::warning;
    std::string message;
    std::string hint;
    std::vector<std::string> paths;
  };

  void take_own(EvidenceFile& file, const NamePlace& place, const FolderMeaning& folder, const WalkedEntry& entry);
  void take_folder(EvidenceFile& file, const NamePlace& place, const FolderMeaning& folder, const WalkedEntry& entry);
  void set_aside(EvidenceFile& file, const WalkedEntry& entry);
  void leave_out(EvidenceFile& file, const NamePlace& place, const FolderMeaning& folder, const WalkedEntry& entry);
  void say(const WalkedEntry& entry, const char* code, Severity severity, std::string message, std::string hint);
  void count_doubtful_folder(EvidenceFile& file, const FolderMeaning& folder, const WalkedEntry& entry, bool unassigned);
  void report_unassigned(EvidenceFile& file, const Levels& group, const WalkedEntry& entry);
  std::vector<std::string> in_printed_order(std::vector<std::string> ids) const;
  std::string nearest_hint(const Levels& levels, const std::string& what) const;

  const NumberTable& table_;
  const std::set<std::string>& declined_;
  Findings& findings_;
  std::map<std::size_t, Cause> doubtful_folders_;
  std::map<std::pair<std::size_t, std::string>, Cause> unassigned_;
  std::vector<std::string> set_aside_;  ///< paths
};

}  // namespace lvce
