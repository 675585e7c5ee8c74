// `lvce review …` on the command line.
#pragma once

#include <functional>

#include <CLI/CLI.hpp>

#include "cli/review_options.h"

namespace lvce {

/// Adds the subcommands and holds what they were given; the chosen one is put into `chosen`, which must outlive it.
class ReviewLine {
 public:
  explicit ReviewLine(std::function<int()>& chosen) : chosen_(chosen) {}
  void add_to(CLI::App& app);

 private:
  void add_receive(CLI::App& review);
  void add_opinions(CLI::App& review);
  void add_draw(CLI::App& review);
  void add_sheets(CLI::App& review);
  void add_status(CLI::App& review);
  void add_score(CLI::App& review);
  void add_report(CLI::App& review);

  std::function<int()>& chosen_;
  ReviewReceiveOptions receive_;
  ReviewOpinionsOptions opinions_;
  ReviewDrawOptions draw_;
  ReviewSheetsOptions sheets_;
  ReviewStatusOptions status_;
  ReviewScoreOptions score_;
  ReviewReportOptions report_;
};

}  // namespace lvce
