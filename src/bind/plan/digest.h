// A short digest over what a document says, printed in its footer: shows whether a sealed copy still says the same.
#pragma once

#include <string>

#include "document/document.h"

namespace lvce {

/// First 8 hexadecimal digits of a SHA-256 over the document's text and numbers in order. Looks, anchors, formulas and page numbers do not
/// count.
std::string short_digest(const Document& document);

/// As it is printed: "校验 3f2a9c1b".
std::string digest_note(const Document& document);

inline constexpr std::size_t kShortDigestLength = 8;
inline constexpr const char* kDigestWord = "校验";

}  // namespace lvce
