#include "fleet/unit_row.h"

#include <array>
#include <utility>

#include "fleet/json.h"

namespace lvce {
namespace {

using fleet::Json;
using fleet::number_in;
using fleet::number_or_none;
using fleet::text_in;
using fleet::text_or_none;

constexpr std::array kStates = {UnitState::built, UnitState::unchanged, UnitState::failed};

struct EnergyField {
  const char* key;
  std::optional<Decimal> UnitEnergy::*figure;
};
constexpr std::array kEnergyFields = {
    EnergyField{"total_kgce", &UnitEnergy::total_kgce},       EnergyField{"carbon_t", &UnitEnergy::carbon_t},
    EnergyField{"water_m3", &UnitEnergy::water_m3},           EnergyField{"per_capita_kgce", &UnitEnergy::per_capita_kgce},
    EnergyField{"per_area_kgce", &UnitEnergy::per_area_kgce}, EnergyField{"per_capita_water_m3", &UnitEnergy::per_capita_water_m3}};

Json checks_to_json(const std::vector<UnitCheck>& checks) {
  Json out = Json::array();
  for (const UnitCheck& check : checks) out.push_back({{"name", check.name}, {"met", fleet::truth_or_none(check.met)}, {"why", check.why}});
  return out;
}

std::vector<UnitCheck> checks_from_json(const Json& json) {
  std::vector<UnitCheck> out;
  for (const Json& check : json) out.push_back({text_in(check, "name"), fleet::truth_in(check, "met"), text_in(check, "why")});
  return out;
}

Json energy_of_row(const UnitEnergy& energy) {
  Json out = Json::object();
  for (const EnergyField& field : kEnergyFields) out[field.key] = number_or_none(energy.*field.figure);
  return out;
}

Json files_of_row(const std::vector<PackedFile>& files) {
  Json out = Json::array();
  for (const PackedFile& file : files) out.push_back({{"path", file.path}, {"bytes", file.bytes}});
  return out;
}

Json findings_of_row(const Findings& findings) {
  Json out = Json::array();
  for (const Finding& finding : findings) out.push_back(fleet::finding_to_json(finding));
  return out;
}

std::uint64_t bytes_in(const Json& file) {
  const Json& bytes = fleet::part_in(file, "bytes");
  return bytes.is_number_unsigned() ? bytes.get<std::uint64_t>() : 0;
}

}  // namespace

std::string_view unit_state_name(UnitState state) {
  switch (state) {
    case UnitState::built: return "built";
    case UnitState::unchanged: return "unchanged";
    case UnitState::failed: return "failed";
  }
  return "";
}

UnitRow failed_row(const UnitTask& task, int code, Findings why) {
  UnitRow row;
  row.index = task.index;
  row.name = task.name.empty() ? task.shown : task.name;
  row.folder = task.shown;
  row.department = task.department;
  row.code = code;
  row.findings = std::move(why);
  return row;
}

std::string row_to_line(const UnitRow& row) {
  Json out;
  out["row"] = row.index;
  out["name"] = row.name;
  out["folder"] = row.folder;
  out["department"] = row.department;
  out["state"] = unit_state_name(row.state);
  out["exit"] = row.code;
  out["rubric"] = row.rubric;
  out["claimed"] = number_or_none(row.claimed);
  out["supported"] = number_or_none(row.supported);
  out["verdict"] = text_or_none(row.verdict);
  out["gates"] = checks_to_json(row.gates);
  out["targets"] = checks_to_json(row.targets);
  out["energy"] = energy_of_row(row.energy);
  out["errors"] = row.errors;
  out["missing"] = row.missing;
  out["pages"] = row.pages;
  out["inputs_sha256"] = row.inputs_sha256;
  out["result_sha256"] = row.result_sha256;
  out["files"] = files_of_row(row.files);
  out["findings"] = findings_of_row(row.findings);
  return fleet::one_line(out);
}

std::optional<UnitRow> row_from_line(const std::string& line) {
  const auto json = fleet::parse_object(line);
  if (!json || !fleet::part_in(*json, "row").is_number_unsigned()) return std::nullopt;
  UnitRow row;
  row.index = fleet::part_in(*json, "row").get<std::size_t>();
  row.name = text_in(*json, "name");
  row.folder = text_in(*json, "folder");
  row.department = text_in(*json, "department");
  const std::string state = text_in(*json, "state");
  for (const UnitState one : kStates)
    if (unit_state_name(one) == state) row.state = one;
  row.code = fleet::whole_in(*json, "exit");
  row.rubric = text_in(*json, "rubric");
  row.claimed = number_in(*json, "claimed");
  row.supported = number_in(*json, "supported");
  row.verdict = text_in(*json, "verdict");
  row.gates = checks_from_json(fleet::part_in(*json, "gates"));
  row.targets = checks_from_json(fleet::part_in(*json, "targets"));
  for (const EnergyField& field : kEnergyFields) row.energy.*field.figure = number_in(fleet::part_in(*json, "energy"), field.key);
  row.errors = fleet::whole_in(*json, "errors");
  row.missing = fleet::whole_in(*json, "missing");
  row.pages = fleet::whole_in(*json, "pages");
  row.inputs_sha256 = text_in(*json, "inputs_sha256");
  row.result_sha256 = text_in(*json, "result_sha256");
  for (const Json& file : fleet::part_in(*json, "files")) row.files.push_back({text_in(file, "path"), bytes_in(file)});
  for (const Json& finding : fleet::part_in(*json, "findings")) row.findings.push_back(fleet::finding_from_json(finding));
  return row;
}

}  // namespace lvce
