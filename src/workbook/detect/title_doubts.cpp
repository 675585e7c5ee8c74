#include "workbook/detect/title_doubts.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "office/carriers.h"
#include "office/values.h"
#include "support/ascii.h"
#include "support/text.h"
#include "workbook/detect/candidate_parts.h"
#include "workbook/detect/words.h"

namespace lvce::formats {
namespace {

constexpr std::string_view kMonthWord = "月";
constexpr int kNoteRows = 12;  ///< below the months

/// 1-9月 in a title: first and last month.
std::optional<std::pair<int, int>> months_in_title(const std::string& plain) {
  for (std::size_t dash = plain.find_first_of("-~"); dash != std::string::npos; dash = plain.find_first_of("-~", dash + 1)) {
    std::size_t first = dash, last = dash + 1;
    while (first > 0 && is_ascii_digit(plain[first - 1])) --first;
    while (last < plain.size() && is_ascii_digit(plain[last])) ++last;
    const auto begin = parse_typed_month(plain.substr(first, dash - first)), end = parse_typed_month(plain.substr(dash + 1, last - dash - 1));
    const bool months = plain.compare(last, kMonthWord.size(), kMonthWord) == 0;
    if (months && begin && end && *begin >= 1 && *begin < *end) return std::pair(*begin, *end);
  }
  return std::nullopt;
}

/// 上半年, 第一季度, 1-9月: the words.
std::string part_of_year_in(const std::string& plain) {
  for (const char* word : {"上半年", "下半年", "前三季度", "一季度", "二季度", "三季度", "四季度", "1季度", "2季度", "3季度", "4季度"})
    if (plain.find(word) != std::string::npos) return word;
  const auto months = months_in_title(plain);
  if (!months || *months == std::pair(1, 12)) return {};
  return std::to_string(months->first) + "-" + std::to_string(months->second) + "月";
}

std::string doubt_of_title(const std::string& title, bool yearly) {
  const std::string plain = without_space(fold_width(title));
  if (!yearly) return months_in_title(plain) ? "标题写的是几个月，是不是当月的数看不出来" : "";
  const std::string part = part_of_year_in(plain);
  return part.empty() ? part : "标题写的是「" + part + "」，是不是全年的数看不出来";
}

/// A sentence, and no name of a place or meter.
bool is_sentence(const std::string& text) {
  static constexpr std::array kMarks = {":", "：", "，", ",", "。", "、", "注", "%"};
  return count_characters(text) > 4 && holds_one(text, kMarks);
}

bool is_against(std::string note) {
  static constexpr std::array kWords = {"分摊", "承担", "共用", "合用", "更正", "应为", "有误", "全额上网"};
  static constexpr std::array kSettled = {"不含", "不包括", "已扣", "已剔除", "已减", "扣除后", "分摊后", "分摊到", "含公摊", "更正后", "已更正", "承担后"};
  for (const char* other : {"综合用", "公共用", "没有误", "含税", "代扣"}) note = replace_all(std::move(note), other, "");
  const bool holds_others = note.find("含") != std::string::npos && speaks_of_others(note);
  return (holds_one(note, kWords) || holds_others) && !holds_one(note, kSettled);
}

}  // namespace

void doubt_parts_of_years(std::vector<Candidate>& all) {
  for (Candidate& one : all) {
    const bool form = !one.rule.months;  // one figure of a sheet
    const bool yearly = !one.values.empty() && std::get<1>(one.values.begin()->first) == 0;
    if (!yearly && !form) continue;
    std::vector<std::string> titles = titles_above(*one.source, 1, one.rule.values.front().first_row);
    titles.push_back(one.sheet);
    if (yearly) titles.push_back(one.file.substr(0, one.file.rfind('.')));  // a file of monthly sheets may say 1-12月
    for (const std::string& title : titles) {
      const std::string doubt = doubt_of_title(title, yearly);
      if (doubt.empty()) continue;
      one.doubts.push_back(doubt);
      break;
    }
  }
}

std::vector<std::string> notes_against(const BlockShape& shape) {
  std::vector<std::string> notes;
  for (int row = shape.axis.first; row <= std::min(shape.end, shape.last + kNoteRows); ++row) {
    std::set<std::string> said;
    for (int column = 1; column <= shape.grid.columns(); ++column) {
      const std::string& text = shape.grid.text(row, column);
      if (!text.empty() && !shape.grid.figure(row, column)) said.insert(text);
    }
    if (row > shape.last && said.size() > 1) break;  // the header of what stands below
    for (const std::string& text : said)
      if (is_sentence(text) && is_against(text)) notes.push_back(text);
  }
  return notes;
}

void doubt_notes(Candidate& found, const std::vector<std::string>& notes) {
  for (const std::string& note : notes) {
    const std::set<Carrier> about = carriers_in(note);
    if (!about.empty() && !about.contains(found.carrier)) continue;
    return found.doubts.push_back("表里写着「" + note + "」，所列的数是不是本单位的用量，看不出来");
  }
}

}  // namespace lvce::formats
