// Draws that anyone can repeat: the sampler that R. L. Rivest describes for election audits. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace lvce {

/// int(SHA-256(seed + "," + k)) mod n + 1: a place of a list of n, from 1. All text is UTF-8, k is written in decimal. n is at least 1.
std::size_t place_of_pick(const std::string& seed, std::size_t k, std::size_t n);

struct Pick {
  std::size_t k = 0;      ///< from 1
  std::size_t place = 0;  ///< in the list, from 1
  bool repeat = false;    ///< was drawn before, and is skipped
};

/// Picks k = 1, 2, … until `count` different places are drawn. `count` is at most n.
std::vector<Pick> pick_places(const std::string& seed, std::size_t n, std::size_t count);

}  // namespace lvce
