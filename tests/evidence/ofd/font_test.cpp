// Embedded fonts with CFF outlines: drawn when sound, stood in for when damaged.
#include "evidence/ofd/ofd_builder.h"
#include "evidence/ofd/to_pdf.h"

namespace lvce {
namespace {

using namespace testing;
using namespace std::string_literals;

std::string u16(unsigned value) { return {static_cast<char>(value >> 8), static_cast<char>(value & 0xFF)}; }
/// A whole number of five bytes in a dictionary, of three in outlines.
std::string dict_number(unsigned value) { return "\x1D"s + u16(value >> 16) + u16(value & 0xFFFF); }
std::string outline_number(int value) { return "\x1C"s + u16(static_cast<unsigned>(value) & 0xFFFF); }

std::string index_of(const std::vector<std::string>& things) {
  if (things.empty()) return u16(0);
  std::string offsets = u16(1), bytes;
  for (const std::string& thing : things) {
    bytes += thing;
    offsets += u16(static_cast<unsigned>(bytes.size() + 1));
  }
  return u16(static_cast<unsigned>(things.size())) + "\2" + offsets + bytes;
}

/// A bare CFF font (Adobe technical note 5176) whose glyph 2, that of "!", is a square of 0.8 em that stands 0.1 em above the line.
std::string square_font() {
  const std::string square = outline_number(100) + outline_number(100) + "\x15" + outline_number(800) + "\x06" + outline_number(800) + "\x07" +
                             outline_number(-800) + "\x06\x0E";
  const std::string outlines = index_of({"\x0E", "\x0E", square}), widths = outline_number(1000) + "\x14";
  const std::string head = "\1\0\4\2"s + index_of({"T"});
  const auto begin = static_cast<unsigned>(head.size() + index_of({std::string(17, ' ')}).size() + 4);
  const std::string dict = dict_number(begin) + "\x11" + dict_number(static_cast<unsigned>(widths.size())) +
                           dict_number(static_cast<unsigned>(begin + outlines.size())) + "\x12";
  return head + index_of({dict}) + index_of({}) + index_of({}) + outlines + widths;
}

OfdBuilder with_font(const std::string& font) {
  OfdBuilder ofd(R"(<ofd:TextObject ID="4" Font="60" Size="40" Boundary="10 10 80 80"><ofd:TextCode X="0" Y="40">!</ofd:TextCode></ofd:TextObject>)");
  ofd.resources(R"(<ofd:Fonts><ofd:Font ID="60" FontName="自带"><ofd:FontFile>own.cff</ofd:FontFile></ofd:Font></ofd:Fonts>)");
  ofd.entries["Doc_0/Res/own.cff"] = font;
  return ofd;
}

}  // namespace

TEST_CASE("a CFF font is drawn, and its text can be found", "[evidence][ofd]") {
  const OfdRun run(with_font(square_font()));
  CHECK(run.codes().empty());
  CHECK(run.show().at(30, 30) == kOfdBlack);  // from (14, 14) to (46, 46)
  CHECK(run.show().at(16, 44) == kOfdBlack);
  CHECK(run.show().at(50, 30) == kOfdWhite);
  CHECK(run.text().starts_with("!"));
}

TEST_CASE("a CFF font that is damaged, though its checksum is right, is stood in for and told of", "[evidence][ofd]") {
  std::string font = square_font();
  font.replace(font.find("\x15"), 1, "\x0A");  // a subroutine that is not there
  const OfdRun run(with_font(font));
  CHECK(run.codes() == "evidence-ofd-font");
  CHECK(run.text().starts_with("!"));
  CHECK(run.show().at(16, 44) == kOfdWhite);  // our own, slim "!"
}

TEST_CASE("whatever byte of a CFF font is wrong, the page is drawn", "[evidence][ofd]") {
  const std::string font = square_font();
  for (std::size_t i = 0; i < font.size(); ++i) {
    for (const char wrong : {'\0', '\x7F', '\xFF'}) {
      std::string damaged = font;
      damaged[i] = wrong;
      CAPTURE(i, static_cast<int>(wrong));
      const ofd::DrawnOfd drawn = ofd::draw_ofd(with_font(damaged).bytes(), 10);
      CHECK(drawn.end == ofd::DrawnEnd::drawn);
      CHECK(drawn.trouble.broken_pages.empty());
    }
  }
}

}  // namespace lvce
