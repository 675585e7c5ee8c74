// lvce review receive: packages as they arrive → the bureau's folder, its register and its sheets.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "review/receive/desk_record.h"

namespace lvce {

struct ReceiveOptions {
  std::filesystem::path inbox;
  std::filesystem::path desk;  ///< the bureau's folder; made where there is none
  std::optional<std::filesystem::path> roster;
  std::string received;              ///< 2021-10-12; empty: not said
  std::vector<std::string> rubrics;  ///< the bureau's own: kept in its folder from now on
  int jobs = 1;
  std::filesystem::path worker;  ///< this program
  std::function<void(std::size_t done, std::size_t all)> progress;
};

enum class ReceiveEnd { done, unusable, not_written };

struct Received {
  ReceiveEnd end = ReceiveEnd::done;
  DeskRecord record;                 ///< all that has arrived so far
  std::vector<std::string> sources;  ///< of this run
  std::vector<std::string> strays;   ///< files of the inbox that are no package
  Findings findings;
};

/// Opens and examines every package of the inbox, each in a worker, takes them into the record of the bureau's folder and writes it with its sheets. Packages
/// are kept below 收件/, as they were examined. Nothing that was recorded before is lost.
Received receive_inbox(const ReceiveOptions& options);

/// {received [{unit, state, claimed, recomputed, …}], missing []} (docs/review.md).
std::string received_to_json(const Received& received);

/// Inside a worker: parcels from standard input, answers to standard output. Returns the exit code of the process.
int run_receive_worker();

}  // namespace lvce
