#include <algorithm>
#include <map>
#include <set>

#include "rubric/lint.h"
#include "rubric/vocabulary.h"

namespace lvce {
namespace {

using Levels = std::vector<int>;

/// Ids of siblings: well formed, one below the parent, ascending.
class Siblings {
 public:
  Siblings(Lint& lint, std::string parent, std::size_t least_levels, std::size_t most_levels)
      : lint_(lint), parent_(std::move(parent)), least_(least_levels), most_(most_levels) {}

  void check(const std::string& id, const std::string& path) {
    const auto levels = parse_id(id);
    if (!levels) {
      lint_.error(path, "rubric-id-form", "编号“" + id + "”不对", "请写 1、1.2、1.2.3 这样的编号，从 1 开始，不补零");
      return;
    }
    if (levels->size() < least_ || levels->size() > most_ || (!parent_.empty() && !id.starts_with(parent_ + "."))) {
      lint_.error(path, "rubric-id-form", "编号“" + id + "”不在“" + (parent_.empty() ? "单元" : parent_) + "”之下",
                  "下级编号应当以上级编号开头，如 2 → 2.1 → 2.1.3");
      return;
    }
    if (!last_.empty() && *levels <= last_) {
      lint_.error(path, *levels == last_ ? "rubric-duplicate-id" : "rubric-id-order", "编号“" + id + (*levels == last_ ? "”重复" : "”排在后面的编号之后"),
                  "请按编号从小到大排列，每个编号只用一次");
    }
    last_ = std::max(last_, *levels);
  }

 private:
  Lint& lint_;
  std::string parent_;
  std::size_t least_;
  std::size_t most_;
  Levels last_;
};

void check_tree(Lint& lint) {
  const Rubric& rubric = lint.rubric();
  Siblings units(lint, "", 1, 1);
  for (std::size_t u = 0; u < rubric.units.size(); ++u) {
    const Unit& unit = rubric.units[u];
    units.check(unit.id, Lint::unit_path(u) + "/id");
    Siblings items(lint, unit.id, 2, 2);
    for (std::size_t i = 0; i < unit.items.size(); ++i) {
      const Item& item = unit.items[i];
      items.check(item.id, Lint::item_path(u, i) + "/id");
      Siblings indicators(lint, item.id, 3, 8);
      for (std::size_t k = 0; k < item.indicators.size(); ++k) indicators.check(item.indicators[k].id, Lint::indicator_path(u, i, k) + "/id");
    }
  }
}

/// A file named 2.2.4.1 could be the first of 2.2.4 or belong to 2.2.4.1: one of the two ids must go.
void check_prefixes(Lint& lint) {
  std::set<std::string> ids;
  lint.each_indicator([&](const Indicator& indicator, const Item&, const std::string&) { ids.insert(indicator.id); });
  lint.each_indicator([&](const Indicator& indicator, const Item&, const std::string& path) {
    for (std::size_t dot = indicator.id.rfind('.'); dot != std::string::npos && dot > 0; dot = indicator.id.rfind('.', dot - 1)) {
      const std::string above = indicator.id.substr(0, dot);
      if (ids.contains(above)) {
        lint.error(path + "/id", "rubric-id-form", "指标“" + above + "”下面又有指标“" + indicator.id + "”", "上一级若只是引导语，请写在 groups 里");
      }
    }
  });
}

void check_groups(Lint& lint) {
  const Rubric& rubric = lint.rubric();
  for (std::size_t u = 0; u < rubric.units.size(); ++u) {
    const Unit& unit = rubric.units[u];
    std::map<std::string, bool> used;
    for (std::size_t g = 0; g < unit.groups.size(); ++g) {
      const std::string path = Lint::unit_path(u) + "/groups/" + std::to_string(g) + "/id";
      const std::string& id = unit.groups[g].id;
      if (!parse_id(id) || !id.starts_with(unit.id + ".")) lint.error(path, "rubric-id-form", "引导语编号“" + id + "”不在单元 " + unit.id + " 之下");
      if (!used.emplace(id, false).second) lint.error(path, "rubric-duplicate-id", "引导语编号“" + id + "”重复", "每个编号只用一次");
    }
    for (std::size_t i = 0; i < unit.items.size(); ++i) {
      for (std::size_t k = 0; k < unit.items[i].indicators.size(); ++k) {
        const Indicator& indicator = unit.items[i].indicators[k];
        if (indicator.group.empty()) continue;
        const std::string path = Lint::indicator_path(u, i, k) + "/group";
        const auto found = used.find(indicator.group);
        if (found == used.end()) lint.error(path, "rubric-unknown-group", "没有引导语“" + indicator.group + "”", "请写在本单元的 groups 里");
        else found->second = true;
        if (!indicator.id.starts_with(indicator.group + "."))
          lint.error(path, "rubric-id-form", "指标“" + indicator.id + "”不在引导语“" + indicator.group + "”之下");
      }
    }
    for (std::size_t g = 0; g < unit.groups.size(); ++g) {
      if (!used[unit.groups[g].id])
        lint.warn(Lint::unit_path(u) + "/groups/" + std::to_string(g), "rubric-unused-group", "引导语“" + unit.groups[g].id + "”没有指标使用");
    }
  }
}

/// The other branch or scheme stands in the same item, is no alternative itself, and one of the two says when it is taken.
void check_alternatives(Lint& lint) {
  lint.each_indicator([&](const Indicator& indicator, const Item& item, const std::string& path) {
    if (indicator.alternative_of.empty()) return;
    const std::string at = path + "/alternative_of";
    const auto other = std::find_if(item.indicators.begin(), item.indicators.end(), [&](const Indicator& one) { return one.id == indicator.alternative_of; });
    if (other == item.indicators.end() || other->id == indicator.id || !other->alternative_of.empty()) {
      lint.error(at, "rubric-alternative", "“" + indicator.alternative_of + "”不能作为二选一的另一项", "请写同一项目内另一个不是替代项的指标编号");
      return;
    }
    const bool branches = indicator.rule.branch && other->rule.branch;
    const bool scheme = other->rule.kind == RuleKind::choice;
    if (!branches && !scheme) {
      lint.error(at, "rubric-alternative", "没有写明何时采用指标 " + indicator.id, "请给两个指标都写 branch，或把 " + other->id + " 写成 choice 规则");
    }
  });
}

/// Names of files in rubrics/: nothing that could lead elsewhere.
void check_file_id(Lint& lint, const std::string& id, const std::string& field, const std::string& what) {
  const bool plain = std::all_of(id.begin(), id.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
  if (!plain || id.size() > 64) lint.error(field, "rubric-id-form", what + "编号“" + id + "”不对", "只用小写字母、数字和连字符，不超过 64 个，如 shanxi-2021");
}

}  // namespace

void lint_ids(Lint& lint) {
  check_file_id(lint, lint.rubric().id, "id", "评价标准");
  if (!lint.rubric().factor_set.empty()) check_file_id(lint, lint.rubric().factor_set, "factor_set", "折算系数表");
  check_tree(lint);
  check_prefixes(lint);
  check_groups(lint);
  check_alternatives(lint);
}

}  // namespace lvce
