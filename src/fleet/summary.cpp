// compose_batch_summary: rows to the words of templates/sheets/batch-summary.yaml.
#include <algorithm>
#include <array>
#include <functional>
#include <map>

#include "compose/form.h"
#include "compose/formula.h"
#include "compose/scope.h"
#include "fleet/progress.h"
#include "fleet/tables.h"
#include "support/text.h"

namespace lvce {
namespace {

using Figure = std::optional<Decimal>;

struct SummedColumn {
  const char* name;
  NumberFormat format;
  std::function<Figure(const UnitRow&)> of;
};

const std::vector<SummedColumn>& summed_columns() {
  static const std::vector<SummedColumn> columns = {
      {"kgce", kCoalFormat, [](const UnitRow& row) { return row.energy.total_kgce; }},
      {"water", kQuantityFormat, [](const UnitRow& row) { return row.energy.water_m3; }},
      {"carbon", kTonneFormat, [](const UnitRow& row) { return row.energy.carbon_t; }},
      {"errors", kWholeFormat, [](const UnitRow& row) { return Figure(Decimal(row.errors)); }},
      {"missing", kWholeFormat, [](const UnitRow& row) { return Figure(Decimal(row.missing)); }},
      {"pages", kWholeFormat, [](const UnitRow& row) { return Figure(Decimal(row.pages)); }},
  };
  return columns;
}

struct Counts {
  int units = 0, packages = 0, passed = 0, not_passed = 0, undetermined = 0;
};

Counts count_rows(const std::vector<const UnitRow*>& rows) {
  Counts out;
  for (const UnitRow* row : rows) {
    ++out.units;
    if (row->state == UnitState::failed) continue;
    ++out.packages;
    out.passed += row->verdict == "pass" ? 1 : 0;
    out.not_passed += row->verdict == "fail" ? 1 : 0;
    out.undetermined += row->verdict == "undetermined" ? 1 : 0;
  }
  return out;
}

/// 一票否决 and the like: which are not met, which are open.
std::string gates_in_words(const std::vector<UnitCheck>& gates) {
  std::vector<std::string> words;
  for (const UnitCheck& gate : gates) {
    if (gate.name == "pass_mark") continue;  // the column before says it
    if (gate.met == false) words.push_back("未满足：" + gate.why);
    if (!gate.met) words.push_back("待定：" + gate.why);
  }
  const bool any = std::any_of(gates.begin(), gates.end(), [](const UnitCheck& gate) { return gate.name != "pass_mark"; });
  if (!any) return "—";
  return words.empty() ? "满足" : join(words, "；");
}

std::string targets_in_words(const std::vector<UnitCheck>& targets) {
  if (targets.empty()) return "—";
  std::vector<std::string> words;
  for (const UnitCheck& target : targets) {
    if (target.met == false) words.push_back(target.name + "未达标");
    if (!target.met) words.push_back(target.name + "待定");
  }
  return words.empty() ? "达标" : join(words, "；");
}

/// Units of one department, those without one last.
using Group = std::vector<const UnitRow*>;

std::vector<Group> by_department(const std::vector<UnitRow>& rows) {
  std::vector<Group> groups;
  std::map<std::string, std::size_t> places;
  Group without;
  for (const UnitRow& row : rows) {
    if (row.department.empty()) {
      without.push_back(&row);
      continue;
    }
    const auto [place, added] = places.try_emplace(row.department, groups.size());
    if (added) groups.emplace_back();
    groups[place->second].push_back(&row);
  }
  if (!without.empty()) groups.push_back(std::move(without));
  return groups;
}

/// Makes the scopes of all rows, in the order of the table.
class SummaryRows {
 public:
  explicit SummaryRows(const std::vector<UnitRow>& rows) : groups_(by_department(rows)) {
    for (const UnitRow& row : rows) all_.push_back(&row);
  }

  std::vector<Scope> make(const Scope& at) {
    scopes_.clear();
    parent_ = &at;
    number_ = 0;
    std::vector<std::string> totals;
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      const std::string key = std::to_string(i + 1);
      for (const UnitRow* row : groups_[i]) add_unit(*row, key);
      if (groups_.size() < 2) continue;
      const std::string department = groups_[i].front()->department;
      totals.push_back("t" + key);
      add_total(groups_[i], totals.back(), (department.empty() ? "未填归口部门" : department) + "小计", span_of(groups_[i]));
    }
    add_total(all_, "all", "合计", groups_.size() < 2 ? span_of(all_) : totals);
    return std::move(scopes_);
  }

 private:
  void add_unit(const UnitRow& row, const std::string& group) {
    Scope& scope = scopes_.emplace_back(parent_);
    const bool failed = row.state == UnitState::failed;
    blank(scope);
    scope.set_whole("row.number", ++number_);
    scope.set("row.key", key_of(row));
    scope.set("row.group", group);
    scope.set("row.department", row.department);
    scope.set("row.name", row.name);
    scope.set_flag("row.has_package", !failed);
    scope.set_flag("row.is_failed", failed);
    scope.set("row.why", "没有生成：" + (row.findings.empty() ? "" : row.findings.front().message));
    scope.set("row.rubric", row.rubric);
    scope.set("row.claimed", row.claimed, kPointsFormat);
    scope.set("row.supported", row.supported, kPointsFormat);
    scope.set("row.verdict", verdict_words(row));
    scope.set_flag("row.fails", row.verdict == "fail");
    scope.set("row.gates", gates_in_words(row.gates));
    scope.set("row.targets", targets_in_words(row.targets));
    scope.set("row.per_capita", row.energy.per_capita_kgce, kIntensityFormat);
    scope.set("row.per_area", row.energy.per_area_kgce, kIntensityFormat);
    scope.set("row.per_capita_water", row.energy.per_capita_water_m3, kIntensityFormat);
    for (const SummedColumn& column : summed_columns()) scope.set(std::string("row.") + column.name, column.of(row), column.format);
  }

  void add_total(const Group& rows, const std::string& key, const std::string& name, const std::vector<std::string>& summed) {
    Scope& scope = scopes_.emplace_back(parent_);
    blank(scope);
    const Counts counts = count_rows(rows);
    scope.set("row.key", key);
    scope.set_flag("row.is_total", true);
    scope.set("row.name", name + "（" + std::to_string(counts.units) + "个单位）");
    scope.set("row.counts", "通过" + std::to_string(counts.passed) + "，不通过" + std::to_string(counts.not_passed) + "，待定" +
                                std::to_string(counts.undetermined) + "，没有生成" + std::to_string(counts.units - counts.packages));
    for (const SummedColumn& column : summed_columns()) {
      const Figure sum = sum_of(rows, column);
      scope.set(std::string("row.") + column.name, sum, column.format);
      if (sum && !summed.empty()) scope.set(std::string("row.") + column.name + "_formula", formula(column.name, summed));
    }
  }

  /// What a row of the other kind does not have.
  static void blank(Scope& scope) {
    for (const char* name : {"number", "group", "department", "why", "rubric", "claimed", "supported", "verdict", "gates", "targets", "per_capita", "per_area",
                             "per_capita_water", "counts", "is_total", "is_failed", "has_package", "fails"})
      scope.set(std::string("row.") + name, "");
    for (const SummedColumn& column : summed_columns()) scope.set(std::string("row.") + column.name + "_formula", "");
  }

  static std::string key_of(const UnitRow& row) { return "u" + std::to_string(row.index); }

  /// The first and the last row with figures; empty: none has any.
  static std::vector<std::string> span_of(const Group& rows) {
    std::vector<std::string> keys;
    for (const UnitRow* row : rows)
      if (row->state != UnitState::failed) keys.push_back(key_of(*row));
    if (keys.empty()) return {};
    return {keys.front() + "}:{", keys.back()};
  }

  /// SUM over a range, or over subtotals.
  static std::string formula(const std::string& column, const std::vector<std::string>& keys) {
    if (keys.size() == 2 && keys.front().ends_with("}:{")) return "SUM({" + column + "." + keys.front() + column + "." + keys.back() + "})";
    std::vector<std::string> cells;
    for (const std::string& key : keys) cells.push_back("{" + column + "." + key + "}");
    return join(cells, "+");
  }

  /// Nothing when a unit's figure cannot be computed, or none has one.
  static Figure sum_of(const Group& rows, const SummedColumn& column) {
    Figure sum;
    for (const UnitRow* row : rows) {
      if (row->state == UnitState::failed) continue;
      const Figure one = column.of(*row);
      if (!one) return std::nullopt;
      sum = sum ? *sum + *one : *one;
    }
    return sum;
  }

  std::vector<Group> groups_;
  Group all_;
  const Scope* parent_ = nullptr;
  std::vector<Scope> scopes_;
  std::int64_t number_ = 0;
};

}  // namespace

Document compose_batch_summary(const std::vector<UnitRow>& rows, const Templates& templates, Findings& findings) {
  std::vector<const UnitRow*> all;
  for (const UnitRow& row : rows) all.push_back(&row);
  const Counts counts = count_rows(all);
  Vocabulary words;
  words.root.set_whole("batch.units", counts.units);
  words.root.set_whole("batch.packages", counts.packages);
  words.root.set_whole("batch.failed", counts.units - counts.packages);
  words.root.set_whole("batch.passed", counts.passed);
  words.root.set_whole("batch.not_passed", counts.not_passed);
  words.root.set_whole("batch.undetermined", counts.undetermined);
  words.collections["batch_rows"] = [&rows](const Scope& at) { return SummaryRows(rows).make(at); };
  Document summary = expand_form(templates, "sheets/batch-summary.yaml", words, findings);
  check_formulas(summary, findings);
  return summary;
}

}  // namespace lvce
