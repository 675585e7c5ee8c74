// Which number each page is printed with. Pure.
#pragma once

#include "bind/plan/piece.h"

namespace lvce {

/// Hands out numbers piece by piece, in order.
class Numbering {
 public:
  virtual ~Numbering() = default;
  /// The number that piece `index` will begin with: on which side of a sheet decides its margins.
  virtual PageLabel first_of(const Binding& binding, std::size_t index) = 0;
  /// The numbers of its pages, and of the blanks behind them.
  virtual std::vector<PageLabel> take(const Binding& binding, std::size_t index) = 0;
};

/// 1, 2, 3 …; printed on both sides, a piece that takes a new sheet and the end of the volume are on an odd and behind an even page.
class RunningNumbers : public Numbering {
 public:
  explicit RunningNumbers(bool duplex) : duplex_(duplex) {}
  PageLabel first_of(const Binding& binding, std::size_t index) override;
  std::vector<PageLabel> take(const Binding& binding, std::size_t index) override;

 private:
  bool duplex_;
  int next_ = 1;
};

/// Pieces [0, bound_end) are the bound file; behind it stand files that number from 1 again.
std::size_t bound_end(const Binding& binding);

}  // namespace lvce
