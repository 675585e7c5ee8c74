// lvce review receive: packages as they arrive, examined and computed again.
#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <set>
#include <thread>

#include "cli/options.h"
#include "cli/pipeline.h"
#include "cli/print.h"
#include "cli/review_commands.h"
#include "review/receive/receive.h"
#include "review/receive/receive_tables.h"
#include "review/report/report.h"
#include "support/inside.h"
#include "support/program.h"
#include "support/text.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

constexpr int kReceiversAtMost = 4;
constexpr std::size_t kMissingNamed = 20;

int receivers_wanted(int asked) {
  const int cores = static_cast<int>(std::thread::hardware_concurrency());
  return asked > 0 ? asked : std::clamp(cores, 1, kReceiversAtMost);
}

void show_progress(std::size_t done, std::size_t all) {
  std::cerr << "\r已打开 " << done << "/" << all << " 份材料" << (done == all ? "\n" : "") << std::flush;
}

/// One line for each arrival of this run that is not as it should be.
void tell_arrivals(std::ostream& out, const Received& received) {
  const std::set<std::string> now(received.sources.begin(), received.sources.end());
  for (const Arrival& arrival : received.record.arrivals) {
    if (!now.contains(arrival.source)) continue;
    const std::string round = arrival.round > 1 ? "（第" + std::to_string(arrival.round) + "轮）" : "";
    if (arrival.state != "ok")
      out << "[" << state_word(arrival.state) << "] " << arrival.unit << round << " — " << arrival.source << " — " << arrival.reason << "\n";
    else if (arrival.changes)
      out << "[第" << arrival.round << "轮] " << arrival.unit << " — " << arrival.source << " — 比第" << arrival.changes->since << "轮变化："
          << "得分 " << arrival.changes->scores.size() << " 处，佐证材料 " << arrival.changes->evidence.size() << " 份，文件 " << arrival.changes->files.size()
          << " 个\n";
  }
  for (const std::string& stray : received.strays) out << "[不是材料] " << stray << " — 没有收下；请单位报送 lvce build 生成的 申报材料.zip\n";
}

void tell_counts(std::ostream& out, const Received& received) {
  const auto count = [&](const char* state) {
    return std::count_if(received.record.arrivals.begin(), received.record.arrivals.end(), [state](const Arrival& one) { return one.state == state; });
  };
  out << "登记 " << received.record.arrivals.size() << " 份：正常 " << count("ok");
  for (const char* state : {"late", "double", "unknown", "altered", "broken"})
    if (count(state) > 0) out << "，" << state_word(state) << " " << count(state);
  out << "\n";
  const std::vector<std::string>& missing = received.record.missing;
  if (missing.empty()) return;
  const std::vector<std::string> named(missing.begin(), missing.begin() + static_cast<std::ptrdiff_t>(std::min(missing.size(), kMissingNamed)));
  out << "未报送 " << missing.size() << " 家：" << join(named, "、") << (missing.size() > kMissingNamed ? " 等，全部见 收件登记表.xlsx" : "") << "\n";
}

/// Reports of the bureaus below that lie in the inbox. False where one was refused.
bool take_reports(const ReviewReceiveOptions& options, std::ostream& out) {
  const std::vector<fs::path> reports = find_reports(options.inbox);
  if (reports.empty()) return true;
  Findings findings;
  if (const auto desk = read_register(options.desk, findings)) {
    for (const fs::path& report : reports)
      if (const auto taken = take_report(report, options.desk, *desk, findings))
        out << "已接收“" << taken->from << "”的上报材料，其中填好的核查表 " << taken->sheets << " 张\n";
  }
  print_findings(out, findings);
  return is_complete(findings);
}

bool is_all_well(const Received& received) {
  const auto& arrivals = received.record.arrivals;
  return received.record.missing.empty() && received.strays.empty() && is_complete(received.findings) &&
         std::all_of(arrivals.begin(), arrivals.end(), [](const Arrival& one) { return one.state == "ok"; });
}

}  // namespace

int run_review_receive(const ReviewReceiveOptions& options) {
  if (options.desk.empty()) {
    std::cerr << "请用 -o 写明评审文件夹，如：lvce review receive 收件箱 -o 评审\n";
    return kUsage;
  }
  if (is_inside(options.desk, options.inbox)) {
    std::cerr << "评审文件夹 " << options.desk.string() << " 在收件文件夹里面，会和收到的材料混在一起；请用 -o 指定别处\n";
    return kUsage;
  }
  ReceiveOptions receive;
  receive.inbox = options.inbox;
  receive.desk = options.desk;
  if (!options.roster.empty()) receive.roster = options.roster;
  receive.received = options.received;
  receive.rubrics = options.rubrics;
  receive.jobs = receivers_wanted(options.jobs);
  receive.worker = own_program();
  if (!options.json && ::isatty(STDERR_FILENO) == 1) receive.progress = show_progress;
  const Received received = receive_inbox(receive);
  if (received.end != ReceiveEnd::done) return refuse(received.findings, received.end == ReceiveEnd::unusable ? kUnusable : kNotWritten);
  std::ostream& words = options.json ? std::cerr : std::cout;
  print_findings(words, received.findings);
  tell_arrivals(words, received);
  tell_counts(words, received);
  const bool reports_taken = take_reports(options, words);
  words << "请看：" << (options.desk / "形式审查表.xlsx").string() << "（完整只说明是一整套，不说明内容属实）\n";
  if (options.json) std::cout << received_to_json(received);
  return is_all_well(received) && reports_taken ? kDone : kFindings;
}

}  // namespace lvce
