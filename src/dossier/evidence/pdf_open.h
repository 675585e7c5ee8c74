// A PDF opened as far as it can be: what the library alone gives up is tried once more with a trailer and a page tree that we mend.
#pragma once

#include <filesystem>
#include <memory>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <vector>

namespace lvce {

struct OpenedPdf {
  std::unique_ptr<QPDF> pdf;
  bool repaired = false;  ///< by us: a copy must be bound, the file itself cannot be read again without it
};

/// Throws QPDFExc: locked, an encryption that nobody knows, or damaged beyond this. A file without a trailer that leads to a catalog gets a new
/// one, for the last /Type /Catalog in it.
OpenedPdf open_pdf(const std::filesystem::path& file);

/// In order. A page tree that leads back into itself is cut there.
std::vector<QPDFPageObjectHelper> pages_of(OpenedPdf& opened);

}  // namespace lvce
