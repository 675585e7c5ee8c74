#include <charconv>
#include <iostream>
#include <system_error>

#include "cli/commands.h"
#include "cli/print.h"
#include "prepare/prepare.h"
#include "rubric/rubric.h"
#include "support/files.h"
#include "support/unseen.h"
#include "workbook/workbook.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

/// The year in a rubric's id (shanxi-2021), which a new workbook starts with unless --year says another.
int year_of_id(const std::string& id) {
  const std::size_t dash = id.rfind('-');
  int year = 0;
  if (dash == std::string::npos) return 0;
  std::from_chars(id.data() + dash + 1, id.data() + id.size(), year);
  return year >= 1990 && year <= 2099 ? year : 0;
}

/// A rubric given as a file is not found by its id afterwards, unless it lies with the others.
bool is_listed(const std::string& id) {
  std::error_code error;
  return fs::is_regular_file(data_folder() / "rubrics" / (id + ".yaml"), error);
}

/// The older workbook, from a unit folder or a file.
ReadWorkbook read_earlier(const fs::path& from) {
  std::error_code error;
  if (fs::is_directory(from, error)) return read_unit_workbook(from, std::nullopt);
  return read_unit_workbook(from.parent_path(), from);
}

/// The rubric of the unit that the folder holds already, where it is another; empty: none.
std::string other_rubric(const fs::path& folder, const std::string& rubric) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) return {};
  const ReadWorkbook read = read_unit_workbook(folder, std::nullopt);
  if (!read.workbook) return {};
  const LoadedRubric theirs = load_rubric(read.workbook->unit.text("评价标准"), data_folder());
  return theirs.rubric && theirs.rubric->id != rubric ? theirs.rubric->id : "";
}

int list_choices(const fs::path& folder) {
  std::cerr << "还要写明按哪套评价标准，例如：lvce init " << (folder.empty() ? "某局" : visible_path(folder)) << " --rubric shanxi-2021\n可用的有：\n";
  for (const Rubric& rubric : list_rubrics(data_folder())) std::cerr << "  " << visible(rubric.id + "  " + rubric.title) << "\n";
  return kUsage;
}

void print_prepared(const Prepared& done, const fs::path& unit) {
  std::cout << "新建 " << done.created.size() << " 个文件，保留原有 " << done.kept.size() << " 个：" << visible_path(unit) << "\n";
  print_findings(std::cout, done.findings);
  std::cout << "接下来：\n"
               "  1. 用 WPS 或 Excel 打开 "
            << visible(done.workbook)
            << "，填写“单位信息”“年度基数”“能耗台账”“自评”（灰色格不用改，光标停在格上有提示）\n"
               "     有自己的能耗登记表的，“能耗台账”不必填：在单位文件夹里建“能耗”文件夹，把登记表放进去，运行 "
            << command_on("map", unit)
            << "\n"
               "  2. 把材料放进 佐证材料 里对应编号的文件夹，每个文件夹里的 说明.txt 写着要放什么；不知道归哪个编号的，直接放进 佐证材料，运行 "
            << command_on("sort", unit) << "，由程序提出归处；照片要写图说的，运行 " << command_on("captions", unit)
            << "\n"
               "  3. 运行 "
            << command_on("check", unit) << " 看还缺什么，运行 " << command_on("build", unit)
            << " 生成全部材料，再用 lvce verify 核对\n"
               "  4. 要由台账写公示表、分析报告，运行 "
            << command_on("papers", unit) << "；现场验收的一套，运行 " << command_on("print", unit) << " --for 验收\n";
}

/// All of it, or up to the first thing that cannot be written.
void prepare_unit(const fs::path& unit, const Rubric& rubric, const Years& years, const Workbook* earlier, Prepared& done) {
  if (!prepare_folder(unit, done)) return;
  prepare_workbook(unit, data_folder(), rubric, years, earlier, done);
  if (is_complete(done.findings)) prepare_evidence_folders(unit, rubric, years, done);
}

int refuse_prepared(Prepared& done) {
  take_back(done);
  refuse(done.findings, kNotWritten);
  std::cerr << "没有建成；这次新建的已经撤去，原有的文件未动\n";
  return kNotWritten;
}

}  // namespace

int run_init(const InitOptions& options) {
  if (options.rubric.empty()) return list_choices(options.folder);
  if (options.folder.empty()) {
    std::cerr << "没有写单位文件夹的名字，例如：lvce init 某局 --rubric " << visible(options.rubric) << "\n";
    return kUsage;
  }
  const LoadedRubric loaded = load_rubric(options.rubric, data_folder());
  if (!loaded.rubric) {
    print_findings(std::cerr, loaded.findings);
    return kUnusable;
  }
  if (const std::string other = other_rubric(options.folder, loaded.rubric->id); !other.empty()) {
    std::cerr << visible_path(options.folder) << " 里已经是按 " << other << " 填报的单位，没有新建；换标准请另建文件夹：lvce init 新文件夹 --rubric "
              << loaded.rubric->id << " --from " << visible_path(options.folder) << "\n";
    return kUsage;
  }
  std::optional<Workbook> earlier;
  if (options.from) {
    ReadWorkbook read = read_earlier(*options.from);
    if (!read.workbook) {
      print_findings(std::cerr, read.findings);
      return kUnusable;
    }
    earlier = std::move(read.workbook);
  }
  const Years years = default_years(*loaded.rubric, options.year != 0 ? options.year : year_of_id(loaded.rubric->id));
  Prepared done;
  prepare_unit(options.folder, *loaded.rubric, years, earlier ? &*earlier : nullptr, done);
  if (!is_complete(done.findings)) return refuse_prepared(done);
  print_prepared(done, options.folder);
  if (years.work == 0) std::cout << "标准代号里没有年度，台账里的评价年度、能耗年度等请自己填写（也可以删掉台账后加 --year 重新生成）\n";
  if (!is_listed(loaded.rubric->id)) {
    std::cout << "这套标准不在程序的 rubrics 文件夹里：以后运行 check、build 也要加 --rubric " << visible(options.rubric) << "，或把标准文件放进 "
              << visible_path(data_folder() / "rubrics") << "\n";
  }
  return kDone;
}

}  // namespace lvce
