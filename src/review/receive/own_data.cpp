#include "review/receive/own_data.h"

#include <exception>
#include <new>
#include <utility>

#include "pack/names.h"
#include "review/receive/claims.h"
#include "review/receive/compare_claims.h"
#include "review/receive/recompute.h"
#include "review/register/standards.h"
#include "support/files.h"

namespace lvce {
namespace {

constexpr std::uintmax_t kOwnDataAtMost = 16U << 20;

Finding told_difference(const Difference& one, const std::string& built_by) {
  const bool same_version = built_by == LVCE_VERSION;
  Finding finding = Finding::error(
      "verify-recomputed", in_file(kResultName), one.what + "是 " + one.claimed + "，按 数据.json 重新计算是 " + one.recomputed,
      same_version ? "不要使用这套材料，重新取得或重新生成" : "这套材料由版本 " + built_by + " 生成，本机是 " LVCE_VERSION "：用现在的版本重新生成后再比");
  if (!same_version) finding.severity = Severity::warning;
  return finding;
}

Findings compared(const Claims& claims, UnitData& data, const std::filesystem::path& installed) {
  BureauStandards standards(installed, {});
  const Rubric* rubric = standards.find(data.rubric);
  if (rubric == nullptr) {
    return {Finding::note("verify-recomputed", in_file(kUnitDataName), "本机没有评价标准“" + data.rubric + "”，得分和能耗没有重新计算", "")};
  }
  Findings findings;
  for (const Difference& one : compare_claims(claims, recompute(*rubric, data.dossier, standards.data())))
    findings.push_back(told_difference(one, claims.tool_version));
  return findings;
}

}  // namespace

Findings check_own_data(const std::filesystem::path& package, const std::filesystem::path& data) try {
  const std::filesystem::path file = package_file(package, kUnitDataName);
  const auto bytes = file.empty() ? std::nullopt : read_file(file, kOwnDataAtMost);
  if (!bytes) return {};
  ReadUnitData read = read_unit_data(*bytes, kUnitDataName);
  return read.data ? compared(read_claims(package), *read.data, data) : std::move(read.findings);
} catch (const std::bad_alloc&) {
  throw;  // the caller says what was too large
} catch (const std::exception& problem) {
  return {Finding::error("verify-record", in_file(kResultName), std::string("不是 lvce build 写的 result.json：") + problem.what(),
                         "不要使用这套材料，重新取得或重新生成")};
}

}  // namespace lvce
