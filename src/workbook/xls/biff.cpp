#include "workbook/xls/biff.h"

#include <bit>
#include <cmath>
#include <cstdint>

#include "support/text.h"
#include "workbook/xls/compound_file.h"
#include "workbook/xlsx/parts.h"
#include "workbook/xlsx/worksheet.h"

namespace lvce::formats {
namespace {

using xlsx::Cell;
using xlsx::NumberLook;
using Kind = Cell::Kind;

/// Record types of [MS-XLS] 2.3.
enum Record : unsigned {
  kFormula = 0x0006,
  kEof = 0x000A,
  kDateMode = 0x0022,
  kFilePass = 0x002F,
  kBoundSheet = 0x0085,
  kMulRk = 0x00BD,
  kXf = 0x00E0,
  kMergeCells = 0x00E5,
  kNumber = 0x0203,
  kBoolErr = 0x0205,
  kString = 0x0207,
  kRow = 0x0208,
  kRk = 0x027E,
  kFormat = 0x041E,
  kBof = 0x0809,
};

constexpr unsigned kBiff5 = 0x0500;
constexpr unsigned kBiff8 = 0x0600;
constexpr std::size_t kMaxFormulaTextBytes = 16U << 20;

struct Piece {
  unsigned type = 0;
  std::string_view body;
};

/// The next record; nothing at the end of the stream or where it breaks off.
std::optional<Piece> next_record(std::string_view stream, std::size_t& at) {
  if (at + 4 > stream.size()) return std::nullopt;
  const Piece piece{read_u16(stream, at), stream.substr(at + 4, read_u16(stream, at + 2))};
  if (piece.body.size() < read_u16(stream, at + 2)) return std::nullopt;
  at += 4 + piece.body.size();
  return piece;
}

double double_at(std::string_view bytes, std::size_t at) {
  const std::uint64_t bits = std::uint64_t{read_u32(bytes, at)} | std::uint64_t{read_u32(bytes, at + 4)} << 32;
  return std::bit_cast<double>(bits);
}

/// A number in four bytes: bit 0 a hundredth, bit 1 a whole number, else the upper half of a double.
double rk_value(unsigned rk) {
  const double value = (rk & 2U) != 0 ? static_cast<double>(static_cast<std::int32_t>(rk) >> 2) : std::bit_cast<double>(std::uint64_t{rk & 0xFFFFFFFCU} << 32);
  return (rk & 1U) != 0 ? value / 100 : value;
}

std::string error_name(unsigned code) {
  switch (code) {
    case 0x00: return "#NULL!";
    case 0x07: return "#DIV/0!";
    case 0x0F: return "#VALUE!";
    case 0x17: return "#REF!";
    case 0x1D: return "#NAME?";
    case 0x24: return "#NUM!";
    case 0x2A: return "#N/A";
    default: return "#ERROR!";
  }
}

/// Two-byte characters (or their low bytes) with a flag byte before them; nothing when they do not fit in.
std::optional<std::string> unicode_text(std::string_view bytes, std::size_t at, std::size_t characters) {
  if (at >= bytes.size()) return std::nullopt;
  const bool wide = (static_cast<unsigned char>(bytes[at]) & 1U) != 0;
  if (at + 1 + characters * (wide ? 2 : 1) > bytes.size()) return std::nullopt;
  std::u32string out;
  for (std::size_t i = 0; i < characters; ++i) {
    const unsigned unit = wide ? read_u16(bytes, at + 1 + 2 * i) : static_cast<unsigned char>(bytes[at + 1 + i]);
    const bool low = unit >= 0xDC00 && unit <= 0xDFFF;
    if (low && !out.empty() && out.back() >= 0xD800 && out.back() <= 0xDBFF) out.back() = 0x10000 + ((out.back() - 0xD800) << 10) + (unit - 0xDC00);
    else out += static_cast<char32_t>(unit);
  }
  for (char32_t& c : out) {
    if (c >= 0xD800 && c <= 0xDFFF) c = 0xFFFD;
  }
  return encode_utf8(out);
}

/// Reads one sheet's records.
class SheetScan {
 public:
  SheetScan(const std::vector<NumberLook>& looks, bool system_1904, bool unicode, std::size_t& cells_left)
      : looks_(looks), system_1904_(system_1904), unicode_(unicode), cells_left_(cells_left) {}

  /// False when the stream breaks off before the sheet's end.
  bool read(std::string_view stream, std::size_t at, BiffSheet& sheet) {
    sheet_ = &sheet;
    int depth = 0;
    while (const auto record = next_record(stream, at)) {
      if (record->type == kBof) ++depth;
      else if (depth == 0) return false;
      else if (record->type == kEof && --depth == 0) return true;
      else if (depth == 1) take(record->type, record->body);
    }
    return false;
  }

 private:
  void take(unsigned type, std::string_view body) {
    switch (type) {
      case kNumber: return put_number(body, 0, double_at(body, 6));
      case kRk: return put_number(body, 0, rk_value(read_u32(body, 6)));
      case kMulRk: return take_many(body);
      case kBoolErr: return take_flag(body);
      case kFormula: return take_formula(body);
      case kString: return take_result_text(body);
      case kRow:
        if ((read_u16(body, 12) & 0x20U) != 0) sheet_->hidden_rows.insert(static_cast<int>(read_u16(body, 0)) + 1);
        return;
      case kMergeCells: return take_merges(body);
      default: return;
    }
  }

  static CellAt place(std::string_view body) { return {static_cast<int>(read_u16(body, 0)) + 1, static_cast<int>(read_u16(body, 2)) + 1}; }

  void put(CellAt at, Cell cell) {
    if (at.first > xlsx::WorksheetHandler::kMaxRow || at.second > xlsx::WorksheetHandler::kMaxColumn || cells_left_ == 0) {
      sheet_->truncated = true;
      return;
    }
    --cells_left_;
    sheet_->cells[at] = cell;
  }

  Cell number_cell(double value, unsigned xf) const {
    Cell cell;
    cell.kind = std::isfinite(value) ? Kind::number : Kind::uncomputed;
    cell.number = value;
    const NumberLook look = xf < looks_.size() ? looks_[xf] : NumberLook::plain;
    cell.percent = look == NumberLook::percent;
    const auto day = look == NumberLook::date ? xlsx::day_of_serial(value, system_1904_) : std::nullopt;
    if (day) {
      cell.kind = Kind::date;
      cell.number = static_cast<double>(*day);
    }
    return cell;
  }

  void put_number(std::string_view body, int further, double value) {
    CellAt at = place(body);
    at.second += further;
    put(at, number_cell(value, read_u16(body, 4)));
  }

  /// A run of numbers in one row: row, first column, (format, number)…, last column.
  void take_many(std::string_view body) {
    CellAt at = place(body);
    for (std::size_t i = 4; i + 8 <= body.size(); i += 6) {
      put(at, number_cell(rk_value(read_u32(body, i + 2)), read_u16(body, i)));
      ++at.second;
    }
  }

  void put_flag(CellAt at, unsigned value, bool is_error) {
    Cell cell;
    cell.kind = is_error ? Kind::error : Kind::boolean;
    cell.number = value != 0 ? 1 : 0;
    if (is_error) sheet_->texts[at] = error_name(value);
    put(at, cell);
  }

  void take_flag(std::string_view body) {
    if (body.size() >= 8) put_flag(place(body), static_cast<unsigned char>(body[6]), body[7] != 0);
  }

  void take_formula(std::string_view body) {
    if (body.size() < 14) return;
    const CellAt at = place(body);
    if (read_u16(body, 12) != 0xFFFF) return put(at, number_cell(double_at(body, 6), read_u16(body, 4)));
    const unsigned kind = static_cast<unsigned char>(body[6]);
    if (kind == 1 || kind == 2) return put_flag(at, static_cast<unsigned char>(body[8]), kind == 2);
    if (kind == 3) return;  // an empty text
    Cell cell;
    cell.kind = Kind::uncomputed;  // until its text follows
    put(at, cell);
    text_for_ = at;
  }

  void take_result_text(std::string_view body) {
    if (!text_for_ || !unicode_) return;
    const auto text = unicode_text(body, 2, read_u16(body, 0));
    const auto cell = sheet_->cells.find(*text_for_);
    if (text && cell != sheet_->cells.end() && text_bytes_ + text->size() <= kMaxFormulaTextBytes) {
      text_bytes_ += text->size();
      cell->second.kind = trim(*text).empty() ? Kind::blank : Kind::text;
      sheet_->texts[*text_for_] = *text;
    }
    text_for_.reset();
  }

  void take_merges(std::string_view body) {
    for (std::size_t at = 2; at + 8 <= body.size(); at += 8) {
      if (sheet_->merges.size() >= xlsx::WorksheetHandler::kMaxMerges) return;
      sheet_->merges.push_back({static_cast<int>(read_u16(body, at)) + 1, static_cast<int>(read_u16(body, at + 4)) + 1,
                                static_cast<int>(read_u16(body, at + 2)) + 1, static_cast<int>(read_u16(body, at + 6)) + 1});
    }
  }

  const std::vector<NumberLook>& looks_;
  bool system_1904_;
  bool unicode_;
  std::size_t& cells_left_;
  BiffSheet* sheet_ = nullptr;
  std::optional<CellAt> text_for_;
  std::size_t text_bytes_ = 0;
};

/// Reads the records that stand before the sheets.
class BookScan {
 public:
  explicit BookScan(std::string_view stream) : stream_(stream) {}

  std::optional<BiffBook> read() {
    if (!read_globals()) return std::nullopt;
    if (book_.encrypted) return std::move(book_);
    std::vector<NumberLook> looks;
    for (unsigned format : xf_formats_) {
      const auto custom = formats_.find(format);
      looks.push_back(custom == formats_.end() ? xlsx::look_of_builtin(static_cast<int>(format)) : custom->second);
    }
    std::size_t cells_left = xlsx::kMaxBookCells;
    for (std::size_t i = 0; i < offsets_.size(); ++i) {
      SheetScan scan(looks, system_1904_, version_ == kBiff8, cells_left);
      if (book_.sheets[i].worksheet && !scan.read(stream_, offsets_[i], book_.sheets[i])) return std::nullopt;
    }
    return std::move(book_);
  }

 private:
  bool read_globals() {
    std::size_t at = 0;
    const auto first = next_record(stream_, at);
    if (!first || first->type != kBof) return false;
    version_ = read_u16(first->body, 0);
    if (version_ != kBiff5 && version_ != kBiff8) return false;
    while (const auto record = next_record(stream_, at)) {
      if (record->type == kEof) return true;
      take(record->type, record->body);
      if (book_.encrypted) return true;
    }
    return false;
  }

  void take(unsigned type, std::string_view body) {
    if (type == kFilePass) book_.encrypted = true;
    if (type == kDateMode) system_1904_ = read_u16(body, 0) == 1;
    if (type == kXf) xf_formats_.push_back(read_u16(body, 2));
    if (type == kFormat) take_format(body);
    if (type != kBoundSheet || book_.sheets.size() >= xlsx::kMaxBookSheets || body.size() < 6) return;
    BiffSheet sheet;
    sheet.hidden = (static_cast<unsigned char>(body[4]) & 3U) != 0;
    sheet.worksheet = body[5] == 0;
    offsets_.push_back(read_u32(body, 0));
    book_.sheets.push_back(std::move(sheet));
  }

  void take_format(std::string_view body) {
    std::string code;
    if (version_ == kBiff8) code = unicode_text(body, 4, read_u16(body, 2)).value_or("");
    else if (body.size() > 3) code = body.substr(3);
    formats_[read_u16(body, 0)] = xlsx::look_of_format(code);
  }

  std::string_view stream_;
  unsigned version_ = 0;
  bool system_1904_ = false;
  std::vector<unsigned> xf_formats_;
  std::map<unsigned, NumberLook> formats_;
  std::vector<std::size_t> offsets_;
  BiffBook book_;
};

}  // namespace

std::optional<BiffBook> scan_biff(std::string_view stream) { return BookScan(stream).read(); }

}  // namespace lvce::formats
