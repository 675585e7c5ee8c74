// What the words around figures say: a carrier, a unit, or something that is no quantity of a month. Pure.
#pragma once

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "office/dossier.h"
#include "workbook/units/ledger_unit.h"

namespace lvce::formats {

/// One of the words stands in the text.
template <typename Words>
bool holds_one(const std::string& text, const Words& words) {
  return std::any_of(std::begin(words), std::end(words), [&](const char* word) { return text.find(word) != std::string::npos; });
}

/// 水管站, 临水法庭, 油料运输车: a place, an office, a vehicle.
bool is_name(const std::string& text);
/// The carriers that a header, label, title or name speaks of; 用油 may be petrol or diesel. Empty: none.
std::set<Carrier> carriers_in(const std::string& text);
/// Money, readings, comparisons, running totals, areas …: no quantity of a month.
bool is_other_thing(const std::string& text);
/// 瓶数, 车数: how many, not how much.
bool counts_things(const std::string& text);
/// 起码, 止码, 读数: what a meter showed.
bool speaks_of_readings(const std::string& text);
/// 蒸汽, 醇基燃料, LNG: energy that the ledger has no column for. Its word; empty: none.
std::string energy_without_column(const std::string& text);
/// 累计用电, and no money or distance.
bool is_running_total(const std::string& text);
/// What only looks like a carrier: 污水, 中水, 桶装水, 机油.
bool is_other_carrier(const std::string& text);
/// 用电计划, 控制指标下达表: what stands there may be no consumption. 计划完成情况 is.
bool speaks_of_plans(const std::string& text);
/// 水电费, 支出, 单位：元: what stands there without a unit may be money.
bool speaks_of_money(const std::string& text);
/// 用电量, 消耗, a unit of energy.
bool says_quantity(const std::string& text);
/// 合计, 总用电量, 小计: a sum of what stands beside it.
bool says_total(const std::string& text);
/// What is left of a header without carriers, units, years and words such as 用量: 办公楼, 峰, 1号表. Empty: a plain header.
std::string what_else(const std::string& text);
/// 92# of 92#汽油: what tells a petrol from another one. Empty: it says none.
std::string petrol_grade(const std::string& text);
/// Whether a text is a word for a quantity and no more: 用量, 消耗量, 数量.
bool is_plain_quantity(const std::string& text);
/// Names of meters, buildings, vehicles, accounts, departments.
bool names_a_part(const std::string& text);

/// A text that is nothing but a unit of energy, water or fuel.
bool is_unit(const std::string& text);
/// A unit with a power of ten that the ledger does not know (千吨, 百千瓦时), in brackets or by itself. Empty: there is none.
std::string odd_unit(const std::string& text, Carrier carrier);
/// The only carrier that is given in such a unit: 千瓦时, 吉焦.
std::optional<Carrier> carrier_of_unit(const std::string& text);

}  // namespace lvce::formats
