#include "office/dossier.h"

#include <array>
#include <charconv>

namespace lvce {
namespace {

struct CarrierWords {
  std::string_view name;
  std::string_view unit;
};

constexpr std::array<CarrierWords, kCarrierCount> kCarriers = {{
    {"电", "千瓦时"},
    {"水", "立方米"},
    {"原煤", "吨"},
    {"其中采暖用煤", "吨"},
    {"天然气", "立方米"},
    {"液化石油气", "吨"},
    {"汽油", "升"},
    {"其中公务用车汽油", "升"},
    {"柴油", "升"},
    {"其中公务用车柴油", "升"},
    {"热力", "吉焦"},
    {"其他能源", "吨标准煤"},
    {"煤油", "升"},
    {"燃料油", "升"},
    {"焦炭", "吨"},
    {"转供电", "千瓦时"},
    {"自发自用光伏", "千瓦时"},
    {"绿电", "千瓦时"},
}};

std::optional<int> four_digit_year(std::string_view text) {
  if (text.size() < 4) return std::nullopt;
  int year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + 4, year);
  if (error != std::errc{} || end != text.data() + 4) return std::nullopt;
  return year;
}

}  // namespace

std::string UnitInfo::text(const std::string& item) const {
  const auto found = items.find(item);
  return found == items.end() ? std::string() : found->second;
}

std::optional<int> UnitInfo::year(const std::string& item) const { return four_digit_year(text(item)); }

std::string_view carrier_name(Carrier carrier) { return kCarriers[static_cast<std::size_t>(carrier)].name; }

std::string_view carrier_unit(Carrier carrier) { return kCarriers[static_cast<std::size_t>(carrier)].unit; }

std::vector<Carrier> all_carriers() {
  std::vector<Carrier> out;
  for (int i = 0; i < kCarrierCount; ++i) out.push_back(static_cast<Carrier>(i));
  return out;
}

std::string_view evidence_state_name(EvidenceState state) {
  switch (state) {
    case EvidenceState::bound: return "bound";
    case EvidenceState::bound_with_warning: return "bound_with_warning";
    case EvidenceState::rejected: return "rejected";
    case EvidenceState::unassigned: return "unassigned";
    case EvidenceState::auxiliary: return "auxiliary";
  }
  return "rejected";
}

std::optional<int> EvidenceDate::year() const { return four_digit_year(text); }

}  // namespace lvce
