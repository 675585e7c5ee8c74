#include "prepare/propose.h"

#include <algorithm>
#include <optional>
#include <set>

#include "prepare/topics.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr std::size_t kHeadingAtMost = 110;  ///< characters of a first page that may be its title
constexpr std::size_t kPageAtMost = 320;
constexpr std::size_t kOfferedAtMost = 4;
constexpr std::size_t kGram = 3;  ///< characters in a row
constexpr int kVotesNeeded = 4;   ///< six characters in a row, or more than one run

using Ids = std::set<std::string>;

/// What one source (a name, a heading …) speaks of. Hints count only where nothing is said plainly.
struct Hearing {
  Ids ids;
  std::string word;      ///< the longest that was heard
  bool is_hint = false;  ///< nothing plain was said
  Ids unproved;          ///< about these, and perhaps not what they ask for

  void add(const std::string& id, const Spoken& spoken, bool proved) {
    const bool hint = spoken.how == Spoken::How::weakly;
    if (hint && !ids.empty() && !is_hint) return;
    if (!hint && is_hint) {
      ids.clear();
      word.clear();
    }
    is_hint = hint;
    ids.insert(id);
    if (!proved) unproved.insert(id);
    if (spoken.word.size() > word.size()) word = spoken.word;
  }
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

bool is_han(char32_t c) { return c >= U'\u4e00' && c <= U'\u9fff'; }

/// Runs of Han characters, three by three, without words that any paper of an office may hold.
std::set<std::u32string> grams_of(const std::string& text) {
  std::string plain = without_space(text);
  for (const char* word :
       {"领导干部",     "干部职工", "会议室",   "会议纪要", "检查记录", "实施方案", "管理制度", "节约型机关", "公共机构", "主管部门", "机关事务",
        "本单位",       "情况说明", "统计台账", "办公用品", "复印件",   "服务要求", "办公用房", "领导班子",   "工作人员", "公务接待", "岗位职责",
        "节约能源资源", "能源资源", "操作规程", "中央空调", "节能工作", "参加节能", "工作职责", "年度目标",   "管理目标", "照片"}) {
    plain = replace_all(plain, word, " ");
  }
  const std::u32string points = decode_utf8(plain);
  std::set<std::u32string> out;
  for (std::size_t i = 0; i + kGram <= points.size(); ++i) {
    const std::u32string gram = points.substr(i, kGram);
    if (std::all_of(gram.begin(), gram.end(), is_han)) out.insert(gram);
  }
  return out;
}

class Proposer {
 public:
  explicit Proposer(const Rubric& rubric) {
    for (const Indicator* indicator : all_indicators(rubric)) {
      std::string text = indicator->text;
      for (const Demand& demand : indicator->evidence) text += "。" + demand.what;
      order_.push_back(indicator->id);
      for (const Topic& topic : topics()) {
        if (speaks_of(topic.indicator, text)) by_topic_[&topic].insert(indicator->id);
      }
      for (const std::u32string& gram : grams_of(text)) by_gram_[gram].insert(indicator->id);
    }
  }

  Proposal propose(const EvidenceFile& file, const std::string& page) const {
    const std::size_t slash = file.path.rfind('/');
    const std::string name = file.path.substr(slash == std::string::npos ? 0 : slash + 1);
    const std::string folders = slash == std::string::npos ? "" : file.path.substr(0, slash);
    const std::string start = encode_utf8(decode_utf8(without_space(page)).substr(0, kPageAtMost));
    const Hearing own = hear(name, file.under), heading = hear(heading_of(page), file.under), above = hear(folders, file.under);
    if (!own.ids.empty() && !own.is_hint) return judged(file, own, plain_only(heading), "文件名里有");
    if (!heading.ids.empty() && !heading.is_hint) return judged(file, heading, plain_only(above), "首页标题里有");
    if (!above.ids.empty() && !above.is_hint) return judged(file, above, {}, "所在文件夹写着");
    for (const auto& [hint, where] : {std::pair{own, "文件名里有"},
                                      {heading, "首页标题里有"},
                                      {above, "所在文件夹写着"},
                                      {hear(start, file.under), "首页里有"},
                                      {hear_own_words(name, file.under), "文件名用了"},
                                      {hear_own_words(heading_of(page), file.under), "首页用了"}}) {
      Proposal out = judged(file, hint, {}, where);
      out.sure = false;
      if (!out.indicators.empty()) return out;
    }
    return {file.path, {}, "", false};
  }

 private:
  Hearing hear(const std::string& text, const std::string& under) const {
    Hearing out;
    const std::string folded = without_space(fold_width(text));
    for (const auto& [topic, ids] : by_topic_) {
      const Spoken spoken = spoken_of(topic->file, folded);
      if (spoken.how == Spoken::How::not_at_all || speaks_of(topic->unless, folded)) continue;
      const bool proved = topic->proof.empty() || speaks_of(topic->proof, folded);
      for (const std::string& id : ids) {
        if (is_below(id, under)) out.add(id, spoken, proved);
      }
    }
    return out;
  }

  static Hearing plain_only(Hearing hearing) { return hearing.is_hint ? Hearing{} : hearing; }
  static bool is_below(const std::string& id, const std::string& under) { return under.empty() || id.starts_with(under + "."); }

  /// By the indicators' own words, where no topic speaks: a hint, and only where one indicator clearly has more of them than any other.
  Hearing hear_own_words(const std::string& text, const std::string& under) const {
    std::map<std::string, int> votes;
    for (const std::u32string& gram : grams_of(text)) {
      const auto found = by_gram_.find(gram);
      if (found == by_gram_.end() || found->second.size() != 1) continue;
      const std::string& id = *found->second.begin();
      if (is_below(id, under)) ++votes[id];
    }
    Hearing out;
    const auto more = [](const auto& a, const auto& b) { return a.second < b.second; };
    const auto best = std::max_element(votes.begin(), votes.end(), more);
    if (best == votes.end() || best->second < kVotesNeeded) return out;
    const bool clear = std::all_of(votes.begin(), votes.end(), [&](const auto& vote) { return vote.first == best->first || vote.second * 2 <= best->second; });
    if (clear) out.add(best->first, {Spoken::How::weakly, ""}, true);
    return out;
  }

  /// `said` decides; what the other source says narrows it, or makes it doubtful.
  Proposal judged(const EvidenceFile& file, const Hearing& said, const Hearing& other, const std::string& where) const {
    Ids ids = said.ids;
    Ids both;
    std::set_intersection(said.ids.begin(), said.ids.end(), other.ids.begin(), other.ids.end(), std::inserter(both, both.begin()));
    const bool against = both.empty() && !other.ids.empty();
    if (!both.empty()) ids = both;
    if (against) ids.insert(other.ids.begin(), other.ids.end());
    Proposal out{file.path, {}, "", false};
    if (ids.empty() || ids.size() > kOfferedAtMost) return out;
    for (const std::string& id : order_) {
      if (ids.contains(id)) out.indicators.push_back(id);
    }
    out.why = said.word.empty() ? where + "评价标准的原话" : where + "“" + said.word + "”";
    out.sure = ids.size() == 1 && !against && !said.is_hint && !said.unproved.contains(*ids.begin());
    return out;
  }

  std::vector<std::string> order_;
  std::map<const Topic*, Ids> by_topic_;
  std::map<std::u32string, Ids> by_gram_;  ///< three characters → the indicators that hold them
};

}  // namespace

std::vector<Proposal> propose_places(const EvidenceFolder& folder, const Rubric& rubric, const std::map<std::string, std::string>& first_pages) {
  const Proposer proposer(rubric);
  std::vector<Proposal> out;
  for (const EvidenceFile& file : folder.files) {
    if (file.state != EvidenceState::unassigned) continue;
    const auto page = first_pages.find(file.path);
    out.push_back(proposer.propose(file, page == first_pages.end() ? "" : page->second));
  }
  return out;
}

}  // namespace lvce
