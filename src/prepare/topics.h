// What offices call the things that the indicators ask for.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lvce {

/// Each field: alternatives parted by "|", words that must all be there joined by "&".
struct Topic {
  std::string_view indicator;  ///< what an indicator's text or demands say that ask for it
  std::string_view file;       ///< what a file says that is it
  std::string_view unless;     ///< what a file says that is something else
};

const std::vector<Topic>& topics();

/// The alternative that stands in `text`, without "&"; nothing when none does.
std::optional<std::string> word_of(std::string_view alternatives, std::string_view text);
bool speaks_of(std::string_view alternatives, std::string_view text);

}  // namespace lvce
