#include "fleet/gather.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "fleet/package_row.h"
#include "fleet/record.h"
#include "fleet/shard.h"
#include "pack/pack.h"
#include "support/text.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kNamedUnits = 5;

class Gatherer {
 public:
  Gatherer(const fs::path& out, const Roster& roster) : out_(out), roster_(roster), records_(read_records(out)) {}

  FleetUnits gather() {
    collect();
    std::vector<const RosterUnit*> all;
    for (const RosterUnit& unit : roster_.units) all.push_back(&unit);
    for (const RosterUnit& unit : roster_.doubtful) all.push_back(&unit);
    std::sort(all.begin(), all.end(), [](const RosterUnit* a, const RosterUnit* b) { return a->row < b->row; });
    for (std::size_t i = 0; i < all.size(); ++i) take(*all[i], i);
    report_shards();
    report_strangers();
    return std::move(result_);
  }

 private:
  /// Rows by unit. Two shards that tell of one unit: the roster was changed between them.
  void collect() {
    for (const ShardRecord& record : records_) {
      counts_.insert(record.shard.count);
      if (record.finished) finished_.insert(record.shard.index);
      for (const UnitRow& row : record.rows) {
        const auto [place, added] = rows_.try_emplace(unit_key(row.name), &row);
        if (!added && place->second->result_sha256 != row.result_sha256) twice_.insert(place->first);
      }
    }
  }

  void take(const RosterUnit& unit, std::size_t index) {
    UnitTask task;
    task.index = index;
    task.name = unit.name;
    task.shown = unit.name;
    task.department = unit.department;
    task.place = roster_.place_of(unit);
    const std::string key = unit_key(unit.name);
    const auto found = rows_.find(key);
    if (roster_.find(unit.name) != &unit) return lack(task, "roster-unit-twice", "单位名称在名单里不止一行，都不采用", "请只留一行");
    if (found == rows_.end()) return lack(task, "gather-unit-missing", missing_words(unit.name), "请重新提交这一片，完成后再汇总");
    const UnitRow& told = *found->second;
    if (twice_.contains(key)) return lack(task, "gather-unit-twice", "有两片都报了这个单位，结果不同", "请用同一份名单把各片重新运行一遍");
    if (told.state == UnitState::failed) {
      const std::string why = told.findings.empty() ? "" : "：" + told.findings.front().message;
      return lack(task, "gather-unit-failed", "没有生成材料" + why, told.findings.empty() ? "请重新运行这一片" : told.findings.front().hint);
    }
    const std::string lacking = lacking_of(told, out_ / folder_name_of(told.name));
    if (!lacking.empty()) return lack(task, "gather-unit-half", "材料不全：" + lacking, "请重新复制，或重新运行这一片");
    UnitRow row = told;
    row.index = index;
    row.name = unit.name;
    row.department = unit.department;
    result_.rows.push_back(std::move(row));
  }

  void lack(const UnitTask& task, const char* code, const std::string& message, const std::string& hint) {
    result_.missing.push_back(task.name);
    result_.rows.push_back(failed_row(task, kUnitUnusable, {Finding::error(code, task.place, "“" + task.name + "”" + message, hint)}));
  }

  std::string missing_words(const std::string& name) const {
    if (counts_.empty()) return "没有任何一片的记录";
    const int count = *counts_.rbegin();
    const int index = shard_of(name, count);
    if (count == 1) return "不在记录里，可能是名单后来加上的，或运行中断了";
    const bool over = finished_.contains(index);
    return "第 " + std::to_string(index) + " 片（共 " + std::to_string(count) + " 片）" + (over ? "的记录里没有，可能是名单后来加上的" : "没有完成");
  }

  void report_shards() {
    if (counts_.size() > 1)
      result_.findings.push_back(Finding::error("gather-cuts-differ", on_disk((out_ / kRecordFolder).string()),
                                                "里面有两种分片数的记录，可能有两次运行混在一起", "请用同一个分片数把各片重新运行一遍"));
    if (counts_.size() != 1) return;
    std::vector<std::string> open;
    for (int i = 1; i <= *counts_.begin(); ++i)
      if (!finished_.contains(i)) open.push_back(std::to_string(i));
    if (open.empty()) return;
    result_.findings.push_back(Finding::error("gather-shard-open", on_disk((out_ / kRecordFolder).string()),
                                              "共 " + std::to_string(*counts_.begin()) + " 片，没有完成的：第 " + join(open, "、") + " 片",
                                              "请重新提交这些片，已经生成的单位不会重做"));
  }

  /// Told of, but not in the roster.
  void report_strangers() {
    std::vector<std::string> names;
    for (const auto& [key, row] : rows_)
      if (!roster_.by_key.contains(key) && !is_doubtful(key)) names.push_back("“" + row->name + "”");
    if (names.empty()) return;
    const std::size_t count = names.size();
    if (count > kNamedUnits) names.resize(kNamedUnits);
    result_.findings.push_back(Finding::error(
        "gather-unit-unknown", on_disk((out_ / kRecordFolder).string()),
        "名单里没有、但生成了的单位 " + std::to_string(count) + " 个：" + join(names, "、") + (count > kNamedUnits ? "等" : "") + "，没有列入汇总",
        "请核对是不是同一份名单"));
  }

  bool is_doubtful(const std::string& key) const {
    return std::any_of(roster_.doubtful.begin(), roster_.doubtful.end(), [&](const RosterUnit& unit) { return unit_key(unit.name) == key; });
  }

  const fs::path& out_;
  const Roster& roster_;
  std::vector<ShardRecord> records_;
  std::map<std::string, const UnitRow*> rows_;
  std::set<std::string> twice_;
  std::set<int> counts_, finished_;
  FleetUnits result_;
};

}  // namespace

FleetUnits gather_units(const fs::path& out, const Roster& roster) { return Gatherer(out, roster).gather(); }

}  // namespace lvce
