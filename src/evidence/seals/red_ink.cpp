#include "evidence/seals/red_ink.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lvce {
namespace {

constexpr double kWhiteShare = 0.95;      ///< of all pixels are darker than white
constexpr double kLeastWhite = 60;        ///< of 255: a black picture has no white
constexpr double kLeastRed = 0.30;        ///< of white
constexpr double kLeastStrength = 0.065;  ///< red above the weaker of the other two, of white: faded ink
constexpr double kLeastSaturation = 0.085;
constexpr double kPurple = -0.5, kOrange = 0.38;  ///< (green − blue) / (red − the weaker): hues from 330° to 23°
constexpr double kPaperLight = 0.5, kPaperColour = 0.3;
constexpr int kColourful = 16;                 ///< of 255, between the strongest and the weakest of the three
constexpr std::size_t kColourlessPart = 1000;  ///< one pixel in so many may be coloured: grain of a scanner

using White = std::array<double, 3>;

unsigned char channel_of(const RgbPicture& picture, std::size_t pixel, std::size_t band) {
  return static_cast<unsigned char>(picture.pixels[pixel * 3 + band]);
}

std::size_t pixels_in(const RgbPicture& picture) { return picture.pixels.size() / 3; }

White white_of(const RgbPicture& picture) {
  std::array<std::array<std::size_t, 256>, 3> counts{};
  const std::size_t all = pixels_in(picture);
  for (std::size_t i = 0; i < all; ++i) {
    for (std::size_t band = 0; band < 3; ++band) ++counts[band][channel_of(picture, i, band)];
  }
  White white{};
  for (std::size_t band = 0; band < 3; ++band) {
    std::size_t below = 0, value = 0;
    while (value < 255 && static_cast<double>(below += counts[band][value]) < kWhiteShare * static_cast<double>(all)) ++value;
    white[band] = std::max(static_cast<double>(value), kLeastWhite);
  }
  return white;
}

Ink ink_of_pixel(double red, double green, double blue) {
  const double weakest = std::min(green, blue), strength = red - weakest, strongest = std::max({red, green, blue});
  const double hue = strength > 0 ? (green - blue) / strength : 0;
  const bool reddish = red >= kLeastRed && strength >= kLeastStrength && strength >= kLeastSaturation * red && red >= std::max(green, blue);
  if (reddish && hue >= kPurple && hue <= kOrange) return Ink::red;
  const double colour = strongest - std::min({red, green, blue});
  return strongest >= kPaperLight && colour <= kPaperColour * strongest ? Ink::paper : Ink::other;
}

}  // namespace

InkMap ink_map(const RgbPicture& picture) {
  const White white = white_of(picture);
  InkMap map{picture.width, picture.height, std::vector<Ink>(pixels_in(picture))};
  for (std::size_t i = 0; i < map.inks.size(); ++i) {
    const auto of_white = [&](std::size_t band) { return std::min(1.0, channel_of(picture, i, band) / white[band]); };
    map.inks[i] = ink_of_pixel(of_white(0), of_white(1), of_white(2));
  }
  return map;
}

bool is_colourless(const RgbPicture& picture) {
  std::size_t coloured = 0;
  for (std::size_t i = 0; i < pixels_in(picture); ++i) {
    const auto [least, most] = std::minmax({channel_of(picture, i, 0), channel_of(picture, i, 1), channel_of(picture, i, 2)});
    if (most - least >= kColourful) ++coloured;
  }
  return coloured * kColourlessPart < pixels_in(picture);
}

}  // namespace lvce
