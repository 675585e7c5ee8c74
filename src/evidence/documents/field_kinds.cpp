#include "evidence/documents/field_kinds.h"

#include <algorithm>
#include <array>
#include <string>

namespace lvce {
namespace {

using namespace std::string_view_literals;

constexpr std::array kLive = {"PAGE"sv,    "NUMPAGES"sv, "SECTIONPAGES"sv, "HYPERLINK"sv,    "TOC"sv,     "TOA"sv,        "INDEX"sv,
                              "EQ"sv,      "SYMBOL"sv,   "MACROBUTTON"sv,  "GOTOBUTTON"sv,   "ADVANCE"sv, "XE"sv,         "TC"sv,
                              "TA"sv,      "RD"sv,       "FORMCHECKBOX"sv, "FORMDROPDOWN"sv, "AUTONUM"sv, "AUTONUMLGL"sv, "AUTONUMOUT"sv,
                              "LISTNUM"sv, "SHAPE"sv,    "EMBED"sv,        "BIDIOUTLINE"sv,  "PRINT"sv,   "PRIVATE"sv};
constexpr std::array kSettled = {"REF"sv,   "PAGEREF"sv, "NOTEREF"sv,  "SEQ"sv,          "STYLEREF"sv, "FORMTEXT"sv,
                                 "QUOTE"sv, "ADDIN"sv,   "CITATION"sv, "BIBLIOGRAPHY"sv, "SECTION"sv};
constexpr std::array kChanging = {"TODAY("sv, "NOW("sv,        "RAND("sv, "RANDBETWEEN("sv, "RANDARRAY("sv, "CELL("sv,
                                  "INFO("sv,  "WEBSERVICE("sv, "RTD("sv,  "DDE("sv,         ".NV("sv};

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return out;
}

bool is_name(char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.'; }

}  // namespace

FieldKind field_kind(std::string_view instruction) {
  const std::size_t begin = instruction.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return FieldKind::settled;
  const std::string text = upper(instruction.substr(begin));
  const std::string_view word = std::string_view(text).substr(0, text.find_first_of(" \t\r\n\\\"&"));
  if (std::find(kLive.begin(), kLive.end(), word) != kLive.end()) return FieldKind::live;
  return std::find(kSettled.begin(), kSettled.end(), word) != kSettled.end() ? FieldKind::settled : FieldKind::changing;
}

bool is_changing_formula(std::string_view formula) {
  const std::string text = upper(formula);
  return std::any_of(kChanging.begin(), kChanging.end(), [&](std::string_view name) {
    for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + 1)) {
      if (at == 0 || name.front() == '.' || !is_name(text[at - 1]) || text.substr(0, at).ends_with("_XLFN.")) return true;
    }
    return false;
  });
}

}  // namespace lvce
