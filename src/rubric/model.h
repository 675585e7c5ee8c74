// What is asked: a rubric as plain data. Loaded from rubrics/*.yaml, never built in code. Points are hundredths; rates are percent.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rubric/review_rules.h"
#include "support/decimal.h"
#include "support/points.h"

namespace lvce {

enum class RuleKind { binary, all_of, any_of, parts, per_item, per_occurrence, tiers, deduct, judged, open, assessor, targets, choice };

/// "binary", "all_of" …: as written in YAML and in `rubric show --json`. Empty: there is no such kind.
std::string_view rule_kind_name(RuleKind kind);

/// All that have a name, in the order above.
std::vector<RuleKind> all_rule_kinds();

/// How a kind gives points by how many there are; what a count gives then is said in rubric/counting.h.
enum class Counting {
  none,
  items,  ///< each item gives `step`
  times   ///< each time gives `step`
};

constexpr Counting counting_of(RuleKind kind) {
  switch (kind) {
    case RuleKind::per_item: return Counting::items;
    case RuleKind::per_occurrence: return Counting::times;
    case RuleKind::binary:
    case RuleKind::all_of:
    case RuleKind::any_of:
    case RuleKind::parts:
    case RuleKind::tiers:
    case RuleKind::deduct:
    case RuleKind::judged:
    case RuleKind::open:
    case RuleKind::assessor:
    case RuleKind::targets:
    case RuleKind::choice: break;
  }
  return Counting::none;
}

/// A named share of an indicator that is worked out by `parts`, `all_of` or `any_of`.
struct RulePart {
  std::string name;
  Points points;           ///< zero in all_of and any_of
  std::vector<int> needs;  ///< 1-based numbers of parts without which this one gives 0
  /// A percentage that is reached (100 means 100 %): whoever reaches more has reached it too.
  std::optional<Decimal> at_least;
  /// Part is only expected where one of these unit items is 是 (数据机房, 合署办公 …); empty: always.
  std::vector<std::string> only_if;
};

/// One step of `tiers`: either a percentage (at_least, 90 means 90 %) or a grade.
struct TierStep {
  std::optional<Decimal> at_least;
  std::string grade;
  Points points;
};

/// Points per target of a `targets` rule in `each` mode.
struct TargetShare {
  std::string metric;  ///< one of kMetrics
  Points points;
};

enum class NotApplicable { refused, full_points, full_points_with_statement };

/// A branch: the indicator is taken only where a unit item has one of these values (000 1.1; 001 单位类别).
struct Branch {
  std::string field;                ///< 单位信息 item, e.g. 单位层级
  std::vector<std::string> values;  ///< taken when the item's value is one of these …
  bool negated = false;             ///< … or, when negated, none of these
};

/// One scheme of a `choice`: the answer that takes it and the points it gives at once (grades), or the indicators that it opens.
struct ChoiceOption {
  std::string answer;  ///< "优秀", "未实施"
  Points points;
  bool opens_alternative = false;  ///< the other scheme's indicators count instead of this one
};

struct Rule {
  RuleKind kind = RuleKind::open;
  Points step;                ///< per_item, per_occurrence
  std::optional<Points> cap;  ///< per_item, per_occurrence, judged, open: as printed (最高得…)
  Points deduct_step;         ///< deduct, and per_item with deduct; zero: none
  std::string counted;        ///< what is counted: 项制度, 次, 类标识 … for texts to the clerk
  std::vector<RulePart> parts;
  std::vector<TierStep> tiers;
  std::vector<TargetShare> shares;    ///< targets in `each` mode
  std::vector<std::string> metrics;   ///< targets in `all` mode: all of these
  bool quota_alternative = false;     ///< targets: 定额值 given and met counts as met (energy metrics)
  std::vector<ChoiceOption> options;  ///< choice
  NotApplicable not_applicable = NotApplicable::refused;
  std::optional<Branch> branch;
  std::string note;  ///< what the standard leaves open, said on paper
  Counting counting() const { return counting_of(kind); }
  bool counts() const { return counting() != Counting::none; }
};

/// Years of a demand, relative to the year of work (Y) or of energy (E); "Y-1..Y". Empty: no window.
struct YearWindow {
  char base = 'Y';  ///< 'Y' or 'E'
  int from = 0;     ///< offset, e.g. -1
  int to = 0;
  std::string text;  ///< as written: "Y-1..Y"
};

struct Demand {
  std::string what;
  std::vector<std::string> kinds;  ///< names of Rubric::evidence_kinds; empty: any
  int min = 1;
  std::optional<YearWindow> years;
  bool caption = false;
  bool seal = false;
  bool standard = false;  ///< true: printed by the standard; false: derived by us
  /// Filter on the unit: the demand holds only where this 单位信息 item has this value (e.g. 物业管理 = 是); empty: always.
  std::string only_if_field;
  std::string only_if_value;
};

struct Indicator {
  std::string id;                ///< "2.2.4.2"
  std::string group;             ///< lead sentence's id when it belongs to a group; empty otherwise
  std::string text;              ///< verbatim, with its points phrase, without the printed number
  std::string printed_number;    ///< as printed: "4.2", "1）"; empty where the standard prints none
  std::optional<Points> points;  ///< the maximum; nothing where the standard leaves it open
  std::string alternative_of;    ///< id of the other branch or scheme
  Rule rule;
  std::vector<Demand> evidence;
  std::string fill_in;  ///< what to enter as 完成情况, for init's template; derived from the rule when empty
  int line = 0;         ///< in the YAML file, for lint
};

struct Group {
  std::string id;
  std::string text;
};

struct Item {
  std::string id;  ///< "2.2"
  std::string name;
  Points points;
  std::vector<Indicator> indicators;
  std::string requirement;         ///< 评分要求, where the document prints it (task tables)
  std::vector<std::string> tasks;  ///< 得分项目工作内容, where the document prints it
  std::vector<int> task_cells;     ///< how many of the tasks stand in each cell of the printed table; empty: one each
};

struct Unit {
  std::string id;
  std::string name;
  Points points;
  std::vector<Group> groups;
  std::vector<Item> items;
};

/// Metrics that targets speak of. Names as in the workbook's 目标任务.
inline constexpr const char* kPerCapitaEnergy = "人均综合能耗";
inline constexpr const char* kPerAreaEnergy = "单位建筑面积能耗";
inline constexpr const char* kPerAreaCarbon = "单位建筑面积碳排放";
inline constexpr const char* kPerCapitaWater = "人均用水量";

struct Target {
  std::string metric;
  std::optional<Decimal> required_pct;  ///< fall in percent, positive; nothing: assigned each year in 目标任务
  std::optional<Points> points;
};

struct Gate {
  std::string id;    ///< "pass_mark", "yearly_target", "no_major_accident"
  std::string text;  ///< as printed
};

struct EvidenceKind {
  std::string name;                ///< 文件, 合同协议 …
  std::vector<std::string> words;  ///< any of these in a title makes the kind
  bool picture = false;            ///< judged by content instead
};

struct FormField;  // compose/ owns form grids; the rubric only names them

struct Deadline {
  std::string what;
  int month = 0;
  int day = 0;           ///< 0: the month's last day
  int year_offset = 0;   ///< relative to Y
  std::string text;      ///< as printed
  bool package = false;  ///< what the office hands in as a whole is due by then
};

/// A limit of characters on a narrative field of 单位信息.
struct TextLimit {
  std::vector<std::string> fields;  ///< counted together
  std::string name;                 ///< as the form prints it
  int min = 0;
  int max = 0;
};

enum class WaterDenominator { energy_users, water_users };

struct Rubric {
  std::string id;
  std::string title;
  std::string issuer;
  std::string document_number;
  std::string source;  ///< which document, which annex
  std::string province;
  std::string activity = "创建";  ///< what the office reports on: 创建, 复验 …
  Points total;
  std::optional<Points> pass;
  int energy_year_offset = -1;  ///< E = Y + this
  int form_year_offset = -1;
  WaterDenominator water = WaterDenominator::energy_users;
  std::string factor_set;  ///< id in rubrics/factors; empty: the usual one of the energy year (rubric/usual_factors.h)
  std::vector<Gate> gates;
  std::vector<Target> targets;
  std::vector<EvidenceKind> evidence_kinds;
  std::vector<Unit> units;
  std::vector<Deadline> deadlines;
  std::vector<TextLimit> limits;
  Review review;                             ///< the bureau's side
  std::string scores_form;                   ///< template of 02: "forms/shanxi-2021-scores.yaml"
  std::string registration_form;             ///< template of 04; empty: none
  std::string registration_name;             ///< file name stem of 04: "联系人信息表", "备案表"
  std::vector<std::string> unit_categories;  ///< accepted 单位类别; empty: any
  std::vector<std::string> corrections;      ///< each correction of a damaged text, as noted in the file
  std::vector<std::string> open_points;      ///< 原文未载明 …: printed
  std::string file;                          ///< path it was read from
};

/// The indicator with this id, or nullptr.
const Indicator* find_indicator(const Rubric& rubric, std::string_view id);
/// All indicators in printed order.
std::vector<const Indicator*> all_indicators(const Rubric& rubric);

}  // namespace lvce
