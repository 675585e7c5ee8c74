// The numbers and names that a rubric has: indicators in printed order, and the units, items and groups above them.
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
bool begins_with(const Levels& whole, const Levels& front);
Levels joined(Levels front, const Levels& behind);

class NumberTable {
 public:
  explicit NumberTable(const Rubric& rubric);

  bool is_indicator(const Levels& levels) const { return positions_.contains(levels); }
  /// A unit, item or group, printed or only implied by longer numbers.
  bool is_group(const Levels& levels) const;
  /// Ids of the indicators below a group (or the indicator itself), in printed order.
  std::vector<std::string> below(const Levels& group) const;
  /// All ids from one to another, both included, in printed order; empty when they do not ascend.
  std::vector<std::string> between(const Levels& first, const Levels& last) const;
  /// The indicator that shares the longest beginning, then lies closest. Empty when the rubric has none.
  std::string nearest(const Levels& levels) const;
  /// Place of an id in printed order; the number of indicators when it is none.
  std::size_t position(const std::string& id) const;
  std::size_t size() const { return printed_.size(); }

  /// The units, items and groups that go by this name (管理机构, 强化目标管理, 目标管理), each inside the one before it left out.
  std::vector<Levels> named(std::string_view words) const;
  /// The words are those of the folder that is made for one of these indicators: they say what is asked, not what lies there.
  bool is_folder_name(const std::vector<std::string>& ids, const std::string& words) const;
  /// True when the words have two characters on end in common with the name of a unit, item or group, or with the texts below it
  /// where these are few.
  bool agrees(const Levels& group, std::string_view words) const;

 private:
  void add_name(const std::string& id, const std::string& name);

  std::vector<Levels> printed_;
  std::map<Levels, std::size_t> positions_;
  std::map<std::string, std::size_t> by_id_;
  std::map<std::string, std::vector<Levels>> names_;  ///< by their core
  std::map<Levels, std::string> words_;               ///< names of units, items and groups
  std::map<std::string, std::string> folder_names_;   ///< of indicators' own folders, without the id
  std::map<Levels, std::string> texts_;               ///< of indicators
};

}  // namespace lvce
