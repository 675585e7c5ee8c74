// Which indicators a text shares runs of characters with: a standard's own words, where no topic speaks. Pure; used by propose.cpp alone.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "prepare/hearing.h"

namespace lvce {

/// Borrows rubric and words.
class OwnWords {
 public:
  OwnWords(const Rubric& rubric, const SortWords& words);

  /// Indicators of whose own words a text holds at least two runs; nothing where it holds any of `chosen`'s.
  IndicatorIds others_in(const std::string& text, const std::string& chosen, const std::string& under) const;
  /// The one that a text clearly has more words of than of any other. A hint.
  Hearing clearly_meant(const std::string& text, const std::string& under) const;
  /// Inside an item or group, where few indicators are left: the one that alone says any two characters of the name. A hint.
  Hearing meant_inside(const std::string& name, const std::string& under) const;

 private:
  std::map<std::string, int> votes_in(const std::string& text, const std::string& under) const;
  IndicatorIds saying_inside(const std::u32string& pair, const std::string& under) const;

  const SortWords& words_;
  std::map<std::u32string, IndicatorIds> by_gram_;  ///< three characters → the indicators that hold them
  std::map<std::u32string, IndicatorIds> by_pair_;  ///< two
  std::vector<std::string> neutral_;                ///< words of at least two characters
};

}  // namespace lvce
