// Many small readings on all cores.
#pragma once

#include <cstddef>
#include <functional>

namespace lvce {

/// Calls work(0) … work(count − 1), several at a time, and returns when all are done. `work` must not throw.
void side_by_side(std::size_t count, const std::function<void(std::size_t)>& work);

}  // namespace lvce
