#include "rubric/read.h"

#include "rubric/vocabulary.h"

namespace lvce {
namespace {

ReviewPart read_review_part(const ReadContext& context, const YamlNode& node, const std::string& path) {
  Fields fields(context, node, path);
  ReviewPart part;
  part.by = fields.required_text("by");
  if (!fields.has("percent")) fields.missing("percent");
  part.percent = fields.decimal("percent").value_or(Decimal());
  fields.refuse_unknown();
  return part;
}

ReviewWeights read_weights(const ReadContext& context, const YamlNode& node, const std::string& path) {
  Fields fields(context, node, path);
  ReviewWeights weights;
  weights.levels = fields.texts("levels");
  weights.parts = read_list(fields, "parts", read_review_part);
  if (weights.levels.empty()) fields.missing("levels");
  if (weights.parts.empty()) fields.missing("parts");
  fields.refuse_unknown();
  return weights;
}

OnSiteEffect read_effect(Fields& fields) {
  const std::string name = fields.required_text("effect");
  if (name == "zero") return OnSiteEffect::zero;
  if (name == "not_counted") return OnSiteEffect::not_counted;
  if (!name.empty() && name != "deduct")
    fields.error_at("effect", "rubric-bad-value", "“" + name + "”不对", "请写 deduct（每处扣分）、zero（有一处即不得分）或 not_counted（该项不计）");
  return OnSiteEffect::deduct;
}

OnSiteRule read_on_site(const ReadContext& context, const YamlNode& node, const std::string& path) {
  Fields fields(context, node, path);
  OnSiteRule rule{fields.required_text("indicator"), read_effect(fields)};
  fields.refuse_unknown();
  return rule;
}

BuiltShare read_built_share(const ReadContext& context, const YamlNode& node, const std::string& path) {
  Fields fields(context, node, path);
  BuiltShare share;
  if (!fields.has("year")) fields.missing("year");
  share.year = fields.whole("year", 0, 1990, 2099);
  if (!fields.has("percent")) fields.missing("percent");
  share.percent = fields.decimal("percent").value_or(Decimal());
  share.field = fields.text("field");
  share.value = fields.text("value");
  share.text = fields.required_text("text");
  if (share.field.empty() != share.value.empty()) fields.missing(share.field.empty() ? "field" : "value");
  fields.refuse_unknown();
  return share;
}

RecheckShare read_recheck_share(const ReadContext& context, const YamlNode& node, const std::string& path) {
  Fields fields(context, node, path);
  RecheckShare share;
  share.by = fields.required_text("by");
  share.levels = fields.texts("levels");
  if (!fields.has("percent")) fields.missing("percent");
  share.percent = fields.decimal("percent").value_or(Decimal());
  share.text = fields.required_text("text");
  fields.refuse_unknown();
  return share;
}

}  // namespace

Review read_review(const ReadContext& context, const YamlNode& node, const std::string& path) {
  Fields fields(context, node, path);
  Review review;
  review.weights = read_list(fields, "weights", read_weights);
  review.on_site = read_list(fields, "on_site", read_on_site);
  review.eliminate_pct = fields.decimal("eliminate_pct");
  review.rounding = fields.text("rounding");
  if (fields.has("rectify_days")) review.rectify_days = fields.whole("rectify_days", 0, 1, 366);
  review.next_year = fields.yes("next_year");
  review.built_shares = read_list(fields, "built_shares", read_built_share);
  review.recheck_shares = read_list(fields, "recheck_shares", read_recheck_share);
  fields.refuse_unknown();
  return review;
}

}  // namespace lvce
