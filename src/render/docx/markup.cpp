#include "render/docx/markup.h"

#include <cmath>

#include "support/text.h"
#include "support/unseen.h"

namespace lvce {
namespace {

bool stands_in_xml(char32_t c) { return c >= 0x20 && !(c >= 0x7F && c <= 0x9F) && !(c >= 0xD800 && c <= 0xDFFF) && (c & 0xFFFE) != 0xFFFE; }

}  // namespace

std::string xml_text(const std::string& text) {
  std::string out;
  for (const char32_t c : decode_utf8(printable(text))) {
    switch (c) {
      case U'&': out += "&amp;"; break;
      case U'<': out += "&lt;"; break;
      case U'>': out += "&gt;"; break;
      case U'"': out += "&quot;"; break;
      case U'\n':
      case U'\t': out += ' '; break;
      default:
        if (stands_in_xml(c)) append_utf8(out, c);
    }
  }
  return out;
}

std::string twips(double points) { return std::to_string(std::lround(points * 20)); }

std::string half_points(double points) { return std::to_string(std::lround(points * 2)); }

std::string value_element(const std::string& name, const std::string& value) { return "<w:" + name + " w:val=\"" + value + "\"/>"; }

}  // namespace lvce
