#include "desk/steps/caption_log.h"

#include <charconv>
#include <system_error>

#include "prepare/rename_log.h"
#include "support/csv_record.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

fs::path caption_record(const fs::path& evidence) { return evidence / kWithdrawnFolder / "图说记录.csv"; }

}  // namespace

std::vector<CaptionStep> read_caption_steps(const fs::path& evidence) {
  std::vector<CaptionStep> out;
  for (const std::vector<std::string>& fields : read_csv_record(caption_record(evidence)).value_or(std::vector<std::vector<std::string>>{})) {
    CaptionStep step;
    if (fields.size() != 4) continue;
    std::from_chars(fields[0].data(), fields[0].data() + fields[0].size(), step.round);
    if (step.round < 1) continue;  // the heads
    step.path = fields[1];
    step.before = fields[2];
    step.after = fields[3];
    out.push_back(std::move(step));
  }
  return out;
}

bool write_caption_steps(const fs::path& evidence, const std::vector<CaptionStep>& steps) {
  std::error_code error;
  fs::create_directories(evidence / kWithdrawnFolder, error);
  std::string lines = csv_line({"轮次", "文件", "原图说", "新图说"});
  for (const CaptionStep& step : steps) lines += csv_line({std::to_string(step.round), step.path, step.before, step.after});
  return write_csv_record(caption_record(evidence), lines);
}

}  // namespace lvce
