// A criterion's wording as part of a file's name.
#pragma once

#include <string>

namespace lvce {

/// The first clause of a text, without the points that it gives (得1.5分), in characters that every file system and GBK hold, cut where a
/// list or a quotation in it ends when it is too long; empty when nothing is left.
std::string first_words(const std::string& text, std::size_t bytes_at_most);

}  // namespace lvce
