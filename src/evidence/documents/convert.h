// Office documents to PDFs by LibreOffice: in batches, each file with a time limit, a bad one costing itself only.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace lvce {

struct ConversionJob {
  std::filesystem::path file;
  std::string kind;    ///< as office_kind says
  std::string sha256;  ///< of the file: what it is called in the cache
};

enum class ConversionEnd {
  converted,
  failed,  ///< LibreOffice could not read it, or died of it
  timed_out,
  not_started,  ///< LibreOffice cannot be run, or its folder not be written
};

struct Conversion {
  ConversionEnd end = ConversionEnd::not_started;
  std::filesystem::path pdf;  ///< as LibreOffice wrote it: with dates and identifiers, not to be bound as it is
};

struct ConvertOptions {
  std::filesystem::path soffice;
  std::filesystem::path folder;  ///< for copies, the profile and the results; the caller removes it
  std::filesystem::path cache;   ///< results by digest, kept between runs; empty: none
  int seconds_per_file = 60;
  int seconds_to_start = 30;                       ///< on top, for the first of a batch
  std::function<void(std::size_t done)> progress;  ///< may be empty
};

struct Converted {
  std::vector<Conversion> files;  ///< in the jobs' order
  bool cache_failed = false;      ///< something could not be kept
};

Converted convert_office(const std::vector<ConversionJob>& jobs, const ConvertOptions& options);

}  // namespace lvce
