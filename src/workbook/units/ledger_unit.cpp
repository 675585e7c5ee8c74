#include "workbook/units/ledger_unit.h"

#include <algorithm>
#include <array>

#include "office/carriers.h"
#include "office/values.h"
#include "support/text.h"
#include "workbook/book/number_format.h"

namespace lvce::formats {
namespace {

constexpr std::size_t kMostPieces = 60;

const CarrierFacts* carrier_named(const std::string& name) {
  const auto found = std::find_if(kCarriers.begin(), kCarriers.end(), [&](const CarrierFacts& facts) { return facts.name == name; });
  return found == kCarriers.end() ? nullptr : &*found;
}

}  // namespace

std::optional<LedgerUnit> ledger_unit(const std::string& carrier, const std::string& unit) {
  const CarrierFacts* facts = carrier_named(carrier);
  if (facts == nullptr) return std::nullopt;
  if (unit.empty()) return LedgerUnit{std::string(facts->unit), 0};
  const std::string plain = header_unit("(" + unit + ")");
  const auto taken = std::find_if(facts->units.begin(), facts->units.end(), [&](const UnitName& name) { return name.text == plain; });
  const xlsx::UnitWord word = xlsx::unit_word(plain);
  const xlsx::UnitWord base = xlsx::unit_word(facts->unit);
  if (!word.base.empty() && word.base == base.base) return LedgerUnit{std::string(facts->unit), word.tens - base.tens};
  if (taken == facts->units.end()) return std::nullopt;
  const bool water = facts->base == BaseUnit::m3 && word.base == xlsx::unit_word("吨").base;
  if (water) return LedgerUnit{std::string(facts->unit), word.tens};
  const bool kilogram = word.base == xlsx::unit_word("吨").base && word.tens == -3;
  return kilogram ? LedgerUnit{"吨", -3} : LedgerUnit{canonical_unit(unit), 0};
}

std::string canonical_unit(const std::string& unit) {
  static constexpr std::array<std::array<const char*, 2>, 17> kSpellings = {{{"度", "千瓦时"},
                                                                             {"kwh", "千瓦时"},
                                                                             {"万度", "万千瓦时"},
                                                                             {"万kwh", "万千瓦时"},
                                                                             {"m3", "立方米"},
                                                                             {"方", "立方米"},
                                                                             {"万m3", "万立方米"},
                                                                             {"t", "吨"},
                                                                             {"公斤", "千克"},
                                                                             {"kg", "千克"},
                                                                             {"l", "升"},
                                                                             {"gj", "吉焦"},
                                                                             {"百万千焦", "吉焦"},
                                                                             {"m2", "平方米"},
                                                                             {"万m2", "万平方米"},
                                                                             {"tce", "吨标准煤"},
                                                                             {"吨标煤", "吨标准煤"}}};
  const std::string plain = header_unit("(" + unit + ")");
  for (const auto& [spelling, name] : kSpellings) {
    if (plain == spelling) return name;
  }
  return plain;
}

std::vector<std::string> units_in(const std::string& text, Carrier carrier) {
  const std::string name(carrier_name(carrier));
  std::string clean = with_round_brackets(without_space(fold_width(text)));
  for (char& c : clean) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  std::vector<std::string> candidates{clean, header_unit(text)};
  if (const std::size_t said = clean.find("单位"); said != std::string::npos) {
    std::string rest = clean.substr(said + std::string("单位").size());
    for (const char* mark : {":", "(", ")", "是", "为"}) rest = replace_all(rest, mark, ",");
    for (const char* mark : {"、", ";", "；", "，", "/", "和", "及"}) rest = replace_all(rest, mark, ",");
    for (const std::string& piece : split(rest, ',')) candidates.push_back(piece);
  }
  for (std::size_t open = clean.find('('); open != std::string::npos; open = clean.find('(', open + 1)) {
    const std::size_t close = clean.find(')', open);
    std::string inside = clean.substr(open + 1, close == std::string::npos ? close : close - open - 1);
    for (const char* mark : {"、", ";", "；", "，", "单位:", "单位"}) inside = replace_all(inside, mark, ",");
    for (const std::string& piece : split(inside, ',')) candidates.push_back(piece);
  }
  std::vector<std::string> units;
  for (std::size_t i = 0; i < candidates.size(); ++i) {  // 电-万千瓦时: the pieces too
    if (ledger_unit(name, candidates[i])) continue;
    const std::string piece = replace_all(replace_all(candidates[i], "—", "-"), "–", "-");
    if (piece.find('-') == std::string::npos || candidates.size() > kMostPieces) continue;
    for (std::string& part : split(piece, '-')) candidates.push_back(std::move(part));
  }
  for (const std::string& candidate : candidates) {
    if (candidate.empty() || !ledger_unit(name, candidate)) continue;
    if (std::find(units.begin(), units.end(), candidate) == units.end()) units.push_back(candidate);
  }
  return units;
}

}  // namespace lvce::formats
