#include "compose/statements.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

#include "assess/answer.h"
#include "rubric/counting.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr std::array kMarks = {"，", "。", "；", ",", ";"};
constexpr std::array kAward = {"得", "计", "扣"};
/// How a clause begins that only says how points are counted.
constexpr std::array kCountingClauses = {"每", "完成一项", "落实一项", "最高", "累计", "共", "各", "其中", "没", "未"};
/// What may go before a verb that takes 未: with other beginnings the sentence would not be Chinese.
constexpr std::array kVerbs = {"明确", "设置", "设立", "制定", "建立", "成立",   "实现",   "实行", "实施", "使用", "执行", "推行", "推进", "开展",
                               "张贴", "安装", "采购", "优先", "更新", "公示",   "报送",   "定期", "按时", "按照", "按",   "通过", "在",   "采取",
                               "采用", "限制", "停止", "举办", "每年", "每季度", "每半年", "组织", "结合", "将",   "落实", "充分", "形成", "加大",
                               "鼓励", "配备", "配置", "合理", "提出", "规范",   "依据",   "正确", "积极", "严控", "严格", "倡导", "就地", "交由",
                               "与",   "上报", "完成", "召开", "带头", "进行",   "制作",   "参加", "签订", "单独", "统一"};
constexpr std::array kMeasures = {"项", "次", "类", "种", "个", "份", "场", "期", "处", "家", "台"};
/// Names that a machine or a haste has given: numbers and these say nothing of a document.
constexpr std::array kNameless = {"",     "扫描件", "扫描", "scan",     "img",        "image", "doc",  "docx", "pdf",      "文档",     "新建文档", "未命名",
                                  "文件", "附件",   "材料", "佐证材料", "screenshot", "截图",  "照片", "图片", "微信图片", "mmexport", "wechatimg"};
constexpr std::size_t kNamedPapers = 3;

template <typename List>
std::string_view prefix_in(std::string_view text, const List& list) {
  for (const char* each : list) {
    if (text.starts_with(each) && *each != '\0') return each;
  }
  return {};
}

bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

/// Where "得2分" begins; npos: nowhere.
std::size_t first_award(std::string_view text) {
  std::size_t first = std::string_view::npos;
  for (const char* word : kAward) {
    const std::size_t length = std::string_view(word).size();
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + length)) {
      if (at + length < text.size() && is_digit(text[at + length])) {
        first = std::min(first, at);
        break;
      }
    }
  }
  return first;
}

/// Behind the last mark before `end`; 0: there is none.
std::size_t clause_begin(std::string_view text, std::size_t end) {
  std::size_t begin = 0;
  for (const char* mark : kMarks) {
    const std::size_t at = text.substr(0, end).rfind(mark);
    if (at != std::string_view::npos) begin = std::max(begin, at + std::string_view(mark).size());
  }
  return begin;
}

/// 制定1项, 开展1项活动, 有1类标识: how points are counted.
bool counts_one(const std::string& clause) {
  return std::any_of(kMeasures.begin(), kMeasures.end(), [&](const char* measure) {
    const std::size_t at = clause.find("1" + std::string(measure));
    return at != std::string::npos && (at == 0 || !is_digit(clause[at - 1]));
  });
}

std::string without_ending(std::string text, const std::vector<std::string>& endings) {
  for (bool cut = true; cut;) {
    cut = false;
    text = trim(text);
    for (const std::string& ending : endings) {
      if (text.size() <= ending.size() || !text.ends_with(ending)) continue;
      text.resize(text.size() - ending.size());
      cut = true;
    }
  }
  return text;
}

/// How inspectors find out stands in brackets: "（实地验收中每存在1处…，扣0.5分）".
std::string without_inspection(std::string text) {
  const std::string open = "（", close = "）";
  for (std::size_t at = text.find(open); at != std::string::npos;) {
    const std::size_t end = text.find(close, at);
    if (end == std::string::npos) break;
    const bool of_points = first_award(std::string_view(text).substr(at, end - at)) != std::string_view::npos;
    if (of_points) text.erase(at, end + close.size() - at);
    at = text.find(open, of_points ? at : end);
  }
  return text;
}

/// "未公示能源资源消费状况"; where the words begin with no verb: 未做到“…”.
std::string lacking(const std::string& what) {
  if (what.empty()) return "";
  if (what.starts_with("有")) return "没" + what;
  return prefix_in(what, kVerbs).empty() ? "未做到“" + what + "”" : "未" + what;
}

std::string measure_of(const Rule& rule) {
  const std::string_view measure = prefix_in(rule.counted, kMeasures);
  return measure.empty() ? std::string(usual_measure(rule)) : std::string(measure);
}

/// Up to the first figure: "高效照明光源使用率达到100%" → "高效照明光源使用率达到".
std::string before_figure(const std::string& text) {
  const auto at = std::find_if(text.begin(), text.end(), is_digit);
  return at == text.end() ? "" : std::string(text.begin(), at);
}

std::vector<std::string> parts_where(const Rule& rule, const Answer& answer, bool done) {
  std::vector<std::string> names;
  const bool all = answer.yes.value_or(false);
  for (std::size_t i = 0; i < rule.parts.size(); ++i) {
    if ((all || answer.parts.contains(static_cast<int>(i) + 1)) == done) names.push_back(rule.parts[i].name);
  }
  return names;
}

bool all_done(const Rule& rule, const Answer& answer) {
  if (answer.yes) return *answer.yes;
  return rule.kind == RuleKind::any_of ? !answer.parts.empty() : answer.parts.size() == rule.parts.size();
}

std::string places_found(const Rule& rule, std::int64_t places) {
  const std::string_view counted = rule.counted;
  return "自查发现" + std::to_string(places) + (counted.starts_with("处") ? rule.counted : "处不符合要求");
}

std::string counted_statement(const Indicator& indicator, const Answer& answer) {
  if (answer.count == 0) return "";
  const std::string found = answer.places_wrong > 0 ? "，" + places_found(indicator.rule, answer.places_wrong) : "";
  return requirement_of(indicator) + "，共" + std::to_string(answer.count) + measure_of(indicator.rule) + found;
}

/// How many it takes for all points; 0: not known.
std::int64_t needed(const Indicator& indicator) {
  const Points maximum = indicator.points.value_or(Points());
  return count_needed(indicator.rule, most_by_counting(indicator.rule, maximum), maximum).value_or(0);
}

std::string counted_shortfall(const Indicator& indicator, const Answer& answer) {
  std::vector<std::string> lost;
  const std::int64_t full = needed(indicator);
  const std::string measure = measure_of(indicator.rule);
  if (answer.count == 0) lost.push_back(lacking(requirement_of(indicator)));
  else if (answer.count < full)
    lost.push_back(requirement_of(indicator) + "共" + std::to_string(answer.count) + measure + "，不足" + std::to_string(full) + measure);
  if (answer.places_wrong > 0) lost.push_back(places_found(indicator.rule, answer.places_wrong));
  return join(lost, "，");
}

std::string tier_statement(const Indicator& indicator, const Answer& answer) {
  const std::string front = before_figure(requirement_of(indicator));
  return answer.percent && !front.empty() ? front + answer.percent->shortest() + "%" : "";
}

std::string tier_shortfall(const Indicator& indicator, const Answer& answer) {
  const std::string reached = tier_statement(indicator, answer);
  if (reached.empty() || indicator.rule.tiers.empty() || !indicator.rule.tiers.front().at_least) return "";
  return reached + "，未达到" + indicator.rule.tiers.front().at_least->shortest() + "%";
}

std::optional<Answer> given_answer(const Indicator& indicator, const SelfScore* stated) {
  if (stated == nullptr) return std::nullopt;
  const Answer answer = read_answer(indicator.rule, *stated);
  return answer.shape == Answer::Shape::given ? std::optional(answer) : std::nullopt;
}

bool is_nameless(const std::string& title) {
  std::string letters;
  for (const char c : fold_width(title)) {
    if (!is_digit(c) && std::string_view(" _-()[].").find(c) == std::string_view::npos)
      letters += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return std::find(kNameless.begin(), kNameless.end(), letters) != kNameless.end();
}

}  // namespace

std::string requirement_of(const Indicator& indicator) {
  std::string text = without_inspection(trim(indicator.text));
  const std::size_t award = first_award(text);
  if (award != std::string::npos) {
    const std::size_t begin = clause_begin(text, award);
    const std::string clause = trim(text.substr(begin, award - begin));
    text.resize(clause.empty() || (begin > 0 && counts_one(clause)) || !prefix_in(clause, kCountingClauses).empty() ? begin : award);
  }
  text = replace_all(replace_all(std::move(text), ",", "，"), ";", "；");  // as Chinese print has them
  return without_ending(std::move(text), {"，", "。", "；", "：", "的", "各"});
}

std::string statement_of(const Indicator& indicator, const SelfScore* stated) {
  const std::optional<Answer> answer = given_answer(indicator, stated);
  if (!answer) return "";
  const Rule& rule = indicator.rule;
  switch (rule.kind) {
    case RuleKind::binary: return answer->yes.value_or(false) ? requirement_of(indicator) : "";
    case RuleKind::any_of:
      if (answer->parts.empty()) return answer->yes.value_or(false) ? requirement_of(indicator) : "";
      return join(parts_where(rule, *answer, true), "，");
    case RuleKind::all_of: return all_done(rule, *answer) ? requirement_of(indicator) : join(parts_where(rule, *answer, true), "，");
    case RuleKind::parts: return join(parts_where(rule, *answer, true), "，");
    case RuleKind::per_item:
    case RuleKind::per_occurrence: return counted_statement(indicator, *answer);
    case RuleKind::tiers: return tier_statement(indicator, *answer);
    case RuleKind::deduct: return answer->count == 0 ? requirement_of(indicator) : places_found(rule, answer->count);
    case RuleKind::judged:
    case RuleKind::open:
    case RuleKind::assessor:
    case RuleKind::targets:
    case RuleKind::choice: return "";
  }
  return "";
}

std::string shortfall_of(const Indicator& indicator, const SelfScore* stated) {
  const std::optional<Answer> answer = given_answer(indicator, stated);
  if (!answer) return "";
  const Rule& rule = indicator.rule;
  switch (rule.kind) {
    case RuleKind::binary: return answer->yes.value_or(true) ? "" : lacking(requirement_of(indicator));
    case RuleKind::any_of: return all_done(rule, *answer) ? "" : lacking(requirement_of(indicator));
    case RuleKind::all_of:
    case RuleKind::parts: {
      std::vector<std::string> names = parts_where(rule, *answer, false);
      for (std::string& name : names) name = lacking(name);
      return join(names, "，");
    }
    case RuleKind::per_item:
    case RuleKind::per_occurrence: return counted_shortfall(indicator, *answer);
    case RuleKind::tiers: return tier_shortfall(indicator, *answer);
    case RuleKind::deduct: return answer->count == 0 ? "" : places_found(rule, answer->count);
    case RuleKind::judged:
    case RuleKind::open:
    case RuleKind::assessor:
    case RuleKind::targets:
    case RuleKind::choice: return "";
  }
  return "";
}

std::string papers_sentence(const std::vector<const EvidenceFile*>& files) {
  std::vector<std::string> titles;
  std::size_t photos = 0, papers = 0;
  for (const EvidenceFile* file : files) {
    if (file->format == EvidenceFormat::picture) {
      ++photos;
      continue;
    }
    ++papers;
    if (is_nameless(file->title)) continue;
    const std::string plain = title_without_date(*file), title = plain.find("《") == std::string::npos ? "《" + plain + "》" : plain;
    if (std::find(titles.begin(), titles.end(), title) == titles.end()) titles.push_back(title);
  }
  if (papers + photos == 0) return "";
  const std::string pictures = photos == 0 ? "" : "照片" + std::to_string(photos) + "张";
  if (papers == 0) return "佐证材料有" + pictures + "。";
  std::string named;
  for (std::size_t at = 0; at < titles.size() && at < kNamedPapers; ++at) named += titles[at];
  const std::string count = std::to_string(papers) + "份";
  const std::string all = titles.empty() ? "文件" + count
                          : papers == 1  ? named
                                         : named + (papers > std::min(titles.size(), kNamedPapers) ? "等" : "，共") + count;
  return "佐证材料有" + all + (pictures.empty() ? "" : "，" + pictures) + "。";
}

}  // namespace lvce
