// Carriers that come through a meter, which may be read every few months.
#pragma once

#include "office/dossier.h"

namespace lvce {

constexpr bool is_metered(Carrier carrier) {
  return carrier == Carrier::electricity || carrier == Carrier::water || carrier == Carrier::natural_gas || carrier == Carrier::heat;
}

}  // namespace lvce
