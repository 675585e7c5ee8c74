#include "cli/open_printed.h"

#include <system_error>

#include "bind/online.h"
#include "pack/record_json.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr int kUsualDpi = 200;

/// Options that would print other pages.
std::vector<std::string> contradictions(const PrintRecord& record, const BuildOptions& options) {
  std::vector<std::string> names;
  if (options.single_sided && record.duplex) names.emplace_back("--single-sided");
  if (options.full_size && !record.full_size) names.emplace_back("--full-size");
  if (options.repeat_pages && !record.repeat_pages) names.emplace_back("--repeat-pages");
  if (options.economy && !record.economy) names.emplace_back("--economy");
  if (options.volume_pages != 0 && options.volume_pages != record.volume_pages) names.emplace_back("--volume-pages");
  if (options.dpi != kUsualDpi && options.dpi != record.dpi) names.emplace_back("--dpi");
  return names;
}

}  // namespace

bool has_supplements(const std::filesystem::path& target) {
  const auto record = read_print_record(target);
  return record && record->round > 0;
}

Finding no_printed_package(const std::filesystem::path& place) {
  return Finding::error("append-no-package", on_disk(place.string()), "没有可以补充的材料：这里没有本单位的整套材料，或 result.json 被改动过",
                        "请用 -o 指定已打印的那一套所在的位置，单位名称要与打印时一致；还没有打印的，去掉 --append");
}

std::optional<PrintRecord> open_printed(const std::filesystem::path& target, const PrintedFor& whom, BuildOptions& options, Findings& findings) {
  const auto refuse = [&](const char* code, std::string message, std::string hint) {
    findings.push_back(Finding::error(code, on_disk(target.string()), std::move(message), std::move(hint)));
    return std::nullopt;
  };
  auto record = read_print_record(target);
  if (!record) {
    findings.push_back(no_printed_package(target));
    return std::nullopt;
  }
  if (record->unit != whom.unit)
    return refuse("append-other-unit", "已打印的是“" + record->unit + "”的材料，现在是“" + whom.unit + "”", "请核对单位文件夹和 -o 的位置");
  if (record->rubric != whom.rubric)
    return refuse("append-other-rubric", "已打印的材料按 " + record->rubric + " 编排，现在是 " + whom.rubric, "请核对评价标准；换标准要去掉 --append 重新生成");
  const std::vector<std::string> names = contradictions(*record, options);
  if (!names.empty()) return refuse("append-options-differ", "已打印的材料不是这样装订的：" + join(names, "、"), "补页自动沿用原来的装订方式，请去掉这些选项");
  options.single_sided = !record->duplex;
  options.full_size = record->full_size;
  options.repeat_pages = record->repeat_pages;
  options.economy = record->economy;
  options.volume_pages = record->volume_pages;
  options.dpi = record->dpi;
  std::error_code error;
  if (std::filesystem::is_directory(target / kOnlineFolder, error)) options.per_indicator = true;
  return record;
}

}  // namespace lvce
