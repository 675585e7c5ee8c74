#include <CLI/CLI.hpp>

#include "cli/manual.h"
#include "cli/usage.h"
#include "support/text.h"

namespace lvce {
namespace {

/// What a word stands for, as the script calls it.
std::string kind_of(const CLI::Option& option) {
  const std::string value = option.nonpositional() ? option.get_type_name() : option.get_name();
  if (value == "代号" || value == "ID") return "rubrics";
  if (value == "COMMAND") return "commands";
  if (value == "文件夹") return "folders";
  return value == "文件" || !option.nonpositional() ? "files" : "nothing";
}

std::string quoted(const std::string& text) { return "'" + text + "'"; }

/// Lines of the three tables of the script, for `command`, reached by `path`, and all below.
struct Tables {
  std::string words, values, steps;

  void add(const CLI::App& command, const std::string& path) {
    std::string below, options, first = "nothing";
    for (const CLI::App* sub : shown_commands(command)) below += " " + sub->get_name();
    for (const CLI::Option* option : command.get_options()) {
      if (option->get_group().empty()) continue;
      if (!option->nonpositional()) {
        if (first == "nothing") first = kind_of(*option);
        continue;
      }
      add_option(*option, path, options);
    }
    words += "    " + quoted(path) + ") commands=" + quoted(trim(below)) + " options=" + quoted(trim(options)) + " kind=" + first + " ;;\n";
    for (const CLI::App* sub : shown_commands(command)) {
      steps += (steps.empty() ? "" : " | ") + quoted(path + " " + sub->get_name());
      add(*sub, path + " " + sub->get_name());
    }
  }

 private:
  void add_option(const CLI::Option& option, const std::string& path, std::string& options) {
    for (const std::string& name : split(option.get_name(false, true), ',')) {
      options += " " + name;
      if (option.get_items_expected_max() > 0) values += "    " + quoted(path + " " + name) + ") kind=" + kind_of(option) + " value=1 ;;\n";
    }
  }
};

}  // namespace

std::string bash_completion(const CLI::App& app) {
  Tables tables;
  tables.add(app, "");
  return "# bash completion of " + app.get_name() +
         ", made by the program itself from its commands.\n_lvce() {\n"
         "  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} path='' commands='' options='' kind=nothing value='' i\n"
         "  for ((i = 1; i < COMP_CWORD; i++)); do\n    case \"$path ${COMP_WORDS[i]}\" in\n    " +
         tables.steps + ") path=\"$path ${COMP_WORDS[i]}\" ;;\n    esac\n  done\n  case \"$path\" in\n" + tables.words + "  esac\n" +
         "  case \"$path $previous\" in\n" + tables.values +
         "  esac\n"
         "  if [[ -z $value && $current == -* ]]; then\n    mapfile -t COMPREPLY < <(compgen -W \"$options\" -- \"$current\")\n    return\n  fi\n"
         "  [[ -z $value && -n $commands ]] && mapfile -t COMPREPLY < <(compgen -W \"$commands\" -- \"$current\")\n"
         "  case \"$kind\" in\n"
         "    rubrics) mapfile -t COMPREPLY < <(compgen -W \"$(\"$1\" rubric list 2>/dev/null | cut -f 1)\" -- \"$current\") ;;\n"
         "    commands) mapfile -t COMPREPLY < <(compgen -W \"" +
         command_names(app) +
         "\" -- \"$current\") ;;\n"
         "    folders) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- \"$current\") ;;\n"
         "    files) compopt -o filenames 2>/dev/null; mapfile -t -O \"${#COMPREPLY[@]}\" COMPREPLY < <(compgen -f -- \"$current\") ;;\n"
         "  esac\n}\ncomplete -F _lvce lvce\n";
}

}  // namespace lvce
