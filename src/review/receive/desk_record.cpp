#include "review/receive/desk_record.h"

#include <algorithm>
#include <set>
#include <system_error>
#include <tuple>

#include "support/files.h"
#include "support/json/checked.h"
#include "support/text.h"

namespace lvce {
namespace {

using DeskJson = nlohmann::ordered_json;

constexpr int kDeskSchema = 1;
constexpr JsonCaps kDeskCaps{512U << 20, 12, 40'000'000};
constexpr std::size_t kDeskText = 4096;
constexpr std::size_t kDeskRows = 500'000;

std::string record_text(const JsonValue& from, const char* key) {
  const auto found = from.find(key);
  return found ? found->text(kDeskText) : "";
}

DeskJson expected_to_json(const ExpectedUnit& unit) {
  return {{"unit", unit.name},
          {"number", unit.number},
          {"level", unit.level},
          {"category", unit.category},
          {"department", unit.department},
          {"rubric", unit.rubric},
          {"received", unit.received},
          {"named_year", unit.named_year ? DeskJson(*unit.named_year) : DeskJson()}};
}

ExpectedUnit expected_from(const JsonValue& row) {
  ExpectedUnit out{record_text(row, "unit"),       record_text(row, "number"), record_text(row, "level"),    record_text(row, "category"),
                   record_text(row, "department"), record_text(row, "rubric"), record_text(row, "received"), std::nullopt};
  if (const auto year = row.find("named_year")) out.named_year = static_cast<int>(year->whole(1900, 2100));
  return out;
}

DeskRecord record_from(const nlohmann::json& tree) {
  const JsonValue root(tree);
  root.at("schema").whole(kDeskSchema, kDeskSchema);
  DeskRecord out;
  out.roster_file = record_text(root, "roster_file");
  for (const JsonValue& row : root.at("roster").list(kDeskRows)) out.roster.push_back(expected_from(row));
  root.at("received").list(kDeskRows);
  for (const nlohmann::json& row : tree.at("received")) out.arrivals.push_back(arrival_from_json(row));
  for (const JsonValue& name : root.at("missing").list(kDeskRows)) out.missing.push_back(name.text(kDeskText));
  if (const auto written = root.find("written"))
    for (const auto& [name, digest] : written->members(1000)) out.written[name] = digest.text(kDeskText);
  return out;
}

}  // namespace

ExpectedUnits::ExpectedUnits(const std::vector<ExpectedUnit>& roster) {
  for (const ExpectedUnit& unit : roster) by_key_.emplace(unit_key(unit.name), &unit);
}

const ExpectedUnit* ExpectedUnits::find(const std::string& unit) const {
  const auto found = by_key_.find(unit_key(unit));
  return found == by_key_.end() ? nullptr : found->second;
}

const ExpectedUnit* ExpectedUnits::named_in(const std::string& text) const {
  const std::string key = unit_key(text);
  const ExpectedUnit* found = nullptr;  // 某局机关服务中心 rather than 某局
  for (const auto& [name, unit] : by_key_)
    if (key.find(name) != std::string::npos && (found == nullptr || unit->name.size() > found->name.size())) found = unit;
  return found;
}

std::optional<DeskRecord> read_desk_record(const std::filesystem::path& desk, Findings& findings) {
  const std::filesystem::path file = desk / kDeskRecordName;
  std::error_code error;
  if (!std::filesystem::exists(std::filesystem::symlink_status(file, error))) return DeskRecord{};
  const auto bytes = read_file(file, kDeskCaps.bytes);
  try {
    if (!bytes) throw JsonFault("打不开");
    return record_from(parse_json(*bytes, kDeskCaps));
  } catch (const JsonFault& fault) {
    findings.push_back(Finding::error("desk-record-unreadable", on_disk(file.string()), std::string("读不出：") + fault.what(),
                                      "没有作任何改动；请从备份恢复这个文件，或用 -o 另指定一个新的评审文件夹重新收件"));
    return std::nullopt;
  }
}

std::string desk_record_to_json(const DeskRecord& record) {
  DeskJson out;
  out["schema"] = kDeskSchema;
  out["roster_file"] = record.roster_file;
  out["roster"] = DeskJson::array();
  for (const ExpectedUnit& unit : record.roster) out["roster"].push_back(expected_to_json(unit));
  out["received"] = DeskJson::array();
  for (const Arrival& arrival : record.arrivals) out["received"].push_back(arrival_to_json(arrival));
  out["missing"] = record.missing;
  out["written"] = DeskJson::object();
  for (const auto& [name, digest] : record.written) out["written"][name] = digest;
  return out.dump(1, ' ', false, DeskJson::error_handler_t::replace) + "\n";
}

ExpectedUnit expected_unit(const RosterUnit& row) {
  return {row.name, row.number, row.level, row.category, row.department, row.rubric, row.received, row.named_year};
}

void settle(DeskRecord& record) {
  std::map<std::string, std::size_t> places;  // by the names as the roster writes them
  for (const ExpectedUnit& unit : record.roster) places.emplace(unit.name, places.size());
  const auto rank = [&](const Arrival& arrival) {
    const auto found = places.find(arrival.unit);
    return found == places.end() ? places.size() : found->second;
  };
  std::stable_sort(record.arrivals.begin(), record.arrivals.end(), [&](const Arrival& a, const Arrival& b) {
    const std::size_t first = rank(a), second = rank(b);
    if (first != second) return first < second;
    if (a.unit != b.unit) return natural_less(a.unit, b.unit);
    return std::tie(a.round, a.source) < std::tie(b.round, b.source);
  });
  std::set<std::string> here;
  for (const Arrival& arrival : record.arrivals) here.insert(arrival.unit);
  record.missing.clear();
  for (const ExpectedUnit& unit : record.roster)
    if (!here.contains(unit.name)) record.missing.push_back(unit.name);
}

}  // namespace lvce
