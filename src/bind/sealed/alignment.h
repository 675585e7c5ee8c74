// What of one text is left in another.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace lvce {

inline constexpr std::size_t kGone = static_cast<std::size_t>(-1);

/// For each character of `before` where it stands in `after` by a shortest edit (Myers 1986), or kGone; rising. Nothing when more than
/// `edits_at_most` characters come or go: time is (lengths × edits), memory 2 × edits² bytes.
std::optional<std::vector<std::size_t>> align_texts(const std::u32string& before, const std::u32string& after, int edits_at_most = 6000);

}  // namespace lvce
