// A page as poppler shows it.
#pragma once

#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

namespace lvce::testing {

/// The page of 200 × 200 pt as pdftoppm shows it at 72 dpi: a pixel a point.
struct Shown {
  std::vector<unsigned char> pixels;
  std::array<int, 3> at(int x, int y_from_below) const {
    const std::size_t i = (static_cast<std::size_t>(199 - y_from_below) * 200 + static_cast<std::size_t>(x)) * 3;
    return {pixels.at(i), pixels.at(i + 1), pixels.at(i + 2)};
  }
};

inline Shown show(const std::filesystem::path& pdf) {
  const std::string command = "pdftoppm -r 72 -aa no -aaVector no '" + pdf.string() + "'";
  FILE* from = popen(command.c_str(), "r");
  REQUIRE(from != nullptr);
  std::string bytes;
  std::array<char, 4096> part{};
  for (std::size_t got = 0; (got = fread(part.data(), 1, part.size(), from)) > 0;) bytes.append(part.data(), got);
  pclose(from);
  REQUIRE(bytes.starts_with("P6\n200 200\n255\n"));
  return {{bytes.begin() + 15, bytes.end()}};
}

using Colour = std::array<int, 3>;
inline const Colour kWhite{255, 255, 255}, kGrey{128, 128, 128}, kBlack{0, 0, 0}, kRed{255, 0, 0}, kGreen{0, 255, 0};

}  // namespace lvce::testing
