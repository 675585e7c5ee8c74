#include "rubric/counting.h"

#include <algorithm>

namespace lvce {

Points most_by_counting(const Rule& rule, Points maximum) { return rule.cap.value_or(maximum); }

Points uncapped_points_for(const Rule& rule, std::int64_t count) {
  switch (rule.counting()) {
    case Counting::items:
    case Counting::times: return rule.step * count;
    case Counting::none: break;
  }
  return {};
}

Points points_for(const Rule& rule, std::int64_t count, Points maximum) { return std::min(most_by_counting(rule, maximum), uncapped_points_for(rule, count)); }

std::optional<std::int64_t> count_needed(const Rule& rule, Points points, Points maximum) {
  const std::int64_t wanted = std::max(Points(), std::min(points, most_by_counting(rule, maximum))).hundredths();
  const std::int64_t step = rule.step.hundredths();
  switch (rule.counting()) {
    case Counting::items:
    case Counting::times: return step <= 0 ? std::nullopt : std::optional((wanted + step - 1) / step);
    case Counting::none: break;
  }
  return std::nullopt;
}

std::string points_formula(const Rule& rule, const std::string& count, Points maximum) {
  switch (rule.counting()) {
    case Counting::items:
    case Counting::times: return "MIN(" + most_by_counting(rule, maximum).text() + "," + count + "*" + rule.step.text() + ")";
    case Counting::none: break;
  }
  return "0";
}

std::string_view usual_measure(const Rule& rule) {
  switch (rule.counting()) {
    case Counting::items: return "项";
    case Counting::times: return "次";
    case Counting::none: break;
  }
  return "";
}

std::string counted_name(const Rule& rule) { return rule.counted.empty() ? std::string(usual_measure(rule)) : rule.counted; }

std::string count_words(const Rule& rule, std::int64_t count) {
  switch (rule.counting()) {
    case Counting::items:
    case Counting::times: return std::to_string(count) + " " + std::string(usual_measure(rule)) + " × " + rule.step.text() + " 分";
    case Counting::none: break;
  }
  return "";
}

std::string each_words(const Rule& rule) {
  switch (rule.counting()) {
    case Counting::items:
    case Counting::times: return "每" + counted_name(rule) + " " + rule.step.text() + " 分";
    case Counting::none: break;
  }
  return "";
}

std::string one_less_words(const Rule& rule) {
  switch (rule.counting()) {
    case Counting::items:
    case Counting::times: return "少计1项（每项" + rule.step.text() + "分）";
    case Counting::none: break;
  }
  return "";
}

}  // namespace lvce
