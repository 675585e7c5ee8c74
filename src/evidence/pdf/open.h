// A PDF opened as far as it can be: what the library alone gives up is tried once more with a trailer, a catalog and a page tree that we mend.
#pragma once

#include <filesystem>
#include <memory>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <stdexcept>
#include <vector>

namespace lvce {

inline constexpr int kTreeDepth = 100;  ///< of pages; deeper is not looked into

struct OpenedPdf {
  std::unique_ptr<QPDF> pdf;
  bool repaired = false;  ///< by us: a copy must be bound, the file itself cannot be read again without it
  bool unlocked = false;  ///< only its attachments are encrypted, and they are left behind: a copy must be bound
  bool gathered = false;  ///< no tree leads to the pages: their number and order are those in which they stand in the file
};

/// Damaged, and encrypted: how is lost.
struct EncryptionLost : std::runtime_error {
  EncryptionLost() : std::runtime_error("encryption lost") {}
};

/// Throws QPDFExc: locked, an encryption that nobody knows, or damaged beyond this; EncryptionLost. A file without a trailer that leads to a
/// catalog gets a new one, for the last /Type /Catalog in it.
OpenedPdf open_pdf(const std::filesystem::path& file);

/// In order. A page tree that leads back into itself is cut there; where none leads to a page, all pages that the file holds are gathered.
std::vector<QPDFPageObjectHelper> pages_of(OpenedPdf& opened);

}  // namespace lvce
