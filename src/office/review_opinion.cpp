#include "office/review_opinion.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "office/values.h"
#include "support/json/checked.h"

namespace lvce {
namespace {

constexpr JsonCaps kOpinionCaps{4U << 20, 8, 100'000};
constexpr std::size_t kWordsAtMost = 8192;
constexpr std::size_t kIndicatorsAtMost = 2000;

/// Text that is to be read on paper: line breaks, and no other control characters.
std::string words_in(const JsonValue& from, const char* key) {
  const auto found = from.find(key);
  if (!found) return "";
  std::string out = found->text(kWordsAtMost);
  if (std::any_of(out.begin(), out.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t'; }))
    found->refuse("含有看不见的控制字符");
  return out;
}

std::optional<Points> score_in(const JsonValue& from) {
  const auto found = from.find("score");
  if (!found) return std::nullopt;
  const double hundredths = found->number() * 100;
  if (hundredths < 0 || hundredths > 1e6 || std::fabs(hundredths - std::round(hundredths)) > 1e-6) found->refuse("应为不小于 0、最多两位小数的得分");
  return Points::from_hundredths(std::llround(hundredths));
}

IndicatorOpinion indicator_opinion(const JsonValue& row) {
  IndicatorOpinion out;
  const JsonValue id = row.at("id");
  out.id = id.text(100);
  if (normalise_indicator_id(out.id) != out.id) id.refuse("应为指标编号，如 2.1.1");
  out.score = score_in(row);
  if (const auto places = row.find("places")) out.places = static_cast<int>(places->whole(0, 1'000'000));
  out.opinion = words_in(row, "opinion");
  out.fix = words_in(row, "fix");
  return out;
}

std::string day_in(const JsonValue& from) {
  const auto found = from.find("due");
  if (!found) return "";
  std::string day = found->text(40);
  if (!day.empty() && parse_typed_date(day) != day) found->refuse("应为日期，如 2021-11-20");
  return day;
}

ReviewOpinion opinion_from(const JsonValue& root) {
  ReviewOpinion out;
  out.unit = root.at("unit").text(600);
  out.rubric = root.at("rubric").text(100);
  out.package_sha256 = words_in(root, "package_sha256");
  out.level = words_in(root, "level");
  out.round = static_cast<int>(root.at("round").whole(1, 100));
  out.due = day_in(root);
  std::set<std::string> seen;
  for (const JsonValue& row : root.at("indicators").list(kIndicatorsAtMost)) {
    out.indicators.push_back(indicator_opinion(row));
    if (!seen.insert(out.indicators.back().id).second) row.refuse("指标 " + out.indicators.back().id + " 出现两次");
  }
  return out;
}

nlohmann::ordered_json text_or_nothing(const std::string& text) { return text.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(text); }

nlohmann::ordered_json number_of(const std::optional<Points>& points) {
  if (!points) return nullptr;
  if (points->hundredths() % 100 == 0) return points->hundredths() / 100;
  return points->to_double();
}

}  // namespace

ReadReviewOpinion read_review_opinion(std::string_view bytes, const std::string& file) {
  try {
    const nlohmann::json tree = parse_json(bytes, kOpinionCaps);
    return {opinion_from(JsonValue(tree)), {}};
  } catch (const JsonFault& fault) {
    return {std::nullopt,
            {Finding::error("review-unreadable", in_file(file), std::string("读不出：") + fault.what(), "请向主管部门重新取得 核查意见.json，不要自己改动")}};
  }
}

std::string review_opinion_to_json(const ReviewOpinion& opinion) {
  using Json = nlohmann::ordered_json;
  Json rows = Json::array();
  for (const IndicatorOpinion& one : opinion.indicators)
    rows.push_back({{"id", one.id},
                    {"score", number_of(one.score)},
                    {"places", one.places ? Json(*one.places) : Json()},
                    {"opinion", text_or_nothing(one.opinion)},
                    {"fix", text_or_nothing(one.fix)}});
  Json out = {{"unit", opinion.unit},
              {"rubric", opinion.rubric},
              {"package_sha256", opinion.package_sha256},
              {"level", text_or_nothing(opinion.level)},
              {"round", opinion.round},
              {"due", text_or_nothing(opinion.due)},
              {"indicators", std::move(rows)}};
  return out.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace lvce
