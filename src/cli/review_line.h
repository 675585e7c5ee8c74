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
  void add_draw(CLI::App& review);

  std::function<int()>& chosen_;
  ReviewDrawOptions draw_;
};

}  // namespace lvce
