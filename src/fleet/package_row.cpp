#include "fleet/package_row.h"

#include <algorithm>
#include <system_error>

#include "fleet/json.h"
#include "pack/names.h"
#include "pack/sums.h"
#include "support/files.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;
using fleet::Json;
using fleet::number_in;
using fleet::part_in;
using fleet::text_in;

constexpr std::uintmax_t kMaxResult = 256U << 20;

void fill_energy(UnitRow& row, const Json& result) {
  const Json& years = part_in(part_in(result, "energy"), "years");
  const Json& year = part_in(years, std::to_string(fleet::whole_in(result, "energy_year")).c_str());
  row.energy = {number_in(year, "total_kgce"),      number_in(year, "carbon_t"),      number_in(year, "water_m3"),
                number_in(year, "per_capita_kgce"), number_in(year, "per_area_kgce"), number_in(year, "per_capita_water_m3")};
  for (const Json& target : part_in(part_in(result, "energy"), "targets"))
    row.targets.push_back({text_in(target, "metric"), fleet::truth_in(target, "met"), ""});
}

void fill_findings(WholePackage& package, const Json& result) {
  UnitRow& row = package.row;
  Findings findings;
  for (const Json& json : part_in(result, "findings")) append(findings, fleet::singly_from_json(json));
  for (Finding& finding : findings) {
    package.waits_for_office = package.waits_for_office || finding.code == "evidence-office-format";
    package.worker_not_started = package.worker_not_started || finding.code == "evidence-worker-not-started";
    if (finding.severity == Severity::error) ++row.errors;
    if (finding.severity == Severity::missing) ++row.missing;
    if (is_blocking(finding.severity)) row.findings.push_back(std::move(finding));
  }
}

/// Sizes of all files of the package; nothing when one is not there.
std::optional<std::vector<PackedFile>> sizes_of(const fs::path& folder, const Sums& sums) {
  std::vector<std::string> names = {kSumsName, kZipName, kZipSumName};
  for (const auto& [name, digest] : sums) names.push_back(name);
  std::sort(names.begin(), names.end());
  std::vector<PackedFile> out;
  for (const std::string& name : names) {
    std::error_code error;
    const fs::path file = package_file(folder, name);
    const std::uintmax_t size = file.empty() ? 0 : fs::file_size(file, error);
    if (file.empty() || error) return std::nullopt;
    out.push_back({name, size});
  }
  return out;
}

int pages_of_bound(const Json& result) {
  for (const Json& file : part_in(result, "files"))
    if (text_in(file, "kind") == "bound") return fleet::whole_in(file, "pages");
  return 0;
}

}  // namespace

std::optional<WholePackage> read_whole_package(const fs::path& folder, const UnitTask& task) {
  const auto sums = read_sums(folder, kSumsName);
  const auto bytes = sums && sums->contains(kResultName) ? read_file(folder / kResultName, kMaxResult) : std::nullopt;
  if (!bytes || sha256_of(*bytes) != sums->at(kResultName)) return std::nullopt;
  const auto result = fleet::parse_object(*bytes);
  auto sizes = sizes_of(folder, *sums);
  if (!result || !sizes) return std::nullopt;
  WholePackage out;
  UnitRow& row = out.row;
  row = failed_row(task, 0, {});
  row.state = UnitState::built;
  row.rubric = text_in(part_in(*result, "rubric"), "id");
  row.claimed = number_in(part_in(*result, "total"), "claimed");
  row.supported = number_in(part_in(*result, "total"), "supported");
  row.verdict = text_in(*result, "verdict");
  for (const Json& gate : part_in(*result, "gates")) row.gates.push_back({text_in(gate, "id"), fleet::truth_in(gate, "met"), text_in(gate, "why")});
  fill_energy(row, *result);
  fill_findings(out, *result);
  row.code = row.errors + row.missing > 0 ? 1 : 0;
  row.pages = pages_of_bound(*result);
  row.inputs_sha256 = text_in(*result, "inputs_sha256");
  row.result_sha256 = sums->at(kResultName);
  row.files = std::move(*sizes);
  out.tool_version = text_in(*result, "tool_version");
  return out;
}

std::string lacking_of(const UnitRow& row, const fs::path& folder) {
  for (const PackedFile& file : row.files) {
    std::error_code error;
    const fs::path path = package_file(folder, file.path);
    const bool there = !path.empty() && fs::exists(path, error);
    if (!there) return "缺少 " + file.path;
    if (fs::file_size(path, error) != file.bytes || error) return file.path + " 不完整";
  }
  if (sha256_of_file(folder / kResultName).value_or("") != row.result_sha256) return std::string(kResultName) + " 不是这次生成的";
  return "";
}

}  // namespace lvce
