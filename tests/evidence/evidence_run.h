// One folder of evidence, scanned and probed by this test program as its own worker.
#pragma once

#include <catch2/catch.hpp>

#include <functional>

#include "evidence/evidence_kit.h"

namespace lvce::testing {

/// Whether what will be bound is the file as it was, not something made of it.
inline bool is_copy(const EvidenceFile& file) { return file.prepared.native().find("-copy.") != std::string::npos; }

struct EvidenceRun {
  TempFolder evidence;
  TempFolder work;
  EvidenceFolder folder;
  Findings findings;
  ProbeOptions options;

  /// `between`: what happens to the folder after it was listed.
  void run(bool prepare = true, const std::function<void()>& between = nullptr) {
    findings.clear();
    folder = scan_evidence(evidence.path(), small_rubric(), findings);
    if (between) between();
    options.worker = std::filesystem::read_symlink("/proc/self/exe");
    options.work_folder = prepare ? work.path() : std::filesystem::path();
    probe_evidence(folder, options, findings);
  }
  std::filesystem::path at(const std::string& name) const { return evidence.path() / name; }
  const EvidenceFile& file(std::string_view path) const {
    const EvidenceFile* found = find_file(folder, path);
    REQUIRE(found != nullptr);
    return *found;
  }
  int count(std::string_view code) const { return count_code(findings, code); }
  /// The findings of one file, as "code code".
  std::string codes(std::string_view path) const {
    std::string out;
    for (const Finding& finding : findings) {
      if (finding.place.text() == "佐证材料/" + std::string(path)) out += (out.empty() ? "" : " ") + finding.code;
    }
    return out;
  }
};

}  // namespace lvce::testing
