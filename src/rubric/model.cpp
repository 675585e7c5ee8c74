#include "rubric/model.h"

namespace lvce {

std::string_view rule_kind_name(RuleKind kind) {
  switch (kind) {
    case RuleKind::binary: return "binary";
    case RuleKind::all_of: return "all_of";
    case RuleKind::any_of: return "any_of";
    case RuleKind::parts: return "parts";
    case RuleKind::per_item: return "per_item";
    case RuleKind::per_occurrence: return "per_occurrence";
    case RuleKind::tiers: return "tiers";
    case RuleKind::deduct: return "deduct";
    case RuleKind::judged: return "judged";
    case RuleKind::open: return "open";
    case RuleKind::assessor: return "assessor";
    case RuleKind::targets: return "targets";
    case RuleKind::choice: return "choice";
  }
  return {};
}

std::vector<RuleKind> all_rule_kinds() {
  std::vector<RuleKind> kinds;
  for (auto kind = RuleKind{}; !rule_kind_name(kind).empty(); kind = static_cast<RuleKind>(static_cast<int>(kind) + 1)) kinds.push_back(kind);
  return kinds;
}

std::vector<const Indicator*> all_indicators(const Rubric& rubric) {
  std::vector<const Indicator*> out;
  for (const Unit& unit : rubric.units) {
    for (const Item& item : unit.items) {
      for (const Indicator& indicator : item.indicators) out.push_back(&indicator);
    }
  }
  return out;
}

const Indicator* find_indicator(const Rubric& rubric, std::string_view id) {
  for (const Unit& unit : rubric.units) {
    for (const Item& item : unit.items) {
      for (const Indicator& indicator : item.indicators) {
        if (indicator.id == id) return &indicator;
      }
    }
  }
  return nullptr;
}

}  // namespace lvce
