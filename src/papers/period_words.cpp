#include <memory>

#include "compose/carriers_shown.h"
#include "compose/vocabulary.h"
#include "energy/month_list.h"
#include "papers/words.h"

namespace lvce {
namespace {

using Maybe = std::optional<Decimal>;

Maybe change_in_percent(const Maybe& base, const Maybe& actual) {
  if (!base || !actual) return std::nullopt;
  const Maybe share = (*actual - *base).divided_by(*base);
  return share ? Maybe(*share * Decimal(100)) : std::nullopt;
}

Maybe size_of(const Maybe& number) { return number ? Maybe(number->abs()) : std::nullopt; }

Maybe per(const Maybe& sum, const Maybe& heads) { return sum && heads ? sum->divided_by(*heads) : std::nullopt; }

/// base, actual, difference, change in percent, and in words which way.
void set_comparison(Scope& scope, const std::string& prefix, const Maybe& base, const Maybe& actual, NumberFormat format) {
  const Maybe difference = base && actual ? Maybe(*actual - *base) : std::nullopt;
  const Maybe change = change_in_percent(base, actual);
  scope.set(prefix + ".base", base, format);
  scope.set(prefix + ".actual", actual, format);
  scope.set(prefix + ".difference", difference, format);
  scope.set(prefix + ".difference_size", size_of(difference), format);
  scope.set(prefix + ".change", change, kPercentFormat);
  scope.set(prefix + ".change_size", size_of(change), kPercentFormat);
  const bool changed = difference && !difference->is_zero(), same = difference && difference->is_zero();
  scope.set_flag(prefix + ".changed", changed && change);
  scope.set_flag(prefix + ".from_zero", changed && !change);
  scope.set_flag(prefix + ".same", same && !actual->is_zero());
  scope.set_flag(prefix + ".both_zero", same && actual->is_zero());
  scope.set_flag(prefix + ".only_actual", actual && !difference);
  scope.set_flag(prefix + ".unknown", !actual);
  scope.set(prefix + ".direction", difference && difference->is_negative() ? "减少" : "增加");
}

class PeriodWords {
 public:
  PeriodWords(const Assessment& assessment, const Period& period) : report_(assessment.energy), rubric_(*assessment.rubric), period_(period) {}

  void add_root(Scope& root) const {
    const std::vector<Carrier> rows = carriers();
    root.set("period.name", period_.name);
    root.set("period.year", std::to_string(period_.year));
    root.set("period.base_year", std::to_string(period_.base_year));
    root.set("period.base_name", period_.whole_year() ? std::to_string(period_.base_year) + "年" : "上年同期");
    root.set_whole("period.first", period_.first);
    root.set_whole("period.last", period_.last);
    root.set("period.missing", blank_words(report_, period_));
    root.set("period.first_row", rows.empty() ? "" : std::string(carrier_name(rows.front())));
    root.set("period.last_row", rows.empty() ? "" : std::string(carrier_name(rows.back())));
    root.set_flag("period.has_rows", !rows.empty());
    const YearFigures& year = figures_of(period_.year);
    root.set_flag("period.without_area_heat", year.area_heat_kgce && !period_.whole_year());
    root.set("period.people", year.energy_users, kQuantityFormat);
    set_comparison(root, "period.kgce", total_kgce_in(report_, period_.base_year, period_), total_kgce_in(report_, period_.year, period_), kCoalFormat);
    set_comparison(root, "period.per_capita_kgce", per_capita(period_.base_year, false), per_capita(period_.year, false), kIntensityFormat);
    set_comparison(root, "period.per_capita_water", per_capita(period_.base_year, true), per_capita(period_.year, true), kIntensityFormat);
  }

  std::vector<Scope> rows(const Scope& at) const {
    std::vector<Scope> scopes;
    for (const Carrier carrier : carriers()) {
      scopes.emplace_back(&at);
      describe(scopes.back(), carrier);
    }
    return scopes;
  }

  /// Without 其中 rows, numbered.
  std::vector<Scope> main_rows(const Scope& at) const {
    std::vector<Scope> scopes;
    for (Scope& scope : rows(at)) {
      if (scope.find("row.is_part")->holds()) continue;
      scope.set("row.number", chinese_number(static_cast<int>(scopes.size()) + 1));
      scopes.push_back(std::move(scope));
    }
    return scopes;
  }

  std::vector<Scope> months(const Scope& at) const {
    std::vector<Scope> scopes;
    for (int month = period_.first; month <= period_.last; ++month) {
      scopes.emplace_back(&at);
      scopes.back().set_whole("month.number", month);
      for (const Carrier carrier : carriers()) {
        if (at.text("row.name") != carrier_name(carrier)) continue;
        scopes.back().set("month.quantity", month_quantity(report_, period_.year, carrier, month), kQuantityFormat);
      }
    }
    return scopes;
  }

 private:
  std::vector<Carrier> carriers() const { return carriers_used(report_, period_.year); }

  const YearFigures& figures_of(int year) const {
    static const YearFigures kNone;
    const auto found = report_.years.find(year);
    return found == report_.years.end() ? kNone : found->second;
  }

  Maybe per_capita(int year, bool water) const {
    const YearFigures& figures = figures_of(year);
    if (!water) return per(total_kgce_in(report_, year, period_), figures.energy_users);
    const bool own = rubric_.water == WaterDenominator::water_users;
    return per(quantity_in(report_, year, period_, Carrier::water), own ? figures.water_users : figures.energy_users);
  }

  void describe(Scope& scope, Carrier carrier) const {
    const std::string name(carrier_name(carrier));
    scope.set("row.name", name);
    scope.set("row.unit", std::string(carrier_unit(carrier)));
    scope.set_flag("row.is_part", is_part_row(carrier));
    set_comparison(scope, "row", quantity_in(report_, period_.base_year, period_, carrier), quantity_in(report_, period_.year, period_, carrier),
                   kQuantityFormat);
    const bool coal = carrier != Carrier::water && !is_part_row(carrier);
    scope.set("row.kgce", kgce_in(report_, period_.year, period_, carrier), kCoalFormat);
    if (!coal) scope.set("row.kgce", "");
    scope.set_asking("row.cause", "", name + "用量变化的原因");
    set_extremes(scope, carrier);
  }

  /// The months with most and least, where all months are there and differ.
  void set_extremes(Scope& scope, Carrier carrier) const {
    int most = 0, least = 0;
    Maybe high, low;
    bool whole = true;
    std::vector<int> unused;
    for (int month = period_.first; month <= period_.last; ++month) {
      const Maybe quantity = month_quantity(report_, period_.year, carrier, month);
      whole = whole && quantity.has_value();
      if (quantity && quantity->is_zero()) unused.push_back(month);
      if (quantity && (!high || *quantity > *high)) high = quantity, most = month;
      if (quantity && (!low || *quantity < *low)) low = quantity, least = month;
    }
    const bool differ = whole && high != low;
    scope.set_flag("row.has_extremes", differ && unused.empty());
    scope.set_flag("row.has_unused", differ && !unused.empty());
    scope.set("row.unused_months", month_list(unused));
    scope.set_whole("row.most_month", most);
    scope.set("row.most", high, kQuantityFormat);
    scope.set_whole("row.least_month", least);
    scope.set("row.least", low, kQuantityFormat);
  }

  const EnergyReport& report_;
  const Rubric& rubric_;
  Period period_;
};

}  // namespace

void add_period_words(Vocabulary& words, const Assessment& assessment, const Period& period) {
  const auto all = std::make_shared<PeriodWords>(assessment, period);
  all->add_root(words.root);
  words.collections["period_rows"] = [all](const Scope& at) { return all->rows(at); };
  words.collections["period_main_rows"] = [all](const Scope& at) { return all->main_rows(at); };
  words.collections["period_months"] = [all](const Scope& at) { return all->months(at); };
}

}  // namespace lvce
