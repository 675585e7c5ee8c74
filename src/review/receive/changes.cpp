#include "review/receive/changes.h"

#include <map>
#include <set>

#include "office/unit_data.h"
#include "pack/names.h"
#include "pack/sums.h"
#include "support/files.h"
#include "support/text.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kDataBytes = 16U << 20;

/// A file of an indicator: what it is called, by what it holds.
using Papers = std::map<std::pair<std::string, std::string>, std::string>;

Papers papers_of(const fs::path& package) {
  Papers out;
  const auto bytes = read_file(package / kUnitDataName, kDataBytes);
  const ReadUnitData read = read_unit_data(bytes.value_or(""), kUnitDataName);
  if (!read.data) return out;
  for (const EvidenceFile& file : read.data->dossier.evidence.files) out[{file.indicators.front(), file.sha256}] = file.title;
  return out;
}

void compare_files(const fs::path& before, const fs::path& now, RoundChanges& out) {
  const Sums first = read_sums(before, kSumsName).value_or(Sums()), second = read_sums(now, kSumsName).value_or(Sums());
  std::set<std::string, decltype(&natural_less)> names(&natural_less);
  for (const auto& [name, digest] : first) names.insert(name);
  for (const auto& [name, digest] : second) names.insert(name);
  for (const std::string& name : names) {
    const auto old = first.find(name), fresh = second.find(name);
    if (old == first.end()) out.files.push_back("增：" + name);
    else if (fresh == second.end()) out.files.push_back("减：" + name);
    else if (old->second != fresh->second) out.files.push_back("改：" + name);
  }
}

void compare_papers(const fs::path& before, const fs::path& now, RoundChanges& out) {
  const Papers first = papers_of(before), second = papers_of(now);
  std::set<std::string, decltype(&natural_less)> lines(&natural_less);
  for (const auto& [key, title] : second)
    if (!first.contains(key)) lines.insert(key.first + " 增：" + title);
  for (const auto& [key, title] : first)
    if (!second.contains(key)) lines.insert(key.first + " 减：" + title);
  out.evidence.assign(lines.begin(), lines.end());
}

void compare_points(const Arrival& first, const Arrival& second, RoundChanges& out) {
  std::map<std::string, const IndicatorPoints*> before;
  for (const IndicatorPoints& one : first.indicators) before[one.id] = &one;
  for (const IndicatorPoints& one : second.indicators) {
    const auto old = before.find(one.id);
    if (old == before.end()) continue;
    if (old->second->claimed != one.claimed) out.scores.push_back(one.id + " 自评得分 " + old->second->claimed.text() + " → " + one.claimed.text());
    if (old->second->supported != one.supported) out.scores.push_back(one.id + " 材料支持得分 " + old->second->supported.text() + " → " + one.supported.text());
  }
}

}  // namespace

RoundChanges changes_since(const Arrival& first, const fs::path& before, const Arrival& second, const fs::path& now) {
  RoundChanges out;
  out.since = first.round;
  compare_files(before, now, out);
  compare_papers(before, now, out);
  compare_points(first, second, out);
  return out;
}

}  // namespace lvce
