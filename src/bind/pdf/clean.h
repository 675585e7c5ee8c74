// What of a foreign page may enter our volumes.
#pragma once

#include <string>

#include "bind/pdf/objects.h"

namespace lvce {

/// Walks everything that `root` reaches, takes out what is not for paper (actions, scripts, attachments, metadata, page thumbnails,
/// references to other files), and unwraps single filters from their arrays. Returns an empty string, or in Chinese why it cannot be
/// carried: nested deeper than kNestingAtMost or more than kObjectsAtMost objects (copying recurses, so such a file could bring the program
/// down).
std::string clean_reachable(PdfObject root);

inline constexpr int kNestingAtMost = 1000;
inline constexpr int kObjectsAtMost = 2'000'000;

}  // namespace lvce
