// What values options take, and what was wrong with a command line, in Chinese.
#pragma once

#include <string>
#include <vector>

#include <CLI/CLI.hpp>

namespace lvce {

/// Lines up the explanations behind names in Chinese, whose characters are two columns wide.
class UsageFormatter : public CLI::Formatter {
 public:
  std::string make_option(const CLI::Option* option, bool is_positional) const override;
};

/// Headings and the names of kinds of values in Chinese.
void put_into_chinese(CLI::App& app);

/// A command below `parent` with its own --help.
CLI::App* add_command(CLI::App& parent, const std::string& name, const std::string& what);

/// The commands right below `app` that --help shows, in its order.
std::vector<const CLI::App*> shown_commands(const CLI::App& app);
/// Their names, parted by blanks.
std::string command_names(const CLI::App& app);

/// YYYY-MM-DD.
CLI::Validator is_date();

/// A whole number from `least` to `most`.
CLI::Validator is_one_of(const std::string& only);
CLI::Validator is_between(int least, int most);

/// One sentence without a full stop, with the command that a mistyped one means; the parser's own words, in English, for an error of a kind that is not
/// foreseen.
std::string wrong_usage(const CLI::ParseError& error, const CLI::App& app);

}  // namespace lvce
