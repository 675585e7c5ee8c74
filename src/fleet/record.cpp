#include "fleet/record.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <map>
#include <system_error>
#include <tuple>
#include <utility>

#include "fleet/json.h"
#include "roster/roster.h"
#include "support/files.h"
#include "support/text.h"
#include "support/worker.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

constexpr const char* kEnding = ".jsonl";
constexpr const char* kPartEnding = ".jsonl.part";
constexpr std::uintmax_t kMaxRecord = 4ULL << 30;

std::string stem_of_shard(const Shard& shard) { return std::to_string(shard.index) + "-" + std::to_string(shard.count); }

/// The shard that a record's name says, and whether it is finished.
std::optional<ShardRecord> named_record(const std::string& name) {
  ShardRecord out;
  out.finished = name.ends_with(kEnding);
  if (!out.finished && !name.ends_with(kPartEnding)) return std::nullopt;
  const std::string stem = name.substr(0, name.size() - std::strlen(out.finished ? kEnding : kPartEnding));
  const auto shard = parse_shard(replace_all(stem, "-", "/"));
  if (!shard) return std::nullopt;
  out.shard = *shard;
  return out;
}

std::string begun_line(const std::string& key) { return fleet::one_line({{"begun", key}}); }

/// Keys that an interrupted record has begun.
std::set<std::string> begun_in(const fs::path& part) {
  std::set<std::string> out;
  for (const std::string& line : split(read_file(part, kMaxRecord).value_or(""), '\n')) {
    if (!line.starts_with("{\"begun\"")) continue;
    if (const auto json = fleet::parse_object(line)) out.insert(fleet::text_in(*json, "begun"));
  }
  return out;
}

/// Records of runs cut otherwise say nothing of this one.
void remove_other_cuts(const fs::path& folder, int count) {
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    const auto named = named_record(at->path().filename().string());
    std::error_code ignored;
    if (named && named->shard.count != count) fs::remove(at->path(), ignored);
  }
}

}  // namespace

std::optional<RunRecord> RunRecord::open(const fs::path& out, const Shard& shard, Findings& findings) {
  const fs::path folder = out / kRecordFolder;
  std::error_code error;
  fs::create_directories(folder, error);
  RunRecord record(folder / (stem_of_shard(shard) + kPartEnding), folder / (stem_of_shard(shard) + kEnding));
  record.begun_ = begun_in(record.part_);
  std::string text;
  for (const std::string& key : record.begun_) text += begun_line(key) + "\n";
  const fs::path fresh = record.part_.string() + ".new";
  const bool written = write_file(fresh, text);
  if (written) fs::rename(fresh, record.part_, error);
  if (written && !error) record.descriptor_ = ::open(record.part_.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC);
  if (record.descriptor_ < 0) {
    findings.push_back(Finding::error("output-not-writable", on_disk(out.string()), "输出文件夹不能写入", "检查路径、权限和磁盘空间，或用 -o 指定别处"));
    return std::nullopt;
  }
  fs::remove(record.whole_, error);
  remove_other_cuts(folder, shard.count);
  return record;
}

RunRecord::RunRecord(RunRecord&& other) noexcept
    : part_(std::move(other.part_)),
      whole_(std::move(other.whole_)),
      begun_(std::move(other.begun_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      good_(other.good_) {}

RunRecord::~RunRecord() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void RunRecord::add(const std::string& line) { good_ = write_all(descriptor_, line + "\n") && good_; }

bool RunRecord::begun_before(const std::string& name) const { return begun_.contains(unit_key(name)); }

void RunRecord::note_begun(const std::string& name) { add(begun_line(unit_key(name))); }

void RunRecord::note_row(const UnitRow& row) { add(row_to_line(row)); }

bool RunRecord::finish() {
  if (descriptor_ >= 0) good_ = ::fsync(descriptor_) == 0 && good_;
  std::error_code error;
  if (good_) fs::rename(part_, whole_, error);
  return good_ && !error;
}

std::vector<ShardRecord> read_records(const fs::path& out) {
  std::vector<ShardRecord> records;
  std::error_code error;
  for (fs::directory_iterator at(out / kRecordFolder, error), end; !error && at != end; at.increment(error)) {
    auto record = named_record(at->path().filename().string());
    if (!record) continue;
    std::map<std::string, UnitRow> last;
    for (const std::string& line : split(read_file(at->path(), kMaxRecord).value_or(""), '\n')) {
      auto row = row_from_line(line);
      if (row) last.insert_or_assign(unit_key(row->name), std::move(*row));
    }
    for (auto& [key, row] : last) record->rows.push_back(std::move(row));
    records.push_back(std::move(*record));
  }
  std::sort(records.begin(), records.end(), [](const ShardRecord& a, const ShardRecord& b) {
    return std::tuple(a.shard.count, a.shard.index, a.finished) < std::tuple(b.shard.count, b.shard.index, b.finished);
  });
  return records;
}

}  // namespace lvce
