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

void Budget::take(Probed& probed) {
  if (probed.rejected()) return;
  const std::uint64_t weight = kBareWeight + probed.weight;
  if (used_ + weight <= kAllWeight) {
    used_ += weight;
    return;
  }
  probed.error("evidence-over-budget", "佐证材料合计的页数、对象或文字过多，这份没有装订", "请删去与指标无关的内容，或把文字材料打印、扫描成PDF后放入");
}

}  // namespace lvce
