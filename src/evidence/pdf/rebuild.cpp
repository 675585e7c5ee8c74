#include "evidence/pdf/rebuild.h"

#include <algorithm>
#include <charconv>
#include <qpdf/QPDFExc.hh>
#include <vector>

#include "evidence/pdf/open.h"
#include "support/ascii.h"

namespace lvce {
namespace {

constexpr long long kPackedAtMost = 100'000;  ///< objects of one stream
constexpr std::size_t kUnpackedAtMost = 64U << 20;
constexpr std::size_t kCatalogAtMost = 1U << 16;  ///< bytes from "7 0 obj" to its /Type /Catalog

bool is_white_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\0'; }

/// The number that ends before `end`, blanks between skipped; `end` moves to its first digit.
std::string_view number_before(std::string_view bytes, std::size_t& end) {
  std::size_t last = end;
  while (last > 0 && is_white_space(bytes[last - 1])) --last;
  std::size_t first = last;
  while (first > 0 && is_ascii_digit(bytes[first - 1])) --first;
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
    while (before > 0 && is_white_space(bytes[before - 1])) --before;
    if (!bytes.substr(0, before).ends_with("/Type")) continue;
    if (std::string object = object_around(bytes, before); !object.empty()) return object;
  }
  return {};
}

bool ends_a_name(std::string_view next) { return next.empty() || next[0] == '/' || next[0] == '>' || is_white_space(next[0]); }

/// The library looks for objects at the beginnings of lines only.
void begin_lines_behind_objects(std::string& bytes) {
  constexpr std::string_view kEnd = "endobj ";
  for (std::size_t at = bytes.find(kEnd); at != std::string::npos; at = bytes.find(kEnd, at)) bytes[at + kEnd.size() - 1] = '\n';
}

/// The numbers at the head of an object stream: of each object, and where it begins.
std::vector<std::size_t> numbers_of(std::string_view text, std::size_t count) {
  std::vector<std::size_t> numbers;
  const char* at = text.data();
  const char* const end = at + text.size();
  while (numbers.size() < count) {
    while (at != end && is_white_space(*at)) ++at;
    std::size_t value = 0;
    const auto read = std::from_chars(at, end, value);
    if (read.ec != std::errc()) break;
    numbers.push_back(value);
    at = read.ptr;
  }
  return numbers;
}

void append_unpacked(QPDFObjectHandle stream, std::string& out) {
  const auto data = stream.getStreamData(qpdf_dl_generalized);
  const std::string_view bytes(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
  QPDFObjectHandle count = stream.getDict().getKey("/N"), first = stream.getDict().getKey("/First");
  if (!count.isInteger() || !first.isInteger() || first.getIntValue() < 0 || static_cast<std::size_t>(first.getIntValue()) > bytes.size()) return;
  const auto begin = static_cast<std::size_t>(first.getIntValue());
  const auto pairs = static_cast<std::size_t>(std::clamp<long long>(count.getIntValue(), 0, kPackedAtMost));
  const std::vector<std::size_t> numbers = numbers_of(bytes.substr(0, begin), 2 * pairs);
  for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) {
    const std::size_t from = begin + numbers[i + 1], to = i + 3 < numbers.size() ? begin + numbers[i + 3] : bytes.size();
    if (numbers[i] == 0 || from >= to || to > bytes.size() || out.size() > kUnpackedAtMost) continue;
    out += '\n' + std::to_string(numbers[i]) + " 0 obj\n" + std::string(bytes.substr(from, to - from)) + "\nendobj\n";
  }
}

}  // namespace

bool is_encrypted(std::string_view bytes) {
  constexpr std::string_view kName = "/Standard";
  for (std::size_t at = bytes.find(kName); at != std::string_view::npos; at = bytes.find(kName, at + 1)) {
    std::size_t before = at;
    while (before > 0 && is_white_space(bytes[before - 1])) --before;
    if (bytes.substr(0, before).ends_with("/Filter") && ends_a_name(bytes.substr(at + kName.size(), 1))) return true;
  }
  return false;
}

std::string with_new_trailer(std::string bytes) {
  const std::string catalog = last_catalog(bytes);
  begin_lines_behind_objects(bytes);
  for (std::size_t at = bytes.find("trailer"); at != std::string::npos; at = bytes.find("trailer", at)) bytes[at] = 'T';
  for (std::size_t at = bytes.find("startxref"); at != std::string::npos; at = bytes.find("startxref", at)) bytes[at] = 'S';
  return bytes + "\ntrailer\n<< /Size 1 /Root " + (catalog.empty() ? "0 0" : catalog) + " R >>\nstartxref\n0\n%%EOF\n";
}

std::string unpacked_objects(QPDF& pdf) {
  std::string out;
  for (QPDFObjectHandle& object : pdf.getAllObjects()) {
    if (!object.isStream() || !object.getDict().isDictionaryOfType("/ObjStm")) continue;
    try {
      append_unpacked(object, out);
    } catch (const QPDFExc&) {  // broken itself
    }
  }
  return out;
}

}  // namespace lvce
