#include <algorithm>
#include <exception>
#include <map>
#include <nlohmann/json.hpp>
#include <system_error>

#include "pack/pack.h"
#include "review/register/json_fields.h"
#include "review/report/report.h"
#include "support/files.h"
#include "support/text.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kReportAtMost = 64U << 20;
constexpr int kDepth = 3;
constexpr std::size_t kFilesAtMost = 100'000;
constexpr int kMostReports = 1000;

/// Files of a report by their digests; nothing where the list is not one, or leads out of the folder.
std::optional<std::map<std::string, std::string>> listed_files(const fs::path& report) {
  const auto text = read_file(report / kReportSums, kReportAtMost);
  if (!text) return std::nullopt;
  std::map<std::string, std::string> out;
  for (const std::string& line : split(*text, '\n')) {
    if (line.empty()) continue;
    constexpr std::size_t kDigest = 64, kGap = 2;
    if (line.size() <= kDigest + kGap || line.compare(kDigest, kGap, "  ") != 0 || out.size() == kFilesAtMost) return std::nullopt;
    const fs::path name(line.substr(kDigest + kGap));
    if (!name.is_relative() || std::any_of(name.begin(), name.end(), [](const fs::path& part) { return part == ".." || part == "."; })) return std::nullopt;
    out[name.string()] = line.substr(0, kDigest);
  }
  return out;
}

void refuse_report(const fs::path& report, std::string message, Findings& findings) {
  findings.push_back(Finding::error("review-report-altered", on_disk(report.string()), std::move(message), "请下级重新运行 lvce review report 后再报"));
}

/// Every listed file is there, no link, and whole.
bool is_whole(const fs::path& report, const std::map<std::string, std::string>& files, Findings& findings) {
  for (const auto& [name, digest] : files) {
    std::error_code error;
    if (fs::is_regular_file(fs::symlink_status(report / name, error)) && sha256_of_file(report / name) == digest) continue;
    refuse_report(report, "上报材料里的“" + name + "”缺失或被改动，整份没有接收", findings);
    return false;
  }
  return true;
}

/// 下级/<bureau>, or its next number; nothing: this very report is there.
std::optional<fs::path> free_report_folder(const fs::path& desk, const std::string& from, const fs::path& report) {
  const auto sums = sha256_of_file(report / kReportSums);
  for (int number = 1; number < kMostReports; ++number) {
    const fs::path folder = desk / kLowerFolder / (folder_name_of(from) + (number == 1 ? "" : "（" + std::to_string(number) + "）"));
    std::error_code error;
    if (!fs::exists(folder, error)) return folder;
    if (sha256_of_file(folder / kReportSums) == sums) return std::nullopt;
  }
  return std::nullopt;
}

void copy_report(const fs::path& report, const std::map<std::string, std::string>& files, const fs::path& target) {
  const fs::path stage = target.parent_path() / ("." + target.filename().string() + ".tmp");
  fs::remove_all(stage);
  const auto copy = [&](const std::string& name) {
    fs::create_directories((stage / name).parent_path());
    fs::copy_file(report / name, stage / name);
  };
  for (const auto& [name, digest] : files) copy(name);
  copy(kReportSums);
  fs::rename(stage, target);
}

/// Units of the report whose package is not the one that lies here.
std::vector<std::string> strange_units(const nlohmann::json& json, const Register& received) {
  std::vector<std::string> out;
  for (const nlohmann::json& unit : review_json::list(json, "units")) {
    const std::string name = review_json::text(unit, "unit"), digest = review_json::text(unit, "package_sha256");
    const bool known = std::any_of(received.received.begin(), received.received.end(),
                                   [&](const ReceivedPackage& package) { return package.about.name == name && package.package_sha256 == digest; });
    if (!known) out.push_back(name);
  }
  return out;
}

std::size_t count_sheets(const std::map<std::string, std::string>& files) {
  return static_cast<std::size_t>(std::count_if(
      files.begin(), files.end(), [](const auto& file) { return fs::path(file.first).extension() == ".xlsx" && !file.first.starts_with("结果/"); }));
}

}  // namespace

std::vector<fs::path> find_reports(const fs::path& inbox) {
  std::vector<fs::path> out;
  std::error_code error;
  if (fs::exists(inbox / kReportName, error)) out.push_back(inbox);
  for (fs::recursive_directory_iterator at(inbox, error), end; !error && at != end; at.increment(error)) {
    if (at.depth() >= kDepth) at.disable_recursion_pending();
    if (at->is_directory(error) && fs::exists(at->path() / kReportName, error)) out.push_back(at->path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::optional<TakenReport> take_report(const fs::path& report, const fs::path& desk, const Register& received, Findings& findings) {
  const auto files = listed_files(report);
  const auto bytes = read_file(report / kReportName, kReportAtMost);
  const nlohmann::json json = nlohmann::json::parse(bytes.value_or(""), nullptr, false);
  if (!files || !files->contains(kReportName) || !json.is_object() || review_json::text(json, "from").empty()) {
    refuse_report(report, std::string("不是完整的上报材料：") + kReportName + " 或 " + kReportSums + " 读不出来", findings);
    return std::nullopt;
  }
  if (!is_whole(report, *files, findings)) return std::nullopt;
  TakenReport out{review_json::text(json, "from"), count_sheets(*files), strange_units(json, received)};
  try {
    if (const auto folder = free_report_folder(desk, out.from, report)) {
      fs::create_directories(folder->parent_path());
      copy_report(report, *files, *folder);
    }
  } catch (const std::exception& error) {
    findings.push_back(Finding::error("review-not-written", on_disk((desk / kLowerFolder).string()), std::string("上报材料写不进去：") + error.what(),
                                      "请检查磁盘空间和文件夹权限"));
    return std::nullopt;
  }
  for (const std::string& unit : out.unknown)
    findings.push_back(Finding::warning("review-report-unit", on_disk(report.string()),
                                        "“" + out.from + "”上报的“" + unit + "”，这里没有收到同一份材料，它的核查表不能计入", "请收齐这个单位的材料再评分"));
  return out;
}

}  // namespace lvce
