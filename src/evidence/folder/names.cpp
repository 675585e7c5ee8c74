#include "evidence/folder/names.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "support/ascii.h"
#include "support/endings.h"
#include "support/litter.h"
#include "support/text.h"
#include "support/unseen.h"

namespace lvce {
namespace {

constexpr std::size_t kMaxExtension = 8;  // markdown
constexpr int kMaxCounted = 9999;

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

/// Names that cameras, phones and chat programs begin with; what follows must be digits and signs.
constexpr std::array kCameraPrefixes = {"img",          "image",  "dscn",   "dscf",         "dsc",      "pict",     "pic",      "photo",    "picture",
                                        "pxl",          "mvimg",  "pano",   "vid",          "cimg",     "sam",      "dji",      "gopr",     "mmexport",
                                        "wx_camera",    "p",      "camera", "scan",         "cam",      "burst",    "微信图片", "微信截图", "企业微信截图",
                                        "企业微信图片", "qq图片", "qq截图", "qq浏览器截图", "钉钉图片", "屏幕截图", "截图",     "截屏",     "屏幕快照"};

/// Signs and small words that programs add to a camera's name.
bool is_only_counter(std::string text) {
  for (const char* word : {"副本", "copy", "hdr", "edited", "cover", "burst", "portrait"}) text = replace_all(text, word, "");
  return std::all_of(text.begin(), text.end(), [](char c) { return is_ascii_digit(c) || std::string_view(" _-.()~#").find(c) != std::string_view::npos; });
}

/// 32 hexadecimal digits, with or without hyphens: a name made by a program.
bool is_hash(std::string_view text) {
  const auto digits = std::count_if(text.begin(), text.end(), [](char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; });
  const auto hyphens = std::count(text.begin(), text.end(), '-');
  return digits >= 24 && static_cast<std::size_t>(digits + hyphens) == text.size();
}

/// Some names in GB18030 are valid UTF-8 by chance (通知 gives a combining mark and a Hebrew accent): scripts that no name here is in.
bool is_utf8_by_chance(std::string_view bytes) {
  const std::u32string points = decode_utf8(bytes);
  return std::any_of(points.begin(), points.end(), [](char32_t c) { return (c >= 0x250 && c < 0x370) || (c >= 0x530 && c < 0x800); });
}

}  // namespace

NameParts split_name(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return {std::string(name), ""};
  const std::string_view behind = name.substr(dot + 1);
  const bool plain = std::all_of(behind.begin(), behind.end(), [](char c) { return is_ascii_digit(c) || is_ascii_letter(c); });
  const bool letters = std::any_of(behind.begin(), behind.end(), is_ascii_letter);
  if (!plain || !letters || behind.size() > kMaxExtension) return {std::string(name), ""};
  return {std::string(name.substr(0, dot)), lower(behind)};
}

bool is_auxiliary_name(std::string_view name) {
  if (name.starts_with(".") || is_litter(name)) return true;
  const std::string folded = lower(name);
  if (folded == "归档建议.xlsx" || folded == "改名记录.csv") return true;  // written by this program
  return folded == "说明.txt" || is_caption_file_name(name);
}

bool is_caption_file_name(std::string_view name) {
  constexpr std::array<std::string_view, 4> kTexts = {"", ".txt", ".csv", ".md"};
  const NameParts parts = split_name(name);
  const std::string ending = small_ending(std::string(name));
  return parts.stem == "图说" && (is_one_of(kTexts, ending) || is_one_of(kWorkbookEndings, ending) || is_one_of(kWordEndings, ending));
}

bool is_marked_copy(std::string_view name) {
  std::string stem = split_name(fold_width(name)).stem;
  if (stem.ends_with("副本")) return true;
  if (!stem.ends_with(')')) return false;
  stem.pop_back();
  const std::size_t before = stem.find_last_not_of("0123456789");
  return before != std::string::npos && before + 1 < stem.size() && stem[before] == '(';
}

bool is_picture_name(std::string_view extension) {
  constexpr std::array kPictures = {"jpg", "jpeg", "jpe", "jfif", "png", "heic", "heif", "avif", "webp", "tif", "tiff", "bmp", "gif", "livp"};
  return std::find(kPictures.begin(), kPictures.end(), extension) != kPictures.end();
}

bool is_camera_name(std::string_view title) {
  const std::string name = lower(trim(fold_width(title)));
  if (name.empty() || is_only_counter(name) || is_hash(name)) return true;
  if (name.starts_with("screenshot")) return std::all_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  return std::any_of(kCameraPrefixes.begin(), kCameraPrefixes.end(), [&](const char* prefix) {
    const std::string_view front(prefix);
    return name.starts_with(front) && name.size() > front.size() && is_only_counter(name.substr(front.size()));
  });
}

int counted_in(std::string_view title) {
  std::string text = trim(fold_width(title));
  if (!text.ends_with(')')) return 1;
  text.pop_back();
  text = trim(text);
  const std::string_view unit = text.ends_with("项") ? "项" : text.ends_with("次") ? "次" : "";
  if (unit.empty()) return 1;
  text = trim(std::string_view(text).substr(0, text.size() - unit.size()));
  std::size_t begin = text.size();
  while (begin > 0 && is_ascii_digit(text[begin - 1])) --begin;
  const std::string digits = text.substr(begin);
  const std::string front = trim(std::string_view(text).substr(0, begin));
  if (digits.empty() || digits.size() > 4 || !front.ends_with('(')) return 1;
  return std::min(std::stoi(digits), kMaxCounted);
}

std::vector<Place> evidence_places(const std::vector<std::string>& paths) {
  std::vector<Place> places;
  for (const std::string& path : paths) places.push_back(in_evidence(path));
  return places;
}

std::string shown_name(std::string_view bytes) {
  std::string text(bytes);
  if (!is_valid_utf8(bytes) || is_utf8_by_chance(bytes)) text = from_gb18030(bytes).value_or(std::string(bytes));
  return encode_utf8(decode_utf8(text));
}

std::string read_name(std::string_view name) {
  const std::u32string points = decode_utf8(name);
  const auto begin = std::find_if(points.begin(), points.end(), [](char32_t c) { return !is_unseen(c); });
  return encode_utf8(std::u32string(begin, points.end()));
}

}  // namespace lvce
