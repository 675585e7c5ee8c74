// The bureau's commands, each in a file of its own; all return an exit code.
#pragma once

#include "cli/review_options.h"

namespace lvce {

int run_review_draw(const ReviewDrawOptions& options);

}  // namespace lvce
