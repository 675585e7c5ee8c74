#include "cli/review_line.h"

#include "cli/review_commands.h"
#include "cli/usage.h"

namespace lvce {

void ReviewLine::add_to(CLI::App& app) {
  CLI::App* review = add_command(app, "review", "主管部门评审：抽查、核查、评分、排名");
  review->require_subcommand(1);
  add_receive(*review);
  add_sheets(*review);
  add_status(*review);
  add_score(*review);
  add_opinions(*review);
  add_report(*review);
  add_draw(*review);
}

void ReviewLine::add_receive(CLI::App& review) {
  CLI::App* command = add_command(review, "receive", "收件：打开收到的材料，核对、对名单、按本机标准重新计算，写 收件登记表 和 形式审查表");
  command->add_option("INBOX", receive_.inbox, "收件文件夹：压缩包或文件夹，怎么命名、套几层都可以")->type_name("")->required();
  command->add_option("-o,--out", receive_.desk, "评审文件夹；以后再收件、核查、评分都用它")->type_name("文件夹");
  command->add_option("--roster", receive_.roster, "名单：有“单位名称”一列的表格；给过一次的，以后可以不给")->type_name("文件");
  command->add_option("--received", receive_.received, "收件日期，如 2021-10-12；名单里有“收件日期”的用名单的")->check(is_date())->type_name("日期");
  command->add_option("--rubric", receive_.rubrics, "本级使用的评价标准文件，代替本机同代号的标准；可以写几次")->type_name("文件");
  command->add_option("--jobs", receive_.jobs, "同时打开几份，默认按处理器核数")->check(is_between(1, 64))->type_name("整数");
  command->add_flag("--json", receive_.json, "标准输出只给 JSON");
  command->callback([this] { chosen_ = [this] { return run_review_receive(receive_); }; });
}

void ReviewLine::add_opinions(CLI::App& review) {
  CLI::App* command = add_command(review, "opinions", "核查以后：每个单位的 核查意见书、整改通知书 和 核查意见.json");
  command->add_option("DIR", opinions_.folder, "评审文件夹")->type_name("")->required();
  command->add_option("--level", opinions_.level, "用哪一级的核查，默认为最后交回的一级")->type_name("级");
  command->add_option("--date", opinions_.date, "落款日期，如 2021-11-01；整改期限从它算起")->check(is_date())->type_name("日期");
  command->callback([this] { chosen_ = [this] { return run_review_opinions(opinions_); }; });
}

void ReviewLine::add_draw(CLI::App& review) {
  CLI::App* command = add_command(review, "draw", "按公开的规则抽取单位，任何人都能验算；先用 --publish 公布名册，再定种子");
  command->add_option("DIR", draw_.folder, "评审文件夹；或用 --roster 给一份名单")->type_name("");
  command->add_option("--roster", draw_.roster, "名单：有“单位名称”一列的 .xlsx、.csv，或每行一个单位的 .txt")->type_name("文件");
  command->add_option("--seed", draw_.seed, "种子，公布名册以后再定，如几方各掷骰子所得的数字")->type_name("文字");
  CLI::Option* share = command->add_option("--share", draw_.share, "抽取比例，如 30%；家数向上取整")->type_name("比例");
  command->add_option("--count", draw_.count, "抽取家数；分层时每层这么多")->check(is_between(1, 1000000))->type_name("整数")->excludes(share);
  command->add_option("--by", draw_.by, "按这一列分层，如 单位层级、归口部门")->type_name("列名");
  command->add_option("-o,--out", draw_.out, "记录写到这个文件夹，默认为 评审文件夹/抽查，没有评审文件夹时为名单所在的文件夹")->type_name("文件夹");
  command->add_flag("--publish", draw_.publish, "公布：显示排好序的名册、它的 SHA-256 和规则，写成 抽查名册.txt；不抽取");
  command->add_flag("--json", draw_.json, "标准输出只给 JSON");
  command->callback([this] { chosen_ = [this] { return run_review_draw(draw_); }; });
}

void ReviewLine::add_sheets(CLI::App& review) {
  CLI::App* command = add_command(review, "sheets", "给每个单位写出核查表（.xlsx，供填写）和现场核查表（PDF，供带去）；已有的一律不动");
  command->add_option("DIR", sheets_.folder, "评审文件夹，默认为当前文件夹")->type_name("");
  command->add_option("--levels", sheets_.levels, "只写这几级的，如 县,地州；默认为评价标准规定权重的各级")->type_name("级别");
  command->add_flag("--no-forms", sheets_.no_forms, "不写现场核查表");
  command->callback([this] { chosen_ = [this] { return run_review_sheets(sheets_); }; });
}

void ReviewLine::add_report(CLI::App& review) {
  CLI::App* command = add_command(review, "report", "写出报给上级的材料：核查结果、填好的核查表、抽查记录、名单和汇总");
  command->add_option("DIR", report_.folder, "评审文件夹，默认为当前文件夹")->type_name("");
  command->add_option("--from", report_.from, "上报单位的名称，如 某县机关事务管理局")->type_name("名称")->required();
  command->add_option("--rounding", report_.rounding, "小数怎样取舍，同 lvce review score")->type_name("办法");
  command->callback([this] { chosen_ = [this] { return run_review_report(report_); }; });
}

void ReviewLine::add_status(CLI::App& review) {
  CLI::App* command = add_command(review, "status", "哪些单位还没有核查完");
  command->add_option("DIR", status_.folder, "评审文件夹，默认为当前文件夹")->type_name("");
  command->add_flag("--json", status_.json, "标准输出只给 JSON");
  command->callback([this] { chosen_ = [this] { return run_review_status(status_); }; });
}

void ReviewLine::add_score(CLI::App& review) {
  CLI::App* command = add_command(review, "score", "按评价标准合成得分、排名，写出各种名单和统计");
  command->add_option("DIR", score_.folder, "评审文件夹，默认为当前文件夹")->type_name("");
  command->add_option("--rounding", score_.rounding, "小数怎样取舍：四舍五入、四舍六入五成双、舍去、进一；评价标准没有规定的必须写明")->type_name("办法");
  command->add_flag("--json", score_.json, "标准输出只给 JSON");
  command->callback([this] { chosen_ = [this] { return run_review_score(score_); }; });
}

}  // namespace lvce
