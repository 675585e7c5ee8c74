// What a 完成情况 cell says, read by the indicator's rule kind (design: rule table). Pure text → value.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "office/dossier.h"
#include "rubric/model.h"

namespace lvce {

/// 完成情况 in the shape that its rule kind asks for. Exactly one of the four is set when `valid`.
struct Answer {
  enum class Shape { blank, not_applicable, given, invalid };
  Shape shape = Shape::blank;
  std::optional<bool> yes;         ///< binary, all_of, any_of
  std::set<int> parts;             ///< parts, all_of, any_of: 1-based numbers of the parts done
  std::int64_t count = 0;          ///< per_item, per_occurrence, deduct
  std::int64_t places_wrong = 0;   ///< per_item with deduct
  std::optional<Decimal> percent;  ///< tiers by percentage: 95 means 95 %
  std::string word;                ///< tiers by grade, choice
  bool dash = false;               ///< invalid: only a “/” or its like, which may mean that nothing was done, that nobody answered, or 不适用
  bool none = false;               ///< 否 said as 无, where it may mean that there was no occasion: the standard allows 不适用
  std::string problem;             ///< invalid: what is wrong, Chinese
  std::string hint;                ///< invalid: what to type instead, Chinese
};

/// What may be typed for this rule, for hints and the workbook template: "是 或 否", "已做到的项的编号，如 1、3；全部；无" …
std::string expected_answer(const Rule& rule);

Answer read_answer(const Rule& rule, const SelfScore& stated);

}  // namespace lvce
