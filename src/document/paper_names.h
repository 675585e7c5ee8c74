// What the papers of `lvce papers` are called, behind the year or period that they are of.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace lvce {

inline constexpr const char* kAnnualPaper = "能源资源消费分析报告";
inline constexpr const char* kSummaryPaper = "节约能源资源工作总结";
inline constexpr const char* kPeriodPaper = "能源资源消费公示表";
inline constexpr const char* kQuarterPaper = "能源资源消费分析";
inline constexpr const char* kVehiclePaper = "公务用车单车油耗核算表";
inline constexpr const char* kMeterPaper = "能源资源计量器具台账";
inline constexpr const char* kWastePaper = "生活垃圾清运量公示";
inline constexpr const char* kInvoicePaper = "票据明细清单";

inline constexpr std::array<std::string_view, 8> kPaperNames = {kAnnualPaper,  kSummaryPaper, kPeriodPaper, kQuarterPaper,
                                                                kVehiclePaper, kMeterPaper,   kWastePaper,  kInvoicePaper};

/// A file that is called so is one of the papers, whatever the office wrote behind.
inline bool names_a_paper(std::string_view file_name) {
  return std::any_of(kPaperNames.begin(), kPaperNames.end(), [&](std::string_view name) { return file_name.find(name) != std::string_view::npos; });
}

}  // namespace lvce
