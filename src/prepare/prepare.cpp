#include "prepare/prepare.h"

#include <system_error>

#include <unistd.h>

#include "prepare/sheet_template.h"
#include "prepare/template_rows.h"
#include "prepare/workbook_file.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

const char* const kWorkbook = "台账.xlsx";

/// Name of a workbook that already lies in the folder; empty when there is none.
std::string present_workbook(const fs::path& unit) {
  std::error_code error;
  for (fs::directory_iterator at(unit, error), end; !error && at != end; at.increment(error)) {
    const std::string name = at->path().filename().string();
    if (at->path().extension() == ".xlsx" && !name.starts_with("~$") && !name.starts_with(".")) return name;
  }
  return "";
}

void fail(Prepared& done, const std::string& where, const std::string& message) {
  done.findings.push_back(Finding::error("output-not-written", on_disk(where), message, "请检查文件夹权限和磁盘空间"));
}

/// Writes beside its place and then links it there, so that nothing that exists is ever overwritten.
bool write_new_file(const fs::path& file, const std::vector<FilledSheet>& sheets) {
  const fs::path beside = file.parent_path() / (".lvce-" + std::to_string(::getpid()) + ".xlsx");
  const bool written = write_workbook_file(beside, sheets) && ::link(beside.c_str(), file.c_str()) == 0;
  std::error_code ignored;
  fs::remove(beside, ignored);
  return written;
}

}  // namespace

Years default_years(const Rubric& rubric, int year) {
  if (year == 0) return {};
  const int energy = year + rubric.energy_year_offset;
  return {year, energy, energy - 1, year + rubric.form_year_offset};
}

void prepare_workbook(const fs::path& unit, const fs::path& data, const Rubric& rubric, const Years& years, const Workbook* earlier, Prepared& done) {
  if (const std::string present = present_workbook(unit); !present.empty()) {
    done.kept.push_back(present);
    return;
  }
  std::string problem;
  const auto templates = load_sheet_templates(data / "templates" / "workbook.yaml", problem);
  if (!templates) return fail(done, "templates/workbook.yaml", "模板有错：" + problem);
  const FillContext context{rubric, years, earlier};
  std::vector<FilledSheet> sheets;
  for (const SheetTemplate& sheet : *templates) sheets.push_back({&sheet, rows_of_sheet(sheet, context)});
  if (!write_new_file(unit / kWorkbook, sheets)) return fail(done, kWorkbook, "写不进去");
  done.created.push_back(kWorkbook);
  for (const std::string& line : left_behind(context))
    done.findings.push_back(Finding::warning("not-carried-over", in_file("原台账"), line, "需要的话请手工填写"));
}

}  // namespace lvce
