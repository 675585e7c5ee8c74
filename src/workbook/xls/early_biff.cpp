#include "workbook/xls/early_biff.h"

#include <algorithm>

#include "workbook/package/compound_file.h"
#include "workbook/xls/records.h"

namespace lvce::formats {
namespace {

/// Records of BIFF2 to 4 that are written otherwise than in BIFF5 (the number without its version is BIFF2's).
enum EarlyRecord : unsigned {
  kInteger2 = 0x0002,
  kNumber2 = 0x0003,
  kLabel2 = 0x0004,
  kBoolErr2 = 0x0005,
  kString2 = 0x0007,
  kBof2 = 0x0009,
  kFormat2 = 0x001E,  // BIFF3 too
  kBof3 = 0x0209,
  kXf3 = 0x0243,
  kXf4 = 0x0443,
  kBof4 = 0x0409,
};

constexpr unsigned kWorksheet = 0x0010;
constexpr std::size_t kAddress = 4;      ///< row and column
constexpr std::size_t kAttributes2 = 3;  ///< of a cell in BIFF2, in place of the two bytes of its format
constexpr unsigned kFormats2 = 64;       ///< that BIFF2 can number
constexpr std::size_t kResult = 8;

std::string two_bytes(unsigned value) { return {static_cast<char>(value & 0xFF), static_cast<char>(value >> 8 & 0xFF)}; }
std::string four_bytes(std::size_t value) { return two_bytes(static_cast<unsigned>(value & 0xFFFF)) + two_bytes(static_cast<unsigned>(value >> 16)); }
std::string record_of(unsigned type, const std::string& body) { return two_bytes(type) + two_bytes(static_cast<unsigned>(body.size())) + body; }
std::string bof_of(unsigned kind) { return record_of(kBof, two_bytes(0x0500) + two_bytes(kind) + four_bytes(0)); }
std::string xf_of(unsigned format) { return record_of(kXf, two_bytes(0) + two_bytes(format) + std::string(12, '\0')); }
unsigned byte_of(std::string_view bytes, std::size_t at) { return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0; }

class Translator {
 public:
  explicit Translator(std::string_view stream) : stream_(stream) {}

  std::optional<std::string> translate() {
    std::size_t at = 0;
    const auto first = next_record(stream_, at);
    if (!first || (first->type != kBof2 && first->type != kBof3 && first->type != kBof4) || read_u16(first->body, 2) != kWorksheet) return std::nullopt;
    first_version_ = first->type == kBof2;
    if (first_version_)
      for (unsigned format = 0; format < kFormats2; ++format) globals_ += xf_of(format);
    while (const auto record = next_record(stream_, at)) {
      if (record->type == kEof) return assembled();
      take(*record);
    }
    return std::nullopt;
  }

 private:
  std::string assembled() const {
    const std::string name("\x06Sheet1");
    const std::string head = bof_of(0x0005) + globals_;
    const std::size_t entry = 4 + 4 + 2 + name.size();
    const std::string end = record_of(kEof, "");
    return head + record_of(kBoundSheet, four_bytes(head.size() + entry + end.size()) + two_bytes(0) + name) + end + bof_of(kWorksheet) + cells_ + end;
  }

  void take(const Piece& record) {
    if (first_version_ && take_first(record)) return;
    const std::string body(record.body);
    switch (record.type) {
      case kCodePage:
      case kDateMode:
      case kFilePass: globals_ += record_of(record.type, body); return;
      case kFormat2: return add_format(record.body, 0);
      case kFormat: return add_format(record.body, 2);
      case kXf3:
      case kXf4: globals_ += xf_of(byte_of(record.body, 1)); return;
      case kFormula3:
      case kFormula4: return add_formula(record.body.substr(0, kAddress + 2), record.body.substr(std::min(record.body.size(), kAddress + 2)), 2);
      case kNumber:
      case kLabel:
      case kBoolErr:
      case kRk:
      case kString:
      case kRow:
      case kColumnInfo:
      case kContinue: cells_ += record_of(record.type, body); return;
      default: return;
    }
  }

  /// Formats are numbered in their order.
  void add_format(std::string_view body, std::size_t from) {
    if (body.size() <= from) return;
    globals_ += record_of(kFormat, two_bytes(formats_++) + std::string(body.substr(from)));
  }

  /// A formula: its result, flags of so many bytes, and what it is made of, which is not read but for its end.
  void add_formula(std::string_view address, std::string_view rest, std::size_t flags) {
    if (rest.size() < kResult) return;
    const std::size_t formula = kResult + flags + (first_version_ ? 1 : 2);
    const std::string parsed(rest.size() > formula ? rest.substr(formula) : std::string_view());
    cells_ += record_of(kFormula, std::string(address) + std::string(rest.substr(0, kResult)) + two_bytes(0) + four_bytes(0) +
                                      two_bytes(static_cast<unsigned>(parsed.size())) + parsed);
  }

  /// Records that only BIFF2 writes so. True when it was one.
  bool take_first(const Piece& record) {
    const std::string_view body = record.body;
    const bool cell = record.type == kInteger2 || record.type == kNumber2 || record.type == kLabel2 || record.type == kBoolErr2 || record.type == kFormula;
    if (cell && body.size() < kAddress + kAttributes2) return true;
    if (record.type == kString2) {
      cells_ += record_of(kString, two_bytes(byte_of(body, 0)) + std::string(body.substr(std::min<std::size_t>(1, body.size()))));
      return true;
    }
    if (!cell) return record.type == kRow;  // BIFF2 has no such record
    const std::string address = std::string(body.substr(0, kAddress)) + two_bytes(byte_of(body, kAddress + 1) & 0x3FU);
    const std::string_view rest = body.substr(kAddress + kAttributes2);
    switch (record.type) {
      case kInteger2: cells_ += record_of(kRk, address + four_bytes(read_u16(rest, 0) << 2 | 2U)); break;
      case kNumber2: cells_ += record_of(kNumber, address + std::string(rest)); break;
      case kLabel2: cells_ += record_of(kLabel, address + two_bytes(byte_of(rest, 0)) + std::string(rest.substr(std::min<std::size_t>(1, rest.size())))); break;
      case kBoolErr2: cells_ += record_of(kBoolErr, address + std::string(rest)); break;
      default: add_formula(address, rest, 1); break;
    }
    return true;
  }

  std::string_view stream_;
  bool first_version_ = false;  ///< BIFF2
  unsigned formats_ = 0;
  std::string globals_;
  std::string cells_;
};

}  // namespace

std::optional<std::string> as_biff5(std::string_view stream) { return Translator(stream).translate(); }

bool starts_as_biff(std::string_view bytes) {
  std::size_t at = 0;
  const auto first = next_record(bytes, at);
  const bool bof = first && (first->type == kBof2 || first->type == kBof3 || first->type == kBof4 || first->type == kBof);
  return bof && first->body.size() >= 4 && first->body.size() <= 16;
}

}  // namespace lvce::formats
