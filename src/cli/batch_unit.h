// One unit of a batch: as `lvce build` makes it, unless its package is up to date.
#pragma once

#include <optional>
#include <string>

#include "cli/build_unit.h"
#include "cli/options.h"
#include "fleet/unit_work.h"

namespace lvce {

/// What the workers share; made before the first of them starts.
struct BatchGround {
  BatchOptions options;
  std::string data;  ///< data_digest()
  Loaded loaded;
  bool office = false;           ///< LibreOffice can be run
  WorkerShelf* shelf = nullptr;  ///< each worker has its own, empty when it is forked
};

UnitWork batch_work(const BatchGround& ground);

}  // namespace lvce
