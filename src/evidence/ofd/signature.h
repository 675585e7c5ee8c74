// Signatures of a document: where their seals stand, and whether what they protect is as it was.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "evidence/ofd/document.h"

namespace lvce::ofd {

struct Stamp {
  std::string page;         ///< identifier
  Box boundary;             ///< of the whole seal
  std::optional<Box> clip;  ///< the part that is seen, from the corner of the boundary (骑缝章)
};

enum class Integrity {
  whole,
  altered,
  mismatched,  ///< what the digests protect is as it was, but the seal was set on another list of them
  unknown,     ///< digests of a kind that is not computed here, or none; something that is too large or locked
};

struct Signature {
  std::vector<Stamp> stamps;
  std::string picture;  ///< bytes of the seal's picture
  std::string name;
  std::string time;  ///< "2021-03-05 12:00:00", as the file says it; empty: not said
  Integrity integrity = Integrity::unknown;
};

/// Signatures that can be read; `lost` counts the others.
struct Signatures {
  std::vector<Signature> all;
  int lost = 0;
};
Signatures read_signatures(Package& package, const Document& document);

}  // namespace lvce::ofd
