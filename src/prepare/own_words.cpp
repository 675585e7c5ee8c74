#include "prepare/own_words.h"

#include <algorithm>
#include <iterator>

#include "support/text.h"

namespace lvce {
namespace {

constexpr std::size_t kGram = 3;           ///< characters in a row
constexpr int kVotesNeeded = 4;            ///< six characters in a row, or more than one run
constexpr std::size_t kPair = 2;           ///< … where only a few indicators are left
constexpr std::size_t kStrangeInside = 4;  ///< characters of a name that none of those few says: with more it is about something else
constexpr int kVotesAgainst = 2;           ///< runs of another indicator's own words that make a proposal doubtful

bool is_han(char32_t c) { return c >= U'\u4e00' && c <= U'\u9fff'; }

/// Runs of Han characters, `length` by `length`, without phrases that say nothing.
std::set<std::u32string> grams_of(const std::string& text, const std::vector<std::string>& without, std::size_t length = kGram) {
  std::string plain = without_space(text);
  for (const std::string& phrase : without) plain = replace_all(plain, phrase, " ");
  const std::u32string points = decode_utf8(plain);
  std::set<std::u32string> out;
  for (std::size_t i = 0; i + length <= points.size(); ++i) {
    const std::u32string gram = points.substr(i, length);
    if (std::all_of(gram.begin(), gram.end(), is_han)) out.insert(gram);
  }
  return out;
}

}  // namespace

OwnWords::OwnWords(const Rubric& rubric, const SortWords& words) : words_(words) {
  for (const Indicator* indicator : all_indicators(rubric)) {
    std::string text = indicator->text;
    for (const Demand& demand : indicator->evidence) text += "。" + demand.what;
    for (const std::u32string& gram : grams_of(text, words.usual)) by_gram_[gram].insert(indicator->id);
    for (const std::u32string& pair : grams_of(text, {}, kPair)) by_pair_[pair].insert(indicator->id);
  }
  for (const int word : words.neutral) {
    if (const std::string& text = words.words[static_cast<std::size_t>(word)]; decode_utf8(text).size() >= kPair) neutral_.push_back(text);
  }
}

/// How many runs of characters a text shares with one indicator alone.
std::map<std::string, int> OwnWords::votes_in(const std::string& text, const std::string& under) const {
  std::map<std::string, int> votes;
  for (const std::u32string& gram : grams_of(text, words_.usual)) {
    const auto found = by_gram_.find(gram);
    if (found == by_gram_.end() || found->second.size() != 1) continue;
    const std::string& id = *found->second.begin();
    if (is_below(id, under)) ++votes[id];
  }
  return votes;
}

IndicatorIds OwnWords::others_in(const std::string& text, const std::string& chosen, const std::string& under) const {
  const std::map<std::string, int> votes = votes_in(text, under);
  IndicatorIds out;
  if (votes.contains(chosen)) return out;
  for (const auto& [id, count] : votes)
    if (count >= kVotesAgainst) out.insert(id);
  return out;
}

Hearing OwnWords::clearly_meant(const std::string& text, const std::string& under) const {
  const std::map<std::string, int> votes = votes_in(text, under);
  const auto more = [](const auto& a, const auto& b) { return a.second < b.second; };
  const auto best = std::max_element(votes.begin(), votes.end(), more);
  if (best == votes.end() || best->second < kVotesNeeded) return {};
  const bool clear = std::all_of(votes.begin(), votes.end(), [&](const auto& vote) { return vote.first == best->first || vote.second * 2 <= best->second; });
  return clear ? Hearing{{best->first}, "", true, false} : Hearing{};
}

Hearing OwnWords::meant_inside(const std::string& name, const std::string& under) const {
  if (under.find('.') == std::string::npos) return {};
  IndicatorIds ids;
  std::set<char32_t> strange;
  for (const std::u32string& pair : grams_of(name, neutral_, kPair)) {
    const IndicatorIds saying = saying_inside(pair, under);
    if (saying.empty()) strange.insert(pair.begin(), pair.end());
    else if (saying.size() == 1) ids.insert(*saying.begin());
  }
  if (ids.size() != 1 || strange.size() > kStrangeInside) return {};
  return {ids, "", true, false};
}

IndicatorIds OwnWords::saying_inside(const std::u32string& pair, const std::string& under) const {
  const auto found = by_pair_.find(pair);
  IndicatorIds out;
  if (found == by_pair_.end()) return out;
  std::copy_if(found->second.begin(), found->second.end(), std::inserter(out, out.end()), [&](const std::string& id) { return is_below(id, under); });
  return out;
}

}  // namespace lvce
