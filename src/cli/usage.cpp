#include "cli/usage.h"

#include <algorithm>
#include <charconv>
#include <cstdio>

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

}  // namespace

std::string UsageFormatter::make_option(const CLI::Option* option, bool is_positional) const {
  const std::string name = "  " + make_option_name(option, is_positional) + make_option_opts(option);
  const auto width = static_cast<std::size_t>(display_width(name));
  const std::size_t gap = std::max(column_width_, width + 1) - width;
  return name + std::string(gap, ' ') + make_option_desc(option) + "\n";
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

std::string wrong_usage(const CLI::ParseError& error) {
  const std::string words = error.what();
  if (is_kind<CLI::ExtrasError>(error)) return "不认识“" + behind(words, ": ") + "”";
  if (is_kind<CLI::RequiredError>(error)) {
    return words.find("subcommand") != std::string::npos ? "还要写明做什么" : "缺少 " + before(words, " is required");
  }
  if (is_kind<CLI::ArgumentMismatch>(error)) return "“" + before(words, ":") + "”后面要写一个值";
  if (is_kind<CLI::ConversionError>(error)) return "“" + before(behind(words, ": "), " = ") + "”的值写得不对";
  if (is_kind<CLI::ValidationError>(error)) return before(words, ": ") + "：" + behind(words, ": ");
  return words;
}

}  // namespace lvce
