#include <map>

#include "rubric/lint.h"

namespace lvce {
namespace {

/// Points of an item's indicators: each counted once, an alternative not at all; open ones leave room.
struct ItemSum {
  Points known;
  bool open = false;
};

ItemSum sum_of(const Item& item) {
  ItemSum sum;
  for (const Indicator& indicator : item.indicators) {
    if (!indicator.alternative_of.empty()) continue;
    if (indicator.points) sum.known += *indicator.points;
    else sum.open = true;
  }
  return sum;
}

void check_item(Lint& lint, const Item& item, const std::string& path) {
  const ItemSum sum = sum_of(item);
  if (sum.open && sum.known <= item.points) return;
  if (!sum.open && sum.known == item.points) return;
  lint.error(path + "/points", "rubric-sum", "项目 " + item.id + " 写 " + item.points.text() + " 分，所含指标合计 " + sum.known.text() + " 分",
             "请核对原文，改正项目或指标的分值（二选一的指标不重复计）");
}

/// Alternatives of one indicator together give what it gives, so that either scheme reaches the item's points.
void check_alternative_sums(Lint& lint, const Item& item, const std::string& path) {
  std::map<std::string, Points> sums;
  for (const Indicator& indicator : item.indicators) {
    if (!indicator.alternative_of.empty() && indicator.points) sums[indicator.alternative_of] += *indicator.points;
  }
  for (std::size_t k = 0; k < item.indicators.size(); ++k) {
    const Indicator& indicator = item.indicators[k];
    const auto sum = sums.find(indicator.id);
    if (sum == sums.end() || !indicator.points || sum->second == *indicator.points) continue;
    lint.error(path + "/indicators/" + std::to_string(k) + "/points", "rubric-sum",
               "指标 " + indicator.id + " 为 " + indicator.points->text() + " 分，与它二选一的指标合计 " + sum->second.text() + " 分",
               "两种方案的满分应当相同，请核对原文");
  }
}

}  // namespace

void lint_sums(Lint& lint) {
  const Rubric& rubric = lint.rubric();
  Points total;
  for (std::size_t u = 0; u < rubric.units.size(); ++u) {
    const Unit& unit = rubric.units[u];
    Points sum;
    for (std::size_t i = 0; i < unit.items.size(); ++i) {
      check_item(lint, unit.items[i], Lint::item_path(u, i));
      check_alternative_sums(lint, unit.items[i], Lint::item_path(u, i));
      sum += unit.items[i].points;
    }
    if (sum != unit.points) {
      lint.error(Lint::unit_path(u) + "/points", "rubric-sum", "单元 " + unit.id + " 写 " + unit.points.text() + " 分，所含项目合计 " + sum.text() + " 分",
                 "请核对原文");
    }
    total += unit.points;
  }
  if (total != rubric.total) {
    lint.error("total", "rubric-sum", "总分写 " + rubric.total.text() + " 分，各单元合计 " + total.text() + " 分", "请核对原文");
  }
  if (rubric.pass && *rubric.pass > rubric.total) lint.error("pass", "rubric-sum", "合格分高于总分", "请核对原文");
}

}  // namespace lvce
