#include "prepare/prepare.h"

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "prepare/sheet_template.h"
#include "prepare/template_rows.h"
#include "prepare/workbook_file.h"
#include "support/new_file.h"
#include "support/system_words.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

const char* const kWorkbook = "台账.xlsx";

/// Name of a workbook that already lies in the folder, 台账.xlsx before others; empty when there is none. A folder, a link that leads nowhere and an
/// empty file are none.
std::string present_workbook(const fs::path& unit) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator at(unit, error), end; !error && at != end; at.increment(error)) {
    const std::string name = at->path().filename().string();
    std::error_code unread;
    const bool file = at->is_regular_file(unread) && at->file_size(unread) > 0;
    if (at->path().extension() == ".xlsx" && !name.starts_with("~$") && !name.starts_with(".") && file) names.push_back(name);
  }
  if (names.empty() || std::find(names.begin(), names.end(), kWorkbook) != names.end()) return names.empty() ? "" : kWorkbook;
  return *std::min_element(names.begin(), names.end());
}

void fail(Prepared& done, const std::string& where, const std::string& message, const std::string& hint = "请检查文件夹权限和磁盘空间") {
  done.findings.push_back(Finding::error("output-not-written", on_disk(where), message, hint));
}

}  // namespace

bool prepare_folder(const fs::path& unit, Prepared& done) {
  std::error_code error;
  std::vector<fs::path> missing;
  for (fs::path at = fs::absolute(unit, error).lexically_normal(); !error && !fs::exists(at, error) && at.has_relative_path(); at = at.parent_path())
    missing.push_back(at);
  fs::create_directories(unit, error);
  for (auto at = missing.rbegin(); at != missing.rend(); ++at)
    if (std::error_code unread; fs::is_directory(*at, unread)) done.made.push_back(*at);
  if (!error && fs::is_directory(unit, error)) return true;
  fail(done, unit.string(), error ? "不能建立文件夹：" + system_words(error) : "已有同名的文件，不是文件夹", "请检查路径、权限和磁盘空间");
  return false;
}

void take_back(Prepared& done) {
  std::error_code ignored;
  for (auto at = done.made.rbegin(); at != done.made.rend(); ++at) fs::remove(*at, ignored);  // folders only when nothing is in them
  done.made.clear();
  done.created.clear();
}

Years default_years(const Rubric& rubric, int year) {
  if (year == 0) return {};
  const int energy = year + rubric.energy_year_offset;
  return {year, energy, energy - 1, year + rubric.form_year_offset};
}

void prepare_workbook(const fs::path& unit, const fs::path& data, const Rubric& rubric, const Years& years, const Workbook* earlier, Prepared& done) {
  if (const std::string present = present_workbook(unit); !present.empty()) {
    done.kept.push_back(present);
    done.workbook = present;
    return;
  }
  std::error_code error;
  if (fs::exists(fs::symlink_status(unit / kWorkbook, error)))
    return fail(done, kWorkbook, "已有这个名字，却不是可用的文件（空文件、文件夹或失效的链接），没有新建", "请移走或改名后再运行");
  std::string problem;
  const auto templates = load_sheet_templates(data / "templates" / "workbook.yaml", problem);
  if (!templates) return fail(done, "templates/workbook.yaml", "模板有错：" + problem);
  const FillContext context{rubric, years, earlier};
  std::vector<FilledSheet> sheets;
  for (const SheetTemplate& sheet : *templates) sheets.push_back({&sheet, rows_of_sheet(sheet, context)});
  const auto bytes = workbook_bytes(sheets);
  if (!bytes) return fail(done, kWorkbook, "做不成工作簿：" + system_words(errno), "请检查临时文件夹（TMPDIR）的空间和权限，以及内存");
  if (write_new_file(unit / kWorkbook, *bytes) != NewFile::made) return fail(done, kWorkbook, "写不进去：" + system_words(errno));
  done.created.push_back(kWorkbook);
  done.made.push_back(unit / kWorkbook);
  done.workbook = kWorkbook;
  for (const std::string& line : left_behind(context))
    done.findings.push_back(Finding::warning("not-carried-over", in_file("原台账"), line, "需要的话请手工填写"));
}

}  // namespace lvce
