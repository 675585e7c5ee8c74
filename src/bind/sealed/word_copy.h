// A Word file of ours that the office edited, without what our pages do not need of it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lvce {

/// Whether a file is one, by its name: only these can be changed, and are read for their charts.
bool is_own_word_file(const std::string& name);

/// Without the feet that hold nothing but a page number: the bound file has its own. Nothing: there are none, or it cannot be read.
std::optional<std::string> without_page_numbers(std::string_view package);

/// Without `words` in its headers, however Word has cut them into runs. Nothing: they stand in none, or it cannot be read.
std::optional<std::string> without_head_words(std::string_view package, const std::string& words);

}  // namespace lvce
