#include "support/yes_no.h"

#include <algorithm>
#include <array>

#include "support/ascii.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr std::array kYes = {"是",       "有",   "√",    "✓",    "✔",    "☑",    "对",   "yes",  "y",    "true", "达标", "已达标", "合格", "符合",
                             "符合要求", "全部", "全有", "都有", "均有", "是的", "完成", "落实", "做到", "达到", "建立", "实现",   "报送"};
constexpr std::array kNo = {"否", "无",   "×",      "✗",        "✘",      "☒",      "x",      "no",   "n",    "false",  "没有",
                            "没", "不是", "未发生", "没有发生", "不达标", "不符合", "不合格", "暂无", "均无", "都没有", "没做"};
/// What an office says it has done. Plans and beginnings (计划, 启动, 安排, 申请) are not among them: nothing is done yet.
constexpr std::array kDeeds = {"完成", "建立", "报送", "上报", "落实", "达标", "达到", "制定", "印发", "成立", "设置", "设立", "配备",
                               "配置", "开展", "实施", "执行", "安装", "公示", "公布", "公开", "签订", "张贴", "组织", "建成", "实现",
                               "发布", "更换", "明确", "建档", "备案", "做到", "办理", "投放", "使用", "运行", "启用", "采取", "规范",
                               "采用", "推行", "推广", "编制", "出台", "下发", "健全", "提供", "整改", "改造", "宣传", "培训", "采购"};
constexpr std::array kWholly = {"已全部", "全部已", "均已", "都已", "已经", "全部", "均", "都", "已"};
constexpr std::array kNotYet = {"尚未", "还未", "暂未", "未", "没有", "还没有", "没", "还没", "并未"};

template <std::size_t N>
bool holds(const std::array<const char*, N>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// 完成, 制定并印发, 完成到位: deeds, nothing else between them but 并, 和, 、 and an ending that says that they are over.
bool is_deed(std::string word) {
  for (const char* ending : {"到位", "完毕", "了", "完成"})
    if (word.ends_with(ending) && word != ending) word.resize(word.size() - std::string_view(ending).size());
  for (const char* link : {"并", "和", "且", "及"}) word = replace_all(word, link, "、");
  std::string rest = word;
  while (!rest.empty()) {
    if (rest.starts_with("、")) rest.erase(0, std::string_view("、").size());
    const auto deed = std::find_if(kDeeds.begin(), kDeeds.end(), [&](const char* one) { return rest.starts_with(one); });
    if (deed == kDeeds.end()) return false;
    rest.erase(0, std::string_view(*deed).size());
  }
  return !word.empty();
}

template <std::size_t N>
bool is_deed_after(const std::array<const char*, N>& beginnings, const std::string& word) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](const char* beginning) { return word.starts_with(beginning) && is_deed(word.substr(std::string_view(beginning).size())); });
}

std::optional<bool> read_word(const std::string& word) {
  if (holds(kYes, word) || is_deed_after(kWholly, word)) return true;
  if (holds(kNo, word) || is_deed_after(kNotYet, word)) return false;
  return std::nullopt;
}

std::string without_closing_mark(std::string word) {
  for (const char* mark : {"。", ".", "!", "；", ";", "，", ","})
    if (word.ends_with(mark)) word.resize(word.size() - std::string_view(mark).size());
  return word;
}

template <std::size_t N>
bool holds_part(const std::array<const char*, N>& words, const std::string& text) {
  return std::any_of(words.begin(), words.end(), [&](const char* word) { return text.find(word) != std::string::npos; });
}

/// 80%, 3/5: a part of it. 100% is all, 2021/3/15 a day, 下降5% a fall.
bool says_a_part(const std::string& remark) {
  constexpr std::array kChanges = {"降", "升", "增", "减", "节", "比"};
  const std::size_t slash = remark.find('/');
  const auto is_digit_at = [&](std::size_t at) { return at < remark.size() && is_ascii_digit(remark[at]); };
  const bool ratio = slash != std::string::npos && slash > 0 && is_digit_at(slash - 1) && is_digit_at(slash + 1) &&
                     remark.find('/', slash + 1) == std::string::npos && !(slash > 3 && is_digit_at(slash - 4));
  const bool percent = remark.find('%') != std::string::npos && remark.find("100%") == std::string::npos && !holds_part(kChanges, remark);
  return ratio || percent;
}

/// The remark behind a yes may add to it, never take from it.
bool leaves_yes(std::string remark) {
  static constexpr std::array kHarmless = {"每月底", "每年底", "每年年底", "停用燃煤", "停止使用不可降解"};
  for (const char* harmless : kHarmless) remark = replace_all(std::move(remark), harmless, "");
  static constexpr std::array kTakesBack = {"部分", "基本",   "未",   "不",   "没",   "待",     "拟",     "计划",   "正在",   "除",   "仅",   "只",   "但",
                                            "大部", "无",     "否",   "缺",   "过期", "到期",   "废止",   "作废",   "停用",   "停止", "失效", "初稿", "草案",
                                            "草稿", "讨论稿", "征求", "在建", "报批", "审批中", "办理中", "进行中", "修订中", "筹备", "筹建", "预计", "半数",
                                            "少数", "一半",   "年底", "月底", "上年", "去年",   "往年",   "曾",     "撤销",   "取消", "将于", "将在"};
  return !holds_part(kTakesBack, remark) && !says_a_part(remark);
}

/// The remark behind a no may say why, never that it was so: 无（2020年发生1起）.
bool leaves_no(std::string remark) {
  static constexpr std::array kDenials = {"没有发生", "无事故发生", "没有", "未发生", "未开展", "不是", "所有", "有限", "公有", "国有", "0起"};
  for (const char* denial : kDenials) remark = replace_all(std::move(remark), denial, "");
  static constexpr std::array kTakesBack = {"有", "发生", "是", "除", "但", "待", "部分", "计划", "拟", "正在", "未", "曾", "起", "基本", "大部"};
  return !holds_part(kTakesBack, remark);
}

}  // namespace

std::optional<bool> parse_yes_no(std::string_view text) {
  std::string word = without_closing_mark(without_space(fold_width(text)));
  for (char& c : word)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  const std::size_t open = word.find('(');
  std::string remark;
  if (open != std::string::npos && open > 0 && word.ends_with(')')) {
    remark = word.substr(open);
    word.resize(open);
  }
  const std::optional<bool> yes = read_word(word);
  if (yes && !remark.empty() && !(*yes ? leaves_yes(remark) : leaves_no(remark))) return std::nullopt;
  return yes;
}

}  // namespace lvce
