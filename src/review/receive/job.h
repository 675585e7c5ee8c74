// What the bureau's desk and its workers say to each other: one JSON object a line.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "review/receive/arrival.h"
#include "review/receive/parcels.h"

namespace lvce {

inline constexpr const char* kReceiveWorkerFlag = "--receive-worker";

struct ReceiveJob {
  Parcel parcel;
  std::filesystem::path scratch;       ///< an empty folder for what comes out of the parcel
  std::vector<std::string> standards;  ///< files, in place of the installed ones
};

std::string receive_job_to_line(const ReceiveJob& job);
std::optional<ReceiveJob> receive_job_from_line(const std::string& line);
std::string arrivals_to_line(const std::vector<Arrival>& arrivals);
/// Nothing when the line is no answer: the worker is then treated as broken.
std::optional<std::vector<Arrival>> arrivals_from_line(const std::string& line);

}  // namespace lvce
