#include "workbook/detect/official_fuel.h"

#include <algorithm>

#include "office/carriers.h"

namespace lvce::formats {
namespace {

bool is_official(const Candidate& one) {
  return official_part_of(one.carrier) && (one.header.find("公务") != std::string::npos || one.header.find("公车") != std::string::npos);
}

/// The fuel of which the official vehicles' is a part: no part by its own words, and never less.
bool is_whole_of(const Candidate& whole, const Candidate& official) {
  if (whole.carrier != official.carrier || is_official(whole) || !overlap(whole, official) || (!whole.other.empty() && !whole.total)) return false;
  return std::all_of(official.values.begin(), official.values.end(), [&](const auto& month) {
    const auto same = whole.values.find(month.first);
    return same == whole.values.end() || month.second <= same->second;
  });
}

void make_official(Candidate& one) {
  one.carrier = *official_part_of(one.carrier);
  one.rule.to.column = std::string(carrier_name(one.carrier));
  one.part = false;
}

/// 其他用车 beside 公务用车 and their sum is a part as well.
void mark_the_rest(std::vector<Candidate>& all, const Candidate& official) {
  for (const Candidate& whole : all) {
    if (!is_whole_of(whole, official)) continue;
    for (Candidate& rest : all) {
      if (&rest == &whole || rest.block != whole.block || rest.carrier != whole.carrier || is_official(rest) || rest.values.size() != whole.values.size())
        continue;
      rest.part = rest.part || std::all_of(rest.values.begin(), rest.values.end(), [&](const auto& month) {
                    const auto sum = whole.values.find(month.first), own = official.values.find(month.first);
                    return sum != whole.values.end() && own != official.values.end() && own->second + month.second == sum->second;
                  });
    }
  }
}

}  // namespace

void settle_official_fuel(std::vector<Candidate>& all) {
  std::vector<Candidate> parts;
  std::vector<std::size_t> beside_whole;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!is_official(all[i])) continue;
    if (std::any_of(all.begin(), all.end(), [&](const Candidate& other) { return is_whole_of(other, all[i]); })) beside_whole.push_back(i);
    else if (all[i].doubts.empty()) parts.push_back(all[i]);
  }
  for (std::size_t i : beside_whole) mark_the_rest(all, all[i]);
  for (std::size_t i : beside_whole) make_official(all[i]);
  for (Candidate& part : parts) {
    make_official(part);
    all.push_back(std::move(part));
  }
}

}  // namespace lvce::formats
