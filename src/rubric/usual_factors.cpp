#include "rubric/usual_factors.h"

#include <algorithm>
#include <exception>
#include <system_error>
#include <tuple>

namespace lvce {
namespace {

namespace fs = std::filesystem;

/// What a file says of itself. One that cannot be read says nothing here: who is named it is told of it.
std::optional<UsualFactorSet> usual_in(const fs::path& file) try {
  const YamlNode root = load_own_yaml(file);
  const YamlNode& said = root.at("default");
  return said.is_null() ? std::nullopt : std::optional(UsualFactorSet{file.stem().string(), usual_from(said)});
} catch (const std::exception&) {
  return std::nullopt;
}

}  // namespace

std::optional<int> usual_from(const YamlNode& said) {
  if (said.is_scalar()) return said.text == "true" ? std::optional(0) : std::nullopt;
  const std::string& year = said.at("from").text;
  const bool written = said.is_map() && said.fields.size() == 1 && year.size() == 4 && year.find_first_not_of("0123456789") == std::string::npos;
  return written && year[0] != '0' ? std::optional(std::stoi(year)) : std::nullopt;
}

std::vector<UsualFactorSet> usual_factor_sets(const fs::path& data) {
  std::vector<UsualFactorSet> sets;
  std::error_code error;
  for (fs::directory_iterator at(data / "rubrics" / "factors", error), end; !error && at != end; at.increment(error)) {
    if (at->path().extension() != ".yaml") continue;
    if (auto set = usual_in(at->path())) sets.push_back(std::move(*set));
  }
  std::sort(sets.begin(), sets.end(), [](const UsualFactorSet& a, const UsualFactorSet& b) { return std::tie(a.from, a.id) < std::tie(b.from, b.id); });
  return sets;
}

std::string usual_factor_set(const std::vector<UsualFactorSet>& sets, int energy_year) {
  std::string id;
  std::optional<int> from;
  for (const UsualFactorSet& set : sets) {
    if (!set.from || *set.from > energy_year) continue;
    id = set.from == from ? "" : set.id;
    from = set.from;
  }
  return id;
}

}  // namespace lvce
