// The manual page and the completion of bash, made from the same commands and words as --help.
#pragma once

#include <string>

namespace CLI {
class App;
}

namespace lvce {

/// man page of section 1 in roff, UTF-8: every command that --help shows with its options. `version` stands in the footer.
std::string manual_page(const CLI::App& app, const std::string& version);

/// Script for bash: commands, options, and of their values folders, files and the names of rubrics.
std::string bash_completion(const CLI::App& app);

}  // namespace lvce
