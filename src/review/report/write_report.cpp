#include <algorithm>
#include <exception>
#include <nlohmann/json.hpp>
#include <system_error>

#include "pack/pack.h"
#include "review/lists/write_lists.h"
#include "review/report/report.h"
#include "review/score/returned.h"
#include "review/sheets/write_sheets.h"
#include "support/files.h"
#include "support/text.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;
using ReportJson = nlohmann::ordered_json;

constexpr const char* kDrawFolder = "抽查";

ReportJson report_points(const std::optional<Points>& points) { return points ? ReportJson(points->to_double()) : ReportJson(nullptr); }

ReportJson report_unit(const UnitResult& unit) {
  const ReceivedPackage& package = *unit.reviewed.package;
  ReportJson levels = ReportJson::array();
  for (const LevelReview& level : unit.reviewed.levels)
    levels.push_back({{"level", level.level}, {"total", report_points(level.total)}, {"missing", level.missing()}});
  return {{"unit", package.about.name},
          {"level", package.about.level},
          {"rubric", package.rubric},
          {"package_sha256", package.package_sha256},
          {"round", package.round},
          {"claimed", report_points(unit.reviewed.facts.claimed)},
          {"levels", std::move(levels)},
          {"final", report_points(unit.standing.final_points)},
          {"passed", unit.standing.passed ? ReportJson(*unit.standing.passed) : ReportJson(nullptr)}};
}

ReportJson report_sums(const ReportSource& source, const ReportJson& units) {
  const auto count = [&](auto is_one) { return std::count_if(units.begin(), units.end(), is_one); };
  return {{"roster", source.received.roster.size()},
          {"received", units.size()},
          {"missing", source.received.missing.size()},
          {"passed", count([](const ReportJson& unit) { return unit["passed"] == true; })},
          {"failed", count([](const ReportJson& unit) { return unit["passed"] == false; })},
          {"open", count([](const ReportJson& unit) { return unit["passed"].is_null(); })}};
}

std::string report_json(const ReportSource& source) {
  ReportJson units = ReportJson::array();
  for (const RubricResults& group : source.results.rubrics)
    for (const UnitResult& unit : group.units) units.push_back(report_unit(unit));
  for (const UnitResult& unit : source.results.unusable) units.push_back(report_unit(unit));
  ReportJson sums = report_sums(source, units);
  return ReportJson{{"schema", 1}, {"from", source.from}, {"sums", std::move(sums)}, {"units", std::move(units)}, {"missing", source.received.missing}}.dump(
             2) +
         "\n";
}

/// The sheets in which something was entered, and the files of 抽查/ and 结果/.
std::vector<std::string> files_to_report(const fs::path& desk) {
  std::vector<std::string> out;
  Findings told_elsewhere;
  for (const ReturnedSheet& sheet : read_returned_sheets(desk, told_elsewhere))
    if (!sheet.entries.empty() || sheet.refused) out.push_back(sheet.file);
  for (const char* folder : {kDrawFolder, kResultsFolder}) {
    std::error_code error;
    for (fs::directory_iterator at(desk / folder, error), end; !error && at != end; at.increment(error))
      if (at->is_regular_file(error) && !at->path().filename().string().starts_with(".")) out.push_back(at->path().lexically_relative(desk).string());
  }
  std::sort(out.begin(), out.end());
  return out;
}

void copy_into(const fs::path& desk, const std::string& file, const fs::path& stage, std::string& sums) {
  fs::create_directories((stage / file).parent_path());
  fs::copy_file(desk / file, stage / file, fs::copy_options::overwrite_existing);
  const auto digest = sha256_of_file(stage / file);
  if (!digest) throw fs::filesystem_error(file, std::make_error_code(std::errc::io_error));
  sums += *digest + "  " + file + "\n";
}

void fill_report(const ReportSource& source, const fs::path& stage) {
  std::string sums;
  const std::string json = report_json(source);
  for (const std::string& file : files_to_report(source.desk)) copy_into(source.desk, file, stage, sums);
  sums += sha256_of(json) + "  " + kReportName + "\n";
  if (!write_file(stage / kReportName, json) || !write_file(stage / kReportSums, sums))
    throw fs::filesystem_error(stage.string(), std::make_error_code(std::errc::no_space_on_device));
}

}  // namespace

bool write_report(const ReportSource& source, Findings& findings) {
  const fs::path target = source.desk / kReportFolder / folder_name_of(source.from);
  const fs::path stage = target.parent_path() / ("." + target.filename().string() + ".tmp");
  try {
    fs::remove_all(stage);
    fs::create_directories(stage);
    fill_report(source, stage);
    fs::remove_all(target);
    fs::rename(stage, target);
    return true;
  } catch (const std::exception& error) {
    std::error_code ignored;
    fs::remove_all(stage, ignored);
    findings.push_back(
        Finding::error("review-not-written", on_disk(target.string()), std::string("上报材料写不进去：") + error.what(), "请检查磁盘空间和文件夹权限"));
    return false;
  }
}

}  // namespace lvce
