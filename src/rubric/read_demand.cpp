#include <charconv>

#include "rubric/read.h"

namespace lvce {
namespace {

constexpr int kMaxOffset = 20;

struct YearPoint {
  char base;
  int offset;
};

std::optional<YearPoint> parse_year(std::string_view text) {
  if (text.empty() || (text.front() != 'Y' && text.front() != 'E')) return std::nullopt;
  YearPoint point{text.front(), 0};
  text.remove_prefix(1);
  if (text.empty()) return point;
  const char sign = text.front();
  text.remove_prefix(1);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), point.offset);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  if ((sign != '-' && sign != '+') || !whole || point.offset < 0 || point.offset > kMaxOffset) return std::nullopt;
  if (sign == '-') point.offset = -point.offset;
  return point;
}

void read_condition(Fields& fields, Demand& demand) {
  const YamlNode* node = fields.find("when");
  if (node == nullptr) return;
  if (node->kind != YamlNode::Kind::map || node->fields.size() != 1 || node->fields.front().value.kind != YamlNode::Kind::scalar) {
    fields.error_at("when", "rubric-wrong-type", "“when”应当是一个单位信息项目和它的值", "如 {物业管理: 是}");
    return;
  }
  demand.only_if_field = node->fields.front().key.text;
  demand.only_if_value = node->fields.front().value.text;
}

}  // namespace

std::optional<YearWindow> parse_year_window(const std::string& text) {
  const std::string_view all = text;
  const std::size_t dots = all.find("..");
  const auto first = parse_year(all.substr(0, dots));
  const auto last = dots == std::string_view::npos ? first : parse_year(all.substr(dots + 2));
  if (!first || !last || first->base != last->base || first->offset > last->offset) return std::nullopt;
  return YearWindow{first->base, first->offset, last->offset, text};
}

Demand read_demand(const ReadContext& context, const YamlNode& node, const std::string& path) {
  Fields fields(context, node, path);
  Demand demand;
  demand.what = fields.required_text("what");
  demand.kinds = fields.texts("kinds");
  demand.min = fields.whole("min", 1, 1, 100);
  if (const std::string years = fields.text("years"); !years.empty()) {
    demand.years = parse_year_window(years);
    if (!demand.years) fields.error_at("years", "rubric-bad-window", "“" + years + "”不是年份范围", "请写如 Y、E、Y-1..Y（两端用同一个字母，先小后大）");
  }
  demand.caption = fields.yes("caption");
  demand.seal = fields.yes("seal");
  const std::string source = fields.text("source");
  demand.standard = source == "standard";
  if (!source.empty() && source != "standard" && source != "derived") {
    fields.error_at("source", "rubric-bad-value", "“" + source + "”不对", "请写 standard（原文列出）或 derived（编者拟定）");
  }
  read_condition(fields, demand);
  fields.refuse_unknown();
  return demand;
}

}  // namespace lvce
