#include "office/unit_data.h"

#include <algorithm>
#include <cmath>

#include "office/carriers.h"
#include "office/values.h"
#include "support/json/checked.h"

namespace lvce {
namespace {

constexpr std::size_t kTextAtMost = 4096;
constexpr std::size_t kNameAtMost = 600;
constexpr std::size_t kRowsAtMost = 5000;
constexpr std::size_t kEvidenceAtMost = 50000;
constexpr std::int64_t kFirstYear = 1990, kLastYear = 2099, kCountAtMost = 1'000'000;
constexpr double kClaimAtMost = 1e7;

bool has_controls(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

std::string text_or_empty(const JsonValue& from, const char* key, std::size_t most = kTextAtMost) {
  const auto found = from.find(key);
  return found ? found->text(most) : "";
}

/// null: not given; {"unreadable": true}: a cell that could not be read.
bool is_unreadable(const JsonValue& value) { return value.is_object() && value.at("unreadable").flag(); }

Given<Decimal> read_figure(const JsonValue& value) {
  Given<Decimal> out;
  if (value.is_null()) return out;
  if (value.is_object()) {
    out.broken = is_unreadable(value);
    return out;
  }
  out.value = Decimal::parse(value.text(kNameAtMost));
  if (!out.value) value.refuse("应为写成文字的数，如 \"1234.5\"");
  return out;
}

Given<Decimal> figure_in(const JsonValue& from, const char* key) {
  const auto found = from.find(key);
  return found ? read_figure(*found) : Given<Decimal>();
}

Given<Points> read_claim_of(const JsonValue& from) {
  Given<Points> out;
  const auto found = from.find("claimed");
  if (!found) return out;
  if (found->is_object()) {
    out.broken = is_unreadable(*found);
    return out;
  }
  const double hundredths = found->number() * 100;
  if (std::fabs(hundredths) > kClaimAtMost || std::fabs(hundredths - std::round(hundredths)) > 1e-6) found->refuse("应为最多两位小数的得分");
  out.value = Points::from_hundredths(std::llround(hundredths));
  return out;
}

std::string read_indicator_id(const JsonValue& from) {
  const JsonValue value = from.at("id");
  const std::string id = value.text(kNameAtMost);
  if (normalise_indicator_id(id) != id) value.refuse("应为指标编号，如 2.1.1");
  return id;
}

void read_unit_into(const JsonValue& unit, UnitInfo& info) {
  const JsonValue name = unit.at("name");
  info.items["单位名称"] = name.text(kNameAtMost);
  if (has_controls(info.items["单位名称"])) name.refuse("含有看不见的控制字符");
  const std::pair<const char*, const char*> named[] = {{"level", "单位层级"}, {"category", "单位类别"}, {"credit_code", "统一社会信用代码"}};
  for (const auto& [key, item] : named) {
    const std::string text = text_or_empty(unit, key);
    if (!text.empty()) info.items[item] = text;
  }
  const auto items = unit.find("items");
  if (!items) return;
  for (const auto& [item, value] : items->members(100)) info.items.emplace(item, value.text(kTextAtMost));
}

void read_years_into(const JsonValue& years, UnitInfo& info) {
  const std::pair<const char*, const char*> named[] = {
      {"year", "评价年度"}, {"energy_year", "能耗年度"}, {"base_year", "对比基期"}, {"form_year", "备案表年度"}};
  for (const auto& [key, item] : named) {
    info.items.erase(item);
    if (const auto year = years.find(key)) info.items[item] = std::to_string(year->whole(kFirstYear, kLastYear));
  }
}

Carrier read_carrier(const JsonValue& value, const std::string& name) {
  for (const CarrierFacts& facts : kCarriers)
    if (facts.name == name) return facts.carrier;
  value.refuse("不是能源种类");
}

LedgerColumn read_column(const JsonValue& value) {
  const std::string name = value.at("carrier").text(kNameAtMost);
  const Carrier carrier = read_carrier(value.at("carrier"), name);
  const std::string unit = value.at("unit").text(kNameAtMost);
  for (const UnitName& known : facts_of(carrier).units)
    if (known.text == unit) return {carrier, known.unit, name + "（" + unit + "）"};
  value.at("unit").refuse("不是" + name + "的单位");
}

LedgerRow read_ledger_row(const JsonValue& value, int number) {
  LedgerRow row;
  row.row = number;
  row.year = static_cast<int>(value.at("year").whole(kFirstYear, kLastYear));
  row.month = static_cast<int>(value.at("month").whole(0, 12));
  for (const auto& [name, figure] : value.at("quantities").members(kCarrierCount)) row.quantities[read_carrier(figure, name)] = read_figure(figure);
  return row;
}

void read_ledger_into(const JsonValue& from, Workbook& workbook) {
  const auto ledger = from.find("ledger");
  workbook.has_ledger_sheet = ledger.has_value();
  if (!ledger) return;
  for (const JsonValue& column : ledger->at("columns").list(kCarrierCount)) workbook.ledger.columns.push_back(read_column(column));
  for (const JsonValue& row : ledger->at("rows").list(kRowsAtMost))
    workbook.ledger.rows.push_back(read_ledger_row(row, static_cast<int>(workbook.ledger.rows.size()) + 1));
  if (const auto unplaced = ledger->find("unplaced")) workbook.ledger.unplaced = static_cast<int>(unplaced->whole(0, kCountAtMost));
}

YearBase read_base(const JsonValue& value) {
  YearBase out;
  out.year = static_cast<int>(value.at("year").whole(kFirstYear, kLastYear));
  out.area_m2 = figure_in(value, "area_m2");
  out.heated_area_m2 = figure_in(value, "heated_area_m2");
  out.energy_users = figure_in(value, "energy_users");
  out.water_users = figure_in(value, "water_users");
  out.vehicles = figure_in(value, "vehicles");
  out.official_vehicles = figure_in(value, "official_vehicles");
  return out;
}

AssignedTarget read_target(const JsonValue& value) {
  return {value.at("metric").text(kNameAtMost), figure_in(value, "required_pct"), figure_in(value, "quota")};
}

FactorOverride read_override(const JsonValue& value) {
  return {value.at("item").text(kNameAtMost), figure_in(value, "value"), text_or_empty(value, "unit"), text_or_empty(value, "year"),
          text_or_empty(value, "source")};
}

SelfScore read_answer_row(const JsonValue& value, int number) {
  SelfScore out;
  out.indicator = read_indicator_id(value);
  out.row = number;
  if (const auto done = value.find("done")) {
    out.done.broken = is_unreadable(*done);
    if (!done->is_object()) out.done.value = done->text(kTextAtMost);
  }
  if (out.done.value) {
    out.done_number = parse_typed_percent(*out.done.value);
    out.done_is_percent = out.done_number.has_value();
    if (!out.done_number) out.done_number = parse_typed_number(*out.done.value);
  }
  out.claim = read_claim_of(value);
  return out;
}

EvidenceState read_state(const JsonValue& value) {
  const std::string name = value.text(kNameAtMost);
  for (const EvidenceState state : {EvidenceState::bound, EvidenceState::bound_with_warning, EvidenceState::rejected})
    if (name == evidence_state_name(state)) return state;
  value.refuse("应为 bound、bound_with_warning 或 rejected");
}

std::string read_digest(const JsonValue& from) {
  const auto value = from.find("sha256");
  if (!value) return "";
  const std::string digest = value->text(kNameAtMost);
  if (digest.size() != 64 || digest.find_first_not_of("0123456789abcdef") != std::string::npos) value->refuse("应为 64 位十六进制的校验值");
  return digest;
}

void read_date_into(const JsonValue& value, EvidenceDate& date) {
  date.text = text_or_empty(value, "date", kNameAtMost);
  if (date.text.empty()) return;
  const std::string from = text_or_empty(value, "date_from", kNameAtMost);
  date.origin = from == "title" ? DateOrigin::title : DateOrigin::document;
  const auto years = value.find("years");
  if (!years) return;
  const auto both = years->list(2);
  if (both.size() != 2) years->refuse("应为起止两个年份");
  date.first_year = static_cast<int>(both[0].whole(kFirstYear, kLastYear));
  date.last_year = static_cast<int>(both[1].whole(kFirstYear, kLastYear));
}

EvidenceFile read_evidence_file(const JsonValue& value) {
  EvidenceFile out;
  out.indicators = {read_indicator_id(value)};
  out.title = value.at("title").text(kTextAtMost);
  out.path = out.indicators.front() + " " + out.title;
  read_date_into(value, out.date);
  out.state = read_state(value.at("state"));
  out.sha256 = read_digest(value);
  const auto picture = value.find("picture"), captioned = value.find("captioned"), counts = value.find("counts");
  out.format = picture && picture->flag() ? EvidenceFormat::picture : EvidenceFormat::pdf;
  if (captioned && captioned->flag()) out.caption = out.title;
  if (counts) out.counted = static_cast<int>(counts->whole(0, kCountAtMost));
  return out;
}

UnitData read_tree(const JsonValue& root) {
  UnitData out;
  root.at("schema").whole(kUnitDataSchema, kUnitDataSchema);
  out.rubric = root.at("rubric").text(kNameAtMost);
  Workbook& workbook = out.dossier.workbook;
  workbook.file = kUnitDataName;
  read_unit_into(root.at("unit"), workbook.unit);
  read_years_into(root.at("years"), workbook.unit);
  read_ledger_into(root, workbook);
  for (const JsonValue& base : root.at("bases").list(kRowsAtMost)) workbook.bases.push_back(read_base(base));
  for (const JsonValue& target : root.at("targets").list(kRowsAtMost)) workbook.targets.push_back(read_target(target));
  for (const JsonValue& row : root.at("overrides").list(kRowsAtMost)) workbook.overrides.push_back(read_override(row));
  for (const JsonValue& row : root.at("answers").list(kRowsAtMost))
    workbook.scores.push_back(read_answer_row(row, static_cast<int>(workbook.scores.size()) + 1));
  out.dossier.evidence.exists = true;
  for (const JsonValue& file : root.at("evidence").list(kEvidenceAtMost)) out.dossier.evidence.files.push_back(read_evidence_file(file));
  return out;
}

}  // namespace

ReadUnitData read_unit_data(std::string_view bytes, const std::string& file) {
  try {
    const nlohmann::json root = parse_json(bytes);
    return {read_tree(JsonValue(root)), {}};
  } catch (const JsonFault& fault) {
    return {std::nullopt,
            {Finding::error("unit-data-unreadable", in_file(file), std::string("读不出：") + fault.what(), "不要使用这份数据，请单位重新生成并报送材料")}};
  }
}

}  // namespace lvce
