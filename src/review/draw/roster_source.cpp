#include "review/draw/roster_source.h"

#include <algorithm>
#include <array>
#include <utility>

#include "roster/roster.h"
#include "support/files.h"
#include "support/text.h"
#include "workbook/csv/csv.h"

namespace lvce {
namespace {

constexpr std::uintmax_t kTextAtMost = 32U << 20;
constexpr std::array kShortNames = {std::pair{"level", "单位层级"}, std::pair{"category", "单位类别"}, std::pair{"department", "归口部门"}};

std::vector<DrawCandidate> units_of_lines(const std::string& text, const std::string& file) {
  std::vector<DrawCandidate> units;
  int line = 0;
  for (const std::string& raw : split(text, '\n')) {
    ++line;
    if (const std::string name = trim(raw); !name.empty()) units.push_back({name, "", in_lines(file, line)});
  }
  return units;
}

std::optional<std::vector<DrawCandidate>> read_plain_roster(const std::filesystem::path& path, const std::string& file, const std::string& by,
                                                            Findings& findings) {
  const auto bytes = read_file(path, kTextAtMost);
  const auto text = bytes ? formats::csv_text(*bytes) : std::nullopt;
  if (!text) {
    findings.push_back(Finding::error("draw-roster-unread", in_file(file), "读不到这个文件，或它不是文字", "请检查路径和权限"));
    return std::nullopt;
  }
  if (!by.empty()) {
    findings.push_back(Finding::error("draw-no-column", in_file(file), "每行只有单位名称，没有“" + by + "”，不能分层", "请用带“" + by + "”一列的名单"));
    return std::nullopt;
  }
  return units_of_lines(*text, file);
}

std::string stratum_in(const Register& desk, const ReviewUnit& unit, const std::string& by) {
  if (by == "单位层级") return unit.level;
  if (by == "单位类别") return unit.category;
  if (by == "归口部门") return unit.department;
  if (by != "评价标准") return "";
  for (const ReceivedPackage& package : desk.received)
    if (package.about.name == unit.name) return package.rubric;
  return "";
}

}  // namespace

std::string stratum_column(const std::string& by) {
  const std::string plain = without_space(by);
  for (const auto& [name, column] : kShortNames)
    if (plain == name) return column;
  return plain;
}

std::optional<std::vector<DrawCandidate>> read_draw_roster(const std::filesystem::path& path, const std::string& by, Findings& findings) {
  const std::string file = path.filename().string();
  if (path.extension() == ".txt") return read_plain_roster(path, file, by, findings);
  ReadRoster read = read_roster(path);
  append(findings, std::move(read.findings));
  if (!read.roster || has_error(findings)) return std::nullopt;
  const std::vector<std::string>& headers = read.roster->headers;
  if (!by.empty() && std::find(headers.begin(), headers.end(), by) == headers.end()) {
    findings.push_back(Finding::error("draw-no-column", in_file(file), "没有“" + by + "”这一列，不能分层", "这份名单有：" + join(headers, "、")));
    return std::nullopt;
  }
  std::vector<DrawCandidate> units;
  for (const RosterUnit& unit : read.roster->units) units.push_back({unit.name, by.empty() ? "" : unit.column(by), read.roster->place_of(unit)});
  return units;
}

std::optional<std::vector<DrawCandidate>> draw_roster_of(const Register& desk, const std::string& by, Findings& findings) {
  const std::vector<std::string> known = {"", "单位层级", "单位类别", "归口部门", "评价标准"};
  if (std::find(known.begin(), known.end(), by) == known.end()) {
    findings.push_back(
        Finding::error("draw-no-column", in_file(kRegisterName), "没有“" + by + "”，不能分层", "可以用：单位层级、单位类别、归口部门、评价标准"));
    return std::nullopt;
  }
  std::vector<DrawCandidate> units;
  for (const ReviewUnit& unit : units_to_draw(desk)) units.push_back({unit.name, stratum_in(desk, unit, by), in_file(kRegisterName)});
  return units;
}

}  // namespace lvce
