#include "workbook/detect/official_fuel.h"

#include <algorithm>
#include <array>

#include "office/carriers.h"
#include "workbook/detect/words.h"

namespace lvce::formats {
namespace {

bool is_official(const Candidate& one) {
  static constexpr std::array kWords = {"公务", "公车"};
  return official_part_of(one.carrier) && holds_one(one.header, kWords);
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

constexpr std::array kElsewhere = {"锅炉", "发电", "食堂", "厨房", "炊事"};

/// Boilers, generators, kitchens: no vehicles.
bool burns_elsewhere(const Candidate& one) { return holds_one(one.header, kElsewhere) || holds_one(one.sheet, kElsewhere); }

/// Its title says so, no header of the block says it of another column, and no column of the fuel is doubtful.
bool is_official_by_title(const Candidate& one, const std::vector<Candidate>& all) {
  if (!one.titled_official || !one.doubts.empty() || !official_part_of(one.carrier) || burns_elsewhere(one)) return false;
  return std::none_of(all.begin(), all.end(), [&](const Candidate& other) {
    return other.block == one.block && (is_official(other) || (other.carrier == one.carrier && !other.doubts.empty()));
  });
}

bool share_a_year(const Candidate& one, const Candidate& other) {
  return std::any_of(one.values.begin(), one.values.end(), [&](const auto& value) {
    return std::any_of(other.values.begin(), other.values.end(), [&](const auto& same) { return std::get<0>(same.first) == std::get<0>(value.first); });
  });
}

}  // namespace

bool is_of_official_vehicles(const std::string& title) {
  static constexpr std::array kMore = {"及", "和", "与", "、"};
  if (holds_one(title, kElsewhere) || title.find("其他") != std::string::npos) return false;
  for (const std::string vehicles : {"公务用车", "公务车", "公车"}) {
    const std::size_t at = title.find(vehicles);
    if (at == std::string::npos) continue;
    const std::string before = title.substr(0, at), behind = title.substr(at + vehicles.size());
    return std::none_of(kMore.begin(), kMore.end(), [&](const char* more) { return before.ends_with(more) || behind.starts_with(more); });
  }
  return false;
}

void settle_official_fuel(std::vector<Candidate>& all) {
  std::vector<Candidate> parts;
  std::vector<std::size_t> beside_whole;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (is_official_by_title(all[i], all)) parts.push_back(all[i]);
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

std::vector<Candidate> perhaps_official(const std::vector<Candidate>& used) {
  std::vector<Candidate> out;
  for (const Candidate& one : used) {
    const auto part = official_part_of(one.carrier);
    if (!part || burns_elsewhere(one)) continue;
    const bool said = std::any_of(used.begin(), used.end(), [&](const Candidate& other) { return other.carrier == *part && share_a_year(other, one); });
    if (said) continue;
    out.push_back(one);
    make_official(out.back());
  }
  return out;
}

std::string official_fuel_hint(Carrier part) {
  const auto of_part = std::find_if(kVehicleFuels.begin(), kVehicleFuels.end(), [&](const VehicleFuel& one) { return one.official == part; });
  const std::string name(carrier_name(part)), fuel = of_part == kVehicleFuels.end() ? name : std::string(carrier_name(of_part->fuel));
  return fuel + "是公务用车用的，建筑能耗要扣除：都是的，去掉下面 to: 能耗台账/" + name +
         " 各行行首的 #；只有一部分是的，再把这些行的 values 改成那一部分的格；没有公务用车的，在“年度基数”中把公务用车数量填为0。";
}

}  // namespace lvce::formats
