#include "bind/sealed/edited_figures.h"

#include <algorithm>

#include "bind/sealed/alignment.h"
#include "support/ascii.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr char32_t kPageEnd = U'\n';
constexpr std::size_t kSameAround = 6;                      ///< characters around a figure that tell that it was moved with its words
constexpr std::size_t kWordsBefore = 10, kWordsBehind = 4;  ///< shown around it
constexpr std::size_t kLongestChange = 40;                  ///< more than that is no figure put in place of another

struct EditedText {
  std::u32string text;  ///< without blanks, kPageEnd behind each page
  int page_at(std::size_t at) const {
    return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(std::min(at, text.size())), kPageEnd));
  }
  bool digit(std::size_t at) const { return at < text.size() && is_ascii_digit(text[at]); }
  bool sign(std::size_t at) const { return at < text.size() && (text[at] == U'.' || text[at] == U','); }
  /// What stands there belongs to a figure that would go on at `at`.
  bool goes_on_before(std::size_t at) const { return at > 0 && (digit(at - 1) || ((sign(at - 1)) && at > 1 && digit(at - 2)) || text[at - 1] == U'-'); }
  bool goes_on_behind(std::size_t at) const { return digit(at) || (sign(at) && digit(at + 1)); }
};

EditedText joined_pages(const std::vector<std::string>& pages) {
  EditedText out;
  for (const std::string& page : pages) out.text += without_blanks(page) + kPageEnd;
  return out;
}

class FigureCheck {
 public:
  FigureCheck(const OwnText& own, const EditedText& edited, std::vector<std::size_t> places)
      : own_(own.text), figures_(own.figures), edited_(edited), places_(std::move(places)), used_(edited.text.size(), false) {}

  std::vector<LostFigure> run() {
    std::vector<OwnFigure> missing;
    for (std::size_t number = 0; number < figures_.size(); ++number) {
      const OwnFigure& figure = figures_[number];
      if (stands(number)) use(places_[figure.begin], figure.end - figure.begin);
      else missing.push_back(figure);
    }
    std::vector<LostFigure> lost;
    for (const OwnFigure& figure : missing) {
      if (!stands_elsewhere(figure)) lost.push_back(described(figure));
    }
    return lost;
  }

 private:
  void use(std::size_t at, std::size_t length) { std::fill_n(used_.begin() + static_cast<std::ptrdiff_t>(at), length, true); }

  bool stands(std::size_t number) const {
    const OwnFigure& figure = figures_[number];
    if (!is_whole(figure)) return false;
    const bool joins_lost_before = number > 0 && figures_[number - 1].end == figure.begin && !is_whole(figures_[number - 1]);
    const bool joins_lost_behind = number + 1 < figures_.size() && figures_[number + 1].begin == figure.end && !is_whole(figures_[number + 1]);
    return (joins_lost_before || !touched_before(figure)) && (joins_lost_behind || !touched_behind(figure));
  }

  /// All its characters in a row.
  bool is_whole(const OwnFigure& figure) const {
    const std::size_t at = places_[figure.begin], length = figure.end - figure.begin;
    if (at == kGone) return false;
    for (std::size_t i = 0; i < length; ++i) {
      if (places_[figure.begin + i] != at + i) return false;
    }
    return true;
  }

  /// By what was not there. A page number or chart beside it may say anything; so may what stands for the figure of the cell beside it, when that
  /// one is lost, and is told.
  bool touched_before(const OwnFigure& figure) const {
    const std::size_t at = places_[figure.begin];
    if (figure.begin > 0 && (own_[figure.begin - 1] == kNotCompared || (at > 0 && places_[figure.begin - 1] == at - 1))) return false;
    return edited_.goes_on_before(at);
  }
  bool touched_behind(const OwnFigure& figure) const {
    const std::size_t end = places_[figure.end - 1] + 1;
    if (figure.end < own_.size() && (own_[figure.end] == kNotCompared || places_[figure.end] == end)) return false;
    return edited_.goes_on_behind(end);
  }

  bool stands_elsewhere(const OwnFigure& figure) {
    const std::u32string word = own_.substr(figure.begin, figure.end - figure.begin);
    for (std::size_t at = edited_.text.find(word); at != std::u32string::npos; at = edited_.text.find(word, at + 1)) {
      const bool taken = std::any_of(used_.begin() + static_cast<std::ptrdiff_t>(at), used_.begin() + static_cast<std::ptrdiff_t>(at + word.size()),
                                     [](bool used) { return used; });
      if (taken || edited_.goes_on_before(at) || edited_.goes_on_behind(at + word.size()) || same_around(figure, at) < kSameAround) continue;
      use(at, word.size());
      return true;
    }
    return false;
  }

  std::size_t same_around(const OwnFigure& figure, std::size_t at) const {
    std::size_t before = 0, behind = 0;
    const std::size_t end = at + figure.end - figure.begin;
    while (before < std::min(figure.begin, at) && own_[figure.begin - 1 - before] == edited_.text[at - 1 - before]) ++before;
    while (figure.end + behind < own_.size() && end + behind < edited_.text.size() && own_[figure.end + behind] == edited_.text[end + behind]) ++behind;
    return before + behind;
  }

  LostFigure described(const OwnFigure& figure) const {
    std::size_t before = figure.begin, behind = figure.end;
    while (before > 0 && places_[before - 1] == kGone) --before;
    while (behind < own_.size() && places_[behind] == kGone) ++behind;
    const std::size_t begin = before == 0 ? 0 : places_[before - 1] + 1;
    const std::size_t end = behind == own_.size() ? edited_.text.size() : places_[behind];
    LostFigure out;
    out.figure = encode_utf8(own_.substr(figure.begin, figure.end - figure.begin));
    out.around = words_around(figure);
    if (end - begin <= kLongestChange) out.now = first_figure(begin, end);
    out.page = edited_.page_at(std::min(begin, edited_.text.size() - 1));
    return out;
  }

  std::string words_around(const OwnFigure& figure) const {
    const std::size_t from = figure.begin - std::min(figure.begin, kWordsBefore);
    std::u32string words = own_.substr(from, figure.end + kWordsBehind - from);
    words.erase(std::remove(words.begin(), words.end(), kNotCompared), words.end());
    return encode_utf8(words);
  }

  /// What was put there is read by itself: the figure of the cell before it may end at `begin`.
  std::string first_figure(std::size_t begin, std::size_t end) const {
    const std::u32string put = edited_.text.substr(begin, end - begin);
    for (std::size_t at = 0; at < put.size(); ++at) {
      const std::size_t figure_end = end_of_figure(put, at);
      if (figure_end > at) return encode_utf8(put.substr(at, figure_end - at));
    }
    return "";
  }

  const std::u32string& own_;
  const std::vector<OwnFigure>& figures_;
  const EditedText& edited_;
  const std::vector<std::size_t> places_;
  std::vector<bool> used_;  ///< of the edited text, by figures that stand
};

}  // namespace

std::optional<std::vector<LostFigure>> lost_figures(const OwnText& own, const std::vector<std::string>& pages) {
  const EditedText edited = joined_pages(pages);
  std::optional<std::vector<std::size_t>> places = align_texts(own.text, edited.text);
  if (!places) return std::nullopt;
  return FigureCheck(own, edited, std::move(*places)).run();
}

}  // namespace lvce
