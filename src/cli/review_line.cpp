#include "cli/review_line.h"

#include "cli/review_commands.h"
#include "cli/usage.h"

namespace lvce {

void ReviewLine::add_to(CLI::App& app) {
  CLI::App* review = add_command(app, "review", "主管部门评审：抽查、核查、评分、排名");
  review->require_subcommand(1);
  add_draw(*review);
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

}  // namespace lvce
