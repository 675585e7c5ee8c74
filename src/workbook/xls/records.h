// The records that a BIFF stream is made of ([MS-XLS] 2.1.4): type, length, body.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace lvce::formats {

/// Record types of [MS-XLS] 2.3 that are read.
enum Record : unsigned {
  kFormula = 0x0006,
  kEof = 0x000A,
  kDateMode = 0x0022,
  kFilePass = 0x002F,
  kContinue = 0x003C,
  kCodePage = 0x0042,
  kColumnInfo = 0x007D,
  kBoundSheet = 0x0085,
  kMulRk = 0x00BD,
  kRichText = 0x00D6,
  kXf = 0x00E0,
  kMergeCells = 0x00E5,
  kSharedTexts = 0x00FC,
  kSharedText = 0x00FD,
  kNumber = 0x0203,
  kLabel = 0x0204,
  kBoolErr = 0x0205,
  kFormula3 = 0x0206,  // some programs number formulas so in every version
  kString = 0x0207,
  kRow = 0x0208,
  kRk = 0x027E,
  kFormula4 = 0x0406,
  kFormat = 0x041E,
  kBof = 0x0809,
};

struct Piece {
  unsigned type = 0;
  std::string_view body;
};

/// The next record, `at` then behind it; nothing at the end of the stream or where it breaks off.
std::optional<Piece> next_record(std::string_view stream, std::size_t& at);
/// The bodies of the CONTINUE records that follow, `at` then behind them.
std::vector<std::string_view> continued(std::string_view stream, std::size_t& at);

}  // namespace lvce::formats
