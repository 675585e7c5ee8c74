// Gaps in 垃圾清运台账, by the rhythm that each kind of waste has there. Private to energy/.
#pragma once

#include <map>
#include <set>
#include <string>

#include "energy/checks/checks.h"

namespace lvce {

/// Months since year 0 in which something was collected, with the first row of each.
using WasteMonths = std::map<int, const DetailRow*>;

class WasteRhythm {
 public:
  WasteRhythm(const CheckInput& input, const DetailLedger& ledger, Findings& findings) : input_(input), ledger_(ledger), findings_(findings) {}

  /// waste-month-missing. By kind; "" stands for all kinds together, and a month without anything is said once.
  void check(const std::map<std::string, WasteMonths>& kinds);

 private:
  void check_kind(const std::string& kind, const WasteMonths& months);
  /// What is not there from `from` to before `behind`, at the row behind it (`before`) or in front of it.
  struct Rhythm {
    std::string kind;
    int step = 1;  ///< months from one collection to the next
  };
  void say(const Rhythm& rhythm, int from, int behind, const DetailRow& row, bool before);
  bool is_covered(int when) const;

  const CheckInput& input_;
  const DetailLedger& ledger_;
  Findings& findings_;
  WasteMonths all_;
  std::set<int> said_;
};

}  // namespace lvce
