// The bureau's commands, each in a file of its own; all return an exit code.
#pragma once

#include "cli/review_options.h"

namespace lvce {

int run_review_receive(const ReviewReceiveOptions& options);
int run_review_opinions(const ReviewOpinionsOptions& options);
int run_review_draw(const ReviewDrawOptions& options);

int run_review_sheets(const ReviewSheetsOptions& options);
int run_review_status(const ReviewStatusOptions& options);
int run_review_score(const ReviewScoreOptions& options);
int run_review_report(const ReviewReportOptions& options);

}  // namespace lvce
