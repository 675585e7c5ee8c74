#include "review/draw/sampler.h"

#include <gmpxx.h>

#include "support/files.h"

namespace lvce {

std::size_t place_of_pick(const std::string& seed, std::size_t k, std::size_t n) {
  const mpz_class number(sha256_of(seed + "," + std::to_string(k)), 16);
  return mpz_class(number % mpz_class(std::to_string(n))).get_ui() + 1;
}

std::vector<Pick> pick_places(const std::string& seed, std::size_t n, std::size_t count) {
  std::vector<Pick> picks;
  std::vector<bool> taken(n + 1, false);
  for (std::size_t k = 1, drawn = 0; drawn < count; ++k) {
    const std::size_t place = place_of_pick(seed, k, n);
    picks.push_back({k, place, taken[place]});
    if (taken[place]) continue;
    taken[place] = true;
    ++drawn;
  }
  return picks;
}

}  // namespace lvce
