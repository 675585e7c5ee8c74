#include "evidence/pdf/open.h"

#include <cctype>
#include <qpdf/BufferInputSource.hh>
#include <qpdf/QPDFExc.hh>
#include <string_view>

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

bool is_identity(QPDFObjectHandle filter) { return filter.isNull() || filter.isNameAndEquals("/Identity"); }

/// A password that is asked for by attachments alone (/EFF): strings and streams of the pages are not encrypted.
bool guards_only_attachments(QPDF& pdf) {
  QPDFObjectHandle trailer = pdf.getTrailer(), encryption = trailer.isDictionary() ? trailer.getKey("/Encrypt") : trailer;
  if (!encryption.isDictionary() || !encryption.getKey("/V").isInteger()) return false;
  const long long version = encryption.getKey("/V").getIntValue();
  if (version != 4 && version != 5) return false;  // others encrypt everything
  return is_identity(encryption.getKey("/StmF")) && is_identity(encryption.getKey("/StrF"));
}

/// The same file, as if it had no encryption.
std::unique_ptr<QPDF> without_encryption(const std::filesystem::path& file, std::string bytes) {
  constexpr std::string_view kName = "/Encrypt";
  for (std::size_t at = bytes.find(kName); at != std::string::npos; at = bytes.find(kName, at + 1)) {
    const std::size_t behind = at + kName.size();
    if (behind == bytes.size() || std::isalpha(static_cast<unsigned char>(bytes[behind])) == 0) bytes[behind - 1] = 'x';
  }
  std::unique_ptr<QPDF> pdf = quiet();
  pdf->processInputSource(std::make_shared<BufferInputSource>(file.string(), bytes));
  return pdf;
}

/// Signing programs that name no earlier part of the file in their update (/Prev 0) cut off all that stands there.
bool may_lack_its_past(QPDF& pdf) {
  QPDFObjectHandle previous = pdf.getTrailer().getKey("/Prev"), pages = pdf.getRoot().getKey("/Pages");
  if (pdf.isEncrypted()) return false;
  return (previous.isInteger() && previous.getIntValue() <= 0) || !pages.isDictionary() || !pages.hasKey("/Kids");
}

/// Read as if its tables were lost, where that brings more objects to light.
void look_for_its_past(const std::filesystem::path& file, OpenedPdf& opened) {
  const std::optional<std::string> bytes = read_file(file, kRebuiltAtMost);
  std::unique_ptr<QPDF> rebuilt = bytes ? rebuild(file, *bytes) : nullptr;
  if (rebuilt && rebuilt->getAllObjects().size() > opened.pdf->getAllObjects().size()) opened = {std::move(rebuilt), true, false, false};
}

}  // namespace

OpenedPdf open_pdf(const std::filesystem::path& file) {
  OpenedPdf opened{quiet()};
  try {
    opened.pdf->processFile(file.c_str());
    opened.pdf->getRoot();  // throws when the trailer leads to none
    if (may_lack_its_past(*opened.pdf)) look_for_its_past(file, opened);
  } catch (const QPDFExc& problem) {
    const bool locked = problem.getErrorCode() == qpdf_e_password || problem.getErrorCode() == qpdf_e_unsupported;
    if (locked && !guards_only_attachments(*opened.pdf)) throw;
    const std::optional<std::string> bytes = read_file(file, kRebuiltAtMost);
    if (!bytes) throw;
    if (locked) return {without_encryption(file, *bytes), false, true, false};
    if (is_encrypted(*bytes)) throw EncryptionLost();
    opened = {rebuild(file, *bytes), true, false, false};
    if (!opened.pdf) throw;
  }
  return opened;
}

}  // namespace lvce
