// Office documents by LibreOffice: each in a run of its own, sheltered, within its time and the time of all.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "evidence/documents/shelter.h"

namespace lvce {

struct ConversionJob {
  std::filesystem::path file;
  std::string kind;        ///< as office_kind says
  std::string sha256;      ///< of the file: what it is called in the cache; empty: not kept
  std::string to = "pdf";  ///< or "odt", "xlsx": the first of two steps
};

enum class ConversionEnd {
  converted,
  failed,  ///< LibreOffice could not read it, or died of it
  timed_out,
  no_time_left,  ///< the time of all was used up by others
  not_started,   ///< LibreOffice cannot be run, or its folder not be written
};

struct Conversion {
  ConversionEnd end = ConversionEnd::not_started;
  std::filesystem::path file;  ///< as LibreOffice wrote it: with dates and identifiers, not to be bound as it is
};

struct ConvertOptions {
  std::filesystem::path soffice;
  std::filesystem::path folder;  ///< for copies, profiles and results; the caller removes it
  std::filesystem::path cache;   ///< results by digest, kept between runs; empty: none
  int at_once = 1;
  int seconds_per_file = 45;
  int seconds_in_all = 0;  ///< 0: 120 and 6 more for each file
  Shelter most = Shelter::user_namespaces;
  std::function<void(std::size_t done)> progress;  ///< may be empty
};

struct Converted {
  std::vector<Conversion> files;  ///< in the jobs' order
  bool cache_failed = false;      ///< something could not be kept
  bool unsheltered = false;       ///< LibreOffice ran without a shelter: the kernel has none for us
};

Converted convert_office(const std::vector<ConversionJob>& jobs, const ConvertOptions& options);

}  // namespace lvce
