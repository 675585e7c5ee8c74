// 自评: what the office states for each indicator.
#include <map>
#include <set>

#include "office/values.h"
#include "support/text.h"
#include "workbook/sheets/rows.h"
#include "workbook/sheets/sheets.h"

namespace lvce {
namespace {

using Kind = xlsx::Cell::Kind;

constexpr int kMaxClaim = 100'000;

std::string id_hint(const std::string& shown) {
  return "请把该列设为文本格式后重新输入（或先输入一个英文单引号，例如 '" + (shown.empty() ? "2.1" : shown) + "）";
}

/// The indicator's id; nothing after a finding. Numbers and dates are refused: 2.1 may have been 2.10, and 2-1-1 a day.
std::optional<std::string> read_id(const SheetTable& table, int row) {
  const xlsx::Cell& cell = table.cell(row, "指标编号");
  const Given<std::string> typed = table.text(row, "指标编号");
  Reporter& reporter = table.reporter();
  if (typed.blank()) {
    reporter.at_cell("indicator-missing", Severity::error, typed.place, "这一行没有指标编号，没有采用", "请填写指标编号");
    return std::nullopt;
  }
  if (!typed.value) return std::nullopt;
  if (cell.kind == Kind::number) {
    reporter.at_cell("indicator-not-text", Severity::error, typed.place,
                     "指标编号存成了数字 " + *typed.value + "，可能原为 " + *typed.value + " 或 " + *typed.value + "0，这一行没有采用", id_hint(*typed.value));
    return std::nullopt;
  }
  if (cell.kind == Kind::date) {
    reporter.at_cell("indicator-not-text", Severity::error, typed.place, "指标编号存成了日期 " + *typed.value + "，这一行没有采用", id_hint("2.1.1"));
    return std::nullopt;
  }
  const std::optional<std::string> id = normalise_indicator_id(*typed.value);
  if (!id) {
    reporter.at_cell("indicator-unreadable", Severity::error, typed.place, "「" + *typed.value + "」不是指标编号，这一行没有采用", "请只填编号，例如 2.1.1");
  }
  return id;
}

void read_done(const SheetTable& table, int row, SelfScore& score) {
  const xlsx::Cell& cell = table.cell(row, "完成情况");
  score.done = table.text(row, "完成情况");
  if (!score.done.value) return;
  if (cell.kind == Kind::date) {
    table.reporter().at_cell("done-is-date", Severity::error, score.done.place, "完成情况存成了日期 " + *score.done.value + "，没有采用",
                             "请设为文本格式后重新输入；写了两个数的，中间用“、”，例如 1、3");
    score.done.value.reset();
    score.done.broken = true;
    return;
  }
  score.done_number = parse_typed_percent(*score.done.value);
  score.done_is_percent = score.done_number.has_value();
  if (!score.done_number) score.done_number = parse_typed_number(*score.done.value);
}

void read_claim(const SheetTable& table, int row, SelfScore& score) {
  score.claim_raw = table.quantity(row, "自评得分");
  score.claim.place = score.claim_raw.place;
  score.claim.broken = score.claim_raw.broken;
  if (!score.claim_raw.value) return;
  const Decimal hundredths = *score.claim_raw.value * Decimal(100);
  if (hundredths.is_whole() && *score.claim_raw.value <= Decimal(kMaxClaim)) {
    score.claim.value = Points::parse(score.claim_raw.value->text(2));
    return;
  }
  const std::string why = hundredths.is_whole() ? "大得不合理" : "超过两位小数";
  table.reporter().at_cell("claim-unreadable", Severity::error, score.claim_raw.place, "自评得分 " + score.claim_raw.value->shortest() + " " + why,
                           "请填最多两位小数的得分");
  score.claim.broken = true;
  score.claim_raw.broken = true;
}

/// 无, /, —: there is no remark.
std::string remark_of(const SheetTable& table, int row) {
  const std::string typed = table.plain_text(row, "说明");
  const std::string plain = without_space(fold_width(typed));
  return is_dash(plain) || plain == "无" || plain == "无。" || plain == "没有" || plain == "暂无" ? std::string() : typed;
}

/// Merged down over several rows, or written 同上: what stands above. "/": nobody.
std::string owner_of(const SheetTable& table, int row, const std::string& column, const std::string& above) {
  const std::string typed = table.plain_text(table.filled_down_row(row, column), column);
  const std::string plain = without_space(fold_width(typed));
  if (plain == "同上" || plain == "〃" || plain == "″" || plain == "\"") return above;
  return is_dash(plain) ? std::string() : typed;
}

/// One claim over several indicators is none of them.
void refuse_merged_claim(const SheetTable& table, int row, SelfScore& score) {
  const int first = table.filled_down_row(row, "自评得分");
  const int last = table.merged_to_row(first, "自评得分");
  const bool one_row = table.filled_down_row(last, "指标编号") <= first;  // the whole row is merged
  if (last == first || one_row || table.blank(first, "自评得分")) return;
  if (first == row && !score.claim_raw.broken)
    table.reporter().at_cell(
        "claim-unreadable", Severity::error, score.claim_raw.place,
        "自评得分的格子从第 " + std::to_string(first) + " 行合并到第 " + std::to_string(last) + " 行，是几项指标的合计还是各项的得分看不出来，没有采用",
        "请取消合并，逐项填写得分");
  score.claim = {};
  score.claim.place = score.claim_raw.place;
  score.claim.broken = true;
  score.claim_raw.value.reset();
  score.claim_raw.broken = true;
}

SelfScore read_row(const SheetTable& table, int row, std::string id) {
  SelfScore score;
  score.indicator = std::move(id);
  score.row = row;
  read_done(table, row, score);
  read_claim(table, row, score);
  refuse_merged_claim(table, row, score);
  score.note = remark_of(table, row);
  score.due = table.plain_text(row, "完成时限");
  score.printed_text = table.plain_text(row, "评价内容");
  score.printed_points = table.plain_text(row, "分值");
  return score;
}

/// Ids given twice: neither counts, one finding at each later row.
void drop_duplicates(const SheetTable& table, std::vector<SelfScore>& scores) {
  std::map<std::string, int> first_row;
  std::set<std::string> twice;
  for (const SelfScore& score : scores) {
    const auto [place, added] = first_row.try_emplace(score.indicator, score.row);
    if (added) continue;
    twice.insert(score.indicator);
    Finding& said = table.reporter().at_cell("duplicate-indicator", Severity::error, table.place(score.row, "指标编号"),
                                             "指标 " + score.indicator + " 填写了两行（另见第 " + std::to_string(place->second) + " 行），都不采用",
                                             "请只保留一行");
    said.place.indicator = score.indicator;
  }
  std::erase_if(scores, [&](const SelfScore& score) { return twice.contains(score.indicator); });
}

}  // namespace

TableSpec self_score_spec() {
  return {
      "自评",
      {"指标编号"},
      {"评价内容", "分值", "填写要求", "完成情况", "自评得分", "说明", "责任科室", "责任人", "完成时限", "核查得分", "核查意见", "整改措施", "整改完成时间"},
      {"完成情况", "自评得分"},
      false,
      {{"自评得分", "分"}},
      {}};
}

std::vector<SelfScore> read_self_scores(const SheetTable& table) {
  std::vector<SelfScore> scores;
  std::string department, person;  // of the row above, read or not
  for (int row : table.rows()) {
    if (skip_total_row(table, row, {table.blank(row, "指标编号") ? "评价内容" : "指标编号"})) continue;  // 评价内容 itself may say 累计
    const bool is_id = normalise_indicator_id(table.shown(table.cell(row, "指标编号"))).has_value();
    if (!is_id && skip_remark_row(table, row, "指标编号")) continue;
    std::optional<std::string> id = read_id(table, row);
    department = owner_of(table, row, "责任科室", department);
    person = owner_of(table, row, "责任人", person);
    if (!id) continue;
    scores.push_back(read_row(table, row, std::move(*id)));
    scores.back().department = department;
    scores.back().person = person;
  }
  drop_duplicates(table, scores);
  return scores;
}

}  // namespace lvce
