// What the evidence of one run may cost: however much lies in the folder, the main process stays below 500 MB.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "evidence/job/protocol.h"

namespace lvce {

/// Bytes of memory, roughly, that one file may take while it is bound, and all files together.
inline constexpr std::uint64_t kFileWeight = 250ULL << 20;
inline constexpr std::uint64_t kAllWeight = 260ULL << 20;
/// What any file costs: its title in the lists, its place in the record.
inline constexpr std::uint64_t kBareWeight = 32ULL << 10;

/// The same for text that we lay out: by its lines, characters, and the marks that become cells and runs in Markdown.
std::uint64_t weight_of_text(std::string_view text, bool markdown);

/// Rejects (evidence-over-budget) what goes beyond kAllWeight. The lightest are taken first: one enormous file costs no other its place.
void keep_to_budget(std::vector<Probed*> files);

}  // namespace lvce
