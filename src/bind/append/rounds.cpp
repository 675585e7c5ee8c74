#include "bind/append/rounds.h"

#include <algorithm>
#include <map>

namespace lvce {
namespace {

std::map<std::string, const PrintedFile*> by_path(const PrintRecord& printed) {
  std::map<std::string, const PrintedFile*> out;
  for (const PrintedFile& file : printed.files) out.emplace(file.path, &file);
  return out;
}

constexpr const char* kPutBack = "请放回原来的文件；更好的一份请另起文件名放入，会编成补页。确实要改动已打印的材料，请去掉 --append 重新生成并全部重印";
constexpr const char* kWhatToDo = "请放回原来的文件后再运行；确实要改动已打印的材料，请去掉 --append 重新生成并全部重印";

}  // namespace

std::vector<int> rounds_of(const EvidenceFolder& evidence, const std::optional<PrintRecord>& printed) {
  std::vector<int> rounds;
  if (!printed) return rounds;
  const auto known = by_path(*printed);
  for (const EvidenceFile& file : evidence.files) {
    const auto found = known.find(file.path);
    rounds.push_back(found == known.end() ? printed->round + 1 : found->second->round);
  }
  return rounds;
}

void order_by_round(EvidenceFolder& evidence, const PrintRecord& printed) {
  const auto known = by_path(printed);
  const auto round_of = [&](const EvidenceFile& file) {
    const auto found = known.find(file.path);
    return found == known.end() ? printed.round + 1 : found->second->round;
  };
  std::stable_sort(evidence.files.begin(), evidence.files.end(), [&](const EvidenceFile& a, const EvidenceFile& b) { return round_of(a) < round_of(b); });
}

Findings compare_with_printed(const EvidenceFolder& evidence, const PrintRecord& printed) {
  std::map<std::string, const EvidenceFile*> present;
  for (const EvidenceFile& file : evidence.files) present.emplace(file.path, &file);
  Findings findings;
  for (const PrintedFile& file : printed.files) {
    if (file.refused) continue;
    const auto found = present.find(file.path);
    if (found == present.end()) {
      findings.push_back(Finding::error("append-file-gone", in_evidence(file.path), "已经打印装订，现在找不到这个文件", kWhatToDo));
    } else if (found->second->sha256 != file.sha256) {
      findings.push_back(Finding::error("append-file-changed", in_evidence(file.path), "已经打印装订，现在文件的内容变了", kPutBack));
    }
  }
  return findings;
}

}  // namespace lvce
