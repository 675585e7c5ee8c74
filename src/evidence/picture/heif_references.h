// Photos of recent phones for an older HEIF decoder.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lvce {

/// libheif 1.15 gives up a file whose gain map, thumbnail or metadata belongs to more than one item, as iOS 18 writes it. The same file with
/// one target to each such reference, the main picture where it is among them: the box `meta` is written again behind the end, so that no
/// offset changes. Nothing where the file has no such reference, or boxes that make no sense.
std::optional<std::string> with_single_references(std::string_view heif);

}  // namespace lvce
