#include "cli/manual.h"

#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>

#include "cli/usage.h"
#include "support/text.h"

namespace lvce {
namespace {

/// Lines may not begin with these, so none is ended before them.
constexpr std::u32string_view kNeverFirst = U"，。；：、？！）】》”’…—%";
constexpr std::u32string_view kNeverLast = U"（【《“‘";

/// Text as roff takes it. Between characters of Chinese a line may end: roff itself knows blanks only.
std::string roff(const std::string& text) {
  std::string out;
  char32_t last = U' ';
  for (const char32_t c : decode_utf8(text)) {
    const bool wide = c >= 0x2E80 && last >= 0x80;
    if (wide && kNeverFirst.find(c) == std::u32string_view::npos && kNeverLast.find(last) == std::u32string_view::npos) out += "\\:";
    if (c == U'\\') out += "\\e";
    else if (c == U'-') out += "\\-";
    else if (c == U'\n') out += "\n.br\n";
    else append_utf8(out, c);
    last = c;
  }
  return out.starts_with('.') || out.starts_with('\'') ? "\\&" + out : out;
}

std::string bold(const std::string& text) { return "\\fB" + roff(text) + "\\fR"; }

/// "\fB--rubric\fR 代号"; for a positional its name.
std::string option_head(const CLI::Option& option) {
  std::string out = option.nonpositional() ? "" : bold(option.get_name());
  for (const std::string& name : split(option.nonpositional() ? option.get_name(false, true) : "", ',')) {
    if (!name.empty()) out += (out.empty() ? "" : "，") + bold(name);
  }
  const std::string value = option.nonpositional() && option.get_items_expected_max() > 0 ? option.get_type_name() : "";
  return value.empty() ? out : out + " " + roff(value);
}

std::string usage_line(const CLI::App& command, const std::string& called) {
  std::string out = bold(called);
  for (const CLI::Option* option : command.get_options()) {
    if (option->nonpositional() || option->get_group().empty()) continue;
    out += option->get_required() ? " " + roff(option->get_name()) : " [" + roff(option->get_name()) + "]";
  }
  return out;
}

std::string options_of(const CLI::App& command) {
  std::string out;
  for (const CLI::Option* option : command.get_options()) {
    if (option->get_group().empty()) continue;
    out += ".TP\n" + option_head(*option) + "\n" + roff(option->get_description() + (option->get_required() ? "（必填）" : "")) + "\n";
  }
  return out;
}

std::string commands_below(const CLI::App& app, const std::string& called) {
  std::string out;
  for (const CLI::App* command : shown_commands(app)) {
    const std::string name = called + " " + command->get_name();
    out += ".SS " + bold(name) + "\n" + usage_line(*command, name) + " [" + roff("选项") + "]\n.PP\n" + roff(command->get_description()) + "\n" +
           options_of(*command) + commands_below(*command, name);
  }
  return out;
}

}  // namespace

std::string manual_page(const CLI::App& app, const std::string& version) {
  const std::string name = app.get_name();
  return "'\\\" -*- coding: UTF-8 -*-\n.TH LVCE 1 \"\" \"" + roff(version) + "\"\n.nh\n.ad l\n.SH " + roff("名称") + "\n" + roff(name) + " \\- " +
         roff(app.get_description()) + "\n.SH " + roff("用法") + "\n" + bold(name) + " [" + roff("命令") + "] [" + roff("选项") + "]\n.SH " + roff("选项") +
         "\n" + options_of(app) + ".SH " + roff("命令") + "\n" + commands_below(app, name) + ".SH " + roff("结束码") + "\n" + roff(app.get_footer()) + "\n";
}

}  // namespace lvce
