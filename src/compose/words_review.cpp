#include "compose/words_review.h"

#include <algorithm>
#include <memory>

#include "assess/review.h"
#include "support/text.h"

namespace lvce {
namespace {

/// As evidence/ names what lies in 整改材料.
constexpr const char* kRectifiedPath = "整改材料/";

/// What is to be put right, in the standard's order, seen through the indicators' own words.
class ReviewWords {
 public:
  ReviewWords(const Assessment& assessment, const ReviewOpinion& review, Collection indicators)
      : assessment_(assessment), review_(review), indicators_(std::move(indicators)) {}

  std::vector<Scope> rectify(const Scope& at) const {
    std::vector<Scope> scopes;
    for (Scope& scope : indicators_(at)) {
      const IndicatorResult* result = result_of(scope.text("indicator.id"));
      const IndicatorOpinion* opinion = result == nullptr ? nullptr : find_opinion(review_, result->indicator->id);
      if (opinion == nullptr || !asks_to_rectify(*opinion, *result->indicator)) continue;
      describe(scope, *opinion, *result, static_cast<std::int64_t>(scopes.size()) + 1);
      scopes.push_back(std::move(scope));
    }
    return scopes;
  }

  /// The sum of all 核查得分; nothing while an indicator that counts has none.
  std::optional<Points> total() const {
    Points sum;
    for (const IndicatorResult& result : assessment_.indicators) {
      const IndicatorOpinion* opinion = find_opinion(review_, result.indicator->id);
      const bool reviewed = opinion != nullptr && opinion->score;
      if (!reviewed && result.status != Status::not_applicable) return std::nullopt;
      if (reviewed) sum += *opinion->score;
    }
    return sum;
  }

 private:
  const IndicatorResult* result_of(const std::string& id) const {
    const auto found = std::find_if(assessment_.indicators.begin(), assessment_.indicators.end(),
                                    [&](const IndicatorResult& result) { return result.indicator->id == id; });
    return found == assessment_.indicators.end() ? nullptr : &*found;
  }

  void describe(Scope& scope, const IndicatorOpinion& opinion, const IndicatorResult& result, std::int64_t number) const {
    scope.set_whole("rectify.number", number);
    scope.set("rectify.chinese_number", chinese_number(static_cast<int>(number)));
    scope.set("rectify.places", "");
    if (opinion.places) scope.set_whole("rectify.places", *opinion.places);
    scope.set("rectify.lost", "");
    if (opinion.score && result.indicator->points) scope.set("rectify.lost", *result.indicator->points - *opinion.score);
    scope.set("rectify.opinion", trim(opinion.opinion));
    scope.set("rectify.fix", trim(opinion.fix));
    const std::vector<std::string> papers = papers_of(result);
    scope.set_whole("rectify.files", static_cast<std::int64_t>(papers.size()));
    scope.set("rectify.papers", join(papers, "\n"));
    scope.set("rectify.papers_in_line", join(papers, "、"));
    scope.set_asking("rectify.done", "", "整改措施和结果");
  }

  /// Titles of what lies in 整改材料 for it and can be bound.
  std::vector<std::string> papers_of(const IndicatorResult& result) const {
    std::vector<std::string> out;
    for (const std::size_t at : result.evidence) {
      const EvidenceFile& file = assessment_.dossier->evidence.files.at(at);
      const bool bound = file.state == EvidenceState::bound || file.state == EvidenceState::bound_with_warning;
      if (bound && file.path.starts_with(kRectifiedPath)) out.push_back(file.title);
    }
    return out;
  }

  const Assessment& assessment_;
  const ReviewOpinion& review_;
  Collection indicators_;
};

/// The list with 核查得分 in each of its scopes, blank where the bureau has given none.
Collection with_reviewed(Collection list, const ReviewOpinion* review) {
  return [list = std::move(list), review](const Scope& at) {
    std::vector<Scope> scopes = list(at);
    for (Scope& scope : scopes) {
      const IndicatorOpinion* opinion = review == nullptr ? nullptr : find_opinion(*review, scope.text("indicator.id"));
      scope.set("indicator.reviewed", "");
      if (opinion != nullptr && opinion->score) scope.set("indicator.reviewed", *opinion->score);
    }
    return scopes;
  };
}

}  // namespace

void add_review_words(Vocabulary& words, const Assessment& assessment, const ReviewOpinion* review) {
  for (const char* name : {"indicators", "plan_rows"}) words.collections[name] = with_reviewed(words.collections[name], review);
  words.root.set_flag("review.any", review != nullptr);
  for (const char* name : {"review.round", "review.level", "review.due", "review.package", "review.total", "review.count"}) words.root.set(name, "");
  words.collections["rectify"] = [](const Scope&) { return std::vector<Scope>(); };
  if (review == nullptr) return;
  const auto found = std::make_shared<ReviewWords>(assessment, *review, words.collections["indicators"]);
  words.collections["rectify"] = [found](const Scope& at) { return found->rectify(at); };
  words.root.set_whole("review.round", review->round);
  words.root.set("review.level", review->level);
  words.root.set("review.due", review->due.empty() ? "" : chinese_date(review->due));
  words.root.set("review.package", review->package_sha256.substr(0, 16));
  words.root.set_whole("review.count", static_cast<std::int64_t>(found->rectify(words.root).size()));
  if (const auto total = found->total()) words.root.set("review.total", *total);
}

}  // namespace lvce
