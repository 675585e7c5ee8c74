// One caption written into 图说.txt: the line of that file is changed, every other line stays as it is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lvce {

/// `text` is the caption file's (UTF-8), `names` are the files beside it, `name` one of them. An empty caption takes its line out.
std::string with_caption(std::string_view text, const std::vector<std::string>& names, const std::string& name, const std::string& caption);

/// The caption that the file gives to `name`; empty: none.
std::string caption_in(std::string_view text, const std::vector<std::string>& names, const std::string& name);

}  // namespace lvce
