#include "case_file.h"
#include "paths.h"

#include <stdexcept>

#include <yaml-cpp/yaml.h>

namespace lvce::testing {
namespace {

std::string text_of(const YAML::Node& node) { return node ? node.as<std::string>() : std::string(); }

std::optional<Decimal> decimal_of(const YAML::Node& node) { return node ? Decimal::parse(node.as<std::string>()) : std::optional<Decimal>(); }

SelfScore read_score(const std::string& id, const YAML::Node& node, int row) {
  SelfScore out;
  out.indicator = id;
  out.row = row;
  out.done.place = {"自评", "D" + std::to_string(row)};
  out.claim.place = {"自评", "E" + std::to_string(row)};
  if (node["done"]) out.done.value = text_of(node["done"]);
  if (node["percent_cell"]) {  // a %-formatted cell
    out.done.value = text_of(node["percent_cell"]) + "%";
    out.done_number = decimal_of(node["percent_cell"]);
    out.done_is_percent = true;
  }
  if (node["claim"]) out.claim.value = Points::parse(text_of(node["claim"]));
  if (node["claim_broken"]) out.claim.broken = true;
  out.department = text_of(node["department"]);
  out.printed_text = text_of(node["text"]);
  out.printed_points = text_of(node["points"]);
  return out;
}

EvidenceState state_named(const std::string& name) {
  for (auto state : {EvidenceState::bound, EvidenceState::bound_with_warning, EvidenceState::rejected, EvidenceState::unassigned, EvidenceState::auxiliary}) {
    if (evidence_state_name(state) == name) return state;
  }
  throw std::runtime_error("no such state: " + name);
}

EvidenceFile read_file(const YAML::Node& node) {
  EvidenceFile out;
  out.indicators = node["for"].IsSequence() ? node["for"].as<std::vector<std::string>>() : std::vector<std::string>{text_of(node["for"])};
  out.title = text_of(node["title"]);
  out.path = out.indicators.front() + " " + out.title + ".pdf";
  out.format = node["picture"] ? EvidenceFormat::picture : EvidenceFormat::pdf;
  out.caption = text_of(node["caption"]);
  out.date.text = text_of(node["date"]);
  if (!out.date.text.empty()) out.date.origin = DateOrigin::title;
  if (node["own_date"]) out.date = {text_of(node["own_date"]), node["picture"] ? DateOrigin::exif : DateOrigin::document};
  out.counted = node["counted"] ? node["counted"].as<int>() : 1;
  if (node["state"]) out.state = state_named(text_of(node["state"]));
  return out;
}

TargetResult read_target(const YAML::Node& node) {
  TargetResult out;
  out.metric = text_of(node["metric"]);
  out.required_pct = decimal_of(node["required"]);
  out.base = decimal_of(node["base"]);
  out.actual = decimal_of(node["actual"]);
  out.quota = decimal_of(node["quota"]);
  if (out.base && out.actual) out.change_pct = ((*out.actual - *out.base) * Decimal(100)).divided_by(*out.base);
  return out;
}

void read_expectations(const YAML::Node& node, Case& out) {
  for (const auto& entry : node) {
    const std::string key = text_of(entry.first);
    const YAML::Node& value = entry.second;
    if (key == "total") {
      out.total_claimed = text_of(value["claimed"]);
      out.total_supported = text_of(value["supported"]);
    } else if (key == "verdict") {
      out.verdict = text_of(value);
    } else if (key == "items") {
      for (const auto& item : value) out.items.emplace_back(text_of(item.first), text_of(item.second));
    } else if (key == "gates") {
      for (const auto& gate : value) out.gates.emplace_back(text_of(gate.first), text_of(gate.second));
    } else if (key == "findings") {
      out.findings = value.as<std::vector<std::string>>();
    } else if (key == "absent") {
      out.absent = value.as<std::vector<std::string>>();
    } else {
      out.indicators.push_back({key, text_of(value["claimed"]), text_of(value["supported"]), text_of(value["status"])});
    }
  }
}

}  // namespace

std::unique_ptr<Case> read_case(const std::filesystem::path& file) {
  const YAML::Node root = YAML::LoadFile(file.string());
  auto out = std::make_unique<Case>();
  LoadedRubric loaded = load_rubric(text_of(root["rubric"]), kSourceFolder);
  if (!loaded.rubric) throw std::runtime_error("no rubric: " + text_of(root["rubric"]));
  out->rubric = std::move(*loaded.rubric);
  const int year = root["year"].as<int>();
  out->years = {year, year + out->rubric.energy_year_offset, year + out->rubric.energy_year_offset - 1, year + out->rubric.form_year_offset};
  Workbook& workbook = out->dossier.workbook;
  workbook.file = "台账.xlsx";
  workbook.unit.items["单位名称"] = "某局";
  for (const auto& item : root["unit"]) workbook.unit.items[text_of(item.first)] = text_of(item.second);
  int row = 2;
  for (const auto& score : root["scores"]) workbook.scores.push_back(read_score(text_of(score.first), score.second, row++));
  for (const auto& evidence : root["files"]) out->dossier.evidence.files.push_back(read_file(evidence));
  for (const auto& target : root["targets"]) out->energy.targets.push_back(read_target(target));
  read_expectations(root["expect"], *out);
  return out;
}

}  // namespace lvce::testing
