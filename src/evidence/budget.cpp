#include "evidence/budget.h"

#include <algorithm>

namespace lvce {
namespace {

// Measured on the binding of many of one kind.
constexpr std::uint64_t kTextLine = 1500, kCharacter = 100, kMarkedUp = 700;

bool is_mark(char c) { return std::string_view("|*_`[]<>!~").find(c) != std::string_view::npos; }

}  // namespace

std::uint64_t weight_of_text(std::string_view text, bool markdown) {
  std::uint64_t weight = 0;
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xC0) == 0x80) continue;
    weight += c == '\n' ? kTextLine : markdown && is_mark(c) ? kMarkedUp : kCharacter;
  }
  return weight;
}

void keep_to_budget(std::vector<Probed*> files) {
  std::erase_if(files, [](const Probed* file) { return file->rejected(); });
  std::stable_sort(files.begin(), files.end(), [](const Probed* a, const Probed* b) { return a->weight < b->weight; });
  std::uint64_t used = 0;
  for (Probed* file : files) {
    used += kBareWeight + file->weight;
    if (used > kAllWeight)
      file->error("evidence-over-budget", "佐证材料合计的页数、对象或文字过多，这份没有装订", "请删去与指标无关的内容，或把文字材料打印、扫描成PDF后放入");
  }
}

}  // namespace lvce
