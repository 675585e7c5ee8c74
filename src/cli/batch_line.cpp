#include "cli/batch_line.h"

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/usage.h"

namespace lvce {

void BatchLine::add_to(CLI::App& batch, CLI::App& gather, const std::function<void(std::function<int()>)>& choose) {
  batch.add_option("SOURCE", batch_.source, "各单位文件夹所在的文件夹，或名单（.xlsx、.csv，至少有“单位名称”一列）")->type_name("");
  batch.add_option("-o,--out", batch_.out, "输出文件夹，默认为旁边的“输出”；每个单位一个文件夹，另有汇总表、缺项汇总、批次.json")->type_name("文件夹");
  batch.add_option("--jobs", batch_.jobs, "同时做几个单位，默认为处理器核数")->check(is_between(1, 256))->type_name("整数");
  batch.add_option("--shard", batch_.shard, "只做第几片，如 3/8；在 Slurm 阵列里不必给。全部做完后用 lvce batch gather 合并")->type_name("片");
  batch.add_option("--rubric", batch_.rubric, "各单位都按这套标准评价，默认为名单、台账里填的")->type_name("代号");
  batch.add_option("--date", batch_.date, "填报日期，如 2021-10-12")->check(is_date())->type_name("日期");
  batch.add_flag("--again", batch_.again, "没有变化的单位也重新生成");
  batch.add_flag("--quiet", batch_.quiet, "不显示进度");
  batch.add_flag("--json", batch_.json, "标准输出只给 JSON");
  batch.require_subcommand(0, 1);
  gather.add_option("OUT", gather_.out, "各片共同的输出文件夹")->type_name("")->required();
  gather.add_option("--roster", gather_.roster, "名单；缺少或不全的单位逐个列出")->type_name("文件")->required();
  gather.add_flag("--quiet", gather_.quiet, "不显示清单");
  gather.add_flag("--json", gather_.json, "标准输出只给 JSON");
  batch.callback([this, &gather, choose] {
    if (!gather.parsed()) choose([this] { return run_batch(batch_); });
  });
  gather.callback([this, choose] { choose([this] { return run_batch_gather(gather_); }); });
}

}  // namespace lvce
