// What can be said of 盖章件 and 修改稿 before anything is bound, for `check`.
#pragma once

#include <filesystem>
#include <functional>

#include "compose/compose.h"
#include "evidence/evidence.h"
#include "faces/faces.h"

namespace lvce {

/// Reads the copies in `unit` and compares those that are PDFs with the composed documents, as bind_package does; faces are loaded only where there is
/// one. What is in an office document is known only to `build`, which makes it a PDF.
Findings check_copies(const std::filesystem::path& unit, const Composed& composed, const ProbeOptions& probe, const std::function<Faces()>& load_faces);

}  // namespace lvce
