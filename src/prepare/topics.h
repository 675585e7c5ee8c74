// What offices call the things that the indicators ask for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lvce {

/// Each field: alternatives parted by "|", words that must all be there joined by "&"; one with "?" in front only hints at it.
struct Topic {
  std::string_view indicator;   ///< what an indicator's text or demands say that ask for it
  std::string_view file;        ///< what a file says that is it
  std::string_view unless;      ///< what a file says that is something else
  std::string_view proof = {};  ///< without one of these the file may be about it and not be it; empty: nothing needed
};

const std::vector<Topic>& topics();

struct Spoken {
  enum class How { not_at_all, weakly, plainly };
  How how = How::not_at_all;
  std::string word = {};  ///< the alternative, "…" for "&"
};

/// The first plain alternative that stands in `text`, else the first that hints.
Spoken spoken_of(std::string_view alternatives, std::string_view text);
bool speaks_of(std::string_view alternatives, std::string_view text);

}  // namespace lvce
