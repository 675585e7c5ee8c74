#include "evidence/folder/id_list.h"

#include <algorithm>

namespace lvce {
namespace {

using MarkAt = Marks::const_iterator;

bool same_parent(const Levels& left, const Levels& right) {
  return left.size() == right.size() && !left.empty() && std::equal(left.begin(), left.end() - 1, right.begin());
}

/// Cuts marks into the elements of a list: at signs that only join, and at a blank or dash between two whole ids.
class ListReader {
 public:
  ListReader(const Marks& marks, const NumberTable& table) : marks_(marks), table_(table) {}

  TakenIds read() {
    MarkAt begin = marks_.begin();
    MarkAt end = element_end(begin);
    if (end == marks_.end() || !is_id(begin, end)) return {};
    take(begin, end);
    while (end != marks_.end() && !stopped_) {
      begin = end;
      end = element_end(begin);
      read_element(begin, end);
    }
    const bool several = taken_.ids.size() > 1 || !taken_.unknown.empty() || !taken_.range_end.empty() || !taken_.readings.empty();
    return several ? taken_ : TakenIds{};
  }

 private:
  bool is_id(MarkAt begin, MarkAt end) const { return table_.is_indicator(values_of(begin, end)); }

  void take(MarkAt begin, MarkAt end) {
    last_ = values_of(begin, end);
    taken_.ids.push_back(levels_text(last_));
    taken_.end = (end - 1)->end;
  }

  MarkAt element_end(MarkAt begin) const {
    for (MarkAt at = begin + 1; at != marks_.end(); ++at) {
      const bool joins = is_one_of(at->joint, kListSigns) || is_one_of(at->joint, kRangeSigns);
      if (joins && (at->joint != U'、' || is_id(begin, at))) return at;
      const bool loose = at->joint == U' ' || at->joint == U'_' || is_one_of(at->joint, kDashes);
      if (loose && is_id(begin, at) && is_id(at, dotted_end(at, marks_.end()))) return at;
    }
    return marks_.end();
  }

  void read_element(MarkAt begin, MarkAt end) {
    const bool ranges = is_one_of(begin->joint, kRangeSigns);
    if (ranges || is_one_of(begin->joint, kDashes)) return read_range(begin, end, ranges);
    if (begin->joint == U'_') return doubt(begin, end);
    const std::size_t length = longest_indicator(begin, end, table_);
    if (length == 0) return read_no_id(begin, end);
    const MarkAt stop = begin + static_cast<std::ptrdiff_t>(length);
    take(begin, stop);
    stopped_ = stop != end;
  }

  /// "2.1.1、2" orders, "2.1.1、2.9.9" is wrong, "2.1.1、2.2" may mean all of 2.2.
  void read_no_id(MarkAt begin, MarkAt end) {
    stopped_ = true;
    if (end - begin == 2 && table_.is_group(values_of(begin, end))) return doubt(begin, end);
    if (end - begin < 3) return;
    taken_.unknown = values_of(begin, end);
    taken_.end = (end - 1)->end;
  }

  void read_range(MarkAt begin, MarkAt end, bool sure) {
    const std::size_t length = longest_indicator(begin, end, table_);
    MarkAt stop = begin + static_cast<std::ptrdiff_t>(length);
    Levels last = values_of(begin, stop);
    if (length == 0 && sure && end - begin == 1) {  // "2.1.1至3"
      last = last_;
      last.back() = begin->value;
      stop = end;
    }
    const std::vector<std::string> ids = table_.between(last_, last);
    if (ids.size() < 2) return doubt(begin, end);
    if (!sure && !same_parent(last_, last)) {
      taken_.range_end = last;
      stopped_ = true;
      return;
    }
    taken_.ids.insert(taken_.ids.end(), ids.begin() + 1, ids.end());
    taken_.end = (stop - 1)->end;
    last_ = last;
    stopped_ = stop != end;
  }

  void doubt(MarkAt begin, MarkAt end) {
    taken_.readings = taken_.ids;
    taken_.readings.push_back(levels_text(values_of(begin, end)));
    stopped_ = true;
  }

  const Marks& marks_;
  const NumberTable& table_;
  TakenIds taken_;
  Levels last_;
  bool stopped_ = false;
};

/// Two numbers in a row, each with full stops of its own: "2.1-2.3", "2.1 2.1.1", "3、2.1.2". One number only where nothing else is meant.
TakenIds take_neighbours(const Marks& marks, const NumberTable& table) {
  TakenIds taken;
  const MarkAt middle = dotted_end(marks.begin(), marks.end());
  const MarkAt end = dotted_end(middle, marks.end());
  const Levels first = values_of(marks.begin(), middle);
  const Levels second = values_of(middle, end);
  if (second.size() < 2 || table.is_indicator(first)) return taken;
  const Levels both = joined(first, second);
  const bool one = table.is_indicator(both);
  const bool listed = is_one_of(middle->joint, U" 、");
  if (first.size() == 1 && !table.is_indicator(second) && !(listed && one && table.is_group(second))) return taken;  // "3-2.1": an odd sign
  if (table.is_indicator(second) && !one && (first.size() == 1 || begins_with(second, first))) {
    taken.ids = {levels_text(second)};
    taken.end = (end - 1)->end;
  } else if (table.is_group(second) || table.is_indicator(second)) {
    const bool apart = one && first.size() > 1 && first.front() != second.front();  // "2.2 4.2": project 2.2, its number 4.2
    if (apart) return taken;
    if (first.size() > 1 && !table.is_group(first)) return taken;
    if (one) taken.readings.push_back(levels_text(both));
    if (first.size() > 1) taken.readings.push_back(levels_text(first));
    taken.readings.push_back(levels_text(second));
  }
  return taken;
}

}  // namespace

std::size_t longest_indicator(MarkAt begin, MarkAt end, const NumberTable& table) {
  for (MarkAt stop = end; stop != begin; --stop) {
    if (table.is_indicator(values_of(begin, stop))) return static_cast<std::size_t>(stop - begin);
  }
  return 0;
}

TakenIds take_ids(const Marks& marks, const NumberTable& table) {
  TakenIds list = ListReader(marks, table).read();
  if (list.end > 0 || !list.readings.empty() || marks.empty()) return list;
  return take_neighbours(marks, table);
}

}  // namespace lvce
