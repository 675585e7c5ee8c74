#include <algorithm>
#include <set>

#include "rubric/lint.h"
#include "rubric/vocabulary.h"
#include "support/text.h"

namespace lvce {
namespace {

void check_kinds(Lint& lint) {
  std::set<std::string> seen;
  const auto& kinds = lint.rubric().evidence_kinds;
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    const std::string path = "evidence_kinds/" + std::to_string(i);
    if (!seen.insert(kinds[i].name).second) lint.error(path + "/name", "rubric-duplicate-id", "材料类型“" + kinds[i].name + "”重复");
    if (kinds[i].words.empty() && !kinds[i].picture)
      lint.error(path, "rubric-missing-field", "材料类型“" + kinds[i].name + "”没有辨认办法", "请写 words（标题中的词），图片请写 picture: true");
  }
}

using KindNames = std::set<std::string>;

std::string some_of(const KindNames& names) {
  constexpr std::size_t kShown = 30;
  std::vector<std::string> shown;
  for (const std::string& name : names) {
    if (shown.size() < kShown) shown.push_back(name);
  }
  return join(shown, "、");
}

void check_demand(Lint& lint, const Demand& demand, const KindNames& known, const std::string& path) {
  for (std::size_t i = 0; i < demand.kinds.size(); ++i) {
    if (known.contains(demand.kinds[i])) continue;
    lint.error(path + "/kinds/" + std::to_string(i), "rubric-unknown-evidence-kind", "不认识的材料类型“" + demand.kinds[i] + "”", "可以写：" + some_of(known));
  }
  if (!demand.standard && (!demand.kinds.empty() || demand.min > 1 || demand.caption || demand.seal)) {
    lint.error(path, "rubric-derived-demand", "编者拟定的材料只能要求一份、不限类型", "原文列出的请写 source: standard，否则去掉 kinds、min、caption、seal");
  }
  if (demand.years && demand.years->from > 0) lint.warn(path + "/years", "rubric-window", "年份范围“" + demand.years->text + "”全在以后", "请核对原文");
  if (demand.only_if_field.empty()) return;
  const auto* values = values_of_unit_item(demand.only_if_field);
  const bool good = values != nullptr && (values->empty() || std::find(values->begin(), values->end(), demand.only_if_value) != values->end());
  if (!good) {
    lint.error(path + "/when", "rubric-bad-value", "条件“" + demand.only_if_field + ": " + demand.only_if_value + "”不对",
               values == nullptr ? "可以写：" + conditional_unit_items() : "它的值可以是：" + join(*values, "、"));
  }
}

void check_deadlines(Lint& lint) {
  static constexpr int kDays[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const auto& deadlines = lint.rubric().deadlines;
  for (std::size_t i = 0; i < deadlines.size(); ++i) {
    if (deadlines[i].day > kDays[deadlines[i].month - 1])
      lint.error("deadlines/" + std::to_string(i) + "/day", "rubric-bad-number", "这个月没有 " + std::to_string(deadlines[i].day) + " 日");
  }
}

void check_limits(Lint& lint) {
  const auto& limits = lint.rubric().limits;
  for (std::size_t i = 0; i < limits.size(); ++i) {
    const std::string path = "limits/" + std::to_string(i);
    if (limits[i].min > limits[i].max) lint.error(path + "/min", "rubric-bad-number", "最少字数大于最多字数");
    for (const std::string& field : limits[i].fields) {
      if (!is_narrative_item(field))
        lint.error(path + "/fields", "rubric-bad-value", "“" + field + "”不是单位信息里的文字项目", "可以写：" + narrative_items());
    }
  }
}

/// "forms/<name>.yaml", nothing that could lead out of the templates.
bool is_form_name(std::string_view name) {
  if (!name.starts_with("forms/") || !name.ends_with(".yaml")) return false;
  name = name.substr(6, name.size() - 11);
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

void check_papers(Lint& lint) {
  const Rubric& rubric = lint.rubric();
  if (rubric.registration_form.empty() != rubric.registration_name.empty()) {
    lint.error("registration_form", "rubric-missing-field", "registration_form 和 registration_name 要么都写，要么都不写");
  }
  const auto check = [&](const std::string& name, const char* field) {
    if (!name.empty() && !is_form_name(name))
      lint.error(field, "rubric-bad-value", "表格模板“" + name + "”不对", "请写 templates 里的文件，如 forms/shanxi-2021-scores.yaml");
  };
  check(rubric.scores_form, "scores_form");
  check(rubric.registration_form, "registration_form");
  const std::string& file = rubric.registration_name;
  if (file.find_first_of("/\\:*?\"<>|") != std::string::npos || file.starts_with(".") || display_width(file) > 40) {
    lint.error("registration_name", "rubric-bad-value", "“" + file + "”不能作文件名", "请写简短的表名，如 备案表");
  }
}

}  // namespace

void lint_evidence(Lint& lint) {
  check_kinds(lint);
  check_deadlines(lint);
  check_limits(lint);
  check_papers(lint);
  KindNames known;
  for (const EvidenceKind& kind : lint.rubric().evidence_kinds) known.insert(kind.name);
  lint.each_indicator([&](const Indicator& indicator, const Item&, const std::string& path) {
    for (std::size_t i = 0; i < indicator.evidence.size(); ++i) check_demand(lint, indicator.evidence[i], known, path + "/evidence/" + std::to_string(i));
    const bool judged_elsewhere = indicator.rule.kind == RuleKind::assessor || indicator.rule.kind == RuleKind::targets || !indicator.points;
    if (indicator.evidence.empty() && !judged_elsewhere) {
      lint.note(path, "rubric-no-demand", "指标 " + indicator.id + " 没有写要交的材料，得分不受材料限制");
    }
  });
}

void lint_open(Lint& lint) {
  std::vector<std::string> open;
  lint.each_indicator([&](const Indicator& indicator, const Item&, const std::string& path) {
    if (indicator.points && indicator.rule.kind != RuleKind::open) return;
    lint.note(path, "rubric-open-points",
              "指标 " + indicator.id + " 的" + (indicator.points ? "评分规则" : "分值") + "原文未载明，按项目满分以内的自评得分处理");
    open.push_back(indicator.id);
  });
  if (!open.empty() && lint.rubric().open_points.empty()) {
    lint.error("open_points", "rubric-missing-field", "指标 " + join(open, "、") + " 留空，但 open_points 没有说明",
               "请在 open_points 里写明原文哪里没有载明，打印时会列出");
  }
}

}  // namespace lvce
