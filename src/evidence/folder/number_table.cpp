#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "evidence/folder/number.h"
#include "support/text.h"

namespace lvce {
namespace {

/// Nothing when an id is not made of whole numbers.
Levels levels_of(const std::string& id) {
  Levels out;
  for (const std::string& part : split(id, '.')) {
    int value = 0;
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
    if (error != std::errc{} || end != part.data() + part.size()) return {};
    out.push_back(value);
  }
  return out;
}

bool starts_with(const Levels& whole, const Levels& front) { return front.size() <= whole.size() && std::equal(front.begin(), front.end(), whole.begin()); }

/// How far apart two numbers are: levels not shared, then the distance at the first level that differs.
std::pair<int, int> distance(const Levels& wanted, const Levels& offered) {
  const auto [mine, theirs] = std::mismatch(wanted.begin(), wanted.end(), offered.begin(), offered.end());
  const int shared = static_cast<int>(mine - wanted.begin());
  const bool both = mine != wanted.end() && theirs != offered.end();
  return {-shared, both ? std::abs(*mine - *theirs) : 0};
}

}  // namespace

std::string levels_text(const Levels& levels) {
  std::string out;
  for (int level : levels) out += (out.empty() ? "" : ".") + std::to_string(level);
  return out;
}

NumberTable::NumberTable(const Rubric& rubric) {
  for (const Unit& unit : rubric.units) {
    for (const Item& item : unit.items) {
      for (const Indicator& indicator : item.indicators) {
        const Levels levels = levels_of(indicator.id);
        if (levels.empty()) continue;
        positions_.emplace(levels, printed_.size());
        by_id_.emplace(indicator.id, printed_.size());
        printed_.push_back(levels);
      }
    }
  }
}

bool NumberTable::is_group(const Levels& levels) const {
  const auto next = positions_.upper_bound(levels);  // the first longer number follows its own beginning in this order
  return next != positions_.end() && starts_with(next->first, levels);
}

std::vector<std::string> NumberTable::below(const Levels& group) const {
  std::vector<std::string> out;
  for (const Levels& levels : printed_) {
    if (starts_with(levels, group)) out.push_back(levels_text(levels));
  }
  return out;
}

std::string NumberTable::nearest(const Levels& levels) const {
  const auto found = std::min_element(printed_.begin(), printed_.end(),
                                      [&](const Levels& left, const Levels& right) { return distance(levels, left) < distance(levels, right); });
  return found == printed_.end() ? "" : levels_text(*found);
}

std::size_t NumberTable::position(const std::string& id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? printed_.size() : found->second;
}

}  // namespace lvce
