#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "compose/printed_rules.h"
#include "compose/statements.h"
#include "compose/vocabulary.h"
#include "support/text.h"

namespace lvce {
namespace {

/// The rubric in printed order with results looked up by id.
class ScoreWords {
 public:
  explicit ScoreWords(const Assessment& assessment) : assessment_(assessment) {
    for (const IndicatorResult& result : assessment.indicators) {
      if (result.indicator != nullptr) results_[result.indicator->id] = &result;
    }
    for (const ItemTotal& total : assessment.items) items_[total.id] = &total;
    for (const ItemTotal& total : assessment.units) units_[total.id] = &total;
  }

  std::vector<Scope> units(const Scope& at) const {
    std::vector<Scope> scopes;
    int number = 0;
    for (const Unit& unit : assessment_.rubric->units) {
      ++number;
      if (!allowed(at, "unit.id", unit.id)) continue;
      scopes.emplace_back(&at);
      describe_unit(scopes.back(), unit, number);
    }
    return scopes;
  }

  std::vector<Scope> items(const Scope& at) const {
    std::vector<Scope> scopes;
    for_items(
        at, [](const Item&) { return true; }, [&](const Scope& of_item, const Unit&, const Item&) { scopes.push_back(of_item); });
    return scopes;
  }

  std::vector<Scope> indicators(const Scope& at) const {
    return indicators_by(at, [](const Indicator&) { return true; });
  }

  /// Rows of a work plan: each item's rules beside its tasks, whichever are more giving the rows and the fewer spanning them evenly.
  std::vector<Scope> plan_rows(const Scope& at) const {
    std::vector<Scope> scopes;
    const std::vector<Scope> rules = indicators(at);
    for (auto first = rules.begin(); first != rules.end();) {
      const std::string id = first->text("item.id");
      const auto end = std::find_if(first, rules.end(), [&](const Scope& rule) { return rule.text("item.id") != id; });
      const Item* item = find_item(id);
      const std::vector<std::string> tasks = item == nullptr ? std::vector<std::string>{} : task_cells(*item);
      const auto rule_count = static_cast<std::size_t>(end - first);
      const std::size_t rows = std::max(rule_count, tasks.size());
      for (std::size_t row = 0; row < rows; ++row) {
        const std::size_t task = row * tasks.size() / rows;
        scopes.push_back(*(first + static_cast<std::ptrdiff_t>(row * rule_count / rows)));
        scopes.back().set("plan.tasks", tasks.empty() ? "" : tasks[task]);
        scopes.back().set("plan.tasks_key", id + "/" + std::to_string(task));
      }
      first = end;
    }
    return scopes;
  }

  /// Indicators whose claim is below the maximum, branches not taken aside.
  std::vector<Scope> lost(const Scope& at) const {
    std::vector<Scope> scopes;
    for (Scope& scope : indicators_by(at, [this](const Indicator& indicator) { return is_lost(indicator); })) {
      scope.set_whole("lost.number", static_cast<std::int64_t>(scopes.size()) + 1);
      scopes.push_back(std::move(scope));
    }
    return scopes;
  }

  bool any_lost() const {
    return std::any_of(results_.begin(), results_.end(), [](const auto& result) { return is_lost(*result.second); });
  }

 private:
  static bool is_lost(const IndicatorResult& result) {
    if (result.status == Status::not_applicable || !result.indicator->points) return false;
    return result.claimed < *result.indicator->points;
  }

  bool is_lost(const Indicator& indicator) const {
    const auto found = results_.find(indicator.id);
    return found != results_.end() && is_lost(*found->second);
  }

  /// In a scope that is inside a unit or item, only what belongs to it.
  static bool allowed(const Scope& at, const std::string& field, const std::string& id) {
    const FieldValue* inside = at.find(field);
    return inside == nullptr || inside->text() == id;
  }

  /// Calls `visit` with the words of each wanted item that `at` allows.
  template <typename Wanted, typename Visit>
  void for_items(const Scope& at, Wanted is_wanted, Visit visit) const {
    int unit_number = 0;
    for (const Unit& unit : assessment_.rubric->units) {
      ++unit_number;
      if (!allowed(at, "unit.id", unit.id)) continue;
      int number = 0;
      for (const Item& item : unit.items) {
        ++number;
        if (!allowed(at, "item.id", item.id) || !is_wanted(item)) continue;
        Scope scope(&at);
        describe_unit(scope, unit, unit_number);
        describe_item(scope, unit, item, number);
        visit(scope, unit, item);
      }
    }
  }

  template <typename Wanted>
  std::vector<Scope> indicators_by(const Scope& at, Wanted is_wanted) const {
    std::vector<Scope> scopes;
    const auto has_any = [&](const Item& item) { return std::any_of(item.indicators.begin(), item.indicators.end(), is_wanted); };
    for_items(at, has_any, [&](const Scope& of_item, const Unit& unit, const Item& item) {
      std::string last_group;
      const auto shared = std::make_shared<const Scope>(of_item);
      for (const Indicator& indicator : item.indicators) {
        if (is_wanted(indicator)) {
          scopes.emplace_back(shared);
          describe_indicator(scopes.back(), unit, indicator, indicator.group != last_group);
        }
        last_group = indicator.group;
      }
    });
    return scopes;
  }

  const Item* find_item(const std::string& id) const {
    for (const Unit& unit : assessment_.rubric->units) {
      for (const Item& item : unit.items) {
        if (item.id == id) return &item;
      }
    }
    return nullptr;
  }

  void describe_unit(Scope& scope, const Unit& unit, int number) const {
    scope.set("unit.id", unit.id);
    scope.set_whole("unit.number", number);
    scope.set("unit.chinese_number", chinese_number(number));
    scope.set("unit.name", unit.name);
    scope.set("unit.points", unit.points);
    scope.set_flag("unit.has_one_item", unit.items.size() == 1);
    const auto total = units_.find(unit.id);
    scope.set("unit.claimed", total == units_.end() ? Points() : total->second->claimed);
    scope.set("unit.supported", total == units_.end() ? Points() : total->second->supported);
  }

  void describe_item(Scope& scope, const Unit& unit, const Item& item, int number) const {
    scope.set("item.id", item.id);
    scope.set_whole("item.number", number);
    scope.set("item.name", item.name);
    scope.set("item.points", item.points);
    scope.set_flag("item.is_only", unit.items.size() == 1);
    scope.set("item.requirement", item.requirement);
    scope.set("item.tasks", join(numbered_lines(item.tasks), "\n"));
    scope.set("item.rules", printed_rules(unit, item));
    const auto total = items_.find(item.id);
    scope.set("item.claimed", total == items_.end() ? Points() : total->second->claimed);
    scope.set("item.supported", total == items_.end() ? Points() : total->second->supported);
    scope.set("item.first", item.indicators.empty() ? "" : item.indicators.front().id);
    scope.set("item.last", item.indicators.empty() ? "" : item.indicators.back().id);
    describe_item_people(scope, item);
    describe_item_evidence(scope, item);
  }

  /// 责任科室 and 责任人 of all its indicators, each once, a line each.
  void describe_item_people(Scope& scope, const Item& item) const {
    std::vector<std::string> departments, people;
    const auto add = [](std::vector<std::string>& to, const std::string& name) {
      if (!trim(name).empty() && std::find(to.begin(), to.end(), trim(name)) == to.end()) to.push_back(trim(name));
    };
    for (const Indicator& indicator : item.indicators) {
      const auto found = results_.find(indicator.id);
      if (found == results_.end() || found->second->stated == nullptr) continue;
      add(departments, found->second->stated->department);
      add(people, found->second->stated->person);
    }
    scope.set("item.departments", join(departments, "\n"));
    scope.set("item.people", join(people, "\n"));
  }

  void describe_item_evidence(Scope& scope, const Item& item) const {
    std::vector<const EvidenceFile*> files;
    std::set<std::string> contents;
    for (const Indicator& indicator : item.indicators) {
      const auto found = results_.find(indicator.id);
      if (found == results_.end()) continue;
      for (const EvidenceFile* file : bound_files(*found->second)) {
        if (contents.insert(content_of(*file)).second) files.push_back(file);
      }
    }
    std::vector<std::string> titles;
    for (const std::string& title : titles_of(files)) {
      if (std::find(titles.begin(), titles.end(), title) == titles.end()) titles.push_back(title);
    }
    scope.set_whole("item.files", static_cast<std::int64_t>(titles.size()));
    scope.set("item.evidence", join(titles, "、"));
    scope.set("item.done", work_done(item));
    scope.set("item.evidence_sentence", papers_sentence(files));
  }

  /// 说明 where it is given, else what the answers say, in printed order.
  std::string work_done(const Item& item) const {
    std::string out;
    std::vector<std::string> statements;
    const auto say_statements = [&] {
      if (!statements.empty()) out += sentences({join(statements, "；")});
      statements.clear();
    };
    for (const Indicator& indicator : item.indicators) {
      const auto found = results_.find(indicator.id);
      if (found == results_.end() || found->second->status == Status::not_applicable) continue;
      const SelfScore* stated = found->second->stated;
      const std::string note = stated == nullptr ? "" : trim(stated->note), statement = statement_of(indicator, stated);
      const std::string gap = shortfall_of(indicator, stated);
      const bool tells_gap = !note.empty() && !gap.empty() && gap != statement;  // what is done is not said by the note
      if ((note.empty() || tells_gap) && !statement.empty()) statements.push_back(statement);
      if (note.empty()) continue;
      say_statements();
      out += sentences({note});
    }
    say_statements();
    return out;
  }

  static std::string sentences(const std::vector<std::string>& notes) {
    std::string out;
    for (const std::string& note : notes) {
      out += note;
      if (!note.ends_with("。") && !note.ends_with("；") && !note.ends_with("！")) out += "。";
    }
    return out;
  }

  static std::string without_stop(std::string text) {
    for (const std::string mark : {"。", "；", "，", ";", ","}) {
      if (text.ends_with(mark)) text.resize(text.size() - mark.size());
    }
    return text;
  }

  /// The office's own reason, else what its answer lacks, else how the points came about. Without a full stop.
  static std::string why_lost(const IndicatorResult& result, const std::string& note) {
    if (!note.empty()) return without_stop(note);
    const std::string lacking = result.claimed < result.rule_points.value_or(Points()) ? "" : shortfall_of(*result.indicator, result.stated);
    if (!lacking.empty()) return lacking;
    if (result.rule_points && result.claimed < *result.rule_points) return "自评填报" + result.claimed.text() + "分";
    if (!result.explanation.empty()) return without_stop(without_space(result.explanation));
    return result.status == Status::defective ? "完成情况填写有误，未计分" : "未填报完成情况，未计分";
  }

  static bool is_bound(const EvidenceFile& file) { return file.state == EvidenceState::bound || file.state == EvidenceState::bound_with_warning; }

  /// What tells one content from another: the path of the first file that holds it.
  static const std::string& content_of(const EvidenceFile& file) { return file.copy_of.empty() ? file.path : file.copy_of; }

  /// One of each content that counts for the indicator, wherever its pages are bound.
  std::vector<const EvidenceFile*> bound_files(const IndicatorResult& result) const {
    std::vector<const EvidenceFile*> out;
    std::set<std::string> contents;
    const auto& files = assessment_.dossier->evidence.files;
    for (const std::size_t at : result.evidence) {
      if (at < files.size() && is_bound(files[at]) && contents.insert(content_of(files[at])).second) out.push_back(&files[at]);
    }
    return out;
  }

  /// 《…》 of files.
  static std::vector<std::string> titles_of(const std::vector<const EvidenceFile*>& files) {
    std::vector<std::string> titles;
    for (const EvidenceFile* file : files) {
      const std::string title = title_without_date(*file);
      if (title.empty()) continue;
      titles.push_back(title.find("《") == std::string::npos ? "《" + title + "》" : title);
    }
    return titles;
  }

  void describe_indicator(Scope& scope, const Unit& unit, const Indicator& indicator, bool opens_group) const {
    scope.set("indicator.id", indicator.id);
    scope.set("indicator.text", indicator.text);
    scope.set("indicator.printed", printed_indicator(indicator));
    scope.set("indicator.lead", opens_group ? lead_of(unit, indicator) : "");
    scope.set("indicator.printed_lead", opens_group ? printed_lead(unit, indicator) : "");
    scope.set("indicator.points", indicator.points ? std::optional(to_decimal(*indicator.points)) : std::nullopt, kPointsFormat);
    if (!indicator.points) scope.set("indicator.points", "未载明");
    const auto found = results_.find(indicator.id);
    describe_open_points(scope, indicator);
    describe_result(scope, indicator, found == results_.end() ? nullptr : found->second);
  }

  /// As a scoring table prints them: points that the standard leaves open in one cell an item, which has the item's own where all of it is open.
  void describe_open_points(Scope& scope, const Indicator& indicator) const {
    const Item* item = indicator.points ? nullptr : find_item(scope.text("item.id"));
    const bool all = item != nullptr && std::none_of(item->indicators.begin(), item->indicators.end(), [](const Indicator& one) { return one.points; });
    scope.set("indicator.open_key", item == nullptr ? "" : item->id);
    scope.set("indicator.printed_points", indicator.points ? std::optional(to_decimal(*indicator.points)) : std::nullopt, kPointsFormat);
    if (item != nullptr) scope.set("indicator.printed_points", all ? item->points.text() + "\n未分项" : "未载明");
  }

  void describe_result(Scope& scope, const Indicator& indicator, const IndicatorResult* result) const {
    static const IndicatorResult kNothing;
    const IndicatorResult& r = result == nullptr ? kNothing : *result;
    const bool off = r.status == Status::not_applicable;
    scope.set("indicator.claimed", r.claimed);
    scope.set("indicator.supported", r.supported);
    if (off) scope.set("indicator.claimed", "—");
    if (off) scope.set("indicator.supported", "—");
    scope.set("indicator.status", std::string(status_label(r)));
    scope.set_flag("indicator.differs", r.supported != r.claimed);
    scope.set("indicator.explanation", without_space(r.explanation));
    scope.set("indicator.note", r.stated == nullptr ? "" : trim(r.stated->note));
    scope.set("indicator.owner", r.owner);
    scope.set("indicator.due", r.stated == nullptr ? "" : r.stated->due);
    scope.set_whole("indicator.files", static_cast<std::int64_t>(titles_of(bound_files(r)).size()));
    const Points lost = indicator.points ? *indicator.points - r.claimed : Points();
    scope.set("indicator.lost", lost);
    scope.set("indicator.why_lost", why_lost(r, scope.text("indicator.note")));
    scope.set("indicator.person", r.stated == nullptr ? "" : r.stated->person);
    scope.set("indicator.department", r.stated == nullptr ? "" : r.stated->department);
  }

  const Assessment& assessment_;
  std::map<std::string, const IndicatorResult*> results_;
  std::map<std::string, const ItemTotal*> items_;
  std::map<std::string, const ItemTotal*> units_;
};

}  // namespace

void add_score_words(Vocabulary& words, const Assessment& assessment) {
  const auto scores = std::make_shared<ScoreWords>(assessment);
  words.collections["units"] = [scores](const Scope& at) { return scores->units(at); };
  words.collections["items"] = [scores](const Scope& at) { return scores->items(at); };
  words.collections["indicators"] = [scores](const Scope& at) { return scores->indicators(at); };
  words.collections["plan_rows"] = [scores](const Scope& at) { return scores->plan_rows(at); };
  words.collections["lost"] = [scores](const Scope& at) { return scores->lost(at); };
  words.root.set_flag("total.any_lost", scores->any_lost());
  const auto& units = assessment.rubric->units;
  const bool any = !units.empty() && !units.front().items.empty() && !units.back().items.empty();
  words.root.set("rubric.first_item", any ? units.front().items.front().id : "");
  const auto indicators = all_indicators(*assessment.rubric);
  words.root.set("rubric.first_indicator", indicators.empty() ? "" : indicators.front()->id);
  words.root.set("rubric.last_indicator", indicators.empty() ? "" : indicators.back()->id);
  words.root.set("rubric.last_item", any ? units.back().items.back().id : "");
}

}  // namespace lvce
