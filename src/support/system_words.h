// What the system says when it refuses, in Chinese.
#pragma once

#include <string>
#include <system_error>

namespace lvce {

/// "磁盘已满" for ENOSPC; "系统错误 71" for what offices never meet. `error` is an errno.
std::string system_words(int error);
std::string system_words(const std::error_code& error);
/// "：磁盘已满", to stand behind what failed; empty for 0.
std::string because(int error);

}  // namespace lvce
