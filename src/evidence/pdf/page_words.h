// The words of a PDF's pages with their places (poppler). Runs in the worker.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace lvce {

/// A run of characters without a blank, in points from the page's upper left corner.
struct PageWord {
  std::string text;
  double left = 0, top = 0, right = 0, bottom = 0;
  double middle() const { return (top + bottom) / 2; }
};
using PageWords = std::vector<PageWord>;

/// Of the first `most` pages, in reading order, while the first of them holds `wanted`; empty where it does not, or nothing can be read.
std::vector<PageWords> words_of_pages(const std::filesystem::path& file, int most, const std::string& wanted);

/// What the first page of a PDF says, line by line in reading order; empty where it says nothing or cannot be read.
std::string lines_of_first_page(std::string_view bytes);

}  // namespace lvce
