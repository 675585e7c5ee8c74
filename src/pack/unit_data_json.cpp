// 数据.json (docs/result.md): what figures and points depend on, and nothing else of the office.
#include <algorithm>
#include <set>

#include "assess/answer.h"
#include "office/carriers.h"
#include "office/unit_data.h"
#include "pack/pack.h"
#include "pack/result_parts.h"

namespace lvce {
namespace {

Json unreadable() { return {{"unreadable", true}}; }

/// Without loss, as text that Decimal::parse reads: a bureau computes with it again. What cells hold has an end; "E-30" where it is far behind the point.
std::string exact_text(const Decimal& value) {
  constexpr int kPlacesAtMost = 80, kPlainAtMost = 30;
  Decimal scaled = value;
  int places = 0;
  for (; places < kPlacesAtMost && !scaled.is_whole(); ++places) scaled = scaled * Decimal(10);
  std::string digits = scaled.abs().text(0);
  const int behind = places > kPlainAtMost ? places - kPlainAtMost : places;
  if (static_cast<int>(digits.size()) <= behind) digits.insert(0, static_cast<std::size_t>(behind) + 1 - digits.size(), '0');
  if (behind > 0) digits.insert(digits.size() - static_cast<std::size_t>(behind), ".");
  return (value.is_negative() ? "-" : "") + digits + (places > kPlainAtMost ? "E-30" : "");
}

Json figure(const Given<Decimal>& cell) {
  if (cell.broken) return unreadable();
  return cell.value ? Json(exact_text(*cell.value)) : Json(nullptr);
}

/// Items of 单位信息 that figures, branches, demands or gates depend on; the years stand by themselves.
std::set<std::string> items_that_count(const Rubric& rubric) {
  std::set<std::string> out = {"省份",     "供热计量", "煤种",     "电网因子口径", "对照系数集", "近三年重大安全事故",
                               "物业管理", "机关食堂", "数据机房", "合署办公",     "家属区同院"};
  for (const Indicator* indicator : all_indicators(rubric)) {
    if (indicator->rule.branch) out.insert(indicator->rule.branch->field);
    for (const RulePart& part : indicator->rule.parts) out.insert(part.only_if.begin(), part.only_if.end());
    for (const Demand& demand : indicator->evidence) out.insert(demand.only_if_field);
  }
  for (const char* said : {"", "单位名称", "单位层级", "单位类别"}) out.erase(said);
  return out;
}

Json unit_of_data(const Rubric& rubric, const UnitInfo& unit) {
  Json items = Json::object();
  for (const std::string& item : items_that_count(rubric))
    if (const std::string text = unit.text(item); !text.empty()) items[item] = text;
  return {{"name", unit.text("单位名称")},
          {"level", text_or_null(unit.text("单位层级"))},
          {"category", text_or_null(unit.text("单位类别"))},
          {"credit_code", text_or_null(unit.text("统一社会信用代码"))},
          {"items", std::move(items)}};
}

Json years_of_data(const Years& years) {
  const auto year = [](int value) { return value == 0 ? Json(nullptr) : Json(value); };
  return {{"year", year(years.work)}, {"energy_year", year(years.energy)}, {"base_year", year(years.base)}, {"form_year", year(years.form)}};
}

/// The first name that the carrier's unit goes by.
std::string unit_text(const LedgerColumn& column) {
  for (const UnitName& known : facts_of(column.carrier).units)
    if (known.unit == column.unit) return std::string(known.text);
  return std::string(facts_of(column.carrier).unit);
}

Json ledger_of_data(const Workbook& workbook) {
  if (!workbook.has_ledger_sheet) return nullptr;
  Json columns = Json::array(), rows = Json::array();
  for (const LedgerColumn& column : workbook.ledger.columns)
    columns.push_back({{"carrier", std::string(carrier_name(column.carrier))}, {"unit", unit_text(column)}});
  for (const LedgerRow& row : workbook.ledger.rows) {
    Json quantities = Json::object();
    for (const auto& [carrier, cell] : row.quantities) quantities[std::string(carrier_name(carrier))] = figure(cell);
    rows.push_back({{"year", row.year}, {"month", row.month}, {"quantities", std::move(quantities)}});
  }
  return {{"columns", std::move(columns)}, {"rows", std::move(rows)}, {"unplaced", workbook.ledger.unplaced}};
}

Json bases_of_data(const std::vector<YearBase>& bases) {
  Json out = Json::array();
  for (const YearBase& base : bases) {
    out.push_back({{"year", base.year},
                   {"area_m2", figure(base.area_m2)},
                   {"heated_area_m2", figure(base.heated_area_m2)},
                   {"energy_users", figure(base.energy_users)},
                   {"water_users", figure(base.water_users)},
                   {"vehicles", figure(base.vehicles)},
                   {"official_vehicles", figure(base.official_vehicles)}});
  }
  return out;
}

Json targets_of_data(const std::vector<AssignedTarget>& targets) {
  Json out = Json::array();
  for (const AssignedTarget& target : targets)
    out.push_back({{"metric", target.metric}, {"required_pct", figure(target.required_pct)}, {"quota", figure(target.quota)}});
  return out;
}

Json overrides_of_data(const std::vector<FactorOverride>& overrides) {
  Json out = Json::array();
  for (const FactorOverride& row : overrides)
    out.push_back({{"item", row.item}, {"value", figure(row.value)}, {"unit", row.unit}, {"year", row.year}, {"source", row.source}});
  return out;
}

/// What cannot be an answer counts like a cell that cannot be read, and may be anything, a telephone number too: it is not passed on.
Json done_of(const Rule& rule, const SelfScore& row) {
  if (row.done.blank()) return nullptr;
  const Answer answer = read_answer(rule, row);
  return answer.shape == Answer::Shape::invalid && !answer.dash ? unreadable() : Json(*row.done.value);
}

Json claim_of(const SelfScore& row) {
  if (row.claim.broken) return unreadable();
  return row.claim.value ? points_to_json(*row.claim.value) : Json(nullptr);
}

Json answers_of_data(const Rubric& rubric, const std::vector<SelfScore>& scores) {
  Json out = Json::array();
  for (const SelfScore& row : scores) {
    const Indicator* indicator = find_indicator(rubric, row.indicator);
    if (indicator != nullptr) out.push_back({{"id", row.indicator}, {"done", done_of(indicator->rule, row)}, {"claimed", claim_of(row)}});
  }
  return out;
}

/// The demands that take the file, in words.
Json demands_met(const IndicatorResult& result, std::size_t file) {
  Json out = Json::array();
  for (const DemandResult& demand : result.demands) {
    const bool taken = std::find(demand.files.begin(), demand.files.end(), file) != demand.files.end();
    if (taken) out.push_back(demand.demand->what);
  }
  return out;
}

Json evidence_of_data(const IndicatorResult& result, const EvidenceFile& file, std::size_t index) {
  Json out = {{"id", result.indicator->id},           {"title", file.title},
              {"date", text_or_null(file.date.text)}, {"state", std::string(evidence_state_name(file.state))},
              {"sha256", text_or_null(file.sha256)},  {"demands_met", demands_met(result, index)}};
  if (!file.date.text.empty()) out["date_from"] = file.date.origin == DateOrigin::title ? "title" : "file";
  if (file.date.first_year != 0) out["years"] = {file.date.first_year, file.date.last_year};
  if (file.format == EvidenceFormat::picture) out["picture"] = true, out["captioned"] = !file.caption.empty();
  if (file.counted != 1) out["counts"] = file.counted;
  return out;
}

}  // namespace

std::string unit_data_to_json(const Assessment& assessment) {
  const Rubric& rubric = *assessment.rubric;
  const Workbook& workbook = assessment.dossier->workbook;
  Json evidence = Json::array();
  for (const IndicatorResult& result : assessment.indicators)
    for (const std::size_t file : result.evidence) evidence.push_back(evidence_of_data(result, assessment.dossier->evidence.files.at(file), file));
  Json out;
  out["schema"] = kUnitDataSchema;
  out["unit"] = unit_of_data(rubric, workbook.unit);
  out["rubric"] = rubric.id;
  out["years"] = years_of_data(assessment.years);
  out["ledger"] = ledger_of_data(workbook);
  out["bases"] = bases_of_data(workbook.bases);
  out["targets"] = targets_of_data(workbook.targets);
  out["overrides"] = overrides_of_data(workbook.overrides);
  out["answers"] = answers_of_data(rubric, workbook.scores);
  out["evidence"] = std::move(evidence);
  return out.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace lvce
