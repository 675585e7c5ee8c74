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

using Ids = std::set<std::string>;

/// What one source (a name, a heading …) speaks of.
struct Hearing {
  Ids ids;
  std::string word;  ///< the longest that was heard
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
    }
  }

  Proposal propose(const EvidenceFile& file, const std::string& page) const {
    const std::size_t slash = file.path.rfind('/');
    const std::string name = file.path.substr(slash == std::string::npos ? 0 : slash + 1);
    const std::string folders = slash == std::string::npos ? "" : file.path.substr(0, slash);
    const Hearing own = hear(name, file.under);
    const Hearing heading = hear(heading_of(page), file.under);
    const Hearing above = hear(folders, file.under);
    if (!own.ids.empty()) return judged(file, own, heading, "文件名里有");
    if (!heading.ids.empty()) return judged(file, heading, above, "首页标题里有");
    if (!above.ids.empty()) return judged(file, above, {}, "所在文件夹写着");
    Proposal out = judged(file, hear(encode_utf8(decode_utf8(without_space(page)).substr(0, kPageAtMost)), file.under), {}, "首页里有");
    out.sure = false;
    return out;
  }

 private:
  Hearing hear(const std::string& text, const std::string& under) const {
    Hearing out;
    const std::string folded = without_space(fold_width(text));
    for (const auto& [topic, ids] : by_topic_) {
      const std::optional<std::string> word = word_of(topic->file, folded);
      if (!word || speaks_of(topic->unless, folded)) continue;
      bool any = false;
      for (const std::string& id : ids) {
        if (!under.empty() && !id.starts_with(under + ".")) continue;
        out.ids.insert(id);
        any = true;
      }
      if (any && word->size() > out.word.size()) out.word = *word;
    }
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
    out.why = where + "“" + said.word + "”";
    out.sure = ids.size() == 1 && !against;
    return out;
  }

  std::vector<std::string> order_;
  std::map<const Topic*, Ids> by_topic_;
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
