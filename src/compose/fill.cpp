#include "compose/fill.h"

#include <algorithm>
#include <string_view>

#include "document/cell_text.h"
#include "support/text.h"

namespace lvce {
namespace {

void add_once(Findings& findings, Finding finding) {
  const bool known = std::any_of(findings.begin(), findings.end(), [&](const Finding& other) {
    return other.code == finding.code && other.place == finding.place && other.message == finding.message;
  });
  if (!known) findings.push_back(std::move(finding));
}

constexpr std::string_view kBlankWords = "没有填写，材料中留有空白";

/// One finding for all texts that are lacking, each named, each with its cell.
void report_blank(const FieldValue& field, const TemplatePlace& place) {
  if (place.findings == nullptr || field.ask_at == Place{}) return;  // without a place of its own it is told elsewhere
  const std::string none = field.may_be_none ? "；确实没有的填“无”" : "";
  const auto same = std::find_if(place.findings->begin(), place.findings->end(), [&](const Finding& other) {
    return other.code == "narrative-blank" && other.place.file == field.ask_at.file && other.hint.ends_with("”表中填写" + none);
  });
  if (same == place.findings->end()) {
    place.findings->push_back(
        Finding::missing("narrative-blank", field.ask_at, "“" + field.ask + "”" + std::string(kBlankWords), "请在台账“单位信息”表中填写" + none));
    return;
  }
  if (same->is_about(field.ask_at)) return;
  same->message.insert(same->message.size() - kBlankWords.size(), "“" + field.ask + "”");
  if (same->places.empty()) same->places.push_back(same->place);
  same->places.push_back(field.ask_at);
}

std::string shown(const FieldValue& field, const std::string& pattern, const TemplatePlace& place) {
  if (pattern.empty()) return field.text();
  const auto format = parse_number_format(pattern);
  if (!format) {
    place.fault("数字格式“" + pattern + "”不认识", "可用的写法见 docs/template-format.md");
    return field.text();
  }
  const auto* number = std::get_if<Decimal>(&field.value);
  return number == nullptr ? field.text() : number_text(*number, *format);
}

void add_field(std::vector<Run>& runs, const std::string& inside, const Scope& scope, const TemplatePlace& place, bool ask) {
  const auto colon = inside.find(':');
  const std::string name = trim(inside.substr(0, colon));
  const std::string pattern = colon == std::string::npos ? "" : trim(inside.substr(colon + 1));
  const FieldValue* field = need_field(name, scope, place);
  if (field == nullptr) return;
  if (field->is_blank_text() && !field->ask.empty()) {
    report_blank(*field, place);
    if (!ask) return;
    Run blank;
    blank.text = "【请填写：" + field->ask + "】";
    blank.marked = true;
    runs.push_back(std::move(blank));
    return;
  }
  Run run;
  run.text = shown(*field, pattern, place);
  runs.push_back(std::move(run));
}

/// Neighbouring runs that look the same become one, so that lines break as in one text.
void merge_plain(std::vector<Run>& runs) {
  std::vector<Run> merged;
  for (Run& run : runs) {
    if (run.text.empty()) continue;
    if (!merged.empty() && !merged.back().marked && !run.marked) {
      merged.back().text += run.text;
    } else {
      merged.push_back(std::move(run));
    }
  }
  runs = std::move(merged);
}

}  // namespace

void TemplatePlace::fault(const std::string& message, const std::string& hint) const {
  if (findings == nullptr) return;
  add_once(*findings, Finding::error("template-broken", in_lines("templates/" + file, line), message, hint));
}

std::vector<Run> fill_runs(const std::string& text, const Scope& scope, const TemplatePlace& place, bool ask) {
  std::vector<Run> runs;
  std::size_t at = 0;
  while (at < text.size()) {
    const auto open = text.find("{{", at);
    Run plain;
    plain.text = text.substr(at, open == std::string::npos ? std::string::npos : open - at);
    runs.push_back(std::move(plain));
    if (open == std::string::npos) break;
    const auto close = text.find("}}", open);
    if (close == std::string::npos) {
      place.fault("“{{”没有对应的“}}”", "请补上“}}”");
      break;
    }
    add_field(runs, text.substr(open + 2, close - open - 2), scope, place, ask);
    at = close + 2;
  }
  merge_plain(runs);
  return runs;
}

std::string fill_text(const std::string& text, const Scope& scope, const TemplatePlace& place) {
  if (text.find("{{") == std::string::npos) return text;
  return plain_text(fill_runs(text, scope, place, false));
}

const FieldValue* need_field(const std::string& name, const Scope& scope, const TemplatePlace& place) {
  const FieldValue* field = scope.find(name);
  if (field == nullptr) place.fault("没有名为“" + name + "”的字段", "请改用 docs/template-format.md 所列的字段名");
  return field;
}

std::string plain_text(const std::vector<Run>& runs) {
  std::string text;
  for (const Run& run : runs) text += run.text;
  return text;
}

}  // namespace lvce
