#include "cli/cli.h"

#include <functional>
#include <iostream>
#include <string_view>

#include <CLI/CLI.hpp>

#include "cli/batch_line.h"
#include "cli/commands.h"
#include "cli/manual.h"
#include "cli/review_line.h"
#include "cli/shown_output.h"
#include "cli/usage.h"
#include "cli/version.h"
#include "evidence/evidence.h"
#include "review/receive/receive.h"
#include "support/unseen.h"
#include "workbook/workbook.h"

namespace lvce {
namespace {

/// The parser and the values it fills; the chosen command is run after parsing.
class CommandLine {
 public:
  CommandLine() : app_("绿册 lvce：离线检查、计算、评分并装订节约型机关创建申报材料", "lvce") {
    put_into_chinese(app_);
    app_.set_help_flag("-h,--help", "显示用法");
    app_.set_version_flag("--version", version_text(), "显示版本");
    app_.require_subcommand(0, 1);
    app_.footer(
        "结束码：0 完成，材料齐全；1 完成，但有错误或缺项（材料照样生成，并注明未齐全）；2 命令写错了，或者输出位置在单位文件夹里面；"
        "3 台账或评价标准不能用，什么也没有写；4 写不进去，原来的材料没有动");
    add_init();
    add_check();
    add_build();
    add_batch();
    add_papers();
    add_print();
    add_open();
    add_sort();
    add_captions();
    add_map();
    add_rubric();
    add_verify();
    review_.add_to(app_);
    add_help();
  }

  int run(int argc, char** argv) {
    try {
      app_.parse(argc, argv);
    } catch (const CLI::Success& asked) {
      return app_.exit(asked);
    } catch (const CLI::ParseError& error) {
      return explain(error);
    }
    return chosen_ ? chosen_() : run_next_step(".");
  }

 private:
  static void add_unit_options(CLI::App& command, UnitOptions& options) {
    command.add_option("UNIT", options.unit, "单位文件夹，默认为当前文件夹")->type_name("");
    command.add_option("--workbook", options.workbook, "台账文件，默认为单位文件夹里唯一的 .xlsx；也可以是 .xls、.et、.ods 或 .csv")->type_name("文件");
    command.add_option("--mapping", options.mapping, "本单位自有台账版式的映射文件（lvce map 可以写出），或现成映射的名称")->type_name("文件");
    command.add_option("--evidence", options.evidence, "佐证材料文件夹，默认为 单位文件夹/佐证材料")->type_name("文件夹");
    command.add_option("--shared", options.shared, "合署办公各单位共用的佐证材料文件夹，只读，装订时标明“合署共享”")->type_name("文件夹");
    command.add_option("--rubric", options.rubric, "评价标准代号或 .yaml 文件，默认为台账里填的")->type_name("代号");
    command.add_option("--date", options.date, "填报日期，如 2021-10-12")->check(is_date())->type_name("日期");
    command.add_flag("--all", options.all, "说明也逐条显示");
    command.add_flag("--quiet", options.quiet, "只写文件，不显示清单");
    command.add_flag("--json", options.json, "标准输出只给 JSON");
  }

  void add_reading_options(CLI::App& command, UnitOptions& options) {
    command.add_flag("--ocr", options.ocr, "识别扫描件和图片上的文字（每页一两秒），供查找、复制和归档建议，不作为数字来源；需要 tesseract-ocr-chi-sim");
    command.add_option("--cache", options.cache, "保存办公文档转换和文字识别结果的文件夹，下次不必重做；默认不保存")->type_name("文件夹");
  }

  void add_init() {
    CLI::App* command = add_command(app_, "init", "新建单位文件夹：可填写的台账和按编号排好的佐证材料文件夹");
    command->add_option("DIR", init_.folder, "单位文件夹，默认为当前文件夹；已有的文件一律不动")->type_name("");
    command->add_option("--rubric", init_.rubric, "评价标准代号（lvce rubric list 可查）")->type_name("代号");
    command->add_option("--year", init_.year, "评价年度，默认为标准代号里的年份")->check(is_between(1990, 2099))->type_name("整数");
    command->add_option("--from", init_.from, "原单位文件夹或原台账：还适用的内容带过来，不适用的列出来")->type_name("文件夹");
    command->callback([this] { chosen_ = [this] { return run_init(init_); }; });
  }

  void add_check() {
    CLI::App* command = add_command(app_, "check", "检查还缺什么、错在哪里，不生成材料");
    add_unit_options(*command, check_);
    add_reading_options(*command, check_);
    command->add_flag("--by-owner", check_.by_owner, "按责任科室分组");
    CLI::Option* html = command->add_option("--html", check_.html, "另存成一个网页文件，不用联网就能看，可发给同事")->type_name("文件");
    command->add_option("--owner", check_.owner, "网页文件只含这个责任科室的指标")->type_name("科室")->needs(html);
    command->callback([this] { chosen_ = [this] { return run_check(check_); }; });
  }

  void add_build() {
    CLI::App* command = add_command(app_, "build", "生成全部申报材料");
    add_unit_options(*command, build_);
    command->add_option("-o,--out", build_.out, "输出文件夹，默认为单位文件夹旁边的“输出”")->type_name("文件夹");
    command->add_option("--dpi", build_.dpi, "照片的印刷分辨率，默认 200")->check(is_between(72, 600))->type_name("整数");
    command->add_option("--volume-pages", build_.volume_pages, "05 按项目分册，每册连同封面、目录至多多少页；默认不分册")
        ->check(is_between(1, 100000))
        ->type_name("整数");
    add_reading_options(*command, build_);
    command->add_flag("--single-sided", build_.single_sided, "单面打印：不插空白页，装订边总在左侧");
    command->add_flag("--screen", build_.screen, "供屏幕阅读：横表转正，不含空白页");
    command->add_flag("--repeat-pages", build_.repeat_pages, "一份材料用于几项指标时，每项下都装一份；默认只装一次，其余注明见第几页");
    command->add_flag("--economy", build_.economy, "省纸：不另出隔页，各部分、各项目的名称印在其第一页页眉，项目不另起一张");
    command->add_flag("--append", build_.append, "全本已经打印：新增的材料编为补页（57-1、57-2……），原有页不变，只需打印 补页.pdf");
    command->add_flag("--per-indicator", build_.per_indicator, "另在 线上填报/ 中按指标各出一个 PDF，并附对照表，供线上平台逐项上传");
    command->add_flag("--full-size", build_.full_size, "佐证材料保持原大，不缩入版框");
    command->add_option("--review", build_.review, "主管部门发来的 核查意见.json：填核查得分，出 07 整改清单 和整改报告，装入“整改材料”")->type_name("文件");
    command->callback([this] { chosen_ = [this] { return run_build(build_); }; });
  }

  void add_batch() {
    CLI::App* command = add_command(app_, "batch", "许多单位一次生成，汇总成表；已生成而没有变化的不重做");
    CLI::App* gather = add_command(*command, "gather", "合并各片的记录，与名单核对");
    batch_.add_to(*command, *gather, [this](std::function<int()> run) { chosen_ = std::move(run); });
  }

  void add_open() {
    CLI::App* command = add_command(app_, "open", "在本机浏览器里打开单位文件夹：还缺什么、材料归位、图说、生成；只在本机可见");
    command->add_option("UNIT", open_.unit, "单位文件夹，或装着几个单位的文件夹，默认为当前文件夹")->type_name("");
    command->add_flag("--no-browser", open_.no_browser, "只给出地址，不打开浏览器");
    command->add_option("--port", open_.port, "端口，默认自动选一个")->check(is_between(0, 65535))->type_name("整数");
    command->callback([this] {
      open_.can_print = !app_.get_subcommands([](const CLI::App* other) { return other->get_name() == "print"; }).empty();
      chosen_ = [this] { return run_open(open_); };
    });
  }

  void add_sort() {
    CLI::App* command = add_command(app_, "sort", "给没有归入指标的材料提出归处，写成 归档建议.xlsx；不加 --apply 不改任何文件名");
    add_unit_options(*command, sort_);
    add_reading_options(*command, sort_);
    CLI::Option* apply = command->add_flag("--apply", sort_.apply, "按 归档建议.xlsx 改名，记在 改名记录.csv；不覆盖、不删除");
    command->add_flag("--undo", sort_.undo, "撤回上一次改名")->excludes(apply);
    command->callback([this] { chosen_ = [this] { return run_sort(sort_); }; });
  }

  void add_captions() {
    CLI::App* command = add_command(app_, "captions", "把没有图说的照片列成 图说.xlsx（带缩略图），供填写");
    add_unit_options(*command, captions_);
    command->callback([this] { chosen_ = [this] { return run_captions(captions_); }; });
  }

  void add_papers() {
    CLI::App* command = add_command(app_, "papers", "由台账生成分析报告、公示表等文稿，供审核盖章");
    command->add_option("UNIT", papers_.unit, "单位文件夹，默认为当前文件夹")->type_name("");
    command->add_option("-o,--out", papers_.out, "文稿写到这个文件夹，要在单位文件夹以外，默认为单位文件夹旁边的“文稿”")->type_name("文件夹");
    command->add_option("--workbook", papers_.workbook, "台账文件，默认为单位文件夹里唯一的 .xlsx；也可以是 .xls、.et、.ods 或 .csv")->type_name("文件");
    command->add_option("--mapping", papers_.mapping, "本单位自有台账版式的映射文件（lvce map 可以写出），或现成映射的名称")->type_name("文件");
    command->add_option("--rubric", papers_.rubric, "评价标准代号或 .yaml 文件，默认为台账里填的")->type_name("代号");
    command->add_option("--date", papers_.date, "落款日期，如 2021-10-12，默认为台账里的填报日期")->check(is_date())->type_name("日期");
    command->add_flag("--final", papers_.final, "供盖章的定稿：不标“待审核盖章”；填好的 .docx 放进“修改稿”；还有【请填写】的逐处指出，不写文件");
    command->add_flag("--quiet", papers_.quiet, "只写文件，不显示清单");
    command->add_flag("--json", papers_.json, "标准输出只给 JSON");
    command->callback([this] { chosen_ = [this] { return run_papers(papers_); }; });
  }

  void add_print() {
    CLI::App* command = add_command(app_, "print", "现场验收要带的一套：先看的（封面、自评报告、打分表、分单元核查导引），再是其余材料");
    add_unit_options(*command, print_);
    command->add_option("--for", print_.purpose, "用途，现在只有“验收”")->check(is_one_of("验收"))->type_name("用途")->required();
    command->add_option("-o,--out", print_.out, "写到这个文件夹，要在单位文件夹以外，默认为单位文件夹旁边的“打印”；上一套留在其中的“已打印/第N次”")
        ->type_name("文件夹");
    command->add_option("--only", print_.only, "只要一部分：评价单元、项目或指标的编号，如 2.2,3.1")->type_name("编号");
    command->add_option("--copies", print_.copies, "份数；两份以上时第一册分正本、副本")->check(is_between(1, 99))->type_name("整数");
    command->add_option("--max-mb", print_.max_mb, "每个 PDF 至多多少 MB，超过的在评价项目处分册，供线上平台上传")
        ->check(is_between(1, 4096))
        ->type_name("整数");
    command->add_option("--dpi", print_.dpi, "照片的印刷分辨率，默认 200")->check(is_between(72, 600))->type_name("整数");
    add_reading_options(*command, print_);
    command->add_flag("--single-sided", print_.single_sided, "单面打印：不插空白页，装订边总在左侧");
    command->callback([this] { chosen_ = [this] { return run_print(print_); }; });
  }

  void add_map() {
    CLI::App* command = add_command(app_, "map", "看懂本单位自己的能耗台账，写成映射文件供核对");
    command->add_option("UNIT", map_.unit, "单位文件夹，默认为当前文件夹；台账放在里面的“能耗”文件夹")->type_name("");
    command->add_option("-o,--out", map_.out, "写到这个文件，默认为单位文件夹里的“映射（待确认）.yaml”；已有的文件不改")->type_name("文件");
    command->add_flag("--all", map_.all, "没有采用的全部列出");
    command->add_flag("--json", map_.json, "标准输出只给 JSON");
    command->callback([this] { chosen_ = [this] { return run_map(map_); }; });
  }

  void add_rubric() {
    CLI::App* rubric = add_command(app_, "rubric", "评价标准：查看与检查");
    rubric->require_subcommand(1);
    CLI::App* list = add_command(*rubric, "list", "列出全部评价标准");
    list->add_flag("--json", json_, "输出 JSON");
    list->callback([this] { chosen_ = [this] { return run_rubric_list(json_); }; });
    CLI::App* show = add_command(*rubric, "show", "显示一套评价标准的全文");
    show->add_option("ID", id_, "标准代号或 .yaml 文件")->type_name("")->required();
    show->add_flag("--json", json_, "输出 JSON");
    show->callback([this] { chosen_ = [this] { return run_rubric_show(id_, json_); }; });
    CLI::App* lint = add_command(*rubric, "lint", "检查一套评价标准的错误（行、列）");
    lint->add_option("ID", id_, "标准代号或 .yaml 文件")->type_name("")->required();
    lint->callback([this] { chosen_ = [this] { return run_rubric_lint(id_); }; });
  }

  /// `lvce help`, `lvce help build`: what --help shows.
  void add_help() {
    CLI::App* command = add_command(app_, "help", "显示用法；lvce help 命令，显示一个命令的用法");
    command->add_option("COMMAND", id_, "命令")->type_name("");
    // For whoever packages the program: not shown.
    command->add_flag("--man", man_)->group("");
    command->add_flag("--completion", completion_)->group("");
    command->callback([this] { chosen_ = [this] { return show_help(); }; });
  }

  int show_help() {
    if (man_ || completion_) {
      std::cout << (man_ ? manual_page(app_, std::string("lvce ") + LVCE_VERSION) : bash_completion(app_));
      return kDone;
    }
    const auto named = app_.get_subcommands([this](CLI::App* command) { return command->get_name() == id_; });
    const CLI::App* asked = id_.empty() ? &app_ : named.empty() ? nullptr : named.front();
    if (asked == nullptr) {
      std::cerr << "没有“" << visible(id_) << "”这个命令；全部用法：lvce --help\n";
      return kUsage;
    }
    if (asked == &app_) std::cout << app_.get_formatter()->make_help(&app_, "lvce", CLI::AppFormatMode::Normal) << "\n第一次用，依次：\n" << first_way();
    else std::cout << asked->help("lvce");
    return kDone;
  }

  void add_verify() {
    CLI::App* command = add_command(app_, "verify", "核对一套材料：校验值、印刷页码与页面标签");
    command->add_option("TARGET", target_, "材料文件夹、它的上一级（如“输出”）或 申报材料.zip，默认为 ../输出")->type_name("");
    command->callback([this] { chosen_ = [this] { return run_verify(target_); }; });
  }

  int explain(const CLI::ParseError& error) const {
    const auto asked = app_.get_subcommands();  // those that were named
    const std::string usage = asked.empty() ? "--help" : "help " + asked.front()->get_name();
    std::cerr << "命令写得不对：" << visible(wrong_usage(error, app_)) << "\n查看用法：lvce " << usage << "\n";
    return kUsage;
  }

  CLI::App app_;
  std::function<int()> chosen_;
  InitOptions init_;
  CheckOptions check_;
  BuildOptions build_;
  BatchLine batch_;
  PapersOptions papers_;
  PrintOptions print_;
  OpenOptions open_;
  SortOptions sort_;
  UnitOptions captions_;
  MapOptions map_;
  std::string id_;
  std::filesystem::path target_;
  bool json_ = false, man_ = false, completion_ = false;
  ReviewLine review_{chosen_};
};

int run_command(int argc, char** argv) {
  try {
    return CommandLine().run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "程序内部出错：" << error.what() << "\n";
    return kNotWritten;
  }
}

}  // namespace

int run_command_line(int argc, char** argv) {
  if (argc == 2 && std::string_view(argv[1]) == "--evidence-worker") return run_evidence_worker();
  if (argc == 2 && std::string_view(argv[1]) == "--workbook-worker") return run_workbook_worker();
  if (argc == 2 && std::string_view(argv[1]) == "--receive-worker") return run_receive_worker();
  ShownOutput output;
  return output.finish(run_command(argc, argv));
}

}  // namespace lvce
