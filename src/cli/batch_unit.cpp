#include "cli/batch_unit.h"

#include <exception>
#include <system_error>

#include "cli/inputs.h"
#include "fleet/package_row.h"
#include "pack/pack.h"
#include "roster/roster.h"
#include "support/inside.h"
#include "workbook/workbook.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

BuildOptions build_options_of(const UnitTask& task, const BatchGround& ground) {
  const BatchOptions& batch = ground.options;
  BuildOptions options;
  options.unit = task.folder;
  options.out = batch.out;
  options.rubric = batch.rubric.empty() ? task.rubric : batch.rubric;
  options.date = batch.date;
  options.quiet = true;
  options.shelf = ground.shelf;
  options.workers = 1;  // units run side by side instead
  if (!task.shared.empty()) options.shared = task.shared;
  if (!task.figures_of.empty()) options.figures = FiguresFrom{task.figures_of, task.figures};
  return options;
}

/// Why a unit whose workbook was read is not built; nothing: it is.
std::optional<Finding> wrong_name(const UnitTask& task, const std::string& name, const std::string& file) {
  const Place place = in_sheet(file, "单位信息", "（单位名称）");
  if (name.empty()) return Finding::error("batch-unit-unnamed", place, "“" + task.shown + "”的台账没有填单位名称，没有生成", "请在“单位信息”里填上单位名称");
  if (task.name.empty() || unit_key(task.name) == unit_key(name)) return std::nullopt;
  return Finding::error("batch-unit-name-differs", place, "名单里的单位名称是“" + task.name + "”，“" + task.shown + "”的台账里是“" + name + "”，没有生成",
                        "放错了文件夹的换过来；只是写法不同的，两处改成一样");
}

std::size_t count_files(const fs::path& folder) {
  std::size_t count = 0;
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, error), end; !error && at != end; at.increment(error))
    ++count;
  return count;
}

/// Makes one unit.
class BatchUnit {
 public:
  BatchUnit(const BatchGround& ground, const UnitTask& task) : ground_(ground), task_(task), options_(build_options_of(task, ground)) {}

  UnitRow make(const std::function<void(std::size_t)>& begin) {
    for (const fs::path& read : {options_.unit, options_.shared.value_or(fs::path()), task_.figures})
      if (!read.empty() && is_inside(options_.out, read)) return failed(kUsage, {out_inside(read)});
    const std::string inputs = inputs_digest(options_, ground_.data);
    if (!task_.name.empty()) Staging::tidy(options_.out, task_.name);
    if (auto row = unchanged(inputs)) return *row;
    OpenedUnit opened = open_unit(options_);
    if (!opened.judged) return failed(kUnusable, std::move(opened.findings));
    const Workbook& workbook = opened.judged->dossier.workbook;
    if (auto wrong = wrong_name(task_, workbook.unit.text("单位名称"), workbook.file)) return failed(kUnusable, {std::move(*wrong)});
    begin(count_files(options_.unit) + (options_.shared ? count_files(*options_.shared) : 0));
    const BuiltUnit built = build_unit(options_, std::move(opened), inputs, [this]() -> const Loaded& { return ground_.loaded; });
    if (!built.judged) return failed(built.code, built.failures);
    auto package = read_whole_package(built.target, task_);
    if (package) return std::move(package->row);
    return failed(kNotWritten, {Finding::error("output-not-written", on_disk(built.target.string()), "写出的材料读不回来", "请检查磁盘，再运行一次")});
  }

  UnitRow failed(int code, Findings why) const {
    std::erase_if(why, [](const Finding& finding) { return !is_blocking(finding.severity); });
    std::error_code error;
    const bool older = !task_.name.empty() && fs::exists(options_.out / folder_name_of(task_.name), error);
    if (older && !why.empty()) why.front().hint += "；以前生成的材料还在，没有更新";
    return failed_row(task_, code, std::move(why));
  }

 private:
  Finding out_inside(const fs::path& read) const {
    return Finding::error("batch-output-inside", on_disk(options_.out.string()), "输出文件夹在“" + read.string() + "”里面，会和原始材料混在一起",
                          "请用 -o 指定别的位置");
  }

  /// The row of a package that another build would not change.
  std::optional<UnitRow> unchanged(const std::string& inputs) const {
    if (ground_.options.again || task_.name.empty()) return std::nullopt;
    auto package = read_whole_package(options_.out / folder_name_of(task_.name), task_);
    if (!package || package->row.inputs_sha256 != inputs || package->worker_not_started) return std::nullopt;
    if (package->waits_for_office && ground_.office) return std::nullopt;
    package->row.state = UnitState::unchanged;
    return std::move(package->row);
  }

  const BatchGround& ground_;
  const UnitTask& task_;
  const BuildOptions options_;
};

}  // namespace

UnitWork batch_work(const BatchGround& ground) {
  UnitWork work;
  work.name_of = [](const UnitTask& task) {
    const ReadWorkbook read = read_unit_workbook(task.folder, std::nullopt);
    return read.workbook ? read.workbook->unit.text("单位名称") : std::string();
  };
  work.make = [&ground](const UnitTask& task, const std::function<void(std::size_t)>& begin) {
    BatchUnit unit(ground, task);
    try {
      return unit.make(begin);
    } catch (const std::exception& error) {
      return unit.failed(kNotWritten,
                         {Finding::error("output-failed", on_disk(task.shown), std::string("生成材料时出错：") + error.what(), "请单独运行 lvce build 试试")});
    }
  };
  return work;
}

}  // namespace lvce
