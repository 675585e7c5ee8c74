// lvce open: the unit folder as a page in the browser.
#include <iostream>
#include <system_error>

#include "cli/commands.h"
#include "cli/pipeline.h"
#include "cli/print.h"
#include "desk/desk.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

/// The unit of these options as `check` judges it, with what was learnt of its files before.
JudgeUnit judge_with(const UnitOptions& options, std::shared_ptr<JudgingMemory> memory) {
  return [options, memory = std::move(memory)](const fs::path& unit) {
    UnitOptions asked = options;
    asked.unit = unit;
    asked.quiet = true;
    return judge_for_check(asked, memory);
  };
}

}  // namespace

int run_open(const OpenOptions& options) {
  std::error_code error;
  const fs::path folder = fs::canonical(options.unit, error);
  if (error || !fs::is_directory(folder, error)) {
    return refuse(
        {Finding::error("unit-folder-missing", on_disk(options.unit.string()), "没有这个文件夹，或者打不开", "请核对路径；路径里有空格的，前后加引号")},
        kUnusable);
  }
  DeskOptions desk;
  desk.folder = folder;
  desk.port = options.port;
  desk.browser = !options.no_browser;
  desk.can_print = options.can_print;
  desk.probe = probe_options(options, {}, 0);
  desk.probe.progress = false;
  desk.judge = judge_with(options, std::make_shared<JudgingMemory>());
  return run_desk(desk, std::cout, std::cerr) ? kDone : kUsage;
}

}  // namespace lvce
