// The binary formats of Word and Excel: their fields cannot be frozen, so it is only told whether they have any.
#include <array>
#include <optional>
#include <string>

#include "evidence/documents/field_kinds.h"
#include "evidence/documents/freeze.h"
#include "workbook/package/compound_file.h"

namespace lvce {
namespace {

using namespace std::string_view_literals;

constexpr unsigned kFormula = 0x0006;
constexpr unsigned kHeader = 0x0014;
constexpr unsigned kFooter = 0x0015;
constexpr unsigned kExternName = 0x0023;
constexpr std::size_t kTokensAt = 22;                                    // in BIFF8's FORMULA record
constexpr std::array kFunctions = {"\xDD\0"sv, "\x4A\0"sv, "\x3F\0"sv};  // TODAY 221, NOW 74, RAND 63
constexpr std::array kCodes = {"&D"sv, "&T"sv, "&F"sv, "&Z"sv};

std::string without_zeros(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) {
    if (c != '\0') out += c;
  }
  return out;
}

/// A function token (of any class) with one of the numbers.
bool calls_clock(std::string_view tokens) {
  for (std::size_t at = 0; at + 3 <= tokens.size(); ++at) {
    if (tokens[at] != '\x21' && tokens[at] != '\x41' && tokens[at] != '\x61') continue;
    for (const std::string_view number : kFunctions) {
      if (tokens.substr(at + 1, 2) == number) return true;
    }
  }
  return false;
}

bool is_changing_record(unsigned kind, std::string_view data) {
  if (kind == kFormula) return data.size() > kTokensAt && calls_clock(data.substr(kTokensAt));
  if (kind == kExternName) return without_zeros(data).find("RANDBETWEEN") != std::string::npos;
  if (kind != kHeader && kind != kFooter) return false;
  const std::string text = without_zeros(data);
  for (const std::string_view code : kCodes) {
    if (text.find(code) != std::string::npos) return true;
  }
  return false;
}

int changing_records(std::string_view file) {
  const std::optional<std::string> stream = formats::read_stream(file, {"Workbook", "Book"});
  int out = 0;
  for (std::size_t at = 0; stream && at + 4 <= stream->size();) {
    const std::size_t size = formats::read_u16(*stream, at + 2);
    out += is_changing_record(formats::read_u16(*stream, at), std::string_view(*stream).substr(at + 4, size)) ? 1 : 0;
    at += 4 + size;
  }
  return out;
}

/// A field is its mark (19), its instruction, a mark (20), its result and a mark (21); characters take one byte or two.
int changing_fields(std::string_view file) {
  int out = 0;
  for (std::size_t at = file.find('\x13'); at != std::string_view::npos; at = file.find('\x13', at + 1)) {
    const std::string text = without_zeros(file.substr(at + 1, 80));
    const std::size_t end = text.find_first_of("\x14\x15");
    const std::string_view word = std::string_view(text).substr(0, end);
    const bool readable = end != std::string::npos && word.find_first_of("\x01\x02\x03\x7F\xFF") == std::string_view::npos && word.size() > 3;
    if (!readable) continue;
    for (const std::string_view name : {"DATE"sv, "TIME"sv, "CREATEDATE"sv, "SAVEDATE"sv, "PRINTDATE"sv, "EDITTIME"sv, "FILENAME"sv, "INCLUDEPICTURE"sv}) {
      const std::size_t begin = word.find_first_not_of(' ');
      if (begin == std::string_view::npos || !word.substr(begin).starts_with(name)) continue;
      const char next = begin + name.size() < word.size() ? word[begin + name.size()] : ' ';
      if (next == ' ' || next == '\\') ++out;
    }
  }
  return out;
}

}  // namespace

int changing_in_old_format(std::string_view kind, std::string_view bytes) {
  if (kind == "xls") return changing_records(bytes);
  return kind == "doc" ? changing_fields(bytes) : 0;
}

}  // namespace lvce
