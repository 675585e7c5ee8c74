// What `lvce batch` and `lvce batch gather` take.
#pragma once

#include <functional>

#include "cli/options.h"

namespace CLI {
class App;
}

namespace lvce {

/// Options of the two commands; lives as long as the parser.
class BatchLine {
 public:
  /// `choose` is given what is to be run when one of the commands was called.
  void add_to(CLI::App& batch, CLI::App& gather, const std::function<void(std::function<int()>)>& choose);

 private:
  BatchOptions batch_;
  GatherOptions gather_;
};

}  // namespace lvce
