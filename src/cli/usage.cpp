#include "cli/usage.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <numeric>
#include <system_error>

#include "support/text.h"

namespace lvce {
namespace {

/// What stands before, or behind, the first `mark`; the whole text without one.
std::string before(const std::string& text, const std::string& mark) { return text.substr(0, text.find(mark)); }
std::string behind(const std::string& text, const std::string& mark) {
  const auto at = text.find(mark);
  return at == std::string::npos ? text : text.substr(at + mark.size());
}

template <typename Kind>
bool is_kind(const CLI::ParseError& error) {
  return dynamic_cast<const Kind*>(&error) != nullptr;
}

/// Letters to add, drop or change to make one word of the other.
std::size_t distance(const std::string& a, const std::string& b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0]++;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({changed, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

/// The command that a Chinese word asks for; empty: none.
std::string command_called(const std::string& word) {
  static const std::vector<std::pair<const char*, const char*>> kCalled = {
      {"检查", "check"},  {"自查", "check"},  {"生成", "build"},  {"装订", "build"},  {"制作", "build"},    {"新建", "init"},
      {"初始化", "init"}, {"归档", "sort"},   {"整理", "sort"},   {"归位", "sort"},   {"图说", "captions"}, {"版式", "map"},
      {"映射", "map"},    {"文稿", "papers"}, {"标准", "rubric"}, {"校验", "verify"}, {"验证", "verify"},   {"打开", "open"},
      {"打印", "print"},  {"批量", "batch"},  {"核查", "review"}, {"抽查", "review"}, {"帮助", "help"}};
  const auto found = std::find_if(kCalled.begin(), kCalled.end(), [&](const auto& each) { return word.find(each.first) != std::string::npos; });
  return found == kCalled.end() ? "" : found->second;
}

/// "，是不是要写 lvce check" for "chekc"; a folder alone wants to be checked.
std::string what_was_meant(const std::string& typed, const CLI::App& app) {
  constexpr std::size_t kClose = 2;
  const std::string first = before(typed, " ");
  if (const std::string called = command_called(first); !called.empty()) return "，是不是要写 lvce " + called;
  std::error_code error;
  if (std::filesystem::is_directory(first, error)) return "；检查这个文件夹请写 lvce check " + first;
  const std::vector<const CLI::App*> commands = app.get_subcommands([](const CLI::App*) { return true; });
  const auto nearest = std::min_element(commands.begin(), commands.end(),
                                        [&](const CLI::App* a, const CLI::App* b) { return distance(first, a->get_name()) < distance(first, b->get_name()); });
  if (nearest == commands.end() || distance(first, (*nearest)->get_name()) > kClose) return "";
  return "，是不是要写 lvce " + (*nearest)->get_name();
}

/// The command whose words these are: the last one that was understood.
const CLI::App& command_asked(const CLI::App& app) {
  const std::vector<CLI::App*> understood = app.get_subcommands();
  return understood.empty() ? app : command_asked(*understood.back());
}

/// "，是不是要写 --rubric" for "--rubic".
std::string option_meant(const std::string& typed, const CLI::App& command) {
  constexpr std::size_t kClose = 2;
  std::string nearest;
  for (const CLI::Option* option : command.get_options()) {
    const std::string name = option->get_name();
    if (nearest.empty() || distance(typed, name) < distance(typed, nearest)) nearest = name;
  }
  return nearest.empty() || distance(typed, nearest) > kClose ? "" : "，是不是要写 " + nearest;
}

/// "缺少 --for：用途，现在只有“验收”"
std::string what_is_lacking(const std::string& name, const CLI::App& command) {
  const CLI::Option* option = command.get_option_no_throw(name);
  const std::string what = option == nullptr ? "" : option->get_description();
  return "缺少 " + name + (what.empty() ? "" : "：" + what);
}

}  // namespace

std::string UsageFormatter::make_option(const CLI::Option* option, bool is_positional) const {
  const std::string name = "  " + make_option_name(option, is_positional) + make_option_opts(option);
  const auto width = static_cast<std::size_t>(display_width(name));
  const std::size_t gap = std::max(column_width_, width + 1) - width;
  return name + std::string(gap, ' ') + make_option_desc(option) + "\n";
}

void put_into_chinese(CLI::App& app) {
  auto formatter = std::make_shared<UsageFormatter>();
  for (const auto& [english, chinese] : {std::pair{"Usage", "用法"},
                                         {"OPTIONS", "选项"},
                                         {"SUBCOMMAND", "命令"},
                                         {"SUBCOMMANDS", "命令"},
                                         {"Subcommands", "命令"},
                                         {"Options", "选项"},
                                         {"Positionals", "参数"},
                                         {"POSITIONALS", "参数"},
                                         {"REQUIRED", "必填"},
                                         {"Excludes", "不能同时用"},
                                         {"TEXT", "文字"},
                                         {"INT", "整数"},
                                         {"DIR", "文件夹"}}) {
    formatter->label(english, chinese);
  }
  formatter->column_width(34);
  app.formatter(formatter);
  app.option_defaults()->group("选项");
}

CLI::App* add_command(CLI::App& parent, const std::string& name, const std::string& what) {
  CLI::App* command = parent.add_subcommand(name, what)->group("命令");
  put_into_chinese(*command);
  command->set_help_flag("-h,--help", "显示用法");
  return command;
}

std::vector<const CLI::App*> shown_commands(const CLI::App& app) {
  return app.get_subcommands([](const CLI::App* command) { return !command->get_group().empty(); });
}

std::string command_names(const CLI::App& app) {
  std::string out;
  for (const CLI::App* command : shown_commands(app)) out += (out.empty() ? "" : " ") + command->get_name();
  return out;
}

CLI::Validator is_date() {
  return CLI::Validator(
      [](std::string& text) {
        int year = 0, month = 0, day = 0;
        char rest = 0;
        const bool good = std::sscanf(text.c_str(), "%4d-%2d-%2d%c", &year, &month, &day, &rest) == 3 && text.size() == 10 && year >= 1990 && month >= 1 &&
                          month <= 12 && day >= 1 && day <= 31;
        return good ? std::string() : std::string("日期“" + text + "”要写成 2021-10-12 的样子");
      },
      "");
}

CLI::Validator is_one_of(const std::string& only) {
  return CLI::Validator([only](std::string& text) { return text == only ? std::string() : "“" + text + "”不认识，这里只能写 " + only; }, "");
}

CLI::Validator is_between(int least, int most) {
  return CLI::Validator(
      [least, most](std::string& text) {
        int value = 0;
        const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
        const bool good = fault == std::errc() && end == text.data() + text.size() && value >= least && value <= most;
        return good ? std::string() : "“" + text + "”不是 " + std::to_string(least) + " 到 " + std::to_string(most) + " 之间的整数";
      },
      "");
}

std::string wrong_usage(const CLI::ParseError& error, const CLI::App& app) {
  const std::string words = error.what();
  if (is_kind<CLI::ExtrasError>(error)) {
    const std::vector<std::string> extra = split(behind(words, ": "), ' ');  // the parser names the last one first
    const auto option = std::find_if(extra.begin(), extra.end(), [](const std::string& one) { return one.starts_with("--"); });
    if (option != extra.end()) return "不认识“" + *option + "”" + option_meant(*option, command_asked(app));
    const std::string guess = what_was_meant(extra.back(), app);
    if (!guess.empty()) return "不认识“" + extra.back() + "”" + guess;
    return "不认识“" + behind(words, ": ") + "”" + what_was_meant(extra.front(), app);
  }
  if (is_kind<CLI::RequiredError>(error)) {
    return words.find("subcommand") != std::string::npos ? "还要写明做什么" : what_is_lacking(before(words, " is required"), command_asked(app));
  }
  if (is_kind<CLI::ExcludesError>(error)) return before(words, " excludes ") + " 和 " + behind(words, " excludes ") + " 不能同时用";
  if (is_kind<CLI::ArgumentMismatch>(error)) return "“" + before(words, ":") + "”后面要写一个值";
  if (is_kind<CLI::ConversionError>(error)) return "“" + before(behind(words, ": "), " = ") + "”的值写得不对";
  if (is_kind<CLI::ValidationError>(error)) return before(words, ": ") + "：" + behind(words, ": ");
  return words;
}

}  // namespace lvce
