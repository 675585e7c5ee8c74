#include <algorithm>
#include <memory>

#include "compose/vocabulary.h"
#include "support/text.h"

namespace lvce {
namespace {

struct ListedFinding {
  Finding finding;
  std::string indicator;
  const SelfScore* stated = nullptr;
  std::string owner;
};

class FindingWords {
 public:
  FindingWords(const Assessment& assessment, const Findings& findings) {
    for (const Finding& finding : findings) {
      if (finding.severity != Severity::note) listed_.push_back(listed(assessment, finding));
    }
    std::stable_sort(listed_.begin(), listed_.end(), [](const ListedFinding& a, const ListedFinding& b) {
      const bool a_open = a.owner == kNoOwner, b_open = b.owner == kNoOwner;
      if (a_open != b_open) return b_open;
      return a.owner < b.owner;
    });
  }

  std::vector<Scope> findings(const Scope& at) const {
    std::vector<Scope> scopes;
    for (const ListedFinding& listed : listed_) {
      const FieldValue* inside = at.find("owner.name");
      if (inside != nullptr && inside->text() != listed.owner) continue;
      scopes.emplace_back(&at);
      describe(scopes.back(), listed, scopes.size());
    }
    return scopes;
  }

  /// What is missing for an indicator, a line each.
  std::string open_of(const std::string& indicator) const {
    std::vector<std::string> lines;
    for (const ListedFinding& listed : listed_) {
      const std::string message = listed.finding.told();
      if (listed.indicator == indicator && std::find(lines.begin(), lines.end(), message) == lines.end()) lines.push_back(message);
    }
    return join(lines, "\n");
  }

  std::vector<Scope> owners(const Scope& at) const {
    std::vector<Scope> scopes;
    std::string last;
    for (const ListedFinding& listed : listed_) {
      if (!scopes.empty() && listed.owner == last) continue;
      last = listed.owner;
      scopes.emplace_back(&at);
      scopes.back().set("owner.name", last);
      scopes.back().set_whole("owner.number", static_cast<std::int64_t>(scopes.size()));
      scopes.back().set_whole("owner.count", count_of(last));
    }
    return scopes;
  }

  void add_root(Scope& root) const {
    root.set_whole("findings.count", static_cast<std::int64_t>(listed_.size()));
    root.set_whole("findings.blocking", static_cast<std::int64_t>(std::count_if(listed_.begin(), listed_.end(),
                                                                                [](const ListedFinding& l) { return is_blocking(l.finding.severity); })));
    root.set_flag("findings.any", !listed_.empty());
  }

 private:
  static ListedFinding listed(const Assessment& assessment, const Finding& finding) {
    ListedFinding out{finding, finding.place.indicator, nullptr, finding.owner};
    for (const IndicatorResult& result : assessment.indicators) {
      if (result.indicator == nullptr || result.indicator->id != out.indicator) continue;
      out.stated = result.stated;
      if (out.owner.empty()) out.owner = result.owner;
    }
    if (out.owner.empty()) out.owner = kNoOwner;
    return out;
  }

  std::int64_t count_of(const std::string& owner) const {
    return std::count_if(listed_.begin(), listed_.end(), [&](const ListedFinding& l) { return l.owner == owner; });
  }

  static void describe(Scope& scope, const ListedFinding& listed, std::size_t number) {
    const Finding& finding = listed.finding;
    scope.set_whole("finding.number", static_cast<std::int64_t>(number));
    scope.set("finding.code", finding.code);
    scope.set("finding.severity", std::string(severity_label(finding.severity)));
    scope.set_flag("finding.blocks", is_blocking(finding.severity));
    scope.set("finding.where",
              finding.count() > 1 && finding.place == finding.places.front() ? text_of(finding.places, finding.count()) : finding.place.text());
    scope.set("finding.message", finding.told());
    scope.set("finding.hint", finding.hint);
    scope.set("finding.owner", listed.owner);
    scope.set("finding.indicator", listed.indicator);
    scope.set("finding.person", listed.stated == nullptr ? "" : listed.stated->person);
    scope.set("finding.due", listed.stated == nullptr ? "" : listed.stated->due);
  }

  std::vector<ListedFinding> listed_;
};

/// What is to be done for an indicator: the standard's own list for the item, or else the evidence that it asks for.
void describe_tasks(Scope& scope, const Rubric& rubric) {
  const std::string id = scope.text("indicator.id");
  const std::string listed = scope.text("item.tasks");
  scope.set("work.tasks", listed);
  scope.set("work.tasks_key", listed.empty() ? id : scope.text("item.id"));
  const Indicator* indicator = find_indicator(rubric, id);
  if (!listed.empty() || indicator == nullptr) return;
  std::vector<std::string> wanted;
  for (const Demand& demand : indicator->evidence) wanted.push_back(demand.what);
  scope.set("work.tasks", wanted.empty() ? "" : "提供：" + join(wanted, "；"));
}

void describe_open(Scope& scope, const Assessment& assessment, const FindingWords& found) {
  const std::string id = scope.text("indicator.id");
  std::string open = found.open_of(id);
  for (const IndicatorResult& result : assessment.indicators) {
    if (result.indicator == nullptr || result.indicator->id != id || !open.empty()) continue;
    open = result.status == Status::not_applicable ? "不适用" : "无";
  }
  const std::string status = scope.text("indicator.status");
  scope.set("work.status", status == "齐全" && open != "无" ? status + "，待核对" : status);
  scope.set_flag("work.is_open", open != "无" && open != "不适用");
  scope.set("work.missing", open);
}

}  // namespace

void add_finding_words(Vocabulary& words, const Assessment& assessment, const Findings& findings) {
  const auto found = std::make_shared<FindingWords>(assessment, findings);
  found->add_root(words.root);
  words.collections["findings"] = [found](const Scope& at) { return found->findings(at); };
  const auto indicators = words.collections["indicators"];
  words.collections["worklist"] = [found, indicators, &assessment](const Scope& at) {
    std::vector<Scope> scopes = indicators(at);
    for (Scope& scope : scopes) {
      describe_tasks(scope, *assessment.rubric);
      describe_open(scope, assessment, *found);
    }
    return scopes;
  };
  words.collections["owners"] = [found](const Scope& at) { return found->owners(at); };
}

}  // namespace lvce
