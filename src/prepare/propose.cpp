#include "prepare/propose.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>
#include <utility>

#include "prepare/filed_name.h"
#include "prepare/hearing.h"
#include "prepare/own_words.h"
#include "prepare/page_title.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr std::size_t kHeadingAtMost = 110;  ///< characters of a first page that may be its title
constexpr std::size_t kPageAtMost = 320;
constexpr std::size_t kOfferedAtMost = 4;
constexpr std::size_t kVotedAtMost = 2;  ///< of what lines speak of: who agrees to a row takes all of it

constexpr const char* kInTitle = "首页标题里有";

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

bool is_han_letter(char32_t c) { return c >= U'\u4e00' && c <= U'\u9fff'; }

}  // namespace

class Proposer::Judge {
 public:
  Judge(const Rubric& rubric, const SortWords& words) : words_(words), listener_(rubric, words), own_words_(rubric, words) {
    for (const Indicator* indicator : all_indicators(rubric)) order_.push_back(indicator->id);
    for (const Unit& unit : rubric.units) {
      printed_names_.push_back(without_space(unit.name));
      for (const Item& item : unit.items) printed_names_.push_back(without_space(item.name));
    }
  }

  /// A file whose number the standard lacks is never sure, whatever its words say.
  Proposal propose(const EvidenceFile& file, const std::string& page) const {
    const std::string under = known_part(file.under);
    Proposal out = propose_within(file, under, page);
    out.sure = out.sure && under == file.under && !is_from_others(file.path);
    out.name = filed_name(file, page, words_);
    return out;
  }

 private:
  Proposal propose_within(const EvidenceFile& file, const std::string& under, const std::string& page) const {
    const std::size_t slash = file.path.rfind('/');
    const std::string stem = stem_of(file.path.substr(slash == std::string::npos ? 0 : slash + 1)), shown = shown_beside_name(file);
    const std::string name = stem + " " + shown;
    const std::string folders = slash == std::string::npos ? "" : file.path.substr(0, slash);
    const std::string start = encode_utf8(decode_utf8(without_space(page)).substr(0, kPageAtMost));
    const std::string own_folders = without_printed_names(folders);
    const Hearing own = listener_.name(name, under), above = listener_.name(own_folders, under);
    const Hearing both = listener_.folders_and_name(without_departments(folders) + "/", name, under);
    const std::string top = heading_of(page), title = title_of(top, words_.body);
    const auto [heading, of_heading] = heading_heard(page, top, title, under);
    if (own.is_plain()) {
      const bool by_caption = !shown.empty() && !listener_.name(stem, under).is_plain();
      Proposal out = judged(file, own, plain_only(heading), by_caption ? "图说里有" : "文件名里有",
                            under.empty() ? above : Hearing{});  // an item's name is no doubt
      return contested(std::move(out), name, under);
    }
    if (!folders.empty() && both.is_plain() && !above.is_plain()) return judged(file, both, plain_only(heading), "文件夹和文件名里有");
    if (heading.is_plain()) {
      Proposal out = weighed_by_body(judged(file, heading, plain_only(above), of_heading), page, under);
      return heading.doubtful && of_heading != std::string_view(kInTitle) ? with_lines(std::move(out), page, title, under) : out;
    }
    if (above.is_plain() && !listener_.is_foreign(name)) {
      Proposal out = judged(file, above, {}, "所在文件夹写着");
      out.sure = out.sure && listener_.adds_nothing(name, above.ids);
      return out;
    }
    if (above.is_plain()) return {file.path, {}, "", false};
    const Hearing together = listener_.name(own_folders + "/" + name, under);
    for (const auto& [hint, where] : {std::pair{own, "文件名里有"},
                                      {together, together.ids == above.ids ? "所在文件夹写着" : "文件夹和文件名里有"},
                                      {heading, of_heading},
                                      {listener_.is_foreign(title) ? Hearing{} : listener_.page(start, title, under), "首页里有"},
                                      {listener_.title_and_body(head_of(page), body_of(page), under), "首页里有"},
                                      {listener_.is_foreign(name) ? Hearing{} : own_words_.clearly_meant(name, under), "文件名用了"},
                                      {listener_.is_foreign(name) ? Hearing{} : own_words_.meant_inside(name, under), "文件名用了"},
                                      {listener_.is_foreign(top) ? Hearing{} : own_words_.clearly_meant(top, under), "首页用了"}}) {
      Proposal out = judged(file, hint, {}, where);
      out.sure = false;
      if (!out.indicators.empty()) return with_lines(std::move(out), page, title, under);
    }
    return with_lines({file.path, {}, "", false}, page, title, under);
  }

  /// What is not sure is offered with what the lines of the page speak of, each alone and with the title, most of them first.
  Proposal with_lines(Proposal out, const std::string& page, const std::string& title, const std::string& under) const {
    if (listener_.is_foreign(title)) return out;
    std::map<std::string, double> votes;  // by indicator; a line's one vote is shared among all that it speaks of
    std::string word;
    const std::string head = head_of(page);
    for (const std::string& line : split(page, '\n')) {
      for (const Hearing& heard : {plain_only(listener_.page(line, "", under)), plain_only(listener_.title_and_body(head, line, under))}) {
        for (const std::string& id : heard.ids) votes[id] += 1.0 / static_cast<double>(heard.ids.size());
        if (heard.word.size() > word.size()) word = heard.word;
      }
    }
    if (out.indicators.empty()) out.why = votes.empty() ? "" : "首页里有“" + word + "”";
    add_most_voted(out, votes);
    return out;
  }

  void add_most_voted(Proposal& out, const std::map<std::string, double>& votes) const {
    std::vector<std::string> ranked;
    for (const auto& [id, vote] : votes) ranked.push_back(id);
    std::stable_sort(ranked.begin(), ranked.end(), [&](const std::string& a, const std::string& b) { return votes.at(a) > votes.at(b); });
    IndicatorIds ids(out.indicators.begin(), out.indicators.end());
    for (const std::string& id : ranked)
      if (ids.size() < kVotedAtMost) ids.insert(id);
    out.indicators = in_order(ids);
  }

  /// What a first page's title says, as a name says it; where the title says nothing plainly, what stands near it may be meant. With it, where it stands.
  std::pair<Hearing, const char*> heading_heard(const std::string& page, const std::string& top, const std::string& title, const std::string& under) const {
    const std::string named = title_on_page(page, words_);
    Hearing titled = listener_.name(named, under);
    titled.doubtful = titled.doubtful || is_for_others(page, words_) || is_of_other_body(page, words_) || is_aside(named, words_);
    if (titled.is_plain()) return {titled, kInTitle};
    Hearing near = listener_.page(top, named.empty() ? title : named, under);
    near.doubtful = true;
    if (near.is_plain() && near.ids.size() + titled.ids.size() <= kOfferedAtMost) near.ids.insert(titled.ids.begin(), titled.ids.end());
    if (near.is_plain() || titled.ids.empty()) return {near, "首页里有"};
    return {titled, kInTitle};
  }

  /// Up to the end of its title, letterhead included.
  std::string head_of(const std::string& page) const {
    const std::string plain = without_space(page);
    return plain.substr(0, plain.size() - body_of(page).size());
  }

  /// What a paper says below its title.
  std::string body_of(const std::string& page) const {
    const std::string plain = without_space(page), named = title_on_page(page, words_);
    const std::size_t at = named.empty() ? std::string::npos : plain.find(named);
    return at == std::string::npos ? "" : plain.substr(at + named.size());
  }

  /// A title that says more than one thing is doubtful where the paper goes on about another indicator and not about its own: both are shown. A paper
  /// that speaks of many things below its title speaks of none of them in particular.
  Proposal weighed_by_body(Proposal out, const std::string& page, const std::string& under) const {
    constexpr std::size_t kSpeaksOf = 2;
    const std::string text = body_of(page);
    IndicatorIds ids(out.indicators.begin(), out.indicators.end());
    const Hearing body = plain_only(listener_.page(text, "", under));
    if (ids.empty() || body.ids.empty() || body.ids.size() > kSpeaksOf) return out;
    if (listener_.touches(ids, text) || listener_.adds_nothing(title_on_page(page, words_), ids)) return out;
    out.sure = false;
    if (ids.size() + body.ids.size() > kOfferedAtMost) return out;
    ids.insert(body.ids.begin(), body.ids.end());
    out.indicators = in_order(ids);
    return out;
  }

  std::vector<std::string> in_order(const IndicatorIds& ids) const {
    std::vector<std::string> out;
    std::copy_if(order_.begin(), order_.end(), std::back_inserter(out), [&](const std::string& id) { return ids.contains(id); });
    return out;
  }

  /// It lies in a folder of papers that others have sent.
  bool is_from_others(const std::string& path) const {
    const std::string folders = path.substr(0, path.rfind('/') == std::string::npos ? 0 : path.rfind('/'));
    return std::any_of(words_.senders.begin(), words_.senders.end(), [&](const std::string& sender) { return folders.find(sender) != std::string::npos; });
  }

  /// A number that the standard lacks, up to where it has something (3.4.9 → 3.4).
  std::string known_part(std::string under) const {
    const auto has_some = [&] { return std::any_of(order_.begin(), order_.end(), [&](const std::string& id) { return is_below(id, under); }); };
    while (!under.empty() && !has_some()) under.resize(under.rfind('.') == std::string::npos ? 0 : under.rfind('.'));
    return under;
  }

  /// Without folders that only bear the name of a unit or item: all that lies in it is told by that, nothing more.
  std::string without_printed_names(const std::string& folders) const {
    std::vector<std::string> said;
    for (const std::string& folder : split(folders, '/')) {
      const std::string plain = without_space(folder);
      const auto bears = [&](const std::string& name) { return plain.ends_with(name) && only_numbers(plain.substr(0, plain.size() - name.size())); };
      if (std::none_of(printed_names_.begin(), printed_names_.end(), bears)) said.push_back(folder);
    }
    return join(said, "/");
  }

  /// 办公室/, 财务科/: who keeps the file, which is no word of what it is.
  static std::string without_departments(const std::string& folders) {
    constexpr std::size_t kLongest = 15;  ///< bytes: 党政办公室
    static constexpr std::array<std::string_view, 6> kEnds = {"室", "科", "股", "处", "办", "部"};
    std::vector<std::string> said;
    for (const std::string& folder : split(folders, '/')) {
      const bool department = folder.size() <= kLongest && std::any_of(kEnds.begin(), kEnds.end(), [&](std::string_view end) { return folder.ends_with(end); });
      if (!department) said.push_back(folder);
    }
    return join(said, "/");
  }

  static bool only_numbers(const std::string& text) {
    static constexpr std::u32string_view kCounting = U"第单元项目条一二三四五六七八九十";
    const std::u32string points = decode_utf8(text);
    return std::none_of(points.begin(), points.end(), [](char32_t c) { return is_han_letter(c) && kCounting.find(c) == std::u32string_view::npos; });
  }

  static std::string stem_of(const std::string& name) { return name.substr(0, name.rfind('.')); }
  static Hearing plain_only(const Hearing& hearing) { return hearing.is_plain() ? hearing : Hearing{}; }

  /// One indicator is proposed, whose name holds words of another indicator's own, and none of its: both are shown.
  Proposal contested(Proposal out, const std::string& name, const std::string& under) const {
    if (out.indicators.size() != 1) return out;
    IndicatorIds ids = own_words_.others_in(name, out.indicators.front(), under);
    if (ids.empty() || ids.size() >= kOfferedAtMost) return out;
    ids.insert(out.indicators.front());
    out.sure = false;
    out.indicators = in_order(ids);
    return out;
  }

  /// `said` decides; what `other` says narrows it, or makes it doubtful; `folder` can only make it doubtful.
  Proposal judged(const EvidenceFile& file, const Hearing& said, const Hearing& other, const std::string& where, const Hearing& folder = {}) const {
    IndicatorIds ids = said.ids;
    const IndicatorIds both = shared_by(said.ids, other.ids);
    const bool against = both.empty() && !other.ids.empty();
    if (!both.empty()) ids = both;
    if (against) ids.insert(other.ids.begin(), other.ids.end());
    Proposal out{file.path, {}, "", false};
    if (ids.empty() || ids.size() > kOfferedAtMost) return out;
    out.indicators = in_order(ids);
    out.why = said.word.empty() ? where + "评价标准的原话" : where + "“" + said.word + "”";
    const bool elsewhere = folder.is_plain() && shared_by(ids, folder.ids).empty();
    out.sure = ids.size() == 1 && !against && !said.is_hint && !said.doubtful && !elsewhere;
    return out;
  }

  const SortWords& words_;
  Listener listener_;
  OwnWords own_words_;
  std::vector<std::string> order_;
  std::vector<std::string> printed_names_;  ///< of units and items
};

Proposer::Proposer(const Rubric& rubric, const SortWords& words) : judge_(std::make_unique<Judge>(rubric, words)) {}
Proposer::~Proposer() = default;

std::vector<Proposal> Proposer::places(const EvidenceFolder& folder, const std::map<std::string, std::string>& first_pages) const {
  std::vector<Proposal> out;
  for (const EvidenceFile& file : folder.files) {
    if (file.state != EvidenceState::unassigned) continue;
    const auto page = first_pages.find(file.path);
    out.push_back(judge_->propose(file, page == first_pages.end() ? "" : page->second));
  }
  return out;
}

std::vector<Proposal> propose_places(const EvidenceFolder& folder, const Rubric& rubric, const SortWords& words,
                                     const std::map<std::string, std::string>& first_pages) {
  return Proposer(rubric, words).places(folder, first_pages);
}

}  // namespace lvce
