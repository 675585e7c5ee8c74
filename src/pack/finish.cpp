// The last files of a package: result.json, sums, zip and its digest.
#include <algorithm>
#include <cerrno>

#include "pack/names.h"
#include "pack/pack.h"
#include "pack/sums.h"
#include "support/files.h"
#include "support/system_words.h"
#include "support/text.h"

namespace lvce {
namespace {

bool fail(Findings& findings, const Staging& staging, const std::string& name) {
  findings.push_back(
      Finding::error("output-not-written", on_disk((staging.target() / name).string()), "写不进去" + because(errno), "检查磁盘空间和文件夹权限；原有材料未动"));
  return false;
}

/// Digests of the files named; nothing when one cannot be read.
std::optional<Sums> digest_all(const std::filesystem::path& folder, const std::vector<PackageFile>& files, std::string& unreadable) {
  Sums out;
  for (const PackageFile& file : files) {
    const auto digest = file.sha256.empty() ? sha256_of_file(folder / file.name) : file.sha256;
    unreadable = file.name;
    if (!digest) return std::nullopt;
    out[file.name] = *digest;
  }
  return out;
}

void add_in_order(Archive& archive, const Sums& sums) {
  std::vector<std::string> names = {kSumsName};
  for (const auto& [name, digest] : sums) names.push_back(name);
  std::sort(names.begin(), names.end(), natural_less);
  for (const std::string& name : names) archive.add(name);
}

}  // namespace

bool finish_package(const Staging& staging, Archive& archive, const Assessment& assessment, const std::vector<BoundFile>& bound,
                    const std::vector<PackageFile>& files, Findings& findings, const PrintRecord* record) {
  const std::filesystem::path& folder = staging.folder();
  std::string name;
  auto sums = digest_all(folder, files, name);
  if (!sums) return fail(findings, staging, name);
  const std::string result = result_to_json(assessment, bound, files, *sums, record);
  if (!write_file(folder / kResultName, result)) return fail(findings, staging, kResultName);
  (*sums)[kResultName] = sha256_of(result);
  if (!write_file(folder / kSumsName, sums_to_text(*sums))) return fail(findings, staging, kSumsName);
  add_in_order(archive, *sums);
  const auto digest = archive.finish();
  if (!digest) return fail(findings, staging, kZipName);
  if (!write_file(folder / kZipSumName, sums_to_text({{kZipName, *digest}}))) return fail(findings, staging, kZipSumName);
  return true;
}

}  // namespace lvce
