// lvce review score: final points, ranks, lists.
#include <iostream>
#include <set>

#include "cli/options.h"
#include "cli/print.h"
#include "cli/review_commands.h"
#include "review/lists/registrations.h"
#include "review/lists/write_lists.h"
#include "review/score/results.h"
#include "review/score/trace.h"
#include "support/files.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr const char* kRoundingChoices = "四舍五入、四舍六入五成双、舍去、进一";

/// Standards that print no way to round, where none was given.
std::vector<std::string> unrounded_rubrics(const Register& received, BureauStandards& rubrics, Findings& findings) {
  std::set<std::string> out;
  for (const ReceivedPackage* package : packages_to_review(received)) {
    const Rubric* rubric = rubrics.find(package->rubric, findings);
    if (rubric != nullptr && needs_rounding(*rubric)) out.insert(rubric->title);
  }
  return {out.begin(), out.end()};
}

/// How many of the ranked units end how.
struct ScoreCounts {
  std::size_t units = 0, ranked = 0, passed = 0, failed = 0, eliminated = 0, tied = 0, undecided = 0;
};

ScoreCounts count_results(const ReviewResults& results) {
  ScoreCounts counts;
  counts.units = results.unusable.size();
  for (const RubricResults& group : results.rubrics) {
    for (const UnitResult& unit : group.units) {
      ++counts.units;
      if (unit.standing.rank) ++counts.ranked;
      if (unit.standing.passed == true) ++counts.passed;
      if (unit.standing.passed == false) ++counts.failed;
      if (unit.standing.eliminated == true) ++counts.eliminated;
      if (unit.standing.tied_at_cut) ++counts.tied;
      if (unit.standing.rank && group.rubric->pass && !unit.standing.passed) ++counts.undecided;
    }
  }
  return counts;
}

void tell_scored(std::ostream& out, const ReviewResults& results, const ScoreCounts& counts, const std::filesystem::path& folder) {
  for (const RubricResults& group : results.rubrics)
    for (const UnitResult& unit : group.units)
      if (!unit.standing.rank) out << unit.reviewed.package->about.name << "：没有参加排名——" << unit.why << "\n";
  for (const UnitResult& unit : results.unusable) out << unit.reviewed.package->about.name << "：没有参加排名——" << unit.why << "\n";
  out << "共 " << counts.units << " 家：排名 " << counts.ranked << " 家，达到合格分 " << counts.passed << " 家，未达到 " << counts.failed << " 家，末位淘汰 "
      << counts.eliminated << " 家";
  if (counts.tied > 0) out << "；淘汰线上并列 " << counts.tied << " 家，请集体研究决定";
  if (counts.undecided > 0) out << "；" << counts.undecided << " 家还不能判定是否通过";
  if (counts.ranked < counts.units) out << "；没有完成 " << counts.units - counts.ranked << " 家，排名是暂时的";
  out << "\n名单和统计已写入：" << (folder / kResultsFolder).string() << "\n";
}

}  // namespace

int run_review_score(const ReviewScoreOptions& options) {
  const auto rounding = parse_rounding(options.rounding);
  if (!options.rounding.empty() && !rounding) {
    std::cerr << "--rounding “" << options.rounding << "”不认识，可以写：" << kRoundingChoices << "\n";
    return kUsage;
  }
  Findings findings;
  const auto received = read_register(options.folder, findings);
  if (!received) return refuse(findings, kUnusable);
  BureauStandards rubrics(data_folder(), own_standards(options.folder));
  if (!rounding) {
    if (const auto lacking = unrounded_rubrics(*received, rubrics, findings); !lacking.empty()) {
      std::cerr << "《" << join(lacking, "》、《") << "》没有规定综合得分和淘汰家数怎样取舍小数，请用 --rounding 写明：" << kRoundingChoices << "\n";
      return kUsage;
    }
  }
  const ReviewResults results = score_units(reviewed_units(options.folder, *received, rubrics, findings), rounding.value_or(Rounding::half_up));
  std::vector<ListPaper> lists = compose_lists(results, *received);
  for (ListPaper& paper : compose_registrations(results, options.folder, data_folder(), findings)) lists.push_back(std::move(paper));
  const bool written = write_lists(lists, {{kTraceName, trace_csv(results)}}, options.folder, findings);
  print_findings(std::cerr, findings);
  if (!written) return kNotWritten;
  const ScoreCounts counts = count_results(results);
  tell_scored(options.json ? std::cerr : std::cout, results, counts, options.folder);
  if (options.json) std::cout << results_to_json(results, *received);
  const bool settled = counts.ranked == counts.units && counts.tied == 0 && counts.undecided == 0 && received->missing.empty();
  return settled && !has_error(findings) ? kDone : kFindings;
}

}  // namespace lvce
