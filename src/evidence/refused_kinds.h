// What is no evidence though its bytes can be read: shortcuts, mails, unfinished downloads …, by name and by what its text is.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "evidence/job/protocol.h"

namespace lvce {

/// What stands behind the last full stop, lower case: at most 16 of ASCII letters, digits and signs, a letter among them; "crdownload".
std::string ending_of(std::string_view name);

/// Refused for its ending, whatever it holds; nothing for other files.
std::optional<Notice> refused_by_ending(std::string_view ending);

/// Only .txt, .md and .csv are text; nothing for these. Of others it is told what they hold under their name, and what to do.
std::optional<Notice> refused_as_text(std::string_view ending, std::string_view head);

}  // namespace lvce
