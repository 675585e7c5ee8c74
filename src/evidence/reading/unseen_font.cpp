#include "evidence/reading/unseen_font.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <utility>
#include <vector>

#include "evidence/pdf/packed_stream.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr int kUnits = 1000, kAscent = 880, kDescent = -120;
constexpr int kGlyphs = 3;  ///< .notdef, wide, half
constexpr char32_t kFirstHalf = 0x20, kLastHalf = 0x7E;
constexpr const char* kName = "/LvceUnseen";

/// Big-endian numbers one after the other, as TrueType has them.
class Numbers {
 public:
  Numbers& words(std::initializer_list<int> values) {
    for (const int value : values) word(value);
    return *this;
  }
  Numbers& longs(std::initializer_list<std::uint32_t> values) {
    for (const std::uint32_t value : values) {
      word(static_cast<int>(value >> 16));
      word(static_cast<int>(value & 0xFFFF));
    }
    return *this;
  }
  const std::string& bytes() const { return bytes_; }

 private:
  void word(int value) {
    bytes_ += static_cast<char>(value >> 8 & 0xFF);
    bytes_ += static_cast<char>(value & 0xFF);
  }
  std::string bytes_;
};

std::uint32_t checksum(const std::string& bytes) {
  std::uint32_t sum = 0, number = 0;
  for (std::size_t i = 0; i < (bytes.size() + 3) / 4 * 4; ++i) {
    number = number << 8 | (i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U);
    if (i % 4 == 3) sum += std::exchange(number, 0);
  }
  return sum;
}

/// With the adjustment that makes the whole file's checksum what it must be.
std::string head_table(std::uint32_t adjustment) {
  return Numbers()
      .longs({0x00010000, 0x00010000, adjustment, 0x5F0F3CF5})
      .words({0, kUnits})
      .longs({0, 0, 0, 0})  // made at no time
      .words({0, kDescent, kUnits, kAscent, 0, 8, 2, 0, 0})
      .bytes();
}

using Tables = std::vector<std::pair<std::uint32_t, std::string>>;  // tag → bytes, in the order of the tags

constexpr std::uint32_t kHead = 0x68656164;

Tables tables_of_font() {
  return {{0x676C7966, std::string(4, '\0')},                                                                                                   // glyf
          {kHead, head_table(0)},                                                                                                               // head
          {0x68686561, Numbers().longs({0x00010000}).words({kAscent, kDescent, 0, kUnits, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, kGlyphs}).bytes()},  // hhea
          {0x686D7478, Numbers().words({kUnits, 0, kUnits, 0, kUnits / 2, 0}).bytes()},                                                         // hmtx
          {0x6C6F6361, std::string(2 * std::size_t{kGlyphs + 1}, '\0')},                                                // loca: all are empty
          {0x6D617870, Numbers().longs({0x00010000}).words({kGlyphs, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0}).bytes()},  // maxp
          {0x706F7374, Numbers().longs({0x00030000, 0}).words({0, 0}).longs({0, 0, 0, 0, 0}).bytes()}};                 // post: no names
}

/// Sums are those of a head without adjustment.
std::string font_file(std::uint32_t adjustment) {
  const Tables tables = tables_of_font();
  const auto count = static_cast<std::uint32_t>(tables.size());
  Numbers directory;
  directory.longs({0x00010000}).words({static_cast<int>(count), 64, 2, static_cast<int>(count) * 16 - 64});
  std::string body;
  for (const auto& [tag, bytes] : tables) {
    directory.longs({tag, checksum(bytes), 12 + 16 * count + static_cast<std::uint32_t>(body.size()), static_cast<std::uint32_t>(bytes.size())});
    body += tag == kHead ? head_table(adjustment) : bytes;
    body.append((4 - bytes.size() % 4) % 4, '\0');
  }
  return directory.bytes() + body;
}

bool is_half(char32_t c) { return c >= kFirstHalf && c <= kLastHalf; }

/// Two bytes for each code.
std::string glyph_of_each_code() {
  std::string out;
  for (char32_t c = 0; c <= 0xFFFF; ++c) {
    out += '\0';
    out += static_cast<char>(is_half(c) ? 2 : 1);
  }
  return out;
}

/// A code is its character; a range may not leave its first byte, and a block holds a hundred ranges.
std::string codes_to_characters() {
  std::string out =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapType 2 def\n/CMapName /LvceUnseen def\n"
      "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
  for (int from = 0; from < 256; from += 100) {
    const int to = std::min(from + 100, 256);
    out += std::to_string(to - from) + " beginbfrange\n";
    for (int row = from; row < to; ++row) {
      char line[48];
      std::snprintf(line, sizeof line, "<%02X00> <%02XFF> <%02X00>\n", row, row, row);
      out += line;
    }
    out += "endbfrange\n";
  }
  return out + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

}  // namespace

std::string unseen_font_program() {
  constexpr std::uint32_t kWhole = 0xB1B0AFBA;  // OpenType, "head": checkSumAdjustment
  return font_file(kWhole - checksum(font_file(0)));
}

QPDFObjectHandle unseen_font(QPDF& pdf) {
  const QPDFObjectHandle name = QPDFObjectHandle::newName(kName);
  QPDFObjectHandle descriptor = QPDFObjectHandle::parse(
      "<< /Type /FontDescriptor /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >>");
  descriptor.replaceKey("/FontName", name);
  descriptor.replaceKey("/FontFile2", packed_stream(pdf, unseen_font_program()));
  QPDFObjectHandle below = QPDFObjectHandle::parse(
      "<< /Type /Font /Subtype /CIDFontType2 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /W [32 126 500] >>");
  below.replaceKey("/BaseFont", name);
  below.replaceKey("/FontDescriptor", pdf.makeIndirectObject(descriptor));
  below.replaceKey("/CIDToGIDMap", packed_stream(pdf, glyph_of_each_code()));
  QPDFObjectHandle font = QPDFObjectHandle::parse("<< /Type /Font /Subtype /Type0 /Encoding /Identity-H >>");
  font.replaceKey("/BaseFont", name);
  font.replaceKey("/DescendantFonts", QPDFObjectHandle::newArray({pdf.makeIndirectObject(below)}));
  font.replaceKey("/ToUnicode", packed_stream(pdf, codes_to_characters()));
  return pdf.makeIndirectObject(font);
}

std::string unseen_codes(std::string_view utf8) {
  std::string out = "<";
  for (const char32_t c : decode_utf8(utf8)) {
    if (c < U' ' || c > 0xFFFF || (c >= 0xD800 && c < 0xE000)) continue;
    char code[8];
    std::snprintf(code, sizeof code, "%04X", static_cast<unsigned>(c));
    out += code;
  }
  return out + ">";
}

double unseen_width(std::string_view utf8) {
  double width = 0;
  for (const char32_t c : decode_utf8(utf8)) width += is_half(c) ? 0.5 : 1;
  return width;
}

}  // namespace lvce
