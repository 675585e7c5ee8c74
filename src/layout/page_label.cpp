#include "layout/page_label.h"

#include <algorithm>
#include <charconv>

namespace lvce {
namespace {

std::optional<int> positive(const char* begin, const char* end) {
  int value = 0;
  const auto [stopped, error] = std::from_chars(begin, end, value);
  const bool good = error == std::errc{} && stopped == end && value > 0 && end - begin <= 9;
  return good ? std::optional(value) : std::nullopt;
}

}  // namespace

std::optional<PageLabel> parse_page_label(const std::string& text) {
  const char* const begin = text.data();
  const std::size_t dash = text.find('-');
  const auto number = positive(begin, begin + std::min(dash, text.size()));
  if (!number || dash == std::string::npos) return number ? std::optional(PageLabel(*number)) : std::nullopt;
  const auto supplement = positive(begin + dash + 1, begin + text.size());
  return supplement ? std::optional(PageLabel(*number, *supplement)) : std::nullopt;
}

}  // namespace lvce
