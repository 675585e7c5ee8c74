#include "evidence/job/read_page.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "support/text.h"

namespace lvce {
namespace {

using ReadJson = nlohmann::json;

constexpr int kPixelsAtMost = 20'000;
constexpr std::size_t kLinesAtMost = 2'000;
constexpr std::size_t kWordsOfLineAtMost = 2'000;
constexpr double kReach = 1e5;

double place_number(const ReadJson& json) {
  const double value = json.get<double>();
  if (!(std::abs(value) < kReach)) throw std::out_of_range("no place on a page");
  return value;
}

ReadLine line_from(const ReadJson& json) {
  ReadLine line{place_number(json.at(0)), place_number(json.at(1)), place_number(json.at(2)), place_number(json.at(3)), {}};
  if (json.at(4).size() > kWordsOfLineAtMost) throw std::out_of_range("too many words");
  for (const ReadJson& word : json.at(4)) line.words.push_back({word.at(0).get<std::string>(), place_number(word.at(1)), place_number(word.at(2))});
  return line;
}

/// Letters and digits that are set apart by blanks.
bool is_western(char32_t c) { return c > U' ' && c < 0x2E80 && !(c >= 0x2010 && c <= 0x203E); }

}  // namespace

std::string read_page_to_json(const ReadPage& page) {
  ReadJson lines = ReadJson::array();
  for (const ReadLine& line : page.lines) {
    ReadJson words = ReadJson::array();
    for (const ReadWord& word : line.words) words.push_back({word.text, word.begin, word.end});
    lines.push_back({line.x, line.y, line.turn, line.size, std::move(words)});
  }
  return ReadJson{{"width", page.width}, {"height", page.height}, {"lines", std::move(lines)}}.dump(-1, ' ', false, ReadJson::error_handler_t::replace);
}

std::optional<ReadPage> read_page_from_json(std::string_view text) {
  try {
    const ReadJson json = ReadJson::parse(text);
    ReadPage page{json.at("width"), json.at("height"), {}};
    const ReadJson& lines = json.at("lines");
    if (page.width < 1 || page.height < 1 || page.width > kPixelsAtMost || page.height > kPixelsAtMost || lines.size() > kLinesAtMost) return std::nullopt;
    for (const ReadJson& line : lines) page.lines.push_back(line_from(line));
    return page;
  } catch (const std::exception&) {  // no JSON, or another's
    return std::nullopt;
  }
}

bool has_blank_between(std::string_view before, std::string_view behind) {
  const std::u32string left = decode_utf8(before), right = decode_utf8(behind);
  return !left.empty() && !right.empty() && is_western(left.back()) && is_western(right.front());
}

std::string text_of_page(const ReadPage& page) {
  std::string out;
  for (const ReadLine& line : page.lines) {
    for (std::size_t i = 0; i < line.words.size(); ++i) {
      if (i > 0 && has_blank_between(line.words[i - 1].text, line.words[i].text)) out += ' ';
      out += line.words[i].text;
    }
    out += '\n';
  }
  return out;
}

}  // namespace lvce
