#include "prepare/filed_name.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <regex>
#include <string_view>

#include "evidence/folder/folder_meaning.h"
#include "evidence/folder/names.h"
#include "prepare/page_title.h"
#include "support/text.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kNameAtMost = 150;  ///< bytes: 50 characters
constexpr std::size_t kDateLine = 36;     ///< bytes: 二〇二一年十二月三十一日
constexpr std::size_t kWholeDate = 10;    ///< 2021-05-18

/// Where things lie as they came, not what they show.
bool is_heap(const std::string& folder) {
  constexpr std::array kHeaps = {"新建文件夹", "收到", "收件", "发来", "微信", "QQ", "下载", "Download", "桌面", "手机", "相册", "DCIM", "Camera"};
  const bool begins = std::any_of(kHeaps.begin(), kHeaps.end(), [&](const char* word) { return folder.starts_with(word); });
  return begins || is_general_word(folder) || is_camera_name(folder) || date_in(folder).has_value();
}

/// What the folder says of a picture whose name is a camera's; it stays behind.
std::string told_by_folder(const fs::path& path) {
  const std::string folder = path.parent_path().filename().string(), stem = path.stem().string();
  if (!is_picture_name(split_name(path.filename().string()).extension) || !is_camera_name(stem) || is_heap(folder)) return "";
  const std::optional<std::string> taken = date_in(stem);
  return folder + (taken ? " " + *taken : "");
}

bool says_nothing(const std::string& stem, const SortWords& words) {
  if (is_camera_name(stem)) return true;
  std::string left = folded_for_words(stem);
  for (const std::string& word : words.nameless) left = replace_all(left, word, "");
  const std::u32string points = decode_utf8(left);
  return std::none_of(points.begin(), points.end(), [](char32_t c) { return (c >= U'A' && c <= U'Z') || (c >= U'\u4e00' && c <= U'\u9fff'); });
}

bool is_of_date(char32_t c) {
  return (c >= U'0' && c <= U'9') || std::u32string_view(U"年月日〇零一二三四五六七八九十.-/").find(c) != std::u32string_view::npos;
}

/// The last line that holds a whole date and nothing else.
std::string date_line_of(const std::string& page) {
  std::string out;
  for (const std::string& each : split(page, '\n')) {
    const std::string line = without_space(fold_width(each));
    const std::u32string points = decode_utf8(line);
    const bool alone = line.size() <= kDateLine && std::all_of(points.begin(), points.end(), is_of_date);
    const auto date = alone ? date_in(line) : std::nullopt;
    if (date && date->size() == kWholeDate) out = *date;
  }
  return out;
}

/// With the date of its first page, else that of its old name, where it has none itself.
std::string dated(const std::string& telling, const std::string& page, const std::string& stem) {
  if (telling.empty() || date_in(telling)) return telling;
  std::string date = date_line_of(page);
  if (date.empty() && !is_camera_name(stem)) date = date_in(stem).value_or("");
  return telling + (date.empty() ? "" : " " + date);
}

}  // namespace

std::string shown_beside_name(const EvidenceFile& file) {
  return without_space(fold_width(file.path)).find(without_space(fold_width(file.caption))) == std::string::npos ? file.caption : "";
}

std::string name_from(const std::string& words, const std::string& path) {
  static const std::regex kSlashedDate("([0-9])/(?=[0-9])");
  if (words.size() > kNameAtMost) return "";
  std::string plain = std::regex_replace(words, kSlashedDate, "$1-");
  for (const char* sign : {"/", "\\", ":", "*", "?", "\"", "<", ">", "|", "\n", "\r", "\t"}) plain = replace_all(plain, sign, " ");
  plain = trim(plain);
  return plain.empty() ? "" : plain + fs::path(path).extension().string();
}

std::string filed_name(const EvidenceFile& file, const std::string& first_page, const SortWords& words) {
  const fs::path path(file.path);
  const std::string stem = path.stem().string();
  std::string telling = shown_beside_name(file);
  const bool nameless = telling.empty() && says_nothing(stem, words);
  if (nameless) telling = paper_title_on(first_page, words);
  if (telling.empty()) telling = told_by_folder(path);
  if (telling.empty() && !nameless) telling = stem;
  telling = dated(telling, first_page, stem);
  const std::string name = name_from(telling, file.path);
  return name.empty() ? path.filename().string() : name;
}

}  // namespace lvce
