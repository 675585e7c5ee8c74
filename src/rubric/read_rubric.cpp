#include "rubric/read.h"

namespace lvce {
namespace {

/// "Y-1" → -1. Absent: the fallback.
int read_year_offset(Fields& fields, std::string_view key, int fallback) {
  const std::string text = fields.text(key);
  if (text.empty()) return fallback;
  const auto window = parse_year_window(text);
  if (window && window->base == 'Y' && window->from == window->to) return window->from;
  fields.error_at(key, "rubric-bad-window", "“" + text + "”不是年度", "请写 Y（评价年度）或 Y-1（上一年度）");
  return fallback;
}

WaterDenominator read_water(Fields& fields) {
  const std::string text = fields.text("water_denominator");
  if (text == "用水人数") return WaterDenominator::water_users;
  if (!text.empty() && text != "用能人数") {
    fields.error_at("water_denominator", "rubric-bad-value", "“" + text + "”不对", "请写 用能人数 或 用水人数");
  }
  return WaterDenominator::energy_users;
}

Gate read_gate(const ReadContext& context, const YamlNode& node, const std::string& path) {
  Fields fields(context, node, path);
  Gate gate{fields.required_text("id"), fields.required_text("text")};
  fields.refuse_unknown();
  return gate;
}

Target read_target(const ReadContext& context, const YamlNode& node, const std::string& path) {
  Fields fields(context, node, path);
  Target target;
  target.metric = fields.required_text("metric");
  target.required_pct = fields.decimal("required_pct");
  target.points = fields.points("points");
  fields.refuse_unknown();
  return target;
}

EvidenceKind read_kind(const ReadContext& context, const YamlNode& node, const std::string& path) {
  Fields fields(context, node, path);
  EvidenceKind kind;
  kind.name = fields.required_text("name");
  kind.words = fields.texts("words");
  kind.picture = fields.yes("picture");
  fields.refuse_unknown();
  return kind;
}

Deadline read_deadline(const ReadContext& context, const YamlNode& node, const std::string& path) {
  Fields fields(context, node, path);
  Deadline deadline;
  deadline.what = fields.required_text("what");
  if (!fields.has("month")) fields.missing("month");
  deadline.month = fields.whole("month", 0, 1, 12);
  deadline.day = fields.whole("day", 0, 1, 31);
  deadline.year_offset = fields.whole("year_offset", 0, -5, 5);
  deadline.text = fields.required_text("text");
  deadline.package = fields.yes("package");
  fields.refuse_unknown();
  return deadline;
}

TextLimit read_limit(const ReadContext& context, const YamlNode& node, const std::string& path) {
  Fields fields(context, node, path);
  TextLimit limit;
  limit.name = fields.required_text("name");
  limit.fields = fields.texts("fields");
  limit.min = fields.whole("min", 0, 0, 100000);
  limit.max = fields.whole("max", 0, 1, 100000);
  if (limit.fields.empty()) fields.missing("fields");
  if (limit.max == 0) fields.missing("max");
  fields.refuse_unknown();
  return limit;
}

void read_head(Fields& fields, Rubric& rubric) {
  rubric.id = fields.required_text("id");
  rubric.title = fields.required_text("title");
  rubric.issuer = fields.text("issuer");
  rubric.document_number = fields.text("document_number");
  rubric.source = fields.required_text("source");
  rubric.province = fields.text("province");
  if (const std::string activity = fields.text("activity"); !activity.empty()) rubric.activity = activity;
  rubric.total = fields.required_points("total");
  rubric.pass = fields.points("pass");
  rubric.energy_year_offset = read_year_offset(fields, "energy_year", -1);
  rubric.form_year_offset = read_year_offset(fields, "form_year", -1);
  rubric.water = read_water(fields);
  rubric.factor_set = fields.text("factor_set");
}

void read_papers(Fields& fields, Rubric& rubric) {
  rubric.scores_form = fields.text("scores_form");
  rubric.registration_form = fields.text("registration_form");
  rubric.registration_name = fields.text("registration_name");
  rubric.unit_categories = fields.texts("unit_categories");
  rubric.corrections = fields.texts("corrections");
  rubric.open_points = fields.texts("open_points");
}

}  // namespace

Rubric read_rubric(const ReadContext& context, const YamlNode& root) {
  Rubric rubric;
  rubric.file = context.file;
  Fields fields(context, root, "");
  if (root.kind != YamlNode::Kind::map) return rubric;
  read_head(fields, rubric);
  read_papers(fields, rubric);
  rubric.gates = read_list(fields, "gates", read_gate);
  rubric.targets = read_list(fields, "targets", read_target);
  rubric.evidence_kinds = read_list(fields, "evidence_kinds", read_kind);
  rubric.deadlines = read_list(fields, "deadlines", read_deadline);
  rubric.limits = read_list(fields, "limits", read_limit);
  if (const YamlNode* review = fields.find("review")) rubric.review = read_review(context, *review, "review");
  rubric.units = read_list(fields, "units", read_unit);
  if (rubric.units.empty()) fields.missing("units");
  fields.refuse_unknown();
  return rubric;
}

}  // namespace lvce
