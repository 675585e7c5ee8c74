#include "layout/flow/closing.h"

#include <algorithm>

#include "layout/flow/paragraph.h"
#include "layout/style.h"

namespace lvce {

namespace {

constexpr std::size_t kTextLines = 4;     ///< above a signature
constexpr std::size_t kLeastOnAPage = 2;  ///< of a paragraph that is parted
constexpr std::size_t kBlocksBehind = 6;  ///< the signature, at most: 附注, 抄送

bool is_space(const Block& block) { return std::holds_alternative<Space>(block); }

/// 附件：1.… and the lines below it, which begin with blanks.
bool is_annex_line(const Paragraph& paragraph) {
  if (paragraph.runs.empty()) return true;
  const std::string& text = paragraph.runs.front().text;
  return text.starts_with("附件") || text.starts_with("　");
}

bool is_text(const Paragraph& paragraph) { return !style_of(paragraph.style).keep_with_next && !is_annex_line(paragraph); }

/// Index of the signature with which the section ends, but for a few lines; npos: it has none.
std::size_t last_signature(const std::vector<Block>& blocks) {
  std::size_t at = blocks.size();
  for (std::size_t behind = 0; at > 0 && behind <= kBlocksBehind; ++behind) {
    const Block& block = blocks[--at];
    if (std::holds_alternative<Signature>(block)) return at;
    if (!std::holds_alternative<Paragraph>(block) && !is_space(block)) break;
  }
  return kAllLines;
}

}  // namespace

std::vector<std::size_t> closing_lines(const std::vector<Block>& blocks, double width, Typesetter& setter) {
  std::vector<std::size_t> kept(blocks.size(), 0);
  const std::size_t signature = last_signature(blocks);
  if (signature == kAllLines) return kept;
  if (signature + 1 < blocks.size()) std::fill(kept.begin() + static_cast<std::ptrdiff_t>(signature), kept.end() - 1, kAllLines);
  std::size_t text = 0;
  for (std::size_t at = signature; at-- > 0 && text < kTextLines;) {
    if (is_space(blocks[at])) continue;
    const auto* paragraph = std::get_if<Paragraph>(&blocks[at]);
    if (paragraph == nullptr) break;
    const std::size_t lines = paragraph_lines(*paragraph, width, setter).size();
    const std::size_t wanted = std::max(kTextLines - text, kLeastOnAPage);
    const bool whole = paragraph->keep_with_next || lines < wanted + kLeastOnAPage;
    kept[at] = whole ? kAllLines : wanted;
    if (is_text(*paragraph)) text += whole ? lines : wanted;
  }
  return kept;
}

}  // namespace lvce
