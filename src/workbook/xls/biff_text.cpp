#include "workbook/xls/biff_text.h"

#include <algorithm>
#include <utility>

#include "support/code_page.h"
#include "support/text.h"
#include "workbook/package/compound_file.h"
#include "workbook/xls/records.h"

namespace lvce::formats {
namespace {

constexpr unsigned kGbk = 936;
constexpr unsigned kWestern = 1252;

unsigned byte_at(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

void append_unit(std::u32string& out, unsigned unit) {
  const bool low = unit >= 0xDC00 && unit <= 0xDFFF;
  if (low && !out.empty() && out.back() >= 0xD800 && out.back() <= 0xDBFF) out.back() = 0x10000 + ((out.back() - 0xD800) << 10) + (unit - 0xDC00);
  else out += static_cast<char32_t>(unit);
}

std::string utf8_of(std::u32string units) {
  for (char32_t& c : units) {
    if (c >= 0xD800 && c <= 0xDFFF) c = 0xFFFD;
  }
  return encode_utf8(units);
}

/// The bytes of a text in a record of BIFF5; empty for other records.
std::string_view text_bytes(const Piece& record) {
  switch (record.type) {
    case kLabel:
    case kRichText: return record.body.size() < 8 ? std::string_view() : record.body.substr(8, read_u16(record.body, 6));
    case kString: return record.body.size() < 2 ? std::string_view() : record.body.substr(2, read_u16(record.body, 0));
    case kBoundSheet: return record.body.size() < 7 ? std::string_view() : record.body.substr(7, byte_at(record.body, 6));
    default: return {};
  }
}

struct Tally {
  std::size_t chinese = 0;  ///< characters of the 3,755 frequent ones
  std::size_t other = 0;    ///< high bytes that are no pair of GB 2312

  void count(std::string_view bytes) {
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      const unsigned lead = byte_at(bytes, i);
      if (lead < 0x80) continue;
      const unsigned trail = i + 1 < bytes.size() ? byte_at(bytes, i + 1) : 0;
      if (lead < 0xA1 || lead > 0xF7 || trail < 0xA1) {
        ++other;
        continue;
      }
      chinese += lead >= 0xB0 && lead <= 0xD7 ? 1 : 0;
      ++i;
    }
  }
};

bool holds_chinese(std::string_view stream) {
  Tally tally;
  std::size_t at = 0;
  while (const auto record = next_record(stream, at)) tally.count(text_bytes(*record));
  return tally.chinese > 10 * tally.other;
}

}  // namespace

BiffText::BiffText(std::string_view body, std::vector<std::string_view> more) : pieces_(std::move(more)) {
  pieces_.insert(pieces_.begin(), body);
  settle();
}

/// Stands at a byte, or at the end.
void BiffText::settle() {
  while (!at_end() && at_ >= pieces_[piece_].size()) {
    ++piece_;
    at_ = 0;
  }
}

unsigned BiffText::u8() {
  if (at_end()) return 0;
  const unsigned value = byte_at(pieces_[piece_], at_++);
  settle();
  return value;
}

unsigned BiffText::u16() {
  const unsigned low = u8();
  return low | u8() << 8;
}

unsigned BiffText::u32() {
  const unsigned low = u16();
  return low | u16() << 16;
}

void BiffText::skip(std::size_t bytes) {
  while (bytes > 0 && !at_end()) {
    const std::size_t step = std::min(bytes, rest().size());
    bytes -= step;
    at_ += step;
    settle();
  }
}

std::optional<std::string> BiffText::characters(std::size_t count, bool wide) {
  std::u32string units;
  std::size_t piece = piece_;
  while (units.size() < count) {
    if (at_end()) return std::nullopt;
    if (piece_ != piece) wide = (u8() & 1U) != 0;
    piece = piece_;
    if (at_end()) return std::nullopt;
    units += static_cast<char32_t>(wide ? u16() : u8());
  }
  std::u32string joined;
  for (char32_t unit : units) append_unit(joined, unit);
  return utf8_of(std::move(joined));
}

std::optional<std::string> BiffText::text(std::size_t count) {
  const bool wide = (u8() & 1U) != 0;
  return characters(count, wide);
}

std::optional<std::string> BiffText::shared_text() {
  const std::size_t count = u16();
  const unsigned flags = u8();
  const std::size_t runs = (flags & 8U) != 0 ? u16() : 0;
  const std::size_t guides = (flags & 4U) != 0 ? u32() : 0;
  auto out = characters(count, (flags & 1U) != 0);
  skip(4 * runs + guides);
  return out;
}

BytesCode::BytesCode(unsigned page, std::string_view stream) : page_(page == 0 ? kWestern : page) {
  if (page_ == kWestern && holds_chinese(stream)) page_ = kGbk;
}

std::string BytesCode::text(std::string_view bytes) const {
  if (auto read = from_code_page(bytes, page_)) return std::move(*read);
  return from_code_page(bytes, kWestern).value_or(std::string());
}

}  // namespace lvce::formats
