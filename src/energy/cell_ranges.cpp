#include "energy/cell_ranges.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "support/ascii.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr int kLetters = 26;
constexpr std::size_t kMostLetters = 3;
constexpr std::size_t kMostDigits = 7;

using ColumnAndRow = std::pair<int, int>;

std::optional<ColumnAndRow> parse_cell(const std::string& cell) {
  std::size_t at = 0;
  int column = 0, row = 0;
  for (; at < cell.size() && cell[at] >= 'A' && cell[at] <= 'Z' && at <= kMostLetters; ++at) column = column * kLetters + (cell[at] - 'A' + 1);
  if (at == 0 || at > kMostLetters || at == cell.size() || cell.size() - at > kMostDigits) return std::nullopt;
  for (; at < cell.size(); ++at) {
    if (!is_ascii_digit(cell[at])) return std::nullopt;
    row = row * 10 + (cell[at] - '0');
  }
  return ColumnAndRow{column, row};
}

std::string name_of(const ColumnAndRow& cell) {
  std::string letters;
  for (int rest = cell.first; rest > 0; rest = (rest - 1) / kLetters) letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % kLetters));
  return letters + std::to_string(cell.second);
}

/// Both corners inside.
struct Block {
  ColumnAndRow first, last;
};

std::vector<Block> runs_down(const std::set<ColumnAndRow>& cells) {
  std::vector<Block> runs;
  for (const ColumnAndRow& cell : cells) {
    const bool goes_on = !runs.empty() && runs.back().last.first == cell.first && runs.back().last.second + 1 == cell.second;
    if (goes_on) runs.back().last = cell;
    else runs.push_back({cell, cell});
  }
  return runs;
}

/// Runs of the same rows in neighbouring columns are one block.
std::vector<Block> blocks_of(const std::vector<Block>& runs) {
  std::vector<Block> blocks;
  for (const Block& run : runs) {
    const auto beside = std::find_if(blocks.begin(), blocks.end(), [&](const Block& block) {
      return block.last.first + 1 == run.first.first && block.first.second == run.first.second && block.last.second == run.last.second;
    });
    if (beside == blocks.end()) blocks.push_back(run);
    else beside->last = run.last;
  }
  return blocks;
}

}  // namespace

std::string cell_ranges(const std::vector<std::string>& cells) {
  std::set<ColumnAndRow> known;
  std::vector<std::string> others, words;
  for (const std::string& cell : cells) {
    if (const auto at = parse_cell(cell)) known.insert(*at);
    else if (std::find(others.begin(), others.end(), cell) == others.end()) others.push_back(cell);
  }
  for (const Block& block : blocks_of(runs_down(known)))
    words.push_back(block.first == block.last ? name_of(block.first) : name_of(block.first) + ":" + name_of(block.last));
  words.insert(words.end(), others.begin(), others.end());
  return join(words, "+");
}

}  // namespace lvce
