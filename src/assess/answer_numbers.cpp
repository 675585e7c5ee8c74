#include "assess/answer_numbers.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <vector>

#include "support/ascii.h"
#include "support/text.h"
#include "support/yes_no.h"

namespace lvce {
namespace {

constexpr std::int64_t kMostCounted = 1'000'000;

std::optional<std::int64_t> parse_digits(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 0 || value > kMostCounted) return std::nullopt;
  return value;
}

/// 一 … 九十九, 两, 零; nothing for anything else.
std::optional<std::int64_t> parse_chinese(std::u32string_view text) {
  static constexpr std::u32string_view kDigits = U"零一二三四五六七八九";
  const auto digit = [](char32_t c) -> std::optional<std::int64_t> {
    if (c == U'两') return 2;
    const std::size_t at = kDigits.find(c);
    return at == std::u32string_view::npos ? std::nullopt : std::optional<std::int64_t>(static_cast<std::int64_t>(at));
  };
  const std::size_t ten = text.find(U'十');
  if (ten == std::u32string_view::npos) return text.size() == 1 ? digit(text[0]) : std::nullopt;
  if (ten > 1 || text.size() > ten + 2) return std::nullopt;
  const auto tens = ten == 0 ? 1 : digit(text[0]);
  const auto ones = text.size() == ten + 1 ? 0 : digit(text[ten + 1]);
  if (!tens || !ones || *tens == 0) return std::nullopt;
  return *tens * 10 + *ones;
}

std::optional<std::int64_t> parse_whole(const std::string& text) {
  if (const auto digits = parse_digits(text)) return digits;
  return parse_chinese(decode_utf8(text));
}

constexpr std::array kMeasures = {"项", "次", "处", "个", "条", "份", "期", "场", "家", "人", "篇", "张",
                                  "件", "种", "例", "起", "户", "轮", "批", "类", "台", "套", "名", "幅"};
constexpr std::array kBeginnings = {"一共", "总共",   "合计", "共计", "共",     "已建立", "建立", "已制定", "制定", "已开展", "开展了",
                                    "开展", "已组织", "组织", "举办", "已举办", "发现",   "刊登", "发布",   "张贴", "已"};
/// What makes a figure less than sure.
constexpr std::array kDoubts = {"约",   "以上", "以下",   "多",     "余",   "左右", "至少", "超过", "不到",  "近",     "几",     "每",     "或",
                                "-",    "~",    "至",     "到",     "/",    "%",    "年",   "月",   "以内",  "未",     "没",     "拟",     "草案",
                                "草稿", "初稿", "讨论稿", "意见稿", "过期", "废止", "作废", "已废", "缺",    "不全",   "不合格", "不达标", "待印",
                                "待发", "待审", "待定",   "待完",   "待落", "待开", "待建", "待报", "(计划", "计划中", "人次"};
constexpr std::array kNothing = {"无", "没有", "未发现", "无问题", "未发现问题", "没有发现", "没有问题", "未开展", "没开展", "零"};

template <std::size_t N>
bool holds_any(const std::array<const char*, N>& words, const std::string& text) {
  return std::any_of(words.begin(), words.end(), [&](const char* word) { return text.find(word) != std::string::npos; });
}

/// Characters of the figure that `text` begins with.
std::size_t figure_length(const std::u32string& text) {
  static constexpr std::u32string_view kFigure = U"0123456789零一二两三四五六七八九十";
  return std::min(text.find_first_not_of(kFigure), text.size());
}

std::string without_mark(std::string text) {
  for (const char* mark : {"。", ".", ";", "；", "!"})
    if (text.ends_with(mark)) text.resize(text.size() - std::string_view(mark).size());
  return text;
}

/// ①②, ⑴⑵, ⒈⒉ and figures in brackets as plain figures with a blank before and behind.
std::string with_plain_figures(const std::string& text) {
  std::string out;
  for (const char32_t c : decode_utf8(fold_width(text))) {
    const char32_t first = c >= U'①' && c <= U'⑳' ? U'①' : c >= U'⑴' && c <= U'⒇' ? U'⑴' : c >= U'⒈' && c <= U'⒛' ? U'⒈' : 0;
    if (first != 0) out += " " + std::to_string(c - first + 1) + " ";
    else if (c == U'(' || c == U')' || c == U'【' || c == U'】' || c == U'[' || c == U']') out += ' ';
    else append_utf8(out, c);
  }
  return out;
}

/// "1-3" or one figure.
bool add_part(const std::string& word, int most, std::set<int>& to) {
  const std::size_t dash = word.find('-');
  const auto first = parse_whole(word.substr(0, dash));
  const auto last = dash == std::string::npos ? first : parse_whole(word.substr(dash + 1));
  if (!first || !last || *first < 1 || *last > most || *first > *last) return false;
  for (std::int64_t n = *first; n <= *last; ++n) to.insert(static_cast<int>(n));
  return true;
}

std::optional<std::set<int>> read_part_words(const std::string& text, int part_count) {
  std::set<int> out;
  for (const std::string& word : split(text, ' '))
    if (!word.empty() && !add_part(word, part_count, out)) return std::nullopt;
  return out.empty() ? std::nullopt : std::optional(out);
}

/// ①②均完成: what is said of the parts behind the last figure may only say that they are done.
std::string without_done(const std::string& text) {
  const std::size_t last = text.find_last_of("0123456789");
  if (last == std::string::npos) return text;
  std::string said = trim(std::string_view(text).substr(last + 1));
  for (const char* word : {"项", "条", "点"})
    if (said.starts_with(word)) said = trim(std::string_view(said).substr(std::string_view(word).size()));
  return parse_yes_no(said) == true ? text.substr(0, last + 1) : text;
}

/// "1 2": two figures, not twelve.
bool has_split_figure(const std::string& text) {
  const std::string plain = fold_width(text);
  for (std::size_t gap = plain.find_first_of(" \t\r\n"); gap != std::string::npos; gap = plain.find_first_of(" \t\r\n", gap + 1)) {
    const std::size_t next = plain.find_first_not_of(" \t\r\n", gap);
    if (gap > 0 && next != std::string::npos && is_ascii_digit(plain[gap - 1]) && is_ascii_digit(plain[next])) return true;
  }
  return false;
}

/// "2/2", "2项均完成" of two.
bool says_all_of(const std::string& text, int part_count) {
  const std::string plain = without_mark(without_space(fold_width(text)));
  const std::size_t slash = plain.find('/');
  if (slash != std::string::npos)
    return part_count > 1 && parse_whole(plain.substr(0, slash)) == part_count && parse_whole(plain.substr(slash + 1)) == part_count;
  const std::size_t measure = plain.find("项");
  if (measure == std::string::npos || parse_whole(plain.substr(0, measure)) != part_count) return false;
  const std::string behind = plain.substr(measure + std::string_view("项").size());
  return (behind.starts_with("均") || behind.starts_with("都") || behind.starts_with("全部")) && parse_yes_no(behind) == true;
}

/// "4项", "共2项", "2项均完成", "3/4": how many, not which; "3（部分）", "1、2（3未完成）": not whole.
bool says_how_many(const std::string& text, int part_count) {
  std::string plain = without_mark(without_space(fold_width(text)));
  if (plain.find("(部分") != std::string::npos || plain.find("(未") != std::string::npos) return true;
  const std::size_t slash = plain.find('/');
  if (slash != std::string::npos && parse_whole(plain.substr(0, slash)) && parse_whole(plain.substr(slash + 1)) == part_count) return true;
  for (const char* beginning : {"一共", "总共", "共计", "共"})
    if (plain.starts_with(beginning)) plain.erase(0, std::string_view(beginning).size());
  const std::u32string points = decode_utf8(plain);
  const std::size_t length = figure_length(points);
  if (length == 0 || length == points.size() || !parse_whole(encode_utf8(std::u32string_view(points).substr(0, length)))) return false;
  const std::string measure = encode_utf8(std::u32string_view(points).substr(length, 1));
  const std::string behind = encode_utf8(std::u32string_view(points).substr(length + 1));
  const bool measured = std::find(kMeasures.begin(), kMeasures.end(), measure) != kMeasures.end();
  return measured && (behind.empty() || parse_yes_no(behind));
}

}  // namespace

std::optional<std::int64_t> parse_count_answer(const std::string& text) {
  if (has_split_figure(text)) return std::nullopt;
  std::string rest = without_mark(without_space(fold_width(text)));
  for (const char* harmless : {"(未发现问题)", "(未发现)", "(没有发现问题)", "模拟"}) rest = replace_all(std::move(rest), harmless, "");
  if (std::find(kNothing.begin(), kNothing.end(), rest) != kNothing.end()) return 0;
  if (holds_any(kDoubts, rest)) return std::nullopt;
  for (const char* beginning : kBeginnings) {
    if (!rest.starts_with(beginning)) continue;
    rest.erase(0, std::string_view(beginning).size());
    break;
  }
  const std::u32string points = decode_utf8(rest);
  const std::size_t length = figure_length(points);
  const auto count = parse_whole(encode_utf8(std::u32string_view(points).substr(0, length)));
  const bool year = count && length == 4 && *count >= 1990 && *count <= 2099;
  if (year && length == points.size()) return std::nullopt;  // 2021: when, not how many
  if (!count || length == points.size()) return count;
  // Behind the measure word the things may be named (3项制度), but no further figure.
  const std::string measure = encode_utf8(std::u32string_view(points).substr(length, 1));
  const std::u32string_view named = std::u32string_view(points).substr(length + 1);
  const bool measured = std::find(kMeasures.begin(), kMeasures.end(), measure) != kMeasures.end();
  if (named == U"无" || named == U"没有") return std::nullopt;
  return measured && named.find_first_of(U"0123456789零一二两三四五六七八九十.,;、，；") == std::u32string_view::npos ? count : std::nullopt;
}

std::optional<std::set<int>> parse_part_numbers(const std::string& text, int part_count) {
  if (says_all_of(text, part_count)) {
    std::set<int> all;
    for (int part = 1; part <= part_count; ++part) all.insert(part);
    return all;
  }
  if (says_how_many(text, part_count)) return std::nullopt;
  std::string plain = without_done(without_mark(trim(with_plain_figures(text))));
  for (const char* word : {"第", "项", "条", "点", "款", "部分"}) plain = replace_all(plain, word, " ");
  for (const char* separator : {"、", "，", ",", "；", ";", "和", "及", "与", "+", "/", "＋"}) plain = replace_all(plain, separator, " ");
  for (const char* dash : {"~", "～", "—", "–", "至", "到"}) plain = replace_all(plain, dash, "-");
  while (plain.find(" -") != std::string::npos) plain = replace_all(plain, " -", "-");
  while (plain.find("- ") != std::string::npos) plain = replace_all(plain, "- ", "-");
  if (const auto parts = read_part_words(plain, part_count)) return parts;
  return read_part_words(replace_all(plain, ".", " "), part_count);
}

}  // namespace lvce
