#include "fleet/shard.h"

#include <catch2/catch.hpp>

#include <map>
#include <string>

using lvce::parse_shard;
using lvce::Shard;

namespace {

lvce::ShardAsked asked(std::map<std::string, std::string> variables) {
  return lvce::shard_of_slurm([&](const char* name) -> const char* {
    const auto found = variables.find(name);
    return found == variables.end() ? nullptr : found->second.c_str();
  });
}

}  // namespace

TEST_CASE("A shard is written as which of how many") {
  CHECK(parse_shard("3/8") == Shard{3, 8});
  CHECK(parse_shard("1/1") == Shard{1, 1});
  for (const char* wrong : {"", "3", "0/8", "9/8", "-1/8", "3/8/9", "3/", "/8", "a/b", "3/ 8", "1/100001"}) {
    INFO(wrong);
    CHECK_FALSE(parse_shard(wrong));
  }
}

TEST_CASE("Every unit belongs to just one shard, whoever asks, and shards are about even") {
  std::map<int, int> counts;
  for (int i = 0; i < 4000; ++i) {
    const std::string name = "第" + std::to_string(i) + "局";
    int owners = 0;
    for (int shard = 1; shard <= 8; ++shard) owners += lvce::belongs_to({shard, 8}, name) ? 1 : 0;
    REQUIRE(owners == 1);
    ++counts[lvce::shard_of(name, 8)];
  }
  for (const auto& [shard, count] : counts) CHECK((count > 400 && count < 600));
}

TEST_CASE("The shard goes by the name as rosters compare it") {
  CHECK(lvce::shard_of("某县（城关）财政局", 97) == lvce::shard_of("某县(城关) 财政局", 97));
  // sha256("甲局") begins with 12 digits that python3 gives: int(hashlib.sha256("甲局".encode()).hexdigest()[:12], 16) % 97 + 1
  CHECK(lvce::shard_of("甲局", 97) == 25);
}

TEST_CASE("Slurm's array says which shard this is") {
  CHECK(asked({}).shard == Shard{1, 1});
  CHECK(asked({{"SLURM_ARRAY_TASK_ID", "3"}, {"SLURM_ARRAY_TASK_COUNT", "8"}, {"SLURM_ARRAY_TASK_MIN", "1"}, {"SLURM_ARRAY_TASK_MAX", "8"}}).shard ==
        Shard{3, 8});
  CHECK(asked({{"SLURM_ARRAY_TASK_ID", "0"}, {"SLURM_ARRAY_TASK_COUNT", "4"}, {"SLURM_ARRAY_TASK_MIN", "0"}, {"SLURM_ARRAY_TASK_MAX", "3"}}).shard ==
        Shard{1, 4});
  CHECK(asked({{"SLURM_ARRAY_TASK_ID", "5"},
               {"SLURM_ARRAY_TASK_COUNT", "4"},
               {"SLURM_ARRAY_TASK_MIN", "1"},
               {"SLURM_ARRAY_TASK_MAX", "7"},
               {"SLURM_ARRAY_TASK_STEP", "2"}})
            .shard == Shard{3, 4});
}

TEST_CASE("An array of which the whole cannot be known is refused, never taken for all") {
  // --array=7: one element started again
  CHECK_FALSE(asked({{"SLURM_ARRAY_TASK_ID", "7"}, {"SLURM_ARRAY_TASK_COUNT", "1"}, {"SLURM_ARRAY_TASK_MIN", "7"}, {"SLURM_ARRAY_TASK_MAX", "7"}}).shard);
  // --array=1,5,6
  CHECK_FALSE(asked({{"SLURM_ARRAY_TASK_ID", "5"}, {"SLURM_ARRAY_TASK_COUNT", "3"}, {"SLURM_ARRAY_TASK_MIN", "1"}, {"SLURM_ARRAY_TASK_MAX", "6"}}).shard);
  CHECK_FALSE(asked({{"SLURM_ARRAY_TASK_ID", "2"}}).shard);
  CHECK_FALSE(asked({{"SLURM_ARRAY_TASK_ID", "x"}, {"SLURM_ARRAY_TASK_COUNT", "8"}, {"SLURM_ARRAY_TASK_MIN", "1"}}).fault.empty());
}
