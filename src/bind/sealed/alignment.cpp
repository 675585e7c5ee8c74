#include "bind/sealed/alignment.h"

namespace lvce {
namespace {

/// The furthest point on each diagonal k = x − y after so many edits: k = −edits, −edits + 2 … edits.
using Reach = std::vector<int>;

class Aligner {
 public:
  Aligner(const std::u32string& before, const std::u32string& after)
      : a_(before), b_(after), n_(static_cast<int>(before.size())), m_(static_cast<int>(after.size())) {}

  std::optional<std::vector<std::size_t>> run(int edits_at_most) {
    for (int edits = 0; edits <= edits_at_most; ++edits) {
      if (reach(edits)) return path(edits);
    }
    return std::nullopt;
  }

 private:
  static int at(const Reach& reach, int diagonal) {
    const int last = static_cast<int>(reach.size()) - 1;  // the number of edits
    return reach[static_cast<std::size_t>((diagonal + last) / 2)];
  }

  /// From which diagonal `diagonal` is entered by the last edit: above (a character of `after` came) or below (one of `before` went).
  static int entered_from(const Reach& last, int edits, int diagonal) {
    const bool came = diagonal == -edits || (diagonal != edits && at(last, diagonal - 1) < at(last, diagonal + 1));
    return came ? diagonal + 1 : diagonal - 1;
  }

  static int begin_of(const Reach& last, int from, int diagonal) { return at(last, from) + (from < diagonal ? 1 : 0); }

  bool same(int x, int y) const { return x < n_ && y < m_ && a_[static_cast<std::size_t>(x)] == b_[static_cast<std::size_t>(y)]; }

  bool reach(int edits) {
    Reach now;
    now.reserve(static_cast<std::size_t>(edits) + 1);
    bool done = false;
    for (int k = -edits; k <= edits; k += 2) {
      int x = edits == 0 ? 0 : begin_of(reaches_.back(), entered_from(reaches_.back(), edits, k), k);
      while (same(x, x - k)) ++x;
      now.push_back(x);
      done = done || (x == n_ && x - k == m_);
    }
    reaches_.push_back(std::move(now));
    return done;
  }

  std::vector<std::size_t> path(int edits) const {
    std::vector<std::size_t> out(a_.size(), kGone);
    int x = n_, k = n_ - m_;
    for (; edits >= 0; --edits) {
      const Reach* last = edits == 0 ? nullptr : &reaches_[static_cast<std::size_t>(edits) - 1];
      const int from = last == nullptr ? 0 : entered_from(*last, edits, k);
      const int begin = last == nullptr ? 0 : begin_of(*last, from, k);
      for (; x > begin; --x) out[static_cast<std::size_t>(x) - 1] = static_cast<std::size_t>(x - 1 - k);
      if (last != nullptr) x = at(*last, from);
      k = from;
    }
    return out;
  }

  const std::u32string& a_;
  const std::u32string& b_;
  const int n_, m_;
  std::vector<Reach> reaches_;
};

}  // namespace

std::optional<std::vector<std::size_t>> align_texts(const std::u32string& before, const std::u32string& after, int edits_at_most) {
  return Aligner(before, after).run(edits_at_most);
}

}  // namespace lvce
