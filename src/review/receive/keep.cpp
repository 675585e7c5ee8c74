#include "review/receive/keep.h"

#include <algorithm>
#include <set>
#include <system_error>

#include "pack/pack.h"
#include "review/receive/changes.h"
#include "support/files.h"
#include "support/write_in_place.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

bool is_kept(const Arrival& arrival) { return !arrival.folder.empty() && !fs::path(arrival.folder).is_absolute(); }

std::string suffix_of(const Arrival& arrival) {
  const std::string round = arrival.round > 1 ? "（第" + std::to_string(arrival.round) + "轮）" : "";
  if (arrival.state == "double") return round + "（重复）";
  return arrival.state == "altered" ? round + "（不符）" : round;
}

/// A name that no other arrival has. What lies there without being recorded was left by a run that was killed.
std::string free_folder(const std::set<std::string>& taken, const Arrival& arrival) {
  const std::string wanted = std::string(kArrivedFolder) + "/" + folder_name_of(arrival.unit) + suffix_of(arrival);
  std::string name = wanted;
  for (int number = 2; taken.contains(name); ++number) name = wanted + std::to_string(number);
  return name;
}

/// What was counted of the unit in the last round before this one.
const Arrival* before(const DeskRecord& record, const Arrival& arrival) {
  const Arrival* found = nullptr;
  if (arrival.round == 1) return found;
  for (const Arrival& other : record.arrivals) {
    const bool earlier = other.unit == arrival.unit && other.round < arrival.round && (other.state == "ok" || other.state == "late");
    if (earlier && is_kept(other) && (found == nullptr || other.round > found->round)) found = &other;
  }
  return found;
}

bool move_in(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::create_directories(to.parent_path(), error);
  fs::remove_all(to, error);
  fs::rename(from, to, error);
  return !error;
}

std::string number_of_changed(const fs::path& desk, const fs::path& name) {
  std::error_code error;
  for (int number = 1;; ++number) {
    const std::string aside = name.stem().string() + "（改动过" + std::to_string(number) + "）" + name.extension().string();
    if (!fs::exists(fs::symlink_status(desk / aside, error))) return aside;
  }
}

}  // namespace

bool keep_packages(DeskRecord& record, const fs::path& desk, const fs::path& scratch, Findings& findings) {
  std::set<std::string> taken;
  for (const Arrival& arrival : record.arrivals) taken.insert(arrival.folder);
  for (Arrival& arrival : record.arrivals) {
    if (arrival.folder.empty() || is_kept(arrival)) continue;
    const fs::path from = arrival.folder;
    const std::string to = free_folder(taken, arrival);
    taken.insert(to);
    if (from.native().starts_with(scratch.native()) && move_in(from, desk / to)) {
      arrival.folder = to;
      if (const Arrival* const first = before(record, arrival)) arrival.changes = changes_since(*first, desk / first->folder, arrival, desk / to);
      continue;
    }
    findings.push_back(Finding::error("review-not-written", on_disk((desk / to).string()), "材料放不进去", "请检查磁盘空间和文件夹权限"));
    return false;
  }
  return true;
}

bool keep_sheet(DeskRecord& record, const fs::path& desk, const std::string& name, std::string_view bytes, Findings& findings) {
  const fs::path file = desk / name;
  std::error_code error;
  const auto there = sha256_of_file(file);
  const auto ours = record.written.find(name);
  const std::string digest = sha256_of(bytes);
  if (there && *there != digest && (ours == record.written.end() || ours->second != *there)) {
    const std::string aside = number_of_changed(desk, name);
    fs::rename(file, desk / aside, error);
    findings.push_back(Finding::note("review-sheet-kept", on_disk(name), "这个文件改动过，已另存为“" + aside + "”"));
  }
  record.written[name] = digest;
  if (!error && (there == digest || write_in_place(file, bytes))) return true;
  findings.push_back(Finding::error("review-not-written", on_disk(file.string()), "写不进去", "请关闭正在打开它的程序，检查磁盘空间和文件夹权限"));
  return false;
}

}  // namespace lvce
