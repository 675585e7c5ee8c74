#include "review/receive/examine.h"

#include <algorithm>
#include <system_error>

#include "pack/names.h"
#include "pack/pack.h"
#include "review/receive/claims.h"
#include "review/receive/compare_claims.h"
#include "review/receive/recompute.h"
#include "support/files.h"
#include "support/json/checked.h"
#include "support/text.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kDataAtMost = 16U << 20;
constexpr std::size_t kFaultsNamed = 20;

void add_faults(Arrival& arrival, const Findings& findings) {
  for (const Finding& finding : findings) {
    if (arrival.faults.size() >= kFaultsNamed) return;
    arrival.faults.push_back({finding.code, finding.place.text(), finding.message, finding.hint});
  }
}

/// A file that does not belong to it changes nothing of the package.
Findings take_extra(Findings findings, Arrival& arrival) {
  Findings rest;
  for (Finding& finding : findings) {
    if (finding.code == "verify-file-extra") arrival.extra.push_back(finding.place.file);
    else rest.push_back(std::move(finding));
  }
  return rest;
}

/// What is not of the sums does not stay; the zip holds the same files once more.
void strip(const fs::path& folder, const Sums& sums) {
  std::error_code error;
  for (const std::string& name : list_package(folder))
    if (!sums.contains(name) && name != kSumsName) fs::remove_all(folder / name, error);
}

std::string digest_of_sums(const fs::path& folder) {
  const auto bytes = read_file(folder / kSumsName, kDataAtMost);
  return bytes ? sha256_of(*bytes) : "";
}

std::optional<UnitData> read_data(const fs::path& folder, Arrival& arrival) {
  const fs::path file = package_file(folder, kUnitDataName);
  const auto bytes = file.empty() ? std::nullopt : read_file(file, kDataAtMost);
  if (!bytes) {
    arrival.faults.push_back({"unit-data-missing", kUnitDataName, "材料里没有，不能重新计算", "请单位用现在的版本重新生成并报送"});
    return std::nullopt;
  }
  ReadUnitData read = read_unit_data(*bytes, kUnitDataName);
  add_faults(arrival, read.findings);
  return std::move(read.data);
}

void take_claims(const Claims& claims, Arrival& arrival) {
  arrival.unit = trim(claims.unit);
  arrival.named = !arrival.unit.empty();
  arrival.rubric = claims.rubric;
  arrival.year = claims.year;
  arrival.pages = claims.pages;
  arrival.complete = claims.complete;
  arrival.open_points = claims.open_points;
  arrival.stated = claims.totals;
}

void take_data(const UnitData& data, Arrival& arrival) {
  const UnitInfo& unit = data.dossier.workbook.unit;
  arrival.unit = trim(unit.text("单位名称"));
  arrival.named = !arrival.unit.empty();
  arrival.rubric = data.rubric;
  arrival.level = unit.text("单位层级");
  arrival.category = unit.text("单位类别");
  arrival.credit_code = unit.text("统一社会信用代码");
  arrival.year = unit.year("评价年度").value_or(0);
}

void take_our_figures(const Assessment& again, Arrival& arrival) {
  arrival.readable = true;
  arrival.recomputed = {again.claimed, again.supported, verdict_word(again.verdict)};
  for (const IndicatorResult& result : again.indicators)
    arrival.indicators.push_back({result.indicator->id, std::string(status_name(result.status)), result.indicator->points, result.claimed, result.supported});
}

void compute_again(const std::optional<Claims>& claims, UnitData& data, BureauStandards& rubrics, Arrival& arrival) {
  const Rubric* rubric = rubrics.find(data.rubric);
  if (rubric == nullptr) {
    arrival.faults.push_back({"unit-rubric-unknown", kUnitDataName, "本机没有评价标准“" + data.rubric + "”，不能重新计算", "用 --rubric 指定这套标准的文件"});
    return;
  }
  const Assessment again = recompute(*rubric, data.dossier, rubrics.data());
  take_our_figures(again, arrival);
  if (claims) arrival.differences = compare_claims(*claims, again);
}

/// What the office calls it, where the package cannot be asked.
std::string name_from(const std::string& source) {
  const std::vector<std::string> steps = split(source, '/');
  std::string name = steps.back();
  if (steps.size() > 1 && name == kZipName) name = steps[steps.size() - 2];
  const fs::path path(name);
  const std::string ending = path.extension().string();
  return ending.size() > 1 && ending.size() <= 5 &&
                 ending.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.") == std::string::npos
             ? path.stem().string()
             : name;
}

}  // namespace

Arrival examine_package(const UnpackedPackage& opened, BureauStandards& rubrics) {
  Arrival arrival;
  arrival.source = opened.source;
  arrival.unit = name_from(opened.source);
  arrival.extra = opened.extra;
  add_faults(arrival, opened.trouble);
  if (opened.folder.empty()) return arrival;
  const Findings wrong = take_extra(verify_package(opened.folder), arrival);
  add_faults(arrival, wrong);
  arrival.whole = wrong.empty();
  const auto sums = read_sums(opened.folder, kSumsName);
  if (arrival.whole && sums) {
    strip(opened.folder, *sums);
    arrival.sha256 = digest_of_sums(opened.folder);
    arrival.folder = opened.folder.string();
  }
  std::optional<Claims> claims;
  try {
    claims = read_claims(opened.folder);
    take_claims(*claims, arrival);
  } catch (const JsonFault& fault) {
    if (arrival.whole) arrival.faults.push_back({"result-unreadable", kResultName, std::string("读不出：") + fault.what(), "请单位重新生成并报送"});
  }
  std::optional<UnitData> data = read_data(opened.folder, arrival);
  if (!data) return arrival;
  take_data(*data, arrival);
  compute_again(claims, *data, rubrics, arrival);
  return arrival;
}

}  // namespace lvce
