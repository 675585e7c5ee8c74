// A small judged unit and PDFs with numbered pages, built by hand.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "pack/pack.h"

namespace lvce::test {

struct NumberedPdf {
  int pages = 3;
  int first_label = 1;
  bool labels = true;
  bool number_on_first = false;
  std::string foreign;      ///< content before the stamp, as evidence has it
  int wrong_on_page = 0;    ///< this page prints a number that is one too high
  int unnumbered_page = 0;  ///< this page prints none
  std::string check_code;   ///< on every numbered page; empty: none
};

void write_pdf(const std::filesystem::path& path, const NumberedPdf& wanted);

/// Rubric, dossier and assessment of one indicator with one file bound at page 3.
struct SampleAssessment {
  SampleAssessment();
  SampleAssessment(const SampleAssessment&) = delete;
  SampleAssessment& operator=(const SampleAssessment&) = delete;
  Rubric rubric;
  Dossier dossier;
  Assessment assessment;
  std::vector<BoundFile> bound;
};

/// Writes a bound file, a report and a sheet into `folder` and says so.
std::vector<PackageFile> write_files(const std::filesystem::path& folder, const NumberedPdf& bound = {}, const std::string& report_code = {});

/// A finished package OUT/示例局; its folder.
/// `report_code`: what 01 prints as 校验; `recorded_code`: what is recorded for it.
std::filesystem::path build_sample(const std::filesystem::path& out, const NumberedPdf& bound = {}, const std::string& report_code = {},
                                   const std::string& recorded_code = {});

}  // namespace lvce::test
