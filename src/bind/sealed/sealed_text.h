// The digests that a sealed copy's text layer shows.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace lvce {

struct SealedText {
  bool searchable = false;        ///< some page shows text
  std::set<std::string> digests;  ///< what follows 校验 in its footers: 8 hexadecimal digits each
};

/// Reads text that pages show themselves (not inside forms), through each font's /ToUnicode. Never throws: what cannot be read counts as
/// not there. At most kSealedTextAtMost decoded bytes a stream and kSealedPagesAtMost pages.
SealedText read_sealed_text(const std::filesystem::path& pdf);

/// The text of each page, as far as it can be read. Never throws.
std::vector<std::string> read_page_texts(const std::filesystem::path& pdf);

inline constexpr std::size_t kSealedTextAtMost = 16U << 20;
inline constexpr std::size_t kSealedPagesAtMost = 500;

/// The digests in text, whatever spaces and line ends stand in it.
std::set<std::string> digests_in(const std::string& text);

}  // namespace lvce
