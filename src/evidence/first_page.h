// What a document says on its first page, as far as its bytes tell without converting it. Runs in the worker.
#pragma once

#include "evidence/job/content.h"
#include "evidence/job/protocol.h"

namespace lvce {

inline constexpr std::size_t kFirstPageAtMost = 600;  ///< characters

/// UTF-8; empty for pictures, scans and what cannot be read.
std::string first_page_of(const ProbeJob& job, const FileEnds& ends);

}  // namespace lvce
