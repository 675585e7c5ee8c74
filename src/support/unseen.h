// Strangers' characters that nobody sees, or that steer a terminal, are made visible: ESC is shown as 〈U+001B〉. The one place that says which
// they are and how they are shown.
//
//   what is shown                              how
//   names, one line of a list                  visible()
//   words of several lines                     visible_lines(): line breaks and tabs stay
//   paper, cells of spreadsheets, Word files   printable(): what only joins letters or lets a line break is left out, as in print
//   JSON                                       json_escaped(): the same value, written \u202E
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace lvce {

/// Control characters (ESC, C1, line breaks and tabs too), signs that change the direction of writing, zero-width and other format characters, and
/// blank letters. Not variation selectors, which choose the form of the character before them.
bool is_unseen(char32_t c);
/// An unseen character without meaning in print: zero-width spaces and joiners, soft hyphens, marks of direction that turn nothing round.
bool is_joint(char32_t c);

/// "〈U+202E〉"
std::string escaped(char32_t c);

std::string visible(std::string_view text);
std::string visible_path(const std::filesystem::path& path);
std::string visible_lines(std::string_view text);
std::string printable(std::string_view text);

/// A JSON text with its unseen characters as \u escapes: programs read the same strings, terminals are not steered by them.
std::string json_escaped(std::string_view json);

}  // namespace lvce
