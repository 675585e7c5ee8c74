// How far a run is: a bar with the time left on a terminal, a line a unit elsewhere.
#pragma once

#include <chrono>
#include <cstddef>
#include <iosfwd>
#include <string>

#include "fleet/unit_row.h"

namespace lvce {

enum class ProgressLook { none, bar, lines };

class Progress {
 public:
  Progress(std::ostream& out, ProgressLook look, std::size_t all) : out_(out), look_(look), all_(all), begun_(std::chrono::steady_clock::now()) {}
  void note(const UnitRow& row);
  /// Ends the bar's line.
  void end();

 private:
  void draw();
  std::ostream& out_;
  ProgressLook look_;
  std::size_t all_;
  std::size_t done_ = 0, failed_ = 0;
  std::size_t worked_ = 0;  ///< units that took time: not those that were unchanged
  std::chrono::steady_clock::time_point begun_;
};

/// "[ 12/200] 某局：已生成，自评95，材料支持90.5，通过，缺项3"; of a failed unit what went wrong.
std::string progress_line(const UnitRow& row, std::size_t done, std::size_t all);
/// "约 3 分 20 秒"; empty for less than a second.
std::string time_words(std::chrono::seconds left);
/// 通过, 不通过, 待定, 不设合格线.
std::string verdict_words(const UnitRow& row);

}  // namespace lvce
