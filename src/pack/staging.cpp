#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <set>
#include <system_error>
#include <utility>
#include <vector>

#include "pack/exchange.h"
#include "pack/names.h"
#include "pack/pack.h"
#include "pack/sums.h"
#include "support/files.h"
#include "support/system_words.h"
#include "support/text.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kKeyDigits = 12;
constexpr std::size_t kNamedAtMost = 5;
constexpr int kLockTries = 20;

void refuse(Findings& findings, const char* code, const fs::path& where, std::string message, std::string hint) {
  findings.push_back(Finding::error(code, on_disk(where.string()), std::move(message), std::move(hint)));
}

/// No package: papers, or a set to print.
bool is_of_papers(const std::string& sums_name) { return sums_name != kSumsName; }

/// Paths below the target that the tool did not write; of papers and 可编辑/, which are there to be filled in, also those changed since.
std::vector<std::string> unknown_files(const fs::path& target, const std::string& sums_name, const Sums& taken) {
  const bool papers = is_of_papers(sums_name);
  std::set<std::string> known = {kResultName, kSumsName, kZipName, kZipSumName};
  if (papers) known = {sums_name};
  const Sums sums = read_sums(target, sums_name).value_or(Sums());
  for (const auto& [name, digest] : sums) known.insert(name);
  std::vector<std::string> out;
  for (const std::string& name : list_package(target)) {
    const fs::path file = package_file(target, name);
    if (const auto one = taken.find(name); one != taken.end() && !file.empty() && sha256_of_file(file) == one->second) continue;
    const bool changed = (papers || is_editable_path(name)) && sums.contains(name) && sha256_of_file(file) != sums.at(name);
    if (!known.contains(name) || file.empty() || changed) out.push_back(name);
  }
  return out;
}

/// Whether the target may be replaced; says why not.
bool may_replace(const fs::path& target, const std::string& sums_name, const Sums& taken, Findings& findings) {
  std::error_code error;
  const fs::file_status status = fs::symlink_status(target, error);
  if (!fs::exists(status)) return true;
  if (!fs::is_directory(status)) {
    refuse(findings, "output-not-a-folder", target, "已有同名的文件或链接，不能作为输出文件夹", "移走或改名后再运行");
    return false;
  }
  std::vector<std::string> unknown = unknown_files(target, sums_name, taken);
  if (unknown.empty()) return true;
  const std::size_t count = unknown.size();
  if (count > kNamedAtMost) unknown.resize(kNamedAtMost);
  refuse(findings, "output-unknown-files", target,
         "里面有本程序不认识，或写出后改动过的文件：" + join(unknown, "、") + (count > kNamedAtMost ? " 等 " + std::to_string(count) + " 个" : ""),
         is_of_papers(sums_name) ? "为免覆盖，未作任何改动；请把这些文件移到别处，或用 -o 指定别的文件夹"
                                 : "为免覆盖，未作任何改动；请把这些文件移到别处（盖章扫描件放入单位文件夹的“盖章件”，改过的 Word 文件请另存）再运行");
  return false;
}

/// An exclusive lock on the file, on the very file that the path names; -1 and errno when it cannot be had.
int lock_path(const fs::path& path) {
  for (int tries = 0;; ++tries) {
    const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);
    if (fd < 0) return -1;
    const bool lockable = ::flock(fd, LOCK_EX | LOCK_NB) == 0;
    if (!lockable && errno == EWOULDBLOCK) {
      ::close(fd);
      errno = EWOULDBLOCK;
      return -1;
    }
    // Some network file systems know no locks, or give a file another number each time: go on. Otherwise the last holder may have removed
    // the file meanwhile: try again.
    if (tries == kLockTries) return fd;
    struct stat held {};
    struct stat named {};
    if (!lockable || (::fstat(fd, &held) == 0 && ::stat(path.c_str(), &named) == 0 && held.st_ino == named.st_ino && held.st_dev == named.st_dev)) return fd;
    ::close(fd);
  }
}

/// What all that a run keeps in OUT for one package is called by.
std::string key_of(const std::string& name) { return ".lvce-" + sha256_of(name).substr(0, kKeyDigits); }

void remove_quietly(const fs::path& path) {
  std::error_code ignored;
  fs::remove_all(path, ignored);
}

}  // namespace

std::optional<Staging> Staging::open(const fs::path& out, const std::string& unit_name, Findings& findings) {
  return open_at(out, folder_name_of(unit_name), kSumsName, findings);
}

std::optional<Staging> Staging::open_papers(const fs::path& folder, Findings& findings, Sums taken) {
  return open_folder(folder, kPaperSumsName, findings, std::move(taken));
}

std::optional<Staging> Staging::open_printed(const fs::path& folder, Findings& findings) { return open_folder(folder, kPrintSumsName, findings); }

std::optional<Staging> Staging::open_folder(const fs::path& folder, const char* sums_name, Findings& findings, Sums taken) {
  std::error_code error;
  const fs::path target = fs::weakly_canonical(fs::absolute(folder, error) / ".", error);
  const fs::path plain = target.filename().empty() ? target.parent_path() : target;
  return open_at(plain.parent_path(), plain.filename().string(), sums_name, findings, std::move(taken));
}

void Staging::tidy(const fs::path& out, const std::string& unit_name) {
  const std::string name = folder_name_of(unit_name);
  const fs::path work = out / key_of(name);
  const fs::path lock = out / (key_of(name) + ".lock");
  std::error_code error;
  if (!fs::exists(work, error) && !fs::exists(lock, error)) return;
  const int held = lock_path(lock);
  if (held < 0) return;
  if (recover_aside(out / name, work / "aside")) remove_quietly(work);
  ::unlink(lock.c_str());
  ::close(held);
}

std::optional<Staging> Staging::open_at(const fs::path& out, const std::string& name, const char* sums_name, Findings& findings, Sums taken) {
  const std::string key = key_of(name);
  std::error_code error;
  fs::create_directories(out, error);
  if (!fs::is_directory(out, error)) {
    refuse(findings, "output-not-writable", out, "不能建立输出文件夹", "检查路径和权限，或用 -o 指定别处");
    return std::nullopt;
  }
  Staging staging;
  staging.sums_name_ = sums_name;
  staging.taken_ = std::move(taken);
  staging.target_ = out / name;
  staging.lock_file_ = out / (key + ".lock");
  staging.lock_ = lock_path(staging.lock_file_);
  if (staging.lock_ < 0) {
    const bool busy = errno == EWOULDBLOCK;
    refuse(findings, busy ? "output-busy" : "output-not-writable", staging.target_,
           busy ? "另一个正在运行的本程序在写同一个输出文件夹" : std::string("输出文件夹不能写入：") + system_words(errno),
           busy ? "等它完成后再运行" : "检查权限和磁盘空间，或用 -o 指定别处");
    return std::nullopt;
  }
  staging.work_ = out / key;
  const fs::path aside = staging.work_ / "aside";
  if (!recover_aside(staging.target_, aside)) {
    staging.work_.clear();  // it holds the only whole package: keep it
    refuse(findings, "output-not-recovered", aside, "上次运行中断，原有材料暂存在此，未能放回", "手工把该文件夹移回“" + name + "”后再运行");
    return std::nullopt;
  }
  if (!may_replace(staging.target_, sums_name, staging.taken_, findings)) return std::nullopt;
  remove_quietly(staging.work_);
  staging.folder_ = staging.work_ / "package";
  staging.scratch_ = staging.work_ / "scratch";
  if (!fs::create_directory(staging.work_, error) || !fs::create_directory(staging.folder_, error) || !fs::create_directory(staging.scratch_, error)) {
    refuse(findings, "output-not-writable", out, "输出文件夹不能写入：" + system_words(error), "检查权限和磁盘空间，或用 -o 指定别处");
    return std::nullopt;
  }
  return staging;
}

Staging::Staging(Staging&& other) noexcept
    : folder_(std::move(other.folder_)),
      target_(std::move(other.target_)),
      scratch_(std::move(other.scratch_)),
      work_(std::exchange(other.work_, {})),
      lock_file_(std::move(other.lock_file_)),
      lock_(std::exchange(other.lock_, -1)),
      sums_name_(other.sums_name_),
      taken_(std::move(other.taken_)) {}

Staging& Staging::operator=(Staging&& other) noexcept {
  std::swap(folder_, other.folder_);
  std::swap(target_, other.target_);
  std::swap(scratch_, other.scratch_);
  std::swap(work_, other.work_);
  std::swap(lock_file_, other.lock_file_);
  std::swap(lock_, other.lock_);
  std::swap(sums_name_, other.sums_name_);
  std::swap(taken_, other.taken_);
  return *this;
}

Staging::~Staging() {
  if (!work_.empty() && lock_ >= 0) remove_quietly(work_);
  if (lock_ < 0) return;
  ::unlink(lock_file_.c_str());  // while held: who waits for it notices that the path names another file
  ::close(lock_);
}

bool Staging::commit(Findings& findings) {
  if (!may_replace(target_, sums_name_, taken_, findings)) return false;  // files may have come while we worked
  if (!sync_tree(folder_)) {
    refuse(findings, "output-not-written", target_, std::string("写入磁盘失败：") + system_words(errno), "检查磁盘空间后再运行；原有材料未动");
    return false;
  }
  if (!put_in_place(folder_, target_, work_ / "aside")) {
    if (!recover_aside(target_, work_ / "aside")) work_.clear();  // the only whole package lies there: the next open puts it back
    refuse(findings, "output-not-written", target_, std::string("不能替换原有材料：") + system_words(errno), "关闭正在打开的文件后再运行；原有材料未动");
    return false;
  }
  sync_folder(target_.parent_path());
  return true;
}

}  // namespace lvce
