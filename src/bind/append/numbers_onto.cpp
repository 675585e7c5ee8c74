#include "bind/append/numbers_onto.h"

#include <algorithm>
#include <set>
#include <utility>

namespace lvce {

NumbersOnto::NumbersOnto(const PrintRecord& printed, bool duplex) : duplex_(duplex), others_(duplex) {
  for (const PrintedPiece& piece : printed.pieces) {
    order_.push_back(piece.key);
    Labels& labels = printed_[piece.key];
    for (const PrintedPage& page : piece.pages) {
      labels.push_back(page.label);
      int& used = used_[page.label.number];
      used = std::max(used, page.label.supplement);
    }
  }
}

void NumbersOnto::learn_gone(const Binding& binding) {
  if (std::exchange(learnt_, true)) return;
  std::set<std::string> present;
  for (const Piece& piece : binding.pieces) present.insert(piece.key);
  std::string before;
  for (const std::string& key : order_) {
    if (present.contains(key)) {
      before = key;
    } else if (!key.starts_with("volume:")) {  // these are made when all numbers stand
      Labels& labels = gone_[before];
      labels.insert(labels.end(), printed_[key].begin(), printed_[key].end());
    }
  }
}

/// The page behind which a supplement can lie: the back of its sheet.
int NumbersOnto::page_before() const {
  const bool front = duplex_ && last_.supplement == 0 && last_.is_front();
  return front ? last_.number + 1 : last_.number;
}

void NumbersOnto::add_behind(int number, int pages, Labels& labels) {
  for (int page = 0; page < pages; ++page) labels.emplace_back(number, ++used_[number]);
}

void NumbersOnto::fill_sheet(int number, Labels& labels) {
  if (duplex_ && used_[number] % 2 != 0) add_behind(number, 1, labels);
}

/// A new piece whose next one is new too and may begin on the back of its last sheet.
bool NumbersOnto::goes_on_with_next(const Binding& binding, std::size_t index) const {
  if (index + 1 >= bound_end(binding)) return false;
  const Piece& next = binding.pieces[index + 1];
  return !printed_.contains(next.key) && !next.takes_new_sheet();
}

PageLabel NumbersOnto::first_of(const Binding& binding, std::size_t index) {
  const Piece& piece = binding.pieces[index];
  if (index >= bound_end(binding)) return others_.first_of(binding, index);
  const auto found = printed_.find(piece.key);
  if (found != printed_.end()) return found->second.front();
  const int number = page_before();
  return {number, used_[number] + 1};
}

std::vector<PageLabel> NumbersOnto::take(const Binding& binding, std::size_t index) {
  if (index >= bound_end(binding)) return others_.take(binding, index);
  learn_gone(binding);
  const Piece& piece = binding.pieces[index];
  const auto found = printed_.find(piece.key);
  Labels labels = found != printed_.end() ? found->second : Labels();
  if (found != printed_.end()) last_ = labels.back();
  const int number = page_before();
  const int more = piece.pages() - static_cast<int>(labels.size());
  if (more > 0) {
    add_behind(number, more, labels);
    if (found != printed_.end() || !goes_on_with_next(binding, index)) fill_sheet(number, labels);
  }
  const auto gone = gone_.find(piece.key);
  if (found != printed_.end() && gone != gone_.end()) labels.insert(labels.end(), gone->second.begin(), gone->second.end());
  last_ = labels.back();
  return labels;
}

}  // namespace lvce
