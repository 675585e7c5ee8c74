#include "evidence/pdf/open.h"

#include <qpdf/BufferInputSource.hh>
#include <qpdf/QPDFExc.hh>

#include "evidence/pdf/rebuild.h"
#include "support/files.h"

namespace lvce {
namespace {

constexpr std::uintmax_t kRebuiltAtMost = 256U << 20;

std::unique_ptr<QPDF> quiet() {
  auto pdf = std::make_unique<QPDF>();
  pdf->setSuppressWarnings(true);
  return pdf;
}

/// What the library can read of these bytes; that they lead to no catalog is for pages_of to mend. Nothing when it finds no object at all.
std::unique_ptr<QPDF> read_rebuilt(const std::filesystem::path& file, const std::string& bytes) {
  std::unique_ptr<QPDF> pdf = quiet();
  try {
    pdf->processInputSource(std::make_shared<BufferInputSource>(file.string(), bytes));
  } catch (const QPDFExc&) {
    if (!pdf->getTrailer().isDictionary()) return nullptr;
  }
  return pdf;
}

/// Twice where objects lie packed in streams: they are laid open first, as the library does not look into those of a damaged file.
std::unique_ptr<QPDF> rebuild(const std::filesystem::path& file, const std::string& bytes) {
  std::unique_ptr<QPDF> pdf = read_rebuilt(file, with_new_trailer(bytes));
  const std::string packed = pdf ? unpacked_objects(*pdf) : std::string();
  return packed.empty() ? std::move(pdf) : read_rebuilt(file, with_new_trailer(bytes + packed));
}

}  // namespace

OpenedPdf open_pdf(const std::filesystem::path& file) {
  OpenedPdf opened{quiet(), false, false};
  try {
    opened.pdf->processFile(file.c_str());
    opened.pdf->getRoot();  // throws when the trailer leads to none
  } catch (const QPDFExc& problem) {
    if (problem.getErrorCode() == qpdf_e_password || problem.getErrorCode() == qpdf_e_unsupported) throw;
    const std::optional<std::string> bytes = read_file(file, kRebuiltAtMost);
    if (!bytes) throw;
    if (is_encrypted(*bytes)) throw EncryptionLost();
    opened = {rebuild(file, *bytes), true, false};
    if (!opened.pdf) throw;
  }
  return opened;
}

}  // namespace lvce
