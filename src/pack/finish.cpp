// The last files of a package: result.json, sums, zip and its digest.
#include <algorithm>

#include "pack/names.h"
#include "pack/pack.h"
#include "pack/sums.h"
#include "pack/zip.h"
#include "support/files.h"
#include "support/text.h"

namespace lvce {
namespace {

bool fail(Findings& findings, const Staging& staging, const std::string& name) {
  findings.push_back({"output-not-written", Severity::error, (staging.target() / name).string(), "写不进去",
                      "检查磁盘空间和文件夹权限；原有材料未动", ""});
  return false;
}

/// Digests of the files named; nothing when one cannot be read.
std::optional<Sums> digest_all(const std::filesystem::path& folder, const std::vector<PackageFile>& files, std::string& unreadable) {
  Sums out;
  for (const PackageFile& file : files) {
    const auto digest = sha256_of_file(folder / file.name);
    unreadable = file.name;
    if (!digest) return std::nullopt;
    out[file.name] = *digest;
  }
  return out;
}

}  // namespace

bool finish_package(const Staging& staging, const Assessment& assessment, const std::vector<BoundFile>& bound,
                    const std::vector<PackageFile>& files, Findings& findings, const PrintRecord* record) {
  const std::filesystem::path& folder = staging.folder();
  std::string name;
  auto sums = digest_all(folder, files, name);
  if (!sums) return fail(findings, staging, name);
  const std::string result = result_to_json(assessment, bound, files, *sums, record);
  if (!write_file(folder / kResultName, result)) return fail(findings, staging, kResultName);
  (*sums)[kResultName] = sha256_of(result);
  if (!write_file(folder / kSumsName, sums_to_text(*sums))) return fail(findings, staging, kSumsName);
  std::vector<std::string> packed = {kSumsName};
  for (const auto& [file, digest] : *sums) packed.push_back(file);
  std::sort(packed.begin(), packed.end(), natural_less);
  if (!write_zip(folder, packed, folder / kZipName)) return fail(findings, staging, kZipName);
  const auto digest = sha256_of_file(folder / kZipName);
  if (!digest || !write_file(folder / kZipSumName, sums_to_text({{kZipName, *digest}}))) return fail(findings, staging, kZipSumName);
  return true;
}

}  // namespace lvce
