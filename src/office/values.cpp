#include "office/values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <vector>

#include "office/year_digits.h"
#include "support/text.h"

namespace lvce {
namespace {

bool all_digits(std::string_view text) { return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos; }

/// Takes no room on paper and changes nothing.
bool is_invisible(char32_t c) {
  return c == 0xAD || c == 0x180E || (c >= 0x200B && c <= 0x200F) || c == 0x202A || c == 0x202C || c == 0x202D || (c >= 0x2060 && c <= 0x2064) || c == 0x2066 ||
         (c >= 0x2068 && c <= 0x2069) || c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F);
}

/// Shows what follows it from right to left: 12 reads 21.
bool turns_round(char32_t c) { return c == 0x202B || c == 0x202E || c == 0x2067; }

std::string visible(std::string_view text) {
  std::u32string kept = decode_utf8(text);
  std::erase_if(kept, is_invisible);
  return encode_utf8(kept);
}

std::string folded(std::string_view text) { return trim(fold_width(visible(text))); }
std::string packed(std::string_view text) { return without_space(fold_width(visible(text))); }

std::optional<int> small_number(std::string_view text) {
  int value = 0;
  if (text.size() > 6 || !all_digits(text)) return std::nullopt;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// Without its commas; nothing when they do not stand in groups of three before the point.
std::optional<std::string> without_group_commas(const std::string& text) {
  if (text.find(',') == std::string::npos) return text;
  const std::size_t whole_end = std::min(text.find('.'), text.size());
  if (text.find(',', whole_end) != std::string::npos) return std::nullopt;
  const std::size_t sign = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
  const std::vector<std::string> groups = split(std::string_view(text).substr(sign, whole_end - sign), ',');
  if (groups.front().empty() || groups.front().size() > 3) return std::nullopt;
  for (std::size_t i = 1; i < groups.size(); ++i) {
    if (groups[i].size() != 3) return std::nullopt;
  }
  return text.substr(0, sign) + join(groups, "") + text.substr(whole_end);
}

std::optional<std::string> checked_date(std::string_view year, std::string_view month, std::string_view day) {
  const auto y = small_number(year);
  const auto m = small_number(month);
  const auto d = small_number(day);
  if (!y || !m || !d || *y < 1990 || *y > 2099 || *m > 12 || *d > 31) return std::nullopt;  // chrono takes 268 for 12
  const std::chrono::year_month_day date{std::chrono::year(*y), std::chrono::month(static_cast<unsigned>(*m)), std::chrono::day(static_cast<unsigned>(*d))};
  if (!date.ok()) return std::nullopt;
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", *y, *m, *d);
  return std::string(buffer);
}

constexpr std::string_view kTenThousand = "万";

std::string plain_unit(std::string unit) {
  for (char& c : unit) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  for (const auto& [from, to] : {std::pair("³", "3"),
                                 std::pair("²", "2"),
                                 std::pair("㎡", "m2"),
                                 std::pair("㎥", "m3"),
                                 std::pair("^", ""),
                                 std::pair("·", ""),
                                 std::pair("•", ""),
                                 std::pair("・", ""),
                                 std::pair("∙", ""),
                                 std::pair("⋅", ""),
                                 std::pair("．", ""),
                                 std::pair("：", ""),
                                 std::pair(":", ""),
                                 std::pair("单位", ""),
                                 std::pair("‧", ""),
                                 std::pair("․", ""),
                                 std::pair("﹒", ""),
                                 std::pair("。", ""),
                                 std::pair("㎾", "kw"),
                                 std::pair("㎿", "mw"),
                                 std::pair("㎏", "kg"),
                                 std::pair("kw.h", "kwh"),
                                 std::pair("mw.h", "mwh"),
                                 std::pair("kw*h", "kwh"),
                                 std::pair("kw-h", "kwh"),
                                 std::pair("千瓦.时", "千瓦时"),
                                 std::pair("千瓦小时", "千瓦时"),
                                 std::pair("标m3", "m3"),
                                 std::pair("nm3", "m3")}) {
    unit = replace_all(unit, from, to);
  }
  const bool wan = unit.starts_with(kTenThousand);
  const std::string one = wan ? unit.substr(kTenThousand.size()) : unit;
  for (const auto& [from, to] : {std::pair("立方", "立方米"), std::pair("标方", "立方米"), std::pair("标立方米", "立方米"), std::pair("标准立方米", "立方米"),
                                 std::pair("立米", "立方米"), std::pair("平米", "平方米"), std::pair("平方", "平方米"), std::pair("公升", "升")}) {
    if (one == from) return (wan ? std::string(kTenThousand) : "") + to;
  }
  return wan && one == "方" ? "万立方米" : unit;
}

/// Where a slash stands before a unit (用电量/千瓦时); npos where what is behind it is none.
std::size_t unit_slash(const std::string& text) {
  static constexpr std::array kUnits = {"千瓦时", "度",     "kwh", "兆瓦时", "mwh",  "立方米", "m3",       "方",  "吨",   "t",  "千克",
                                        "公斤",   "kg",     "升",  "l",      "吉焦", "gj",     "千焦",     "kj",  "兆焦", "mj", "百万千焦",
                                        "大卡",   "平方米", "m2",  "人",     "辆",   "元",     "吨标准煤", "tce", "公里", "km", "分"};
  const std::size_t slash = text.rfind('/');
  if (slash == std::string::npos || slash == 0) return std::string::npos;
  std::string unit = plain_unit(text.substr(slash + 1));
  if (unit.starts_with(kTenThousand)) unit.erase(0, kTenThousand.size());
  return std::find(kUnits.begin(), kUnits.end(), unit) == kUnits.end() ? std::string::npos : slash;
}

}  // namespace

std::optional<Decimal> parse_typed_number(std::string_view text) {
  std::string clean = replace_all(folded(text), "−", "-");
  if (clean.starts_with('\'')) clean.erase(0, 1);
  const auto plain = without_group_commas(clean);
  return plain ? Decimal::parse(*plain) : std::nullopt;
}

std::optional<Decimal> parse_typed_percent(std::string_view text) {
  std::string clean = folded(text);
  if (!clean.ends_with('%')) return std::nullopt;
  clean.pop_back();
  return parse_typed_number(clean);
}

std::optional<int> parse_typed_year(std::string_view text) {
  std::string clean = packed(text);
  if (clean.starts_with('\'')) clean.erase(0, 1);
  for (const std::string ending : {"年度", "年"}) {
    if (clean.ends_with(ending)) clean.resize(clean.size() - ending.size());
  }
  const bool named = clean.size() < packed(text).size();
  clean = with_plain_digits(clean);
  if (named && clean.size() == 2 && all_digits(clean)) clean = "20" + clean;  // 21年
  if (clean.size() != 4) return std::nullopt;
  const auto year = small_number(clean);
  return year && *year >= 1990 && *year <= 2099 ? year : std::nullopt;
}

std::optional<int> parse_typed_month(std::string_view text) {
  std::string clean = packed(text);
  if (clean.starts_with('\'')) clean.erase(0, 1);
  if (clean == "全年") return 0;
  for (const std::string ending : {"月份", "月"}) {
    if (clean.ends_with(ending)) clean.resize(clean.size() - ending.size());
  }
  static constexpr std::array<std::string_view, 12> kChinese = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"};
  for (std::size_t i = 0; i < kChinese.size(); ++i) {
    if (clean == kChinese[i]) return static_cast<int>(i) + 1;
  }
  const auto month = clean.size() <= 2 ? small_number(clean) : std::nullopt;
  return month && *month >= 1 && *month <= 12 ? month : std::nullopt;
}

std::optional<std::string> parse_typed_date(std::string_view text) {
  std::string clean = folded(text);
  if (clean.starts_with('\'')) clean.erase(0, 1);
  const std::size_t time = clean.find_first_of("T ");
  if (time != std::string::npos && clean.find(':', time) != std::string::npos) clean.resize(time);
  clean = without_space(clean);
  if (clean.size() == 8 && all_digits(clean)) return checked_date(clean.substr(0, 4), clean.substr(4, 2), clean.substr(6));
  if (clean.ends_with("日") || clean.ends_with("号")) clean.resize(clean.size() - 3);
  for (const char* separator : {"年", "月", "/", "."}) clean = replace_all(clean, separator, "-");
  const std::vector<std::string> parts = split(clean, '-');
  return parts.size() == 3 ? checked_date(parts[0], parts[1], parts[2]) : std::nullopt;
}

std::optional<std::string> normalise_indicator_id(std::string_view text) {
  std::string clean = folded(text);
  if (clean.starts_with('\'')) clean.erase(0, 1);
  for (const char* separator : {"、", "—", "–", "。", "-", "_", " "}) clean = replace_all(clean, separator, ".");
  while (clean.ends_with('.')) clean.pop_back();
  std::vector<std::string> numbers;
  for (const std::string& piece : split(clean, '.')) {
    if (piece.empty() && !numbers.empty()) continue;  // "2. 1": a separator with a space beside it
    const auto number = piece.size() <= 3 ? small_number(piece) : std::nullopt;
    if (!number) return std::nullopt;
    numbers.push_back(std::to_string(*number));
  }
  if (numbers.empty() || numbers.size() > 6) return std::nullopt;
  return join(numbers, ".");
}

bool is_total_label(std::string_view text) {
  constexpr int kLongestLabel = 8;  // "2020年度合计"; a criterion that says 累计最高得4分 is no total
  const std::string clean = without_space(text);
  if (count_characters(clean) > kLongestLabel) return false;
  for (const char* label : {"合计", "小计", "总计", "共计", "累计"}) {
    if (clean.find(label) != std::string::npos) return true;
  }
  return false;
}

bool is_summary_label(std::string_view text) {
  constexpr int kLongestLabel = 14;
  const std::string clean = without_space(text);
  if (clean.empty() || count_characters(clean) > kLongestLabel) return false;
  if (is_total_label(clean) || clean == "计" || clean == "年计" || clean == "月计") return true;
  static constexpr std::array kWords = {"合计", "总计", "季度", "半年", "同期", "同比", "环比", "平均", "月均", "年均", "增减",
                                        "增长", "下降", "上年", "去年", "本年", "累计", "全年", "占比", "次页", "前页"};
  return std::any_of(kWords.begin(), kWords.end(), [&](const char* word) { return clean.find(word) != std::string::npos; });
}

bool is_dash(std::string_view text) {
  const std::u32string plain = decode_utf8(without_space(fold_width(text)));
  return !plain.empty() && plain.find_first_not_of(U"-/—–―") == std::u32string::npos;
}

std::string invisible_words(std::string_view text) {
  std::vector<std::string> marks;
  for (char32_t c : decode_utf8(text)) {
    if (!is_invisible(c) && !turns_round(c)) continue;
    char name[16];
    std::snprintf(name, sizeof name, "U+%04X", static_cast<unsigned>(c));
    if (std::find(marks.begin(), marks.end(), name) == marks.end()) marks.emplace_back(name);
  }
  return marks.empty() ? "" : "（其中有看不见的字符 " + join(marks, "、") + "，请删去后重新填写）";
}

std::string with_round_brackets(std::string text) {
  for (const char* open : {"[", "【", "〔", "﹙", "｛", "{", "〈", "「", "［"}) text = replace_all(text, open, "(");
  for (const char* close : {"]", "】", "〕", "﹚", "｝", "}", "〉", "」", "］"}) text = replace_all(text, close, ")");
  return text;
}

std::string name_key(std::string_view text) {
  std::string clean = with_round_brackets(packed(text));
  clean = clean.substr(0, clean.find('('));
  if (const std::size_t slash = unit_slash(clean); slash != std::string::npos) clean.resize(slash);
  for (const char* dropped : {":", "*"}) clean = replace_all(clean, dropped, "");
  return clean;
}

std::string header_unit(std::string_view header) {
  const std::string clean = with_round_brackets(packed(header));
  const std::size_t open = clean.find('(');
  if (open == std::string::npos) {
    const std::size_t slash = unit_slash(clean);
    return slash == std::string::npos ? "" : plain_unit(clean.substr(slash + 1));
  }
  const std::size_t close = std::min(clean.find(')', open), clean.size());
  return plain_unit(clean.substr(open + 1, close - open - 1));
}

}  // namespace lvce
