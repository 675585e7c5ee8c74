// The number that is printed on a page of a volume.
#pragma once

#include <compare>
#include <optional>
#include <string>

namespace lvce {

/// 57; or 57-2, the second page that was added behind page 57 after the volume had been printed.
struct PageLabel {
  int number = 0;      ///< 0: none
  int supplement = 0;  ///< 0: a page of the first print

  PageLabel() = default;
  PageLabel(int page, int added = 0) : number(page), supplement(added) {}  // NOLINT: a plain number is a label

  std::string text() const { return std::to_string(number) + (supplement > 0 ? "-" + std::to_string(supplement) : ""); }
  /// On the front of a sheet that is printed on both sides. Supplements behind a page begin a sheet of their own.
  bool is_front() const { return (supplement > 0 ? supplement : number) % 2 != 0; }
  PageLabel next() const { return supplement > 0 ? PageLabel(number, supplement + 1) : PageLabel(number + 1); }

  friend auto operator<=>(const PageLabel&, const PageLabel&) = default;
};

/// "57" or "57-2"; nothing for other texts and for numbers beyond nine digits.
std::optional<PageLabel> parse_page_label(const std::string& text);

}  // namespace lvce
