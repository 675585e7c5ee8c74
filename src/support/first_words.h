// A criterion's wording as part of a file's name.
#pragma once

#include <string>

namespace lvce {

/// 20 characters: of an indicator's wording in the name of its folder.
inline constexpr std::size_t kFolderNameBytes = 60;

/// The first clause of a text, without the points that it gives (得1.5分), in characters that every file system and GBK hold, cut where a
/// list or a quotation in it ends when it is too long; empty when nothing is left.
std::string first_words(const std::string& text, std::size_t bytes_at_most);

}  // namespace lvce
