// Reading an indicator number off the front of a file or folder name. Pure; the rules are design §2.3 "Number".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "evidence/folder/number_table.h"

namespace lvce {

enum class NumberKind {
  none,       ///< no number, or a date, or a quantity ("7.5万元")
  plain,      ///< one level: orders or groups
  group,      ///< a unit, item or group of the rubric
  indicator,  ///< one indicator, or several in a list or a range
  unknown,    ///< two levels or more that the rubric does not have
  doubtful,   ///< more than one reading, or a list of what are no indicators: `readings`
};

struct ReadNumber {
  NumberKind kind = NumberKind::none;
  std::vector<std::string> indicators;  ///< in the name's order
  Levels levels;                        ///< plain, group, unknown: as read; indicator: all levels that stand in front
  Levels front;                         ///< the levels joined by full stops that stand first: "5.3" of "5.3-2 报告"
  std::vector<std::string> readings;    ///< doubtful: what it may mean
  Levels unknown_joined;                ///< "2.1.1、2.9.9": the joined number that the rubric lacks; usually empty
  Levels range_end;                     ///< "2.1.1-3.1.2": what reads like the end of a range, which names only its first; usually empty
  bool set_off = true;                  ///< plain: a sign, a blank or the end stands behind it ("3.岗位"), not a word ("3项制度")
  std::string order;                    ///< what orders the file inside its indicator: "1" of "2.2.4.2-1 照片"
  std::string rest;                     ///< the name behind number and order, without separators in front
};

/// `name` is a folder's name, or a file's without its extension. Words around a whole id (指标, 附件3：, 【】, 号) do not matter.
ReadNumber read_number(std::string_view name, const NumberTable& table);

}  // namespace lvce
