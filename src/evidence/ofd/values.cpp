#include "evidence/ofd/values.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace lvce::ofd {
namespace {

constexpr double kMost = 1e6;  // Cairo counts in units of 1/256 point, as far as 8 million points
constexpr std::string_view kBetween = " \t\r\n,;";

std::string_view next_token(std::string_view& text) {
  const std::size_t begin = text.find_first_not_of(kBetween);
  if (begin == std::string_view::npos) return text = {};
  const std::size_t end = std::min(text.find_first_of(kBetween, begin), text.size());
  const std::string_view token = text.substr(begin, end - begin);
  text.remove_prefix(end);
  return token;
}

std::optional<double> token_number(std::string_view token) {
  if (token.starts_with('#')) {
    unsigned value = 0;
    const auto [end, error] = std::from_chars(token.data() + 1, token.data() + token.size(), value, 16);
    return error == std::errc() ? std::optional<double>(std::min<double>(value, kMost)) : std::nullopt;
  }
  if (token.starts_with('+')) token.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), value);
  if (error != std::errc() || !std::isfinite(value)) return std::nullopt;
  return std::clamp(value, -kMost, kMost);
}

}  // namespace

std::vector<double> numbers_of(std::string_view text, std::size_t most) {
  std::vector<double> out;
  for (std::string_view token = next_token(text); !token.empty() && out.size() < most; token = next_token(text)) {
    if (const std::optional<double> value = token_number(token)) out.push_back(*value);
  }
  return out;
}

std::vector<double> offsets_of(std::string_view text, std::size_t most) {
  std::vector<double> out;
  for (std::string_view token = next_token(text); !token.empty() && out.size() < most; token = next_token(text)) {
    if (token == "g" || token == "G") {
      const std::optional<double> count = token_number(next_token(text));
      const std::optional<double> value = token_number(next_token(text));
      if (!count || !value || *count < 1) continue;
      out.insert(out.end(), std::min(static_cast<std::size_t>(*count), most - out.size()), *value);
    } else if (const std::optional<double> value = token_number(token)) {
      out.push_back(*value);
    }
  }
  return out;
}

std::optional<Box> box_of(std::string_view text) {
  const std::vector<double> n = numbers_of(text, 4);
  return n.size() < 4 ? std::nullopt : std::optional(Box{n[0], n[1], n[2], n[3]});
}

std::optional<cairo_matrix_t> matrix_of(std::string_view text) {
  const std::vector<double> n = numbers_of(text, 6);
  return n.size() < 6 ? std::nullopt : std::optional(cairo_matrix_t{n[0], n[1], n[2], n[3], n[4], n[5]});
}

bool can_draw(const cairo_matrix_t& matrix) {
  const double determinant = matrix.xx * matrix.yy - matrix.xy * matrix.yx;
  return std::isfinite(determinant) && std::fabs(determinant) > 1e-12 && std::isfinite(matrix.x0) && std::isfinite(matrix.y0);
}

}  // namespace lvce::ofd
