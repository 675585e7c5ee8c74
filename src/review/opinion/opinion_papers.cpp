#include "review/opinion/opinion_papers.h"

#include <chrono>
#include <cstdio>

#include "assess/review.h"
#include "review/paper/blocks.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr std::size_t kPrintShown = 16;
constexpr double kOpinionFont = 10.5;

std::string long_date(const std::string& date) {
  int year = 0, month = 0, day = 0;
  if (std::sscanf(date.c_str(), "%4d-%2d-%2d", &year, &month, &day) != 3) return "　　　　年　　月　　日";
  return std::to_string(year) + "年" + std::to_string(month) + "月" + std::to_string(day) + "日";
}

std::string round_words(const ReviewOpinion& opinion) { return opinion.round > 1 ? "第" + std::to_string(opinion.round) + "轮" : ""; }

/// "请于2021年11月20日前（20日内）完成整改"
std::string due_words(const ReviewOpinion& opinion, const OpinionFacts& facts) {
  if (!opinion.due.empty()) return "于" + long_date(opinion.due) + "前" + (facts.days > 0 ? "（" + std::to_string(facts.days) + "日内）" : "");
  if (facts.days > 0) return "自收到本通知之日起" + std::to_string(facts.days) + "日内";
  return "按期";
}

bool has_something(const IndicatorOpinion& one, const Indicator& indicator) { return asks_to_rectify(one, indicator) || !one.opinion.empty(); }

TableCell score_cell(const std::optional<Points>& points) {
  TableCell cell = points ? points_cell(*points) : text_cell("");
  cell.align = Align::centre;
  return cell;
}

TableCell places_cell(const std::optional<int>& places) {
  TableCell cell = places ? whole_cell(*places) : text_cell("");
  cell.align = Align::centre;
  return cell;
}

std::optional<Points> claim_of(const OpinionFacts& facts, const std::string& id) {
  const auto found = facts.claimed.find(id);
  return found == facts.claimed.end() ? std::nullopt : std::optional(found->second);
}

Table opinion_table(const ReviewOpinion& opinion, const Rubric& rubric, const OpinionFacts& facts) {
  Table table = list_table(
      "", {{"序号", 11}, {"指标", 18}, {"评价标准", 0, 2}, {"分值", 12}, {"自评得分", 13}, {"核查得分", 13}, {"扣分处数", 13}, {"核查意见", 0, 1.6}});
  table.font_size = kOpinionFont;
  for (const IndicatorOpinion& one : opinion.indicators) {
    const Indicator* indicator = find_indicator(rubric, one.id);
    if (indicator == nullptr || !has_something(one, *indicator)) continue;
    TableRow row;
    row.cells = {whole_cell(static_cast<std::int64_t>(table.rows.size())),
                 text_cell(one.id, Align::centre),
                 text_cell(indicator->text),
                 score_cell(indicator->points),
                 score_cell(claim_of(facts, one.id)),
                 score_cell(one.score),
                 places_cell(one.places),
                 text_cell(one.opinion)};
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table notice_table(const ReviewOpinion& opinion, const Rubric& rubric) {
  Table table = list_table("", {{"序号", 11}, {"指标", 18}, {"评价标准", 0, 1.6}, {"失分", 12}, {"存在问题", 0, 1.4}, {"整改要求", 0, 1.4}});
  table.font_size = kOpinionFont;
  for (const IndicatorOpinion& one : opinion.indicators) {
    const Indicator* indicator = find_indicator(rubric, one.id);
    if (indicator == nullptr || !asks_to_rectify(one, *indicator)) continue;
    const bool lost = one.score && indicator->points && *one.score < *indicator->points;
    const std::string places = one.places.value_or(0) > 0 ? "扣分 " + std::to_string(*one.places) + " 处" : "";
    TableRow row;
    row.cells = {whole_cell(static_cast<std::int64_t>(table.rows.size())),
                 text_cell(one.id, Align::centre),
                 text_cell(indicator->text),
                 score_cell(lost ? std::optional(*indicator->points - *one.score) : std::nullopt),
                 text_cell(one.opinion.empty() ? places : one.opinion),
                 text_cell(one.fix.empty() ? "对照评价标准整改" : one.fix)};
    table.rows.push_back(std::move(row));
  }
  return table;
}

/// "自评 95 分，材料支持 90 分，核查 88.5 分（满分 100 分，80 分以上合格）"
std::string totals_words(const ReviewOpinion& opinion, const Rubric& rubric, const OpinionFacts& facts) {
  std::vector<std::string> parts;
  if (facts.claimed_total) parts.push_back("自评" + facts.claimed_total->text() + "分");
  if (facts.supported_total) parts.push_back("材料支持" + facts.supported_total->text() + "分");
  if (const auto total = reviewed_total(opinion)) parts.push_back("核查" + total->text() + "分");
  if (parts.empty()) return "";
  return join(parts, "，") + "（满分" + rubric.total.text() + "分" + (rubric.pass ? "，" + rubric.pass->text() + "分以上的认定" : "") + "）。";
}

Document letter(std::string stem, std::vector<Block> blocks) {
  Document document;
  document.kind = OutputKind::paper;
  document.title = stem;
  document.stem = std::move(stem);
  Section section;
  section.blocks = std::move(blocks);
  document.sections.push_back(std::move(section));
  return document;
}

void sign(std::vector<Block>& blocks, const std::string& who, const std::string& date) {
  blocks.emplace_back(Space{1});
  blocks.emplace_back(Signature{who, long_date(date)});
}

std::size_t count_to_rectify(const ReviewOpinion& opinion, const Rubric& rubric) {
  std::size_t count = 0;
  for (const IndicatorOpinion& one : opinion.indicators) {
    const Indicator* indicator = find_indicator(rubric, one.id);
    if (indicator != nullptr && asks_to_rectify(one, *indicator)) ++count;
  }
  return count;
}

}  // namespace

bool asks_to_rectify(const ReviewOpinion& opinion, const Rubric& rubric) { return count_to_rectify(opinion, rubric) > 0; }

std::optional<Points> reviewed_total(const ReviewOpinion& opinion) {
  Points sum;
  for (const IndicatorOpinion& one : opinion.indicators) {
    if (!one.score) return std::nullopt;
    sum += *one.score;
  }
  return opinion.indicators.empty() ? std::nullopt : std::optional(sum);
}

void split_fix(IndicatorOpinion& opinion) {
  for (const std::string mark : {"整改要求：", "整改：", "整改要求:", "整改:"}) {
    const std::size_t at = opinion.opinion.find(mark);
    if (at == std::string::npos) continue;
    opinion.fix = trim(opinion.opinion.substr(at + mark.size()));
    opinion.opinion = trim(opinion.opinion.substr(0, at));
    return;
  }
}

std::string day_after(const std::string& date, int days) {
  int year = 0, month = 0, day = 0;
  if (std::sscanf(date.c_str(), "%4d-%2d-%2d", &year, &month, &day) != 3) return "";
  const auto start = std::chrono::year(year) / month / day;
  if (!start.ok()) return "";
  const std::chrono::year_month_day end(std::chrono::sys_days(start) + std::chrono::days(days));
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(end.year()), static_cast<unsigned>(end.month()), static_cast<unsigned>(end.day()));
  return text;
}

Document compose_opinion_letter(const ReviewOpinion& opinion, const Rubric& rubric, const OpinionFacts& facts) {
  std::vector<Block> blocks = {paper_line(ParagraphStyle::title, "节约型机关核查意见书"), paper_line(ParagraphStyle::body_flush, opinion.unit + "：")};
  blocks.emplace_back(paper_line(ParagraphStyle::body, "按照《" + rubric.title + "》，对你单位报送的节约型机关材料（校验指纹 " +
                                                           opinion.package_sha256.substr(0, kPrintShown) + "）进行了" + round_words(opinion) +
                                                           "核查，意见如下。"));
  const std::string totals = totals_words(opinion, rubric, facts);
  blocks.emplace_back(paper_line(ParagraphStyle::heading1, "一、得分"));
  blocks.emplace_back(paper_line(ParagraphStyle::body, totals.empty() ? "本轮没有核查全部指标，不计总分。" : totals));
  blocks.emplace_back(paper_line(ParagraphStyle::heading1, "二、逐项意见"));
  Table table = opinion_table(opinion, rubric, facts);
  if (table.rows.size() > 1) blocks.emplace_back(std::move(table));
  blocks.emplace_back(paper_line(ParagraphStyle::body, "没有列出的指标，没有扣分，也没有意见。"));
  blocks.emplace_back(paper_line(ParagraphStyle::heading1, "三、整改"));
  const std::size_t count = count_to_rectify(opinion, rubric);
  blocks.emplace_back(paper_line(
      ParagraphStyle::body,
      count == 0 ? "没有需要整改的指标。" : "需要整改的指标共" + std::to_string(count) + "项，见整改通知书，请" + due_words(opinion, facts) + "完成。"));
  sign(blocks, "核查单位（盖章）　核查人员：　　　　　　", facts.date);
  return letter("核查意见书", std::move(blocks));
}

Document compose_rectify_notice(const ReviewOpinion& opinion, const Rubric& rubric, const OpinionFacts& facts) {
  const std::string count = std::to_string(count_to_rectify(opinion, rubric));
  std::vector<Block> blocks = {paper_line(ParagraphStyle::title, "节约型机关整改通知书"), paper_line(ParagraphStyle::body_flush, opinion.unit + "：")};
  blocks.emplace_back(paper_line(ParagraphStyle::body, "按照《" + rubric.title + "》进行" + round_words(opinion) + "核查，你单位有下列" + count +
                                                           "项指标需要整改，请" + due_words(opinion, facts) + "完成，并报送整改报告和整改材料，接受复核。"));
  blocks.emplace_back(notice_table(opinion, rubric));
  blocks.emplace_back(
      paper_line(ParagraphStyle::note,
                 "随本通知发给 核查意见.json：整改材料放入单位文件夹的“整改材料”，文件名以指标编号开头；用 lvce build 加 --review 核查意见.json "
                 "生成整改清单、整改报告和新的申报材料。"));
  sign(blocks, "核查单位（盖章）", facts.date);
  return letter("整改通知书", std::move(blocks));
}

}  // namespace lvce
