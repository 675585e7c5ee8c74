#include "dossier/evidence/pdf/open.h"

#include <charconv>
#include <qpdf/BufferInputSource.hh>
#include <qpdf/QPDFExc.hh>

#include "support/files.h"

namespace lvce {
namespace {

constexpr std::uintmax_t kRebuiltAtMost = 256U << 20;
constexpr std::size_t kCatalogAtMost = 1U << 16;  ///< bytes from "7 0 obj" to its /Type /Catalog
constexpr int kTreeDepth = 100;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\0'; }

/// The number that ends before `end`, blanks between skipped; `end` moves to its first digit.
std::string_view number_before(std::string_view bytes, std::size_t& end) {
  std::size_t last = end;
  while (last > 0 && is_blank(bytes[last - 1])) --last;
  std::size_t first = last;
  while (first > 0 && is_digit(bytes[first - 1])) --first;
  end = first;
  return bytes.substr(first, last - first);
}

/// "7 0" of the last object "7 0 obj" that begins before `at`.
std::string object_around(std::string_view bytes, std::size_t at) {
  const std::size_t word = bytes.rfind("obj", at);
  if (word == std::string_view::npos || at - word > kCatalogAtMost) return {};
  std::size_t end = word;
  const std::string_view generation = number_before(bytes, end), number = number_before(bytes, end);
  if (number.empty() || generation.empty() || number.size() > 9 || generation.size() > 5) return {};
  return std::string(number) + ' ' + std::string(generation);
}

/// The file's last catalog: what an update has replaced comes before it.
std::string last_catalog(std::string_view bytes) {
  for (std::size_t at = bytes.rfind("/Catalog"); at != std::string_view::npos && at > 0; at = bytes.rfind("/Catalog", at - 1)) {
    std::size_t before = at;
    while (before > 0 && is_blank(bytes[before - 1])) --before;
    if (!bytes.substr(0, before).ends_with("/Type")) continue;
    if (std::string object = object_around(bytes, before); !object.empty()) return object;
  }
  return {};
}

bool ends_a_name(std::string_view next) { return next.empty() || next[0] == '/' || next[0] == '>' || is_blank(next[0]); }

/// "/Filter /Standard" of an encryption dictionary; streams have other filters, signatures other names in other places.
bool is_encrypted(std::string_view bytes) {
  constexpr std::string_view kName = "/Standard";
  for (std::size_t at = bytes.find(kName); at != std::string_view::npos; at = bytes.find(kName, at + 1)) {
    std::size_t before = at;
    while (before > 0 && is_blank(bytes[before - 1])) --before;
    if (bytes.substr(0, before).ends_with("/Filter") && ends_a_name(bytes.substr(at + kName.size(), 1))) return true;
  }
  return false;
}

/// The library looks for objects at the beginnings of lines only.
void begin_lines_behind_objects(std::string& bytes) {
  constexpr std::string_view kEnd = "endobj ";
  for (std::size_t at = bytes.find(kEnd); at != std::string::npos; at = bytes.find(kEnd, at)) bytes[at + kEnd.size() - 1] = '\n';
}

/// With the file's own trailers out of sight, and one behind it that names the catalog, or object 0 where there is none to be found.
std::string with_new_trailer(std::string bytes) {
  const std::string catalog = last_catalog(bytes);
  begin_lines_behind_objects(bytes);
  for (std::size_t at = bytes.find("trailer"); at != std::string::npos; at = bytes.find("trailer", at)) bytes[at] = 'T';
  for (std::size_t at = bytes.find("startxref"); at != std::string::npos; at = bytes.find("startxref", at)) bytes[at] = 'S';
  return bytes + "\ntrailer\n<< /Size 1 /Root " + (catalog.empty() ? "0 0" : catalog) + " R >>\nstartxref\n0\n%%EOF\n";
}

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
    opened = {read_rebuilt(file, with_new_trailer(*bytes)), true, false};
    if (!opened.pdf) throw;
  }
  return opened;
}

}  // namespace lvce
