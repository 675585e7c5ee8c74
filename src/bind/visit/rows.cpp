#include "bind/visit/rows.h"

#include <algorithm>
#include <set>

#include "bind/plan/evidence_pieces.h"
#include "bind/plan/paginate.h"
#include "support/text.h"
#include "support/unseen.h"

namespace lvce {
namespace {

constexpr std::size_t kSeenAtMost = 4;  ///< captions in a row

std::string in_words(const std::set<int>& pages) {
  std::vector<std::string> parts;
  for (auto at = pages.begin(); at != pages.end();) {
    const int first = *at;
    int last = first;
    while (++at != pages.end() && *at == last + 1) last = *at;
    parts.push_back(std::to_string(first) + (last > first ? "-" + std::to_string(last) : ""));
  }
  return join(parts, "、");
}

std::string captions(const std::vector<std::string>& seen) {
  if (seen.size() <= kSeenAtMost) return join(seen, "、");
  return join(std::vector<std::string>(seen.begin(), seen.begin() + kSeenAtMost), "、") + "等" + std::to_string(seen.size()) + "处";
}

/// How many pages of the volume a file takes; photos lie together on one.
int pages_taken(const Binding& binding, const IndexedFile& row, const EvidenceFolder& evidence) {
  const EvidenceFile& file = evidence.files.at(row.file);
  if (is_photo(file)) return 1;
  for (const Piece& piece : binding.pieces) {
    if (std::find(piece.files.begin(), piece.files.end(), row.file) != piece.files.end()) return std::max(1, piece.pages());
  }
  return std::max<int>(1, static_cast<int>(file.pages.size()));
}

}  // namespace

std::map<std::string, VisitRow> visit_rows(const Binding& binding, const EvidenceFolder& evidence) {
  const PageNumbers numbers = page_numbers(binding);
  std::map<std::string, std::set<int>> pages;
  std::map<std::string, std::vector<std::string>> seen;
  for (const IndexedFile& row : binding.indexed) {
    const auto first = numbers.find(row.target);
    if (first == numbers.end() || row.refused) continue;
    for (int page = 0; page < pages_taken(binding, row, evidence); ++page) pages[row.indicator].insert(first->second.number + page);
    const EvidenceFile& file = evidence.files.at(row.file);
    const std::string words = visible(file.caption.empty() ? file.title : file.caption);
    std::vector<std::string>& captions_so_far = seen[row.indicator];
    const bool named = !words.empty() && std::find(captions_so_far.begin(), captions_so_far.end(), words) == captions_so_far.end();
    if (is_photo(file) && named) captions_so_far.push_back(words);
  }
  std::map<std::string, VisitRow> rows;
  for (const auto& [indicator, found] : pages) rows[indicator] = {in_words(found), captions(seen[indicator])};
  return rows;
}

}  // namespace lvce
