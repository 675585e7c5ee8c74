#include "review/register/standards.h"

#include <algorithm>
#include <utility>

#include "support/files.h"
#include "support/write_in_place.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

constexpr const char* kStandardsFolder = "标准";
constexpr std::uintmax_t kStandardAtMost = 1U << 20;

bool is_plain_id(const std::string& id) {
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_'; };
  return !id.empty() && id.size() <= 100 && std::all_of(id.begin(), id.end(), plain);
}

bool not_kept(const fs::path& file, Findings& findings) {
  findings.push_back(Finding::error("review-not-written", on_disk(file.string()), "写不进去", "请检查磁盘空间和文件夹权限"));
  return false;
}

/// The first free name for what was there: 标准/旧/shanxi-2021（1）.yaml.
fs::path name_kept_aside(const fs::path& folder, const std::string& id) {
  std::error_code error;
  for (int number = 1;; ++number) {
    const fs::path name = folder / (id + "（" + std::to_string(number) + "）.yaml");
    if (!fs::exists(fs::symlink_status(name, error))) return name;
  }
}

bool keep_one(const fs::path& from, const std::string& id, const fs::path& desk, Findings& findings) {
  const fs::path folder = desk / kStandardsFolder;
  const fs::path to = folder / (id + ".yaml");
  const auto bytes = read_file(from, kStandardAtMost);
  const auto there = read_file(to, kStandardAtMost);
  if (bytes && bytes == there) return true;
  std::error_code error;
  fs::create_directories(there ? folder / "旧" : folder, error);
  if (there && !error) fs::rename(to, name_kept_aside(folder / "旧", id), error);
  return bytes && !error && write_in_place(to, *bytes) ? true : not_kept(to, findings);
}

}  // namespace

std::vector<fs::path> own_standards(const fs::path& desk) {
  std::vector<fs::path> out;
  std::error_code error;
  for (fs::directory_iterator at(desk / kStandardsFolder, error), end; !error && at != end; at.increment(error))
    if (at->path().extension() == ".yaml" && at->is_regular_file(error)) out.push_back(at->path());
  std::sort(out.begin(), out.end());
  return out;
}

bool keep_standards(const std::vector<std::string>& named, const fs::path& data, const fs::path& desk, Findings& findings) {
  std::vector<std::pair<fs::path, std::string>> files;
  for (const std::string& name : named) {
    LoadedRubric loaded = load_rubric(name, data);
    if (!loaded.rubric) {
      append(findings, std::move(loaded.findings));
      continue;
    }
    std::error_code error;
    const fs::path installed = data / "rubrics" / (loaded.rubric->id + ".yaml");
    files.emplace_back(fs::is_regular_file(name, error) ? fs::path(name) : installed, loaded.rubric->id);
  }
  if (files.size() != named.size()) return false;
  return std::all_of(files.begin(), files.end(), [&](const auto& file) { return keep_one(file.first, file.second, desk, findings); });
}

BureauStandards::BureauStandards(fs::path data, const std::vector<fs::path>& own) : data_(std::move(data)) {
  for (const fs::path& file : own) {
    LoadedRubric loaded = load_rubric_file(file, data_);
    if (!loaded.rubric) {
      append(findings_, std::move(loaded.findings));
      continue;
    }
    const std::string id = loaded.rubric->id;
    known_[id].rubric = std::make_unique<Rubric>(std::move(*loaded.rubric));
  }
}

BureauStandards::Known& BureauStandards::known(const std::string& id) {
  const auto [place, added] = known_.try_emplace(id);
  if (!added) return place->second;
  LoadedRubric loaded;
  if (is_plain_id(id)) loaded = load_rubric_file(data_ / "rubrics" / (id + ".yaml"), data_);
  if (loaded.rubric && loaded.rubric->id == id) place->second.rubric = std::make_unique<Rubric>(std::move(*loaded.rubric));
  else
    place->second.findings.push_back(Finding::error("unit-rubric-unknown", in_file(id), "本机没有评价标准“" + id + "”，这些单位不能核查计分",
                                                    "用 lvce review receive --rubric 指定这套标准的文件，再运行一次"));
  return place->second;
}

const Rubric* BureauStandards::find(const std::string& id) { return known(id).rubric.get(); }

const Rubric* BureauStandards::find(const std::string& id, Findings& findings) {
  append(findings, std::exchange(findings_, {}));
  Known& one = known(id);
  append(findings, std::exchange(one.findings, {}));
  return one.rubric.get();
}

}  // namespace lvce
