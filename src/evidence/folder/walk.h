// Lists what lies below the evidence folder, also in archives, without opening another file and without ever leaving the folder.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "evidence/archive_opener.h"

namespace lvce {

inline constexpr std::size_t kMaxEvidenceFiles = 5'000;
inline constexpr int kMaxEvidenceDepth = 24;
inline constexpr int kMaxArchiveDepth = 3;  ///< an archive in an archive in an archive

/// A folder on the way down. The first is the evidence folder itself, with empty names.
struct WalkedFolder {
  std::string path;  ///< shown, relative, '/' separated
  std::string name;  ///< shown
  std::size_t parent = 0;
  int nested = 0;       ///< how many archives it lies in
  bool hidden = false;  ///< .git, __MACOSX: all below is auxiliary
};

/// A file, or something that cannot be one (then `code` says why, in Chinese with what to do).
struct WalkedEntry {
  std::string path;
  std::string name;
  std::filesystem::path disk;
  std::size_t folder = 0;
  std::uintmax_t bytes = 0;
  std::vector<Invoice> invoices;  ///< an XML that is an invoice: data
  bool unpacked = false;          ///< an archive: what it holds stands in a folder of its name
  std::string code;               ///< "evidence-link-outside" …; empty: a regular file
  std::string reason;
  std::string hint;
};

struct Walked {
  bool exists = false;
  std::vector<WalkedFolder> folders;
  std::vector<WalkedEntry> entries;
  bool truncated = false;  ///< more than kMaxEvidenceFiles: each folder keeps its first ones
};

Walked walk_evidence(const std::filesystem::path& folder, const ArchiveOpener& opener);

}  // namespace lvce
