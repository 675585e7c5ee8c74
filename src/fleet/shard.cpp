#include "fleet/shard.h"

#include <algorithm>
#include <charconv>

#include "roster/roster.h"
#include "support/files.h"

namespace lvce {
namespace {

constexpr int kMostShards = 100'000;
constexpr std::size_t kHashDigits = 12;  ///< of the digest: 48 bits

std::optional<int> whole_number(const std::string& text) {
  int number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  return fault == std::errc() && end == text.data() + text.size() && !text.empty() ? std::optional(number) : std::nullopt;
}

}  // namespace

std::optional<Shard> parse_shard(const std::string& text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string::npos) return std::nullopt;
  const auto index = whole_number(text.substr(0, slash));
  const auto count = whole_number(text.substr(slash + 1));
  if (!index || !count || *index < 1 || *index > *count || *count > kMostShards) return std::nullopt;
  return Shard{*index, *count};
}

ShardAsked shard_of_slurm(const std::function<const char*(const char*)>& environment) {
  const auto value = [&](const char* name) -> std::optional<int> {
    const char* text = environment(name);
    return text == nullptr ? std::nullopt : whole_number(text);
  };
  if (environment("SLURM_ARRAY_TASK_ID") == nullptr) return {Shard{}, ""};
  const std::string advice = "；请用 --shard 第几片/总片数 说明";
  const auto id = value("SLURM_ARRAY_TASK_ID"), count = value("SLURM_ARRAY_TASK_COUNT"), least = value("SLURM_ARRAY_TASK_MIN");
  if (!id || !count || !least || *count < 1 || *id < *least) return {std::nullopt, "Slurm 阵列的编号读不出来" + advice};
  const int step = std::max(value("SLURM_ARRAY_TASK_STEP").value_or(1), 1);
  const int most = value("SLURM_ARRAY_TASK_MAX").value_or(*least + (*count - 1) * step);
  if ((*id - *least) % step != 0 || most != *least + (*count - 1) * step) return {std::nullopt, "Slurm 阵列的编号不是等距的" + advice};
  if (*least > 1) return {std::nullopt, "Slurm 阵列从 " + std::to_string(*least) + " 开始，可能只是补交的一部分，不知道共有几片" + advice};
  if (*count > kMostShards) return {std::nullopt, "Slurm 阵列超过 " + std::to_string(kMostShards) + " 个" + advice};
  return {Shard{(*id - *least) / step + 1, *count}, ""};
}

int shard_of(const std::string& name, int count) {
  const std::string digits = sha256_of(unit_key(name)).substr(0, kHashDigits);
  return static_cast<int>(std::stoull(digits, nullptr, 16) % static_cast<unsigned long long>(count)) + 1;
}

bool belongs_to(const Shard& shard, const std::string& name) { return shard_of(name, shard.count) == shard.index; }

}  // namespace lvce
