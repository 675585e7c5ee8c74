#include "review/draw/roster_source.h"

#include <array>
#include <utility>

#include "review/table/named_table.h"
#include "support/files.h"
#include "support/text.h"
#include "workbook/csv/csv.h"

namespace lvce {
namespace {

constexpr std::uintmax_t kTextAtMost = 32U << 20;
constexpr const char* kNameColumn = "单位名称";
constexpr std::array kShortNames = {std::pair{"level", "单位层级"}, std::pair{"category", "单位类别"}, std::pair{"department", "归口部门"}};

std::vector<RosterUnit> units_of_lines(const std::string& text, const std::string& file) {
  std::vector<RosterUnit> units;
  int line = 0;
  for (const std::string& raw : split(text, '\n')) {
    ++line;
    if (const std::string name = trim(raw); !name.empty()) units.push_back({name, "", in_lines(file, line)});
  }
  return units;
}

std::optional<std::vector<RosterUnit>> read_plain_roster(const std::filesystem::path& path, const std::string& file, const std::string& by,
                                                         Findings& findings) {
  const auto bytes = read_file(path, kTextAtMost);
  const auto text = bytes ? formats::csv_text(*bytes) : std::nullopt;
  if (!text) {
    findings.push_back(Finding::error("table-not-read", in_file(file), "读不到这个文件，或它不是文字", "请检查路径和权限"));
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

std::optional<std::vector<RosterUnit>> read_draw_roster(const std::filesystem::path& path, const std::string& by, const std::filesystem::path& worker,
                                                        Findings& findings) {
  const std::string file = path.filename().string();
  if (path.extension() == ".txt") return read_plain_roster(path, file, by, findings);
  const auto table = NamedTable::read(path, file, kNameColumn, worker, findings);
  if (!table) return std::nullopt;
  if (!by.empty() && !table->has(by)) {
    findings.push_back(Finding::error("draw-no-column", in_file(file), "没有“" + by + "”这一列，不能分层", "这份名单有：" + join(table->column_names(), "、")));
    return std::nullopt;
  }
  std::vector<RosterUnit> units;
  for (const int row : table->rows()) {
    const std::string name = table->text(row, kNameColumn);
    if (name.empty()) {
      findings.push_back(Finding::error("draw-name-blank", table->place(row, kNameColumn), "这一行有内容，但没有单位名称", "请补上，或删去这一行"));
      continue;
    }
    units.push_back({name, by.empty() ? "" : table->text(row, by), table->place(row, kNameColumn)});
  }
  if (has_error(findings)) return std::nullopt;
  return units;
}

std::optional<std::vector<RosterUnit>> draw_roster_of(const Register& desk, const std::string& by, Findings& findings) {
  const std::vector<std::string> known = {"", "单位层级", "单位类别", "归口部门", "评价标准"};
  if (std::find(known.begin(), known.end(), by) == known.end()) {
    findings.push_back(
        Finding::error("draw-no-column", in_file(kRegisterName), "没有“" + by + "”，不能分层", "可以用：单位层级、单位类别、归口部门、评价标准"));
    return std::nullopt;
  }
  std::vector<RosterUnit> units;
  for (const ReviewUnit& unit : units_to_draw(desk)) units.push_back({unit.name, stratum_in(desk, unit, by), in_file(kRegisterName)});
  return units;
}

}  // namespace lvce
