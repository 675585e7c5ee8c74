// lvce review opinions: the papers of each unit after the review.
#include <iostream>

#include "cli/options.h"
#include "cli/print.h"
#include "cli/review_commands.h"
#include "faces/faces.h"
#include "review/opinion/opinion_of.h"
#include "review/opinion/write_opinion.h"
#include "support/files.h"

namespace lvce {
namespace {

struct OpinionCounts {
  int written = 0, to_rectify = 0, open = 0;
};

Finding not_complete(const ReviewedUnit& unit, const LevelReview& level) {
  return Finding::missing(
      "opinion-incomplete", on_disk(unit.package->about.name),
      "还有 " + std::to_string(level.missing()) + " 项指标没有核查得分" + (level.level.empty() ? "" : "（" + level.level + "）") + "，没有出核查意见",
      "请在核查表里填全，再运行一次");
}

}  // namespace

int run_review_opinions(const ReviewOpinionsOptions& options) {
  Findings findings;
  const auto desk = read_register(options.folder, findings);
  if (!desk) return refuse(findings, kUnusable);
  BureauStandards rubrics(data_folder(), own_standards(options.folder));
  const std::vector<ReviewedUnit> units = reviewed_units(options.folder, *desk, rubrics, findings);
  const Faces faces = Faces::load(data_folder() / "fonts");
  OpinionCounts counts;
  for (const ReviewedUnit& unit : units) {
    const LevelReview* level = unit.rubric == nullptr ? nullptr : level_of_opinion(unit, options.level);
    if (level == nullptr) {
      ++counts.open;
      continue;
    }
    if (!level->total) {
      findings.push_back(not_complete(unit, *level));
      continue;
    }
    const ReviewOpinion opinion = opinion_of(unit, *level, options.date);
    if (!write_opinion(opinion, *unit.rubric, facts_of(unit, options.date), faces, options.folder, findings)) return refuse(findings, kNotWritten);
    ++counts.written;
    if (asks_to_rectify(opinion, *unit.rubric)) ++counts.to_rectify;
  }
  print_findings(std::cout, findings);
  std::cout << "已出核查意见 " << counts.written << " 家，其中需要整改 " << counts.to_rectify << " 家；没有交回核查表 " << counts.open << " 家\n";
  if (counts.written > 0) std::cout << "请看：" << (options.folder / kOpinionFolder).string() << "（核查意见.json 连同通知书发给单位）\n";
  return is_complete(findings) && counts.open == 0 ? kDone : kFindings;
}

}  // namespace lvce
