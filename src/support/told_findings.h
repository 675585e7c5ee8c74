// A list of findings as one person reads it: what is of one kind in very many places is said once, with each place's own words behind it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "support/finding.h"

namespace lvce {

/// What a reader takes in at once: errors, missing and warnings together. A longer list says its most frequent kinds once each.
inline constexpr std::size_t kToldAtMost = 25;

struct ToldList {
  Findings findings;
  std::vector<Findings> each;  ///< for each of them: what it says in short, place by place; empty: it speaks for itself
};

/// The list (as arrange_for_reader leaves it), folded: the findings of a kind become one with all their places and the points that the dearest costs. A kind
/// is a code of one severity; notes stay as they are. Indicators not stated are one kind in many places always.
ToldList told_to_reader(const Findings& findings);

/// The finding (of the same list) under which another is said: its cause, when that stops the package as it does.
std::optional<std::size_t> told_under(const Findings& findings, const Finding& finding);

/// Whether the words for all of a code say what to do, so that which indicators it is about is all that each could add.
bool same_for_each(const std::string& code);

}  // namespace lvce
