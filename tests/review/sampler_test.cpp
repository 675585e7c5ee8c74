// Rivest's sampler against the ten public vectors (rivest-sampler-tests 0.2.0), which allow repeats; checked once more with Python's hashlib.
#include <catch2/catch.hpp>

#include "review/draw/sampler.h"
#include "review/draw/share.h"

using namespace lvce;

namespace {

struct Vector {
  std::string seed;
  std::size_t n;
  std::vector<std::size_t> places;
};

}  // namespace

TEST_CASE("The public vectors hold, seeds beyond ASCII among them") {
  const std::vector<Vector> vectors = {{"1", 1000, {97, 89, 163}},
                                       {"0", 2, {1, 1, 2}},
                                       {"0", 1000, {905, 573, 160}},
                                       {"0000000000", 1000, {978, 359, 132}},
                                       {"999999999999999999999999", 1000, {544, 800, 654}},
                                       {"3546311556112163624615351222", 876, {740, 180, 264, 789, 238}},
                                       {"abcde", 1000, {247, 427, 157}},
                                       {"abc123", 1000, {455, 764, 629}},
                                       {"snowman: \u2603", 1000, {634, 56, 46}},
                                       {"\U0001F600", 1000, {596, 415, 303, 11, 141}}};
  for (const Vector& vector : vectors) {
    for (std::size_t k = 1; k <= vector.places.size(); ++k) CHECK(place_of_pick(vector.seed, k, vector.n) == vector.places[k - 1]);
  }
}

TEST_CASE("A place that was drawn is skipped, and the pick that met it is kept for the record") {
  const std::vector<Pick> picks = pick_places("0", 2, 2);
  REQUIRE(picks.size() == 3);
  CHECK(picks[0].place == 1);
  CHECK_FALSE(picks[0].repeat);
  CHECK(picks[1].place == 1);
  CHECK(picks[1].repeat);
  CHECK(picks[2].place == 2);
  CHECK(picks[2].k == 3);
}

TEST_CASE("All of a list can be drawn, each once") {
  std::vector<bool> seen(51, false);
  for (const Pick& pick : pick_places("山", 50, 50)) {
    if (pick.repeat) continue;
    CHECK_FALSE(seen[pick.place]);
    seen[pick.place] = true;
  }
  CHECK(std::count(seen.begin(), seen.end(), true) == 50);
}

TEST_CASE("A share is exact, and rounded up") {
  CHECK(count_of_share(*parse_share("30%"), 10) == 3);  // in floats 0.3 * 10 may come out above
  CHECK(count_of_share(*parse_share("30%"), 11) == 4);
  CHECK(count_of_share(*parse_share("0.3"), 931) == 280);  // 279.3
  CHECK(count_of_share(*parse_share("7%"), 100) == 7);
  CHECK(count_of_share(*parse_share("0.07"), 100) == 7);
  CHECK(count_of_share(*parse_share("100%"), 5) == 5);
  CHECK(count_of_share(*parse_share("1"), 5) == 5);
  CHECK(count_of_share(*parse_share("0.001%"), 5) == 1);
  CHECK(count_of_share(*parse_share("１２.５％"), 8) == 1);
  CHECK(share_text(*parse_share("0.125")) == "12.5%");
}

TEST_CASE("What is no share is refused") {
  for (const char* text : {"", "0", "0%", "-3%", "101%", "30", "1.0000001", "三成", "30%%", "nan", "1/3"}) {
    INFO(text);
    CHECK_FALSE(parse_share(text));
  }
}
