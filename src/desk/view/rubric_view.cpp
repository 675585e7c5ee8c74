#include <map>

#include "assess/lost_points.h"
#include "desk/view/view_parts.h"
#include "prepare/prepare.h"
#include "rubric/rubric.h"

namespace lvce {
namespace {

class RubricView {
 public:
  explicit RubricView(const Assessment& assessment) : assessment_(assessment) {
    for (const IndicatorResult& result : assessment.indicators) results_.emplace(result.indicator->id, &result);
    for (const ItemTotal& total : assessment.items) totals_.emplace("item " + total.id, &total);
    for (const ItemTotal& total : assessment.units) totals_.emplace("unit " + total.id, &total);
  }

  ViewJson units() const {
    ViewJson out = ViewJson::array();
    for (const Unit& unit : assessment_.rubric->units) {
      ViewJson items = ViewJson::array();
      for (const Item& item : unit.items) items.push_back(item_view(unit, item));
      ViewJson entry = {{"id", unit.id}, {"name", unit.name}, {"points", unit.points.text()}};
      add_total(entry, "unit " + unit.id);
      entry["items"] = std::move(items);
      out.push_back(std::move(entry));
    }
    return out;
  }

 private:
  void add_total(ViewJson& entry, const std::string& key) const {
    const auto total = totals_.find(key);
    if (total == totals_.end()) return;
    entry["claimed"] = total->second->claimed.text();
    entry["supported"] = total->second->supported.text();
  }

  ViewJson item_view(const Unit& unit, const Item& item) const {
    ViewJson entry = {{"id", item.id}, {"name", item.name}, {"points", item.points.text()}, {"requirement", item.requirement}};
    add_total(entry, "item " + item.id);
    entry["indicators"] = ViewJson::array();
    for (const Indicator& indicator : item.indicators) entry["indicators"].push_back(indicator_view(unit, indicator));
    return entry;
  }

  ViewJson indicator_view(const Unit& unit, const Indicator& indicator) const {
    ViewJson out = {{"id", indicator.id},
                    {"printed", indicator.printed_number},
                    {"group", group_text(unit, indicator.group)},
                    {"text", indicator.text},
                    {"points", points_or_null(indicator.points)},
                    {"rule", rule_text(indicator)},
                    {"kind", std::string(rule_kind_name(indicator.rule.kind))},
                    {"note", indicator.rule.note},
                    {"alternative_of", indicator.alternative_of}};
    const auto found = results_.find(indicator.id);
    if (found != results_.end()) add_result(out, *found->second);
    return out;
  }

  static std::string group_text(const Unit& unit, const std::string& id) {
    for (const Group& group : unit.groups) {
      if (!id.empty() && group.id == id) return group.text;
    }
    return "";
  }

  void add_result(ViewJson& out, const IndicatorResult& result) const {
    out["claimed"] = result.claimed.text();
    out["supported"] = result.supported.text();
    out["by_rule"] = points_or_null(result.rule_points);
    out["by_evidence"] = points_or_null(result.evidence_points);
    out["lost"] = lost_points(result).text();
    out["status"] = std::string(status_name(result.status));
    out["label"] = std::string(status_label(result));
    out["why"] = result.explanation;
    out["owner"] = result.owner;
    out["files"] = result.evidence;
    out["demands"] = ViewJson::array();
    for (const DemandResult& demand : result.demands) out["demands"].push_back(demand_view(demand));
    if (result.stated != nullptr) add_stated(out, *result.stated);
  }

  void add_stated(ViewJson& out, const SelfScore& stated) const {
    out["done"] = stated.done.value.value_or("");
    out["done_broken"] = stated.done.broken;
    out["cell"] = stated.done.place.cell.empty() ? "" : stated.done.place.text();
    out["said"] = stated.note;
    out["due"] = stated.due;
  }

  ViewJson demand_view(const DemandResult& result) const {
    const Demand& demand = *result.demand;
    const char* state = result.waived ? "waived" : result.accepted >= demand.min ? "met" : result.tried ? "tried" : "lacking";
    return {{"what", demand.what},
            {"min", demand.min},
            {"accepted", result.accepted},
            {"state", state},
            {"window", demand.years ? window_text(*demand.years, assessment_.years) : ""},
            {"caption", demand.caption},
            {"seal", demand.seal},
            {"standard", demand.standard},
            {"kinds", demand.kinds},
            {"files", result.files}};
  }

  const Assessment& assessment_;
  std::map<std::string, const IndicatorResult*> results_;
  std::map<std::string, const ItemTotal*> totals_;
};

}  // namespace

ViewJson rubric_view(const Assessment& assessment) { return RubricView(assessment).units(); }

}  // namespace lvce
