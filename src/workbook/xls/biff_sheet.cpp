#include "workbook/xls/biff_sheet.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <string>

#include "support/text.h"
#include "workbook/package/compound_file.h"
#include "workbook/xlsx/worksheet.h"

namespace lvce::formats {
namespace {

using xlsx::Cell;
using Kind = Cell::Kind;

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

std::pair<int, int> place(std::string_view body) { return {static_cast<int>(read_u16(body, 0)) + 1, static_cast<int>(read_u16(body, 2)) + 1}; }

/// The last step of the formula is + - × ÷, a power or a sum: an empty text cannot be its result, so no program has computed it.
bool gives_a_number(std::string_view formula) {
  constexpr std::string_view kSum("\x04\x00", 2);
  if (formula.empty()) return false;
  const auto last = static_cast<unsigned char>(formula.back());
  const bool quick_sum = formula.size() >= 4 && formula[formula.size() - 4] == 0x19 && formula[formula.size() - 3] == 0x10;
  const bool sum = formula.size() >= 4 && (static_cast<unsigned char>(formula[formula.size() - 4]) & 0x1FU) == 2 && formula.ends_with(kSum);
  return (last >= 3 && last <= 7) || quick_sum || sum;
}

}  // namespace

bool BiffSheet::read(std::string_view stream, std::size_t at) {
  int depth = 0;
  while (const auto record = next_record(stream, at)) {
    if (record->type == kBof) ++depth;
    else if (depth == 0) return false;
    else if (record->type == kEof && --depth == 0) return true;
    else if (depth == 1) take(*record, stream, at);
  }
  return false;
}

void BiffSheet::take(const Piece& record, std::string_view stream, std::size_t& at) {
  if (take_number(record)) return;
  switch (record.type) {
    case kSharedText:
    case kLabel:
    case kRichText: return take_text(record, stream, at);
    case kBoolErr: return take_flag(record.body);
    case kFormula:
    case kFormula3:
    case kFormula4: return take_formula(record.body);
    case kString: return take_result(record.body, stream, at);
    case kRow:
      if ((read_u16(record.body, 12) & 0x20U) != 0) sheet_.hidden_rows.insert(static_cast<int>(read_u16(record.body, 0)) + 1);
      return;
    case kColumnInfo: return take_hidden_columns(record.body);
    case kMergeCells: return take_merges(record.body);
    default: return;
  }
}

bool BiffSheet::take_number(const Piece& record) {
  if (record.type == kMulRk) {
    take_many(record.body);
    return true;
  }
  if (record.type != kNumber && record.type != kRk) return false;
  const double value = record.type == kNumber ? double_at(record.body, 6) : rk_value(read_u32(record.body, 6));
  put_number(place(record.body), value, read_u16(record.body, 4));
  return true;
}

std::optional<std::string> BiffSheet::text_of(std::string_view body, std::size_t from, std::size_t characters, std::string_view stream, std::size_t& at) const {
  if (body.size() < from) return std::nullopt;
  if (context_.unicode) return BiffText(body.substr(from), continued(stream, at)).text(characters);
  std::string bytes(body.substr(from));
  for (std::string_view more : continued(stream, at)) bytes += more;
  if (bytes.size() < characters) return std::nullopt;
  return context_.code.text(std::string_view(bytes).substr(0, characters));
}

void BiffSheet::take_text(const Piece& record, std::string_view stream, std::size_t& at) {
  if (record.type == kSharedText) return put_shared(place(record.body), read_u32(record.body, 6));
  const auto text = text_of(record.body, 8, read_u16(record.body, 6), stream, at);
  if (text) return put_text(place(record.body), *text);
  sheet_.truncated = true;  // a text that does not fit into its record must not read as blank
}

void BiffSheet::take_many(std::string_view body) {
  CellAt at = place(body);
  for (std::size_t i = 4; i + 8 <= body.size(); i += 6) {
    put_number(at, rk_value(read_u32(body, i + 2)), read_u16(body, i));
    ++at.second;
  }
}

void BiffSheet::take_flag(std::string_view body) {
  if (body.size() >= 8) put_flag(place(body), static_cast<unsigned char>(body[6]), body[7] != 0);
}

void BiffSheet::take_formula(std::string_view body) {
  result_for_.reset();
  if (body.size() < 14) return;
  const CellAt at = place(body);
  if (read_u16(body, 12) != 0xFFFF) return put_number(at, double_at(body, 6), read_u16(body, 4));
  const unsigned kind = static_cast<unsigned char>(body[6]);
  if (kind == 1 || kind == 2) return put_flag(at, static_cast<unsigned char>(body[8]), kind == 2);
  const std::string_view formula = body.size() < 22 ? std::string_view() : body.substr(22, read_u16(body, 20));
  if (kind == 3 && !gives_a_number(formula)) return;  // an empty text
  Cell cell;
  cell.kind = Kind::uncomputed;  // until its text follows
  put(at, cell);
  if (kind == 0) result_for_ = at;
}

void BiffSheet::take_result(std::string_view body, std::string_view stream, std::size_t& at) {
  if (!result_for_) return;
  const auto text = text_of(body, 2, read_u16(body, 0), stream, at);
  if (text) put_text(*result_for_, *text);
  result_for_.reset();
}

/// Some reach beyond what any sheet has; what is kept of a sheet is smaller still.
void BiffSheet::take_merges(std::string_view body) {
  for (std::size_t at = 2; at + 8 <= body.size(); at += 8) {
    if (sheet_.merges.size() >= xlsx::WorksheetHandler::kMaxMerges) return;
    const auto field = [&](std::size_t offset) { return static_cast<int>(read_u16(body, at + offset)) + 1; };
    const xlsx::Range range{field(0), field(4), std::min(field(2), xlsx::WorksheetHandler::kMaxRow), std::min(field(6), xlsx::WorksheetHandler::kMaxColumn)};
    if (range.first_row <= range.last_row && range.first_column <= range.last_column) sheet_.merges.push_back(range);
  }
}

void BiffSheet::take_hidden_columns(std::string_view body) {
  if ((read_u16(body, 8) & 1U) == 0) return;
  const unsigned last = std::min<unsigned>(read_u16(body, 2), xlsx::WorksheetHandler::kMaxColumn - 1);
  for (unsigned column = read_u16(body, 0); column <= last; ++column) sheet_.hidden_columns.insert(static_cast<int>(column) + 1);
}

void BiffSheet::put(CellAt at, Cell cell) {
  if (at.first > xlsx::WorksheetHandler::kMaxRow || at.second > xlsx::WorksheetHandler::kMaxColumn || context_.cells_left == 0) {
    sheet_.truncated = true;
    return;
  }
  --context_.cells_left;
  sheet_.rows[at.first][at.second] = cell;
}

void BiffSheet::put_number(CellAt at, double value, unsigned xf) {
  const xlsx::NumberLook look = xf < context_.looks.size() ? context_.looks[xf] : xlsx::NumberLook{};
  Cell cell;
  cell.kind = Kind::uncomputed;
  put(at, std::isfinite(value) ? xlsx::number_cell(value, look, context_.system_1904) : cell);
}

void BiffSheet::put_flag(CellAt at, unsigned value, bool is_error) {
  if (is_error) return put_text(at, error_name(value), Kind::error);
  Cell cell;
  cell.kind = Kind::boolean;
  cell.number = value != 0 ? 1 : 0;
  put(at, cell);
}

void BiffSheet::put_text(CellAt at, std::string text, Kind kind) {
  if (trim(text).empty()) {
    const auto row = sheet_.rows.find(at.first);
    if (row != sheet_.rows.end()) row->second.erase(at.second);
    return;
  }
  if (text.size() > context_.text_left) {
    sheet_.truncated = true;
    return;
  }
  context_.text_left -= text.size();
  Cell cell;
  cell.kind = kind;
  cell.text = static_cast<std::uint32_t>(context_.book.texts.size());
  context_.book.texts.push_back(replace_all(replace_all(std::move(text), "\r\n", "\n"), "\r", "\n"));
  put(at, cell);
}

void BiffSheet::put_shared(CellAt at, std::size_t index) {
  Cell cell;
  cell.kind = Kind::uncomputed;  // a broken reference must not read as blank
  if (index >= context_.shared_blank.size()) return put(at, cell);
  if (context_.shared_blank[index]) return;
  cell.kind = Kind::text;
  cell.text = static_cast<std::uint32_t>(index);
  const std::size_t bytes = context_.book.texts[index].size();
  if (bytes > context_.text_left) {
    sheet_.truncated = true;
    return;
  }
  context_.text_left -= bytes;
  put(at, cell);
}

}  // namespace lvce::formats
