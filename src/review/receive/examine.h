// An opened package examined: is it whole, what does it say, what do its data give. Runs in a worker.
#pragma once

#include "review/receive/arrival.h"
#include "review/receive/open_parcel.h"
#include "review/register/standards.h"

namespace lvce {

/// Everything of Arrival that the package itself tells. A package that is whole is left with nothing in its folder but the files of its sums and the sums.
Arrival examine_package(const UnpackedPackage& opened, BureauStandards& rubrics);

}  // namespace lvce
