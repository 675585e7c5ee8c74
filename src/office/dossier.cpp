#include "office/dossier.h"

#include <charconv>

#include "office/carriers.h"

namespace lvce {
namespace {

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

std::string_view carrier_name(Carrier carrier) { return facts_of(carrier).name; }

std::string_view carrier_unit(Carrier carrier) { return facts_of(carrier).unit; }

std::vector<Carrier> all_carriers() {
  std::vector<Carrier> out;
  for (const CarrierFacts& facts : kCarriers) out.push_back(facts.carrier);
  return out;
}

std::string_view seal_state_name(SealState state) {
  switch (state) {
    case SealState::not_asked: return "";
    case SealState::unknown: return "unknown";
    case SealState::unseen: return "unseen";
    case SealState::likely: return "likely";
    case SealState::present: return "present";
  }
  return "";
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

Place unit_item_place(const Workbook& workbook, const std::string& item) {
  const auto found = workbook.unit.places.find(item);
  const bool known = found != workbook.unit.places.end() && !found->second.cell.empty();
  return known ? found->second.in(workbook.file) : in_sheet(workbook.file, "单位信息", item);
}

std::string title_without_date(const EvidenceFile& file) {
  const std::string ending = " " + file.date.text;
  const bool dated = file.date.origin == DateOrigin::title && !file.date.text.empty() && file.title.size() > ending.size() && file.title.ends_with(ending);
  return dated ? file.title.substr(0, file.title.size() - ending.size()) : file.title;
}

}  // namespace lvce
