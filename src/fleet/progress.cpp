#include "fleet/progress.h"

#include <ostream>

namespace lvce {
namespace {

constexpr std::size_t kBarWidth = 24;

std::string bar_of(std::size_t done, std::size_t all) {
  const std::size_t full = all == 0 ? kBarWidth : done * kBarWidth / all;
  std::string bar;
  for (std::size_t i = 0; i < kBarWidth; ++i) bar += i < full ? "█" : "░";
  return bar;
}

std::string state_words(UnitState state) {
  switch (state) {
    case UnitState::built: return "已生成";
    case UnitState::unchanged: return "没有变化";
    case UnitState::failed: return "没有生成";
  }
  return "";
}

}  // namespace

std::string verdict_words(const UnitRow& row) {
  if (row.verdict == "pass") return "通过";
  if (row.verdict == "fail") return "不通过";
  return row.verdict == "undetermined" ? "待定" : "不设合格线";
}

std::string time_words(std::chrono::seconds left) {
  const auto seconds = left.count();
  if (seconds < 1) return "";
  if (seconds < 60) return "约 " + std::to_string(seconds) + " 秒";
  if (seconds < 3600) return "约 " + std::to_string(seconds / 60) + " 分 " + std::to_string(seconds % 60) + " 秒";
  return "约 " + std::to_string(seconds / 3600) + " 小时 " + std::to_string(seconds % 3600 / 60) + " 分";
}

std::string progress_line(const UnitRow& row, std::size_t done, std::size_t all) {
  std::string line = "[" + std::to_string(done) + "/" + std::to_string(all) + "] " + row.name + "：" + state_words(row.state);
  if (row.state == UnitState::failed) {
    if (!row.findings.empty()) line += "，" + row.findings.front().message + "〔" + row.findings.front().code + "〕";
    return line;
  }
  if (row.claimed) line += "，自评 " + row.claimed->shortest();
  if (row.supported) line += "，材料支持 " + row.supported->shortest();
  line += "，" + verdict_words(row);
  if (row.errors > 0) line += "，错误 " + std::to_string(row.errors);
  if (row.missing > 0) line += "，缺项 " + std::to_string(row.missing);
  return line;
}

void Progress::note(const UnitRow& row) {
  ++done_;
  if (row.state == UnitState::failed) ++failed_;
  if (row.state != UnitState::unchanged) ++worked_;
  if (look_ == ProgressLook::lines) out_ << progress_line(row, done_, all_) << "\n" << std::flush;
  if (look_ == ProgressLook::bar) draw();
}

void Progress::draw() {
  const auto taken = std::chrono::steady_clock::now() - begun_;
  const std::size_t left = all_ - done_;
  const std::size_t paced = worked_ > 0 ? worked_ : done_;
  const auto rest = std::chrono::duration_cast<std::chrono::seconds>(taken / static_cast<long>(paced) * static_cast<long>(left));
  const std::string time = left == 0 ? "" : time_words(rest);
  out_ << "\r\x1b[K" << bar_of(done_, all_) << " " << done_ << "/" << all_ << (time.empty() ? "" : "  还要" + time)
       << (failed_ == 0 ? "" : "  没有生成 " + std::to_string(failed_)) << std::flush;
}

void Progress::end() {
  if (look_ == ProgressLook::bar) out_ << "\n" << std::flush;
}

}  // namespace lvce
