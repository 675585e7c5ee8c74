#include <set>

#include "pack/pack.h"
#include "support/text.h"
#include "support/unseen.h"

namespace lvce {
namespace {

constexpr std::size_t kMaxCharacters = 80;
constexpr std::size_t kMaxNameBytes = 240;

/// Line breaks of a cell are no part of a name; what else nobody sees is shown, so that two names stay two.
std::string without_line_breaks(std::string name) {
  std::erase_if(name, [](char c) { return c == '\n' || c == '\r' || c == '\t'; });
  return name;
}

bool is_reserved(char32_t c) { return c == 0xFFFD || (c < 0x80 && std::string("/\\:*?\"<>|").find(static_cast<char>(c)) != std::string::npos); }

/// Names that Windows keeps for devices, whatever their extension.
bool is_device(const std::string& name) {
  static const std::set<std::string> kDevices = {"CON",  "PRN",  "AUX",  "NUL",  "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7",
                                                 "COM8", "COM9", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9"};
  std::string stem = name.substr(0, name.find('.'));
  for (char& c : stem) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return kDevices.contains(stem);
}

std::string cut(const std::string& name) {
  std::string out;
  std::size_t count = 0;
  for (const char32_t c : decode_utf8(name)) {
    std::string one;
    append_utf8(one, c);
    if (count == kMaxCharacters || out.size() + one.size() > kMaxNameBytes) break;
    out += one;
    ++count;
  }
  return out;
}

std::string without_trailing_dots(std::string name) {
  while (!name.empty() && (name.back() == '.' || name.back() == ' ')) name.pop_back();
  return name;
}

}  // namespace

std::string folder_name_of(const std::string& unit_name) {
  std::u32string kept;
  for (const char32_t c : decode_utf8(visible(without_line_breaks(trim(unit_name))))) kept += is_reserved(c) ? U'_' : c;
  std::string name = without_trailing_dots(cut(trim(encode_utf8(kept))));
  if (name.empty()) return "未命名单位";
  if (name.front() == '.') name.front() = '_';
  return is_device(name) ? "_" + name : name;
}

}  // namespace lvce
