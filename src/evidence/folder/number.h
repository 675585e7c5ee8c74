// Reading an indicator number off the front of a file or folder name. Pure; the rules are design §2.3 "Number".
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "rubric/model.h"

namespace lvce {

/// "2.2.4.2" as whole numbers.
using Levels = std::vector<int>;

std::string levels_text(const Levels& levels);

/// The numbers that a rubric has: its indicators in printed order, and the units, items and groups above them.
class NumberTable {
 public:
  explicit NumberTable(const Rubric& rubric);

  bool is_indicator(const Levels& levels) const { return positions_.contains(levels); }
  /// A unit, item or group, printed or only implied by longer numbers.
  bool is_group(const Levels& levels) const;
  /// Ids of the indicators below a group, in printed order.
  std::vector<std::string> below(const Levels& group) const;
  /// The indicator that shares the longest beginning, then lies closest. Empty when the rubric has none.
  std::string nearest(const Levels& levels) const;
  /// Place of an id in printed order; the number of indicators when it is none.
  std::size_t position(const std::string& id) const;
  std::size_t size() const { return printed_.size(); }

 private:
  std::vector<Levels> printed_;
  std::map<Levels, std::size_t> positions_;
  std::map<std::string, std::size_t> by_id_;
};

enum class NumberKind {
  none,       ///< no number, or a date, or a quantity ("7.5万元")
  plain,      ///< one level: orders or groups
  group,      ///< a unit, item or group of the rubric
  indicator,  ///< one indicator, or several joined by 、 or +
  unknown,    ///< two levels or more that the rubric does not have
};

struct ReadNumber {
  NumberKind kind = NumberKind::none;
  std::vector<std::string> indicators;  ///< in the name's order
  Levels levels;                        ///< plain, group, unknown: as read
  Levels unknown_joined;                ///< "2.1.1、2.9.9": the joined number that the rubric lacks; usually empty
  Levels range_end;                     ///< "2.1.1-2.1.3": what reads like the end of a range, which names only its first; usually empty
  std::string order;                    ///< what orders the file inside its indicator: "1" of "2.2.4.2-1 照片"
  std::string rest;                     ///< the name behind number and order, without separators in front
};

/// `name` is a folder's name, or a file's without its extension.
ReadNumber read_number(std::string_view name, const NumberTable& table);

}  // namespace lvce
