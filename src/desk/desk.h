// `lvce open`: the unit folder as a page in this machine's browser. Loopback only; nobody without the token sees or changes anything.
#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <memory>
#include <string>

#include "assess/assess.h"
#include "evidence/evidence.h"

namespace lvce {

/// A unit as it was judged at one moment.
struct Judgement {
  std::shared_ptr<const Assessment> assessment;  ///< with all that it borrows from; nothing: the unit cannot be judged
  Findings findings;                             ///< why, then
  std::filesystem::path unpacked;                ///< where files of archives lie
};

/// Judges a unit folder as `lvce check` does. Called by one thread at a time; what it remembers between calls is its own affair.
using JudgeUnit = std::function<Judgement(const std::filesystem::path& unit)>;

struct DeskOptions {
  std::filesystem::path folder;  ///< a unit folder, or one above units
  int port = 0;                  ///< 0: any that is free
  bool browser = true;           ///< the address is opened, by xdg-open
  bool can_print = false;        ///< there is a command `print`
  ProbeOptions probe;            ///< how files are opened for their thumbnails and first pages; `worker` is this program
  JudgeUnit judge;
};

/// Serves until Ctrl-C, 结束 on the page, or an hour without use. Prints the address as the first line of `out`. False, with a line on `errors`: the port
/// cannot be had.
bool run_desk(const DeskOptions& options, std::ostream& out, std::ostream& errors);

struct PageFileOptions {
  std::string folder;  ///< of the unit, as it is shown
  std::string owner;   ///< 责任科室 whose part alone is shown; empty: all
  ProbeOptions probe;  ///< how files are opened for their thumbnails
};

/// The same view as one HTML file that needs no server and no network. Nothing when the page's own files are not there.
std::optional<std::string> page_as_file(const Judgement& judgement, const PageFileOptions& options);

}  // namespace lvce
