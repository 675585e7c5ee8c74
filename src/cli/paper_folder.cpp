#include "cli/paper_folder.h"

#include <stdlib.h>

#include <system_error>
#include <utility>

#include "pack/exchange.h"
#include "pack/sums.h"
#include "support/files.h"
#include "support/text.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

const char* const kSums = "文稿校验.sha256";

void refuse(Findings& failures, const char* code, const fs::path& where, std::string message, std::string hint) {
  failures.push_back({code, Severity::error, where.string(), std::move(message), std::move(hint), ""});
}

bool is_there(const fs::path& path) {
  std::error_code error;
  return fs::exists(fs::symlink_status(path, error));
}

bool is_as_written(const fs::path& file, const Sums& sums) {
  std::error_code error;
  const auto known = sums.find(file.filename().string());
  return known != sums.end() && fs::is_regular_file(fs::symlink_status(file, error)) && sha256_of_file(file) == known->second;
}

}  // namespace

std::optional<PaperFolder> PaperFolder::open(const fs::path& target, Findings& failures) {
  PaperFolder folder;
  std::error_code error;
  folder.made_target_ = !is_there(target);
  fs::create_directories(target, error);
  std::string pattern = (target / ".lvce-papers-XXXXXX").string();
  if (!fs::is_directory(target, error) || ::mkdtemp(pattern.data()) == nullptr) {
    refuse(failures, "output-not-writable", target, "不能建立输出文件夹，或不能写入", "检查路径和权限，或用 -o 指定别处");
    return std::nullopt;
  }
  folder.target_ = target;
  folder.staging_ = pattern;
  return folder;
}

PaperFolder::PaperFolder(PaperFolder&& other) noexcept
    : target_(std::move(other.target_)), staging_(std::exchange(other.staging_, {})), made_target_(other.made_target_) {}

PaperFolder::~PaperFolder() {
  if (staging_.empty()) return;
  std::error_code ignored;
  fs::remove_all(staging_, ignored);
  if (made_target_) fs::remove(target_, ignored);  // only when empty
}

bool PaperFolder::may_write(const std::vector<std::string>& names, Findings& failures) const {
  const Sums sums = read_sums(target_, kSums).value_or(Sums());
  std::vector<std::string> foreign;
  for (const std::string& name : names) {
    if (is_there(target_ / name) && !is_as_written(target_ / name, sums)) foreign.push_back(name);
  }
  if (is_there(target_ / kSums) && !read_sums(target_, kSums)) foreign.push_back(kSums);
  if (foreign.empty()) return true;
  refuse(failures, "output-unknown-files", target_, "已有同名文件，不是本程序写的，或写出后改动过：" + join(foreign, "、"),
         "为免覆盖，未作任何改动；请把这些文件移到别处，或用 -o 指定别的文件夹");
  return false;
}

/// Papers of earlier runs stay known.
bool PaperFolder::write_sums(const std::vector<std::string>& names) const {
  Sums sums = read_sums(target_, kSums).value_or(Sums());
  for (const std::string& name : names) {
    const auto digest = sha256_of_file(staging_ / name);
    if (!digest) return false;
    sums[name] = *digest;
  }
  return write_file(staging_ / kSums, sums_to_text(sums));
}

/// Puts each new file in the place of the old one; at the first failure puts all back.
bool PaperFolder::exchange(const std::vector<std::string>& names) const {
  const fs::path aside = staging_ / "aside";
  std::error_code error;
  if (!fs::create_directory(aside, error)) return false;
  std::size_t done = 0;
  for (; done < names.size(); ++done) {
    const fs::path place = target_ / names[done];
    const bool old = is_there(place);
    if (old) fs::rename(place, aside / names[done], error);
    if (error) break;
    fs::rename(staging_ / names[done], place, error);
    if (!error) continue;
    std::error_code ignored;
    if (old) fs::rename(aside / names[done], place, ignored);
    break;
  }
  if (done == names.size()) return true;
  for (std::size_t i = 0; i < done; ++i) {
    const fs::path place = target_ / names[i];
    fs::remove(place, error);
    if (is_there(aside / names[i])) fs::rename(aside / names[i], place, error);
  }
  return false;
}

bool PaperFolder::commit(const std::vector<std::string>& names, Findings& failures) {
  if (!may_write(names, failures)) return false;
  std::vector<std::string> all = names;
  all.push_back(kSums);
  if (!write_sums(names) || !sync_tree(staging_) || !exchange(all)) {
    refuse(failures, "output-not-written", target_, "写不进去", "检查磁盘空间和文件夹权限后再运行；原有文件未动");
    return false;
  }
  made_target_ = false;
  return true;
}

}  // namespace lvce
