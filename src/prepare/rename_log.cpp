#include "prepare/rename_log.h"

#include <fcntl.h>
#include <stdio.h>

#include <algorithm>
#include <system_error>

#include "support/files.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongestEnding = 8;

/// Where ".pdf" begins; the end where the name has no ending ("2.1.1 通知": what stands behind a number's full stop is none).
std::size_t begin_of_ending(const std::string& path) {
  const std::size_t dot = path.rfind('.');
  if (dot == std::string::npos || path.find('/', dot) != std::string::npos) return path.size();
  const std::string ending = path.substr(dot + 1);
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const bool plain = std::all_of(ending.begin(), ending.end(), [&](char c) { return is_letter(c) || (c >= '0' && c <= '9'); });
  return plain && ending.size() <= kLongestEnding && std::any_of(ending.begin(), ending.end(), is_letter) ? dot : path.size();
}

}  // namespace

std::string free_path(const fs::path& evidence, const std::string& path) {
  const std::size_t end = begin_of_ending(path);
  std::string out = path;
  std::error_code error;
  for (int i = 2; fs::exists(fs::symlink_status(evidence / out, error)); ++i) out = path.substr(0, end) + "（" + std::to_string(i) + "）" + path.substr(end);
  return out;
}

bool rename_to_free_name(const fs::path& from, const fs::path& to) { return ::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0; }

std::optional<RenameRound> RenameRound::begin(const fs::path& evidence, int round) {
  auto renames = read_renames(evidence / kRenameRecord);
  if (!renames) return std::nullopt;
  int last = 0;
  for (const Rename& rename : *renames) last = std::max(last, rename.round);
  return RenameRound(evidence, std::move(*renames), std::max(round, last + 1));
}

bool RenameRound::note(Rename rename) {
  renames_.push_back(std::move(rename));
  if (write_renames(evidence_ / kRenameRecord, renames_)) return true;
  renames_.pop_back();
  return false;
}

void RenameRound::forget() {
  renames_.pop_back();
  write_renames(evidence_ / kRenameRecord, renames_);
}

Renamed RenameRound::make_folder(const std::string& folder) {
  std::error_code error;
  if (fs::is_directory(evidence_ / folder, error)) return Renamed::done;
  if (!note({round_, "", folder + "/", ""})) return Renamed::not_logged;
  if (fs::create_directory(evidence_ / folder, error)) return Renamed::done;
  forget();
  return Renamed::not_renamed;
}

Renamed RenameRound::rename(const std::string& from, const std::string& to) {
  if (!note({round_, from, to, sha256_of_file(evidence_ / from).value_or("")})) return Renamed::not_logged;
  if (rename_to_free_name(evidence_ / from, evidence_ / to)) return Renamed::done;
  forget();
  return Renamed::not_renamed;
}

}  // namespace lvce
