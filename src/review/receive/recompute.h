// A unit's figures and points worked out again from 数据.json, by the bureau's own standard and factors.
#pragma once

#include <filesystem>

#include "assess/assess.h"
#include "office/unit_data.h"

namespace lvce {

/// The same stages as check and build, on what the data say; `dossier` and `rubric` must outlive the result.
Assessment recompute(const Rubric& rubric, Dossier& dossier, const std::filesystem::path& data);

}  // namespace lvce
