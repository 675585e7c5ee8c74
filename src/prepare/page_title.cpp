#include "prepare/page_title.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "support/text.h"

namespace lvce {
namespace {

constexpr std::size_t kLinesAtMost = 8;       ///< of a page, that may be in front of its title
constexpr std::size_t kAddresseeLines = 14;   ///< among which it says to whom it is addressed
constexpr std::size_t kAddresseeBytes = 180;  ///< of a line that does
constexpr std::size_t kTitleLinesAtMost = 3;
constexpr std::size_t kCharactersAtMost = 70;  ///< of a title: what is longer is a sentence
constexpr std::size_t kOfficeAtMost = 48;      ///< bytes of an office's name in front of a title

constexpr std::array<std::string_view, 5> kIssueEnds = {"期", "号", "期）", "期)", "日"};

bool ends_with_any(const std::string& line, const auto& words) {
  return std::any_of(words.begin(), words.end(), [&](const auto& word) { return line.ends_with(word); });
}

/// "××局文件", "××发〔2021〕3号", "第6期（总第41期）", a line of an office's name alone, 【…】.
bool is_letterhead(const std::string& line, const std::vector<std::string>& offices) {
  const bool issue = line.starts_with("第") && ends_with_any(line, kIssueEnds);  // not 第三季度能耗分析
  const bool numbered = line.find("〔") != std::string::npos || line.find("[20") != std::string::npos || issue || line.starts_with("【");
  return line.ends_with("文件") || (numbered && line.find("关于") == std::string::npos) || ends_with_any(line, offices);
}

/// "时间：…", "各科室：": what follows is no title any more.
bool is_field(const std::string& line) { return line.find("：") != std::string::npos || line.find(':') != std::string::npos; }

/// 用水管理办法（试行） → 用水管理办法.
std::string without_remark(const std::string& title) {
  const std::string plain = fold_width(title);
  const std::size_t open = plain.rfind('(');
  return plain.ends_with(')') && open != std::string::npos && open > 0 ? plain.substr(0, open) : title;
}

bool ends_as_paper(const std::string& whole, const SortWords& words) {
  const std::string title = without_remark(whole);
  if (ends_with_any(title, words.forms)) return true;
  return std::any_of(words.topics.begin(), words.topics.end(), [&](const Topic& topic) { return ends_with_any(title, topic.forms); });
}

/// "渝川区示例局关于…" → "关于…"; "渝川区示例局2021年…" → "2021年…".
std::string without_office(const std::string& title, const std::vector<std::string>& offices) {
  constexpr std::array<std::string_view, 2> kRooms = {"大", "餐"};  // 大厅, 大院, 餐厅
  const std::size_t end = without_remark(title).size();
  if (const std::size_t about = title.find("关于"); about != std::string::npos && about <= kOfficeAtMost) return title.substr(about);
  std::size_t cut = 0;
  for (const std::string& office : offices) {
    const std::size_t at = title.find(office);
    if (at >= end || ends_with_any(title.substr(0, at), kRooms)) continue;
    if (at >= 6 && at + office.size() <= kOfficeAtMost && at + office.size() < title.size()) cut = std::max(cut, at + office.size());
  }
  return title.substr(cut);
}

/// Those that say something, without blanks.
std::vector<std::string> lines_of(const std::string& page, std::size_t at_most) {
  std::vector<std::string> lines;
  for (const std::string& each : split(page, '\n')) {
    if (const std::string line = without_space(each); !line.empty()) lines.push_back(line);
    if (lines.size() >= at_most) break;
  }
  return lines;
}

bool holds_any(const std::string& line, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return line.find(word) != std::string::npos; });
}

/// "教育局、卫健局：": two offices and more.
bool names_offices(const std::string& line, const SortWords& words) {
  const std::vector<std::string> named = split(replace_all(line.substr(0, line.size() - (line.ends_with("：") ? std::string("：").size() : 1)), "、", ","),
                                               ',');
  return named.size() > 1 && std::all_of(named.begin(), named.end(), [&](const std::string& name) { return ends_with_any(name, words.offices); }) &&
         !holds_any(line, words.addressees.inside);
}

/// Lines in front of the title, of those that say something.
std::size_t letterhead_lines(const std::vector<std::string>& lines, const SortWords& words) {
  std::size_t first = 0;
  while (first < lines.size() && !is_field(lines[first]) && is_letterhead(lines[first], words.offices)) ++first;
  return first;
}

}  // namespace

bool is_of_other_body(const std::string& page, const SortWords& words) {
  const std::vector<std::string> lines = lines_of(page, kLinesAtMost);
  const std::size_t first = std::min(lines.size(), std::max<std::size_t>(1, letterhead_lines(lines, words)));
  return std::any_of(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(first),
                     [&](const std::string& line) { return line.size() <= kOfficeAtMost && holds_any(line, words.bodies); });
}

bool is_aside(const std::string& title, const SortWords& words) { return ends_with_any(without_remark(title), words.asides); }

bool is_for_others(const std::string& page, const SortWords& words) {
  if (holds_any(without_space(page), words.general)) return true;
  const auto& [begins, inside, outside] = words.addressees;
  for (const std::string& line : lines_of(page, kAddresseeLines)) {
    if (line.size() > kAddresseeBytes || !(line.ends_with("：") || line.ends_with(':'))) continue;
    if (names_offices(line, words)) return true;
    const bool addresses = std::any_of(begins.begin(), begins.end(), [&](const std::string& word) { return line.starts_with(word); });
    if (addresses) return holds_any(line, outside) || !holds_any(line, inside);
  }
  return false;
}

std::string title_on_page(const std::string& page, const SortWords& words) {
  const std::vector<std::string> lines = lines_of(page, kLinesAtMost);
  const std::size_t first = letterhead_lines(lines, words);
  std::string title;
  for (std::size_t i = first; i < lines.size() && i < first + kTitleLinesAtMost && !is_field(lines[i]); ++i) {
    title += lines[i];
    if (decode_utf8(title).size() > kCharactersAtMost) return "";
    if (ends_as_paper(title, words)) return without_office(title, words.offices);
  }
  return first < lines.size() && !is_field(lines[first]) ? without_office(lines[first], words.offices) : "";
}

std::string paper_title_on(const std::string& page, const SortWords& words) {
  const std::string title = title_on_page(page, words);
  return ends_as_paper(title, words) ? title : "";
}

}  // namespace lvce
