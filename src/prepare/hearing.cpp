#include "prepare/hearing.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

#include "support/text.h"

namespace lvce {
namespace {

constexpr int kUnknownBesideHint = 3;   ///< characters of a name that no word explains: with more, a hint is none
constexpr int kUnknownBesidePlain = 2;  ///< with more, and no word of ours, a name is not sure
constexpr int kAddedAtMost = 1;         ///< the same where its folder alone says what it is
constexpr int kUnexplainedAtMost = 4;   ///< characters of a name that no topic of its indicator knows: with more, it is about something else as well

/// "光盘行动（节水）": what stands before the last brackets, and in them; without brackets at the end, or with nothing before them, only the name.
std::pair<std::string, std::string> parted_remark(const std::string& name) {
  const std::string plain = trim(fold_width(name));
  const std::size_t open = plain.rfind('(');
  if (!plain.ends_with(')') || open == std::string::npos || trim(plain.substr(0, open)).empty()) return {name, ""};
  return {trim(plain.substr(0, open)), plain.substr(open + 1, plain.size() - open - 2)};
}

/// 含节水: what the paper also holds, not what it is.
bool says_what_is_held(const std::string& remark) {
  static constexpr std::array kHolding = {"含", "内含", "包括", "包含", "附", "其中", "涉及", "有"};
  return std::any_of(kHolding.begin(), kHolding.end(), [&](const char* word) { return remark.starts_with(word); });
}

}  // namespace

/// One thing that a source speaks of.
struct Listener::Reading {
  IndicatorIds ids;
  std::string word;
  bool is_hint = false;
  bool doubtful = false;
  const Topic* topic = nullptr;
  bool withheld = false;      ///< it says so, and something that makes it another thing
  std::vector<bool> covered;  ///< the bytes that it explains

  /// Whether it explains all that `less` does, and something else.
  bool explains_more_than(const Reading& less) const {
    bool extra = false;
    for (std::size_t i = 0; i < less.covered.size(); ++i) {
      if (less.covered[i] && !covered[i]) return false;
      extra = extra || (covered[i] && !less.covered[i]);
    }
    return extra;
  }

  bool explains_beside(const std::vector<bool>& explained) const {
    for (std::size_t i = 0; i < covered.size(); ++i)
      if (covered[i] && !explained[i]) return true;
    return false;
  }

  bool explains_between(std::size_t from, std::size_t to) const {
    const auto at = [&](std::size_t byte) { return covered.begin() + static_cast<std::ptrdiff_t>(std::min(byte, covered.size())); };
    return (from == 0 && to >= covered.size()) || std::find(at(from), at(to), true) != at(to);
  }
};

bool is_below(const std::string& id, const std::string& under) { return under.empty() || id.starts_with(under + "."); }

IndicatorIds shared_by(const IndicatorIds& left, const IndicatorIds& right) {
  IndicatorIds out;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::inserter(out, out.begin()));
  return out;
}

Listener::Listener(const Rubric& rubric, const SortWords& words) : words_(words) {
  for (const Topic& topic : words.topics) topics_.emplace_back(&topic, IndicatorIds{});
  for (const Indicator* indicator : all_indicators(rubric)) {
    std::string text = indicator->text;
    for (const Demand& demand : indicator->evidence) text += "。" + demand.what;
    const HeardWords heard(words, text);
    for (auto& [topic, asking] : topics_)
      if (heard.says_any(topic->asks)) asking.insert(indicator->id);
  }
}

bool Listener::is_foreign(const std::string& name) const {
  const HeardWords heard(words_, name);
  return heard.has_any(words_.foreign) && !heard.has_any(words_.own);
}

Hearing Listener::name(const std::string& name, const std::string& under) const {
  const auto [main, remark] = parted_remark(name);
  const Hearing whole = whole_name(name, under);
  if (remark.empty()) return whole;
  Hearing of_main = whole_name(main, under);
  if (!of_main.is_plain()) return whole;
  const Hearing of_remark = whole_name(remark, under);
  const Hearing& other = of_remark.is_plain() ? of_remark : whole;
  const IndicatorIds both = shared_by(of_main.ids, other.ids);
  const bool held = says_what_is_held(remark), against = of_remark.is_plain() && both.empty() && !held;
  if (!both.empty()) of_main.ids = both;
  if (against) of_main.ids.insert(of_remark.ids.begin(), of_remark.ids.end());
  of_main.doubtful = of_main.doubtful || against || (!held && is_foreign(remark));
  return of_main;
}

Hearing Listener::whole_name(const std::string& name, const std::string& under) const {
  const HeardWords heard(words_, name);
  return hear(heard, under, {heard.unknown_characters(), true, true, 0});
}

Hearing Listener::folders_and_name(const std::string& folders, const std::string& name, const std::string& under) const {
  const HeardWords heard(words_, folders + name);
  return hear(heard, under, {heard.unknown_characters(), true, true, folded_for_words(folders).size()});
}

Hearing Listener::page(const std::string& text, const std::string& title, const std::string& under) const {
  return hear(HeardWords(words_, text), under, {0, HeardWords(words_, title).has_any(words_.foreign), false, 0});
}

Hearing Listener::title_and_body(const std::string& title, const std::string& body, const std::string& under) const {
  const bool foreign = HeardWords(words_, title).has_any(words_.foreign);
  return hear(HeardWords(words_, title + body), under, {0, foreign, false, 0, folded_for_words(title).size()});
}

bool Listener::touches(const IndicatorIds& ids, const std::string& text) const {
  const HeardWords heard(words_, text);
  return std::any_of(topics_.begin(), topics_.end(), [&](const auto& one) {
    const auto& [topic, asking] = one;
    return !shared_by(asking, ids).empty() && (heard.says_any(topic->says) || heard.says_any(topic->hints));
  });
}

Hearing Listener::hear(const HeardWords& heard, const std::string& under, const Weighing& weighing) const {
  const bool ours = heard.has_any(words_.own);
  std::vector<Reading> readings, withheld;
  for (const auto& [topic, asking] : topics_) {
    auto reading = read(*topic, asking, heard, under);
    if (!reading || (reading->is_hint && weighing.unknown > kUnknownBesideHint) || !reading->explains_between(weighing.share_from, weighing.share_to)) continue;
    const bool foreign = weighing.may_be_foreign && heard.has_outside(words_.foreign, reading->covered);
    if (foreign && (!ours || reading->is_hint)) continue;
    reading->doubtful = foreign || (!ours && weighing.unknown > kUnknownBesidePlain);
    (reading->withheld ? withheld : readings).push_back(std::move(*reading));
  }
  std::vector<bool> explained(heard.size());
  Hearing out = heard_in(readings, explained);
  if (!weighing.is_name || !out.is_plain()) return out;
  const auto speaks = [&](const Reading& other) {
    return shared_by(other.ids, out.ids).empty() && other.explains_beside(explained) && !is_settled(*other.topic, heard, explained);
  };
  out.doubtful = out.doubtful || std::any_of(withheld.begin(), withheld.end(), speaks) || goes_on(out.ids, heard, explained, kUnexplainedAtMost);
  return out;
}

/// A reading was put aside by something in which what was taken has a share.
bool Listener::is_settled(const Topic& aside, const HeardWords& heard, const std::vector<bool>& explained) {
  return std::any_of(aside.unless.begin(), aside.unless.end(), [&](const Saying& saying) {
    if (!heard.says(saying)) return false;
    std::vector<bool> why(heard.size());
    heard.cover(saying, why);
    for (std::size_t i = 0; i < why.size(); ++i)
      if (why[i] && explained[i]) return true;
    return false;
  });
}

bool Listener::adds_nothing(const std::string& name, const IndicatorIds& ids) const {
  const HeardWords heard(words_, name);
  return !goes_on(ids, heard, std::vector<bool>(heard.size()), kAddedAtMost);
}

bool Listener::goes_on(const IndicatorIds& ids, const HeardWords& heard, std::vector<bool> explained, int at_most) const {
  std::vector<std::string> forms = words_.forms;
  for (const auto& [topic, asking] : topics_) {
    if (shared_by(asking, ids).empty()) continue;
    heard.cover_known(*topic, explained);
    forms.insert(forms.end(), topic->forms.begin(), topic->forms.end());
  }
  return !heard.ends_in(explained, forms) || heard.unexplained_characters(std::move(explained)) > at_most;
}

std::optional<Listener::Reading> Listener::read(const Topic& topic, const IndicatorIds& asking, const HeardWords& heard, const std::string& under) const {
  Reading out;
  out.topic = &topic;
  std::copy_if(asking.begin(), asking.end(), std::inserter(out.ids, out.ids.end()), [&](const std::string& id) { return is_below(id, under); });
  const bool plain = heard.says_any(topic.says);
  if (out.ids.empty() || (!plain && !heard.says_any(topic.hints))) return std::nullopt;
  out.withheld = heard.says_any(topic.unless);
  if (out.withheld && !plain) return std::nullopt;
  out.is_hint = !plain;
  out.covered.resize(heard.size());
  for (const Saying& saying : plain ? topic.says : topic.hints) {
    if (!heard.says(saying)) continue;
    heard.cover(saying, out.covered);
    if (std::string word = heard.shown(saying); word.size() > out.word.size()) out.word = std::move(word);
  }
  return out;
}

Hearing Listener::heard_in(const std::vector<Reading>& readings, std::vector<bool>& explained) {
  Hearing out;
  const bool plain = std::any_of(readings.begin(), readings.end(), [](const Reading& reading) { return !reading.is_hint; });
  out.is_hint = !plain;
  for (const Reading& reading : readings) {
    if (reading.is_hint == plain) continue;
    const bool beaten = std::any_of(readings.begin(), readings.end(),
                                    [&](const Reading& other) { return other.is_hint != plain && other.explains_more_than(reading); });
    if (beaten) continue;
    out.ids.insert(reading.ids.begin(), reading.ids.end());
    out.doubtful = out.doubtful || reading.doubtful;
    if (reading.word.size() > out.word.size()) out.word = reading.word;
    for (std::size_t i = 0; i < explained.size(); ++i) explained[i] = explained[i] || reading.covered[i];
  }
  return out;
}

}  // namespace lvce
