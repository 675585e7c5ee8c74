// Up the levels: what a bureau's folder hands to the bureau above it, and how that one takes it in.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "review/score/results.h"

namespace lvce {

inline constexpr const char* kReportFolder = "上报";
inline constexpr const char* kReportName = "上报.json";
inline constexpr const char* kReportSums = "上报校验.sha256";

struct ReportSource {
  std::filesystem::path desk;
  std::string from;  ///< the reporting bureau
  const Register& received;
  const ReviewResults& results;
};

/// Makes 上报/<bureau>/ anew: 上报.json (who was received, reviewed, with what points; sums), every sheet in which something was entered, the draws, the lists
/// of 结果/, and 上报校验.sha256. False: the findings say why, and the earlier one stays.
bool write_report(const ReportSource& source, Findings& findings);

struct TakenReport {
  std::string from;
  std::size_t sheets = 0;
  std::vector<std::string> unknown;  ///< units of the report whose package this bureau does not have, or has otherwise
};

/// Folders below `inbox`, itself included, that are reports.
std::vector<std::filesystem::path> find_reports(const std::filesystem::path& inbox);

/// Every file against its sum, then into 下级/<bureau>/: its sheets are read from there with all others. A report that is there is never written over: one
/// with other content becomes <bureau>（2）. Nothing: refused, the findings say why.
std::optional<TakenReport> take_report(const std::filesystem::path& report, const std::filesystem::path& desk, const Register& received, Findings& findings);

}  // namespace lvce
