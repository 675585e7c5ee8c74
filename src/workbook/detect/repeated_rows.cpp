#include "workbook/detect/repeated_rows.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "support/text.h"
#include "workbook/detect/candidate_parts.h"
#include "workbook/detect/words.h"

namespace lvce::formats {
namespace {

constexpr int kMonthsNeeded = 3;
constexpr std::size_t kMostKeys = 60;

/// In nine of ten of its months what all others have together.
bool is_sum_of_others(const KeyedMonths& keys, const std::string& whole) {
  int months = 0, same = 0;
  for (const auto& [month, value] : keys.at(whole)) {
    Decimal others;
    int parts = 0;
    for (const auto& [key, figures] : keys) {
      const auto found = figures.find(month);
      if (key == whole || found == figures.end()) continue;
      others += found->second;
      ++parts;
    }
    if (parts < 2) continue;
    ++months;
    same += others.rounded(2) == value.rounded(2) && !value.is_zero() ? 1 : 0;
  }
  return months >= kMonthsNeeded && same * 10 >= months * 9;
}

bool is_double(const std::map<std::string, Decimal>& a, const std::map<std::string, Decimal>& b) {
  std::map<MonthKey, Decimal> left, right;
  int at = 0;
  for (const auto& [month, value] : a) {
    const auto other = b.find(month);
    if (other == b.end()) continue;
    left[{1, ++at, at}] = value;
    right[{1, at, at}] = other->second;
  }
  return nearly_same(left, right);
}

/// 总表、1号 of "表号=总表;编号=1号;": what its row says, without the headings.
std::string said_by(const std::string& key) {
  std::vector<std::string> said;
  for (const std::string& each : split(key, ';')) {
    if (const std::size_t at = each.find('='); at != std::string::npos) said.push_back(each.substr(at + 1));
  }
  return said.empty() ? "没有写名称的行" : join(said, "、");
}

}  // namespace

void doubt_keys(Candidate& found, const KeyedMonths& keys) {
  if (keys.size() < 2 || keys.size() > kMostKeys) return;
  std::size_t wholes = 0, offices = 0;
  std::set<std::string> counts;
  std::string whole, count, sum, twin;
  for (const auto& [key, figures] : keys) {
    const std::string said = said_by(key);
    counts.insert(count_word(said));
    offices += names_an_office(said) ? 1 : 0;
    if (!count_word(said).empty()) count = said;
    if (is_sum_of_others(keys, key)) sum = said;
    if (!speaks_of_whole(said)) continue;
    ++wholes;
    whole = said;
  }
  for (auto a = keys.begin(); a != keys.end() && keys.size() <= kCountsAtMost; ++a)
    for (auto b = std::next(a); b != keys.end(); ++b)
      if (is_double(a->second, b->second) && !is_tariff(said_by(a->first))) twin = said_by(a->first);
  const bool has_whole = wholes > 0 && wholes < keys.size();
  if (!sum.empty()) found.doubts.push_back("「" + sum + "」每月都是其余各行之和，像是合计，不能再相加");
  else if (has_whole) found.doubts.push_back("「" + whole + "」像是总的，其余各行像是其中一部分，是否相加看不出来");
  else if (offices > 1) found.doubts.push_back("各行像是几个单位的，哪些是本单位的看不出来");
  else if (counts.size() > 1) found.doubts.push_back("「" + count + "」像是另一种数（无功、核定、指标等），是否相加看不出来");
  else if (!twin.empty()) found.doubts.push_back("有几行（" + twin + " 等）的数逐月几乎一样，是同一份用量的几种记录还是要相加，看不出来");
}

bool are_cards(const std::map<std::string, std::set<std::string>>& months_of_key) {
  return std::all_of(months_of_key.begin(), months_of_key.end(),
                     [](const auto& key) { return key.first.find("车") != std::string::npos || key.first.find("卡") != std::string::npos; });
}

void doubt_several_offices(Candidate& found, const BlockShape& shape) {
  static const std::set<std::string> kOffices = {"单位", "单位名称", "机构", "机构名称", "填报单位", "用能单位", "使用单位"};
  for (int column = shape.left; column <= shape.right; ++column) {
    if (!kOffices.contains(without_space(shape.grid.text(shape.axis.first - 1, column)))) continue;
    std::set<std::string> names;
    for (int row : shape.rows)
      if (const std::string& text = shape.grid.text(row, column); !text.empty() && !is_unit(text)) names.insert(text);
    if (names.size() > 1) found.doubts.push_back("有几个单位的数（" + *names.begin() + " 等），哪些是本单位的看不出来");
  }
}

}  // namespace lvce::formats
