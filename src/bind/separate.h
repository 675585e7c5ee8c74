// Documents → a PDF each, numbered from 1: for papers that are bound with nothing.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "bind/bind.h"

namespace lvce {

struct SeparatePdfs {
  std::vector<OutputPdf> files;  ///< <stem>.pdf of each document, in order
  Findings findings;             ///< character-without-face
};

/// Writes <folder>/<stem>.pdf of every document, single-sided; `mark` stands above every page; landscape pages are turned for `screen`. Throws std::exception
/// when a file cannot be written.
SeparatePdfs write_separate(const std::vector<Document>& documents, const std::string& mark, const std::string& author, const Faces& faces,
                            const std::filesystem::path& folder, bool screen = false);

}  // namespace lvce
