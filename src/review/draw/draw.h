// Which units are drawn: roster and order in, picks out. Pure; draw_record.h puts it on paper.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "review/draw/sampler.h"
#include "support/decimal.h"
#include "support/finding.h"

namespace lvce {

/// A unit that may be drawn.
struct DrawCandidate {
  std::string name;
  std::string stratum;  ///< value of the column that the draw is divided by; empty: not divided
  Place place;
};

struct DrawOrder {
  std::optional<Decimal> share;      ///< part of one; or …
  std::optional<std::size_t> count;  ///< … how many, of each stratum
  std::string by;                    ///< the column's name; empty: one draw of all
};

/// Units of one stratum, or all of them, by code point.
struct Stratum {
  std::string name;                ///< empty: not divided
  std::vector<std::string> units;  ///< sorted
  std::string sha256;              ///< of the units, each a line in UTF-8 that ends in a line feed
  std::size_t wanted = 0;          ///< how many are drawn
};

/// What is published before the seed is known.
struct PublishedRoster {
  std::vector<std::string> units;  ///< all, sorted
  std::string sha256;
  std::vector<Stratum> strata;  ///< by code point; one where it is not divided
  DrawOrder order;
};

/// Sorted and counted; nothing where the roster or the order cannot be drawn from (empty, a name twice or broken over lines, a blank stratum, more
/// wanted than there are): the findings say why.
std::optional<PublishedRoster> publish_roster(std::vector<DrawCandidate> units, const DrawOrder& order, Findings& findings);

/// The lines that the digest is over.
std::string roster_lines(const std::vector<std::string>& units);

struct StratumDraw {
  Stratum stratum;
  std::string seed;  ///< of the stratum: seed + "," + its name
  std::vector<Pick> picks;
};

struct Draw {
  std::string seed;
  PublishedRoster roster;
  std::vector<StratumDraw> strata;
};

Draw draw_units(PublishedRoster roster, const std::string& seed);

/// The rule in words, as it is published with the roster.
std::string rule_words(const DrawOrder& order);

/// {roster_sha256, rule, drawn [{stratum (null: not divided), k, name, pick}]}; `pick` is the place in the stratum's list, from 1.
std::string draw_to_json(const Draw& draw);

}  // namespace lvce
