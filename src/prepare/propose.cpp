#include "prepare/propose.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>

#include "support/text.h"

namespace lvce {
namespace {

constexpr std::size_t kHeadingAtMost = 110;  ///< characters of a first page that may be its title
constexpr std::size_t kPageAtMost = 320;
constexpr std::size_t kOfferedAtMost = 4;
constexpr std::size_t kGram = 3;           ///< characters in a row
constexpr int kVotesNeeded = 4;            ///< six characters in a row, or more than one run
constexpr std::size_t kPair = 2;           ///< … where only a few indicators are left
constexpr std::size_t kStrangeInside = 4;  ///< characters of a name that none of those few says: with more it is about something else
constexpr int kVotesAgainst = 2;           ///< runs of another indicator's own words that make a proposal doubtful
constexpr int kUnknownBesideHint = 3;      ///< characters of a name that no word explains: with more, a hint is none
constexpr int kUnknownBesidePlain = 2;     ///< with more, and no word of ours, a name is not sure

using Ids = std::set<std::string>;

/// What one source (a name, a heading …) speaks of. Hints count only where nothing is said plainly.
struct Hearing {
  Ids ids;
  std::string word;       ///< the longest that was heard
  bool is_hint = false;   ///< nothing plain was said
  bool doubtful = false;  ///< it also speaks of what is none of ours
};

/// One thing that a source speaks of.
struct Reading {
  Ids ids;
  std::string word;
  bool is_hint = false;
  bool doubtful = false;
  std::vector<bool> covered;  ///< the bytes that it explains
};

/// A first page up to whom it is addressed to (各科室：).
std::string heading_of(const std::string& page) {
  const std::u32string points = decode_utf8(without_space(page));
  std::size_t end = std::min(points.size(), kHeadingAtMost);
  for (std::size_t i = 1; i < end; ++i) {
    const bool colon = points[i] == U'：' || points[i] == U':';
    if (colon && std::u32string_view(U"室位门处股局关").find(points[i - 1]) != std::u32string_view::npos) end = i;
  }
  return encode_utf8(points.substr(0, end));
}

/// A heading without the beginning of the body: what that quotes (《民法典》) governs nothing.
std::string title_of(const std::string& heading, const std::vector<std::string>& body) {
  constexpr std::size_t kTitleAtLeast = 12;  ///< bytes
  std::size_t cut = heading.size();
  for (const std::string& word : body) cut = std::min(cut, heading.find(word, std::min(kTitleAtLeast, heading.size())));
  return heading.substr(0, cut);
}

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

/// Whether `more` explains all that `less` does, and something else.
bool explains_more(const Reading& more, const Reading& less) {
  bool extra = false;
  for (std::size_t i = 0; i < less.covered.size(); ++i) {
    if (less.covered[i] && !more.covered[i]) return false;
    extra = extra || (more.covered[i] && !less.covered[i]);
  }
  return extra;
}

Hearing heard_in(const std::vector<Reading>& readings) {
  Hearing out;
  const bool plain = std::any_of(readings.begin(), readings.end(), [](const Reading& reading) { return !reading.is_hint; });
  out.is_hint = !plain;
  for (const Reading& reading : readings) {
    if (reading.is_hint == plain) continue;
    const bool beaten = std::any_of(readings.begin(), readings.end(),
                                    [&](const Reading& other) { return other.is_hint != plain && explains_more(other, reading); });
    if (beaten) continue;
    out.ids.insert(reading.ids.begin(), reading.ids.end());
    out.doubtful = out.doubtful || reading.doubtful;
    if (reading.word.size() > out.word.size()) out.word = reading.word;
  }
  return out;
}

class Proposer {
 public:
  Proposer(const Rubric& rubric, const SortWords& words) : words_(words) {
    for (const Indicator* indicator : all_indicators(rubric)) {
      std::string text = indicator->text;
      for (const Demand& demand : indicator->evidence) text += "。" + demand.what;
      order_.push_back(indicator->id);
      const HeardWords heard(words, text);
      for (const Topic& topic : words.topics) {
        if (heard.says_any(topic.asks)) by_topic_[&topic].insert(indicator->id);
      }
      for (const std::u32string& gram : grams_of(text, words.usual)) by_gram_[gram].insert(indicator->id);
      for (const std::u32string& pair : grams_of(text, {}, kPair)) by_pair_[pair].insert(indicator->id);
    }
    for (const int word : words.neutral) {
      if (const std::string& text = words.words[static_cast<std::size_t>(word)]; decode_utf8(text).size() >= kPair) neutral_.push_back(text);
    }
  }

  Proposal propose(const EvidenceFile& file, const std::string& page) const {
    const std::size_t slash = file.path.rfind('/');
    const std::string name = stem_of(file.path.substr(slash == std::string::npos ? 0 : slash + 1)) + " " + shown_beside_name(file);
    const std::string folders = slash == std::string::npos ? "" : file.path.substr(0, slash);
    const std::string start = encode_utf8(decode_utf8(without_space(page)).substr(0, kPageAtMost));
    const Hearing own = hear(name, file.under), above = hear(folders, file.under), both = hear(folders + "/" + name, file.under);
    const std::string top = heading_of(page), title = title_of(top, words_.body);
    const Hearing heading = hear_page(top, title, file.under);
    if (is_plain(own)) {
      Proposal out = judged(file, own, plain_only(heading), "文件名里有", file.under.empty() ? above : Hearing{});  // an item's name is no doubt
      return contested(std::move(out), name, file.under);
    }
    if (!folders.empty() && is_plain(both) && !is_plain(above)) return judged(file, both, plain_only(heading), "文件夹和文件名里有");
    if (is_plain(heading)) return judged(file, heading, plain_only(above), "首页标题里有");
    if (is_plain(above)) return judged(file, foreign_name(name) ? Hearing{} : above, {}, "所在文件夹写着");
    for (const auto& [hint, where] : {std::pair{own, "文件名里有"},
                                      {both, "文件夹和文件名里有"},
                                      {heading, "首页标题里有"},
                                      {foreign_name(title) ? Hearing{} : hear_page(start, title, file.under), "首页里有"},
                                      {hear_own_words(name, file.under), "文件名用了"},
                                      {hear_inside(name, file.under), "文件名用了"},
                                      {hear_own_words(top, file.under), "首页用了"}}) {
      Proposal out = judged(file, hint, {}, where);
      out.sure = false;
      if (!out.indicators.empty()) return out;
    }
    return {file.path, {}, "", false};
  }

 private:
  static std::string stem_of(const std::string& name) { return name.substr(0, name.rfind('.')); }
  static bool is_plain(const Hearing& hearing) { return !hearing.ids.empty() && !hearing.is_hint; }
  static Hearing plain_only(const Hearing& hearing) { return is_plain(hearing) ? hearing : Hearing{}; }
  static bool is_below(const std::string& id, const std::string& under) { return under.empty() || id.starts_with(under + "."); }

  bool foreign_name(const std::string& name) const {
    const HeardWords heard(words_, name);
    return heard.has_any(words_.foreign) && !heard.has_any(words_.own);
  }

  /// A name: what no word explains governs a mere hint.
  Hearing hear(const std::string& name, const std::string& under) const {
    const HeardWords heard(words_, name);
    return hear(heard, under, heard.unknown_characters(), true);
  }

  /// The beginning of a first page; only its title can be about another matter.
  Hearing hear_page(const std::string& text, const std::string& title, const std::string& under) const {
    return hear(HeardWords(words_, text), under, 0, HeardWords(words_, title).has_any(words_.foreign));
  }

  Hearing hear(const HeardWords& heard, const std::string& under, int unknown, bool may_be_foreign) const {
    const bool ours = heard.has_any(words_.own);
    std::vector<Reading> readings;
    for (const auto& [topic, all] : by_topic_) {
      Ids ids;
      std::copy_if(all.begin(), all.end(), std::inserter(ids, ids.end()), [&](const std::string& id) { return is_below(id, under); });
      std::optional<Reading> reading = ids.empty() ? std::nullopt : read(*topic, heard);
      if (!reading || (reading->is_hint && unknown > kUnknownBesideHint)) continue;
      reading->doubtful = may_be_foreign && heard.has_outside(words_.foreign, reading->covered);
      if (reading->doubtful && !ours) continue;
      reading->doubtful = reading->doubtful || (!ours && unknown > kUnknownBesidePlain);
      reading->ids = std::move(ids);
      readings.push_back(std::move(*reading));
    }
    return heard_in(readings);
  }

  static std::optional<Reading> read(const Topic& topic, const HeardWords& heard) {
    const bool plain = heard.says_any(topic.says);
    if ((!plain && !heard.says_any(topic.hints)) || heard.says_any(topic.unless)) return std::nullopt;
    Reading out;
    out.is_hint = !plain;
    out.covered.resize(heard.size());
    for (const Saying& saying : plain ? topic.says : topic.hints) {
      if (!heard.says(saying)) continue;
      heard.cover(saying, out.covered);
      if (std::string word = heard.shown(saying); word.size() > out.word.size()) out.word = std::move(word);
    }
    return out;
  }

  /// How many runs of characters a text shares with one indicator alone.
  std::map<std::string, int> votes_in(const std::string& text, const std::string& under) const {
    std::map<std::string, int> votes;
    for (const std::u32string& gram : grams_of(text, words_.usual)) {
      const auto found = by_gram_.find(gram);
      if (found == by_gram_.end() || found->second.size() != 1) continue;
      const std::string& id = *found->second.begin();
      if (is_below(id, under)) ++votes[id];
    }
    return votes;
  }

  /// A sure proposal whose name holds words of another indicator's own, and none of its: both are shown.
  Proposal contested(Proposal out, const std::string& name, const std::string& under) const {
    if (!out.sure) return out;
    const std::string chosen = out.indicators.front();
    const std::map<std::string, int> votes = votes_in(name, under);
    if (votes.contains(chosen)) return out;
    Ids ids = {chosen};
    for (const auto& [id, count] : votes) {
      if (count >= kVotesAgainst) ids.insert(id);
    }
    if (ids.size() == 1 || ids.size() > kOfferedAtMost) return out;
    out.sure = false;
    out.indicators.clear();
    std::copy_if(order_.begin(), order_.end(), std::back_inserter(out.indicators), [&](const std::string& id) { return ids.contains(id); });
    return out;
  }

  /// By the indicators' own words, where no topic speaks: a hint, and only where one indicator clearly has more of them than any other.
  Hearing hear_own_words(const std::string& text, const std::string& under) const {
    Hearing out;
    if (foreign_name(text)) return out;
    const std::map<std::string, int> votes = votes_in(text, under);
    const auto more = [](const auto& a, const auto& b) { return a.second < b.second; };
    const auto best = std::max_element(votes.begin(), votes.end(), more);
    if (best == votes.end() || best->second < kVotesNeeded) return out;
    const bool clear = std::all_of(votes.begin(), votes.end(), [&](const auto& vote) { return vote.first == best->first || vote.second * 2 <= best->second; });
    if (clear) out = {{best->first}, "", true, false};
    return out;
  }

  /// Inside an item or group, where few indicators are left: the one that alone says any two characters of the name. A hint.
  Hearing hear_inside(const std::string& name, const std::string& under) const {
    if (under.find('.') == std::string::npos || foreign_name(name)) return {};
    Ids ids;
    std::set<char32_t> strange;
    for (const std::u32string& pair : grams_of(name, neutral_, kPair)) {
      const Ids saying = saying_inside(pair, under);
      if (saying.empty()) strange.insert(pair.begin(), pair.end());
      else if (saying.size() == 1) ids.insert(*saying.begin());
    }
    if (ids.size() != 1 || strange.size() > kStrangeInside) return {};
    return {ids, "", true, false};
  }

  Ids saying_inside(const std::u32string& pair, const std::string& under) const {
    const auto found = by_pair_.find(pair);
    Ids out;
    if (found == by_pair_.end()) return out;
    std::copy_if(found->second.begin(), found->second.end(), std::inserter(out, out.end()), [&](const std::string& id) { return is_below(id, under); });
    return out;
  }

  /// `said` decides; what `other` says narrows it, or makes it doubtful; `folder` can only make it doubtful.
  Proposal judged(const EvidenceFile& file, const Hearing& said, const Hearing& other, const std::string& where, const Hearing& folder = {}) const {
    Ids ids = said.ids;
    const Ids both = shared_by(said.ids, other.ids);
    const bool against = both.empty() && !other.ids.empty();
    if (!both.empty()) ids = both;
    if (against) ids.insert(other.ids.begin(), other.ids.end());
    Proposal out{file.path, {}, "", false};
    if (ids.empty() || ids.size() > kOfferedAtMost) return out;
    for (const std::string& id : order_) {
      if (ids.contains(id)) out.indicators.push_back(id);
    }
    out.why = said.word.empty() ? where + "评价标准的原话" : where + "“" + said.word + "”";
    const bool elsewhere = is_plain(folder) && shared_by(ids, folder.ids).empty();
    out.sure = ids.size() == 1 && !against && !said.is_hint && !said.doubtful && !elsewhere;
    return out;
  }

  static Ids shared_by(const Ids& left, const Ids& right) {
    Ids out;
    std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::inserter(out, out.begin()));
    return out;
  }

  const SortWords& words_;
  std::vector<std::string> order_;
  std::map<const Topic*, Ids> by_topic_;
  std::map<std::u32string, Ids> by_gram_;  ///< three characters → the indicators that hold them
  std::map<std::u32string, Ids> by_pair_;  ///< two
  std::vector<std::string> neutral_;
};

}  // namespace

std::string shown_beside_name(const EvidenceFile& file) {
  return without_space(fold_width(file.path)).find(without_space(fold_width(file.caption))) == std::string::npos ? file.caption : "";
}

std::vector<Proposal> propose_places(const EvidenceFolder& folder, const Rubric& rubric, const SortWords& words,
                                     const std::map<std::string, std::string>& first_pages) {
  const Proposer proposer(rubric, words);
  std::vector<Proposal> out;
  for (const EvidenceFile& file : folder.files) {
    if (file.state != EvidenceState::unassigned) continue;
    const auto page = first_pages.find(file.path);
    out.push_back(proposer.propose(file, page == first_pages.end() ? "" : page->second));
  }
  return out;
}

}  // namespace lvce
