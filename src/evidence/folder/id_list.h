// Several whole ids in one name: lists (2.1.1、2.1.2), ranges (2.1.1至2.1.3), and numbers in a row that can be read in two ways. Pure.
#pragma once

#include "evidence/folder/name_marks.h"

namespace lvce {

/// What was taken and where it ends; `end` is 0 when the marks are one number and no list.
struct TakenIds {
  std::vector<std::string> ids;
  Levels unknown;                     ///< the joined number that the rubric lacks
  Levels range_end;                   ///< behind a dash, but not under the same parent: not taken
  std::vector<std::string> readings;  ///< what it may mean, where that is not clear: nothing is taken then
  std::size_t end = 0;                ///< place in the name
};
TakenIds take_ids(const Marks& marks, const NumberTable& table);

/// How many of the marks make the longest indicator id; 0: none.
std::size_t longest_indicator(Marks::const_iterator begin, Marks::const_iterator end, const NumberTable& table);

}  // namespace lvce
