// What was recognised on the picture of a page: words where they stand, so that they can be laid invisibly over it. Never a source of figures.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lvce {

/// From `begin` to `end`, pixels along its line.
struct ReadWord {
  std::string text;
  double begin = 0;
  double end = 0;
};

struct ReadLine {
  double x = 0;  ///< left end of the line's foot, pixels from the upper left corner of the page as it is seen
  double y = 0;
  double turn = 0;  ///< radians, counter-clockwise
  double size = 0;  ///< pixels from foot to head
  std::vector<ReadWord> words;
};

struct ReadPage {
  int width = 0;  ///< pixels
  int height = 0;
  std::vector<ReadLine> lines;  ///< in reading order
};

/// Exact: what comes back is what was written.
std::string read_page_to_json(const ReadPage& page);
std::optional<ReadPage> read_page_from_json(std::string_view json);

/// A blank belongs between two words unless one side of the seam is a character of the East: Chinese has none.
bool has_blank_between(std::string_view before, std::string_view behind);

/// A line of text for each line.
std::string text_of_page(const ReadPage& page);

}  // namespace lvce
