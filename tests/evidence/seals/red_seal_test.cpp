// Rings drawn by hand: what is a seal by its shape, and what is only red.
#include "evidence/seals/red_seal.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <functional>

namespace lvce {
namespace {

using Colour = std::array<unsigned char, 3>;
constexpr Colour kRedInk{214, 40, 50}, kFaded{236, 196, 198}, kYellowed{246, 234, 205}, kWhitePaper{255, 255, 255}, kFlag{200, 30, 30};

/// A4 at 75 dpi.
struct Sheet {
  RgbPicture picture{620, 877, std::string(620 * 877 * 3, '\0')};

  explicit Sheet(Colour paper) {
    paint([](double, double) { return true; }, paper);
  }
  void paint(const std::function<bool(double, double)>& where, Colour colour) {
    for (int y = 0; y < picture.height; ++y) {
      for (int x = 0; x < picture.width; ++x) {
        if (!where(x + 0.5, y + 0.5)) continue;
        for (std::size_t band = 0; band < 3; ++band)
          picture.pixels[(static_cast<std::size_t>(y) * 620 + static_cast<std::size_t>(x)) * 3 + band] = static_cast<char>(colour[band]);
      }
    }
  }
  /// A ring of 3 pixels, and a disc a third of its size; half axes in pixels (62 are 21 mm), turned.
  void seal(double cx, double cy, double a, double b, double turn, Colour ink) {
    paint(
        [&](double x, double y) {
          const double along = (x - cx) * std::cos(turn) + (y - cy) * std::sin(turn), across = (y - cy) * std::cos(turn) - (x - cx) * std::sin(turn);
          const double radius = std::hypot(along / a, across / b);
          return (radius <= 1 && radius >= 1 - 3 / b) || radius <= 0.33;
        },
        ink);
  }
  void lines_of_text() {
    paint([](double x, double y) { return x > 80 && x < 540 && std::fmod(y, 30) < 9 && std::fmod(x, 17) < 8; }, {30, 30, 32});
  }
  std::vector<Ellipse> found() const { return find_red_seals(ink_map(picture)); }
};

}  // namespace

TEST_CASE("a red ring with something in it is a seal, where and as large as it is", "[evidence][seals]") {
  for (const Colour paper : {kWhitePaper, kYellowed, Colour{225, 225, 228}}) {
    for (const Colour ink : {kRedInk, kFaded}) {
      Sheet sheet(paper);
      sheet.lines_of_text();
      sheet.seal(400, 600, 62, 62, 0,
                 {static_cast<unsigned char>(ink[0] * paper[0] / 255), static_cast<unsigned char>(ink[1] * paper[1] / 255),
                  static_cast<unsigned char>(ink[2] * paper[2] / 255)});
      const auto seals = sheet.found();
      REQUIRE(seals.size() == 1);
      CHECK(seals[0].x == Approx(400).margin(2));
      CHECK(seals[0].y == Approx(600).margin(2));
      CHECK(seals[0].long_half == Approx(62).margin(3));
      CHECK(seals[0].short_half == Approx(62).margin(3));
    }
  }
}

TEST_CASE("an oval, turned seal is one too, and two are two", "[evidence][seals]") {
  Sheet sheet(kWhitePaper);
  sheet.seal(200, 200, 66, 44, 0.5, kRedInk);
  sheet.seal(400, 600, 62, 62, 0, kRedInk);
  const auto seals = sheet.found();
  REQUIRE(seals.size() == 2);
  CHECK(seals[0].long_half == Approx(66).margin(3));
  CHECK(seals[0].short_half == Approx(44).margin(3));
  CHECK(std::fmod(seals[0].turn + 10 * 3.14159265, 3.14159265) == Approx(0.5).margin(0.1));
}

TEST_CASE("what is red and no thin ring on paper is no seal", "[evidence][seals]") {
  Sheet sheet(kWhitePaper);
  SECTION("a letterhead and its line") {
    sheet.paint(
        [](double x, double y) { return y > 100 && y < 160 && x > 80 && x < 540 && std::fmod(x, 60) < 45 && (std::fmod(x, 15) < 6 || std::fmod(y, 20) < 6); },
        kRedInk);
    sheet.paint([](double x, double y) { return y > 200 && y < 203 && x > 80 && x < 540; }, kRedInk);
  }
  SECTION("a flag") {
    sheet.paint([](double x, double y) { return x > 200 && x < 400 && y > 200 && y < 330; }, kFlag);
  }
  SECTION("a disc") {
    sheet.paint([](double x, double y) { return std::hypot(x - 300, y - 400) < 62; }, kFlag);
  }
  SECTION("a sign that forbids") {
    sheet.paint([](double x, double y) { return std::hypot(x - 300, y - 400) < 62 && (std::hypot(x - 300, y - 400) > 42 || std::abs(x - y + 100) < 12); },
                kFlag);
  }
  SECTION("a square") {
    sheet.paint(
        [](double x, double y) {
          const double d = std::max(std::abs(x - 300), std::abs(y - 400));
          return d < 62 && (d > 59 || d < 20);
        },
        kRedInk);
  }
  SECTION("an empty ring") {
    sheet.paint(
        [](double x, double y) {
          const double d = std::hypot(x - 300, y - 400);
          return d < 62 && d > 60;
        },
        kRedInk);
  }
  SECTION("a black seal") { sheet.seal(300, 400, 62, 62, 0, {30, 30, 30}); }
  SECTION("a blue seal") { sheet.seal(300, 400, 62, 62, 0, {40, 60, 200}); }
  SECTION("a ring as large as the page") { sheet.seal(310, 430, 300, 300, 0, kRedInk); }
  SECTION("a ring as small as a letter") { sheet.seal(310, 430, 18, 18, 0, kRedInk); }
  SECTION("half a ring") {
    sheet.paint(
        [](double x, double y) {
          const double d = std::hypot(x - 300, y - 400);
          return (d < 62 && d > 59 && x > 300) || d < 20;
        },
        kRedInk);
  }
  CHECK(sheet.found().empty());
}

TEST_CASE("greys are known as such", "[evidence][seals]") {
  Sheet sheet(kWhitePaper);
  sheet.lines_of_text();
  CHECK(is_colourless(sheet.picture));
  sheet.seal(400, 600, 62, 62, 0, kRedInk);
  CHECK_FALSE(is_colourless(sheet.picture));
}

TEST_CASE("pictures of nothing, or one colour, hold no seal", "[evidence][seals]") {
  CHECK(find_red_seals(ink_map({1, 1, std::string(3, '\0')})).empty());
  CHECK(find_red_seals(ink_map({0, 0, ""})).empty());
  for (const Colour colour : {kRedInk, Colour{0, 0, 0}, kWhitePaper}) CHECK(Sheet(colour).found().empty());
}

}  // namespace lvce
