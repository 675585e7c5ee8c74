// What of a foreign page is carried into a volume: only what ISO 32000-1 needs to draw it, by kind of dictionary. Everything else (actions,
// scripts, file specifications, metadata, whatever lies under unknown keys) stays behind. Private to bind/.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bind/pdf/objects.h"

namespace lvce {

enum class Carried {
  plain,  ///< names, numbers, strings, and arrays of these
  layer,  ///< /OC, and what /Properties names
  holder,
  resources,
  contents,
  group,
  fonts,
  font,
  descendants,
  descriptor,
  encoding,
  program,
  system,
  states,
  state,
  state_font,
  soft_mask,
  function,
  spaces,
  space,
  calibration,
  profile,
  lookup,
  patterns,
  pattern,
  shadings,
  shading,
  xobjects,
  xobject,
  mask,
  parameters,
  data,
  properties,
  characters,
};

struct CarriedValue {
  PdfObject value;
  Carried kind;
};

/// Takes out of the object itself what its kind does not carry, and gives what stays and is to be looked at in its turn.
std::vector<CarriedValue> keep_carried(PdfObject object, Carried kind);

/// Whether a value of this kind may stand there at all: no dictionary under a key for numbers, no PostScript among XObjects.
bool is_carried(PdfObject value, Carried kind);

}  // namespace lvce
