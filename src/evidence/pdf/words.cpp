#include "evidence/pdf/words.h"

#include <algorithm>
#include <charconv>
#include <qpdf/QUtil.hh>

#include "evidence/pdf/pen.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr double kLargestUnasked = 12, kSmallestSize = 1, kStep = 0.95;
constexpr double kLeading = 1.25;  ///< of the size
constexpr char32_t kFirstOfTheEast = 0x2E80;

using Line = std::u32string;

bool is_of_the_east(char32_t c) { return c >= kFirstOfTheEast; }

/// No line begins with a closing mark, none ends with an opening one.
bool may_break_between(char32_t left, char32_t right) {
  constexpr std::u32string_view kClosing = U"，。、；：！？）》〉」』】〕”’％", kOpening = U"（《〈「『【〔“‘";
  if (kClosing.find(right) != kClosing.npos || kOpening.find(left) != kOpening.npos) return false;
  return left == U' ' || is_of_the_east(left) || is_of_the_east(right);
}

/// Paragraphs as they stand; what has no look (tabs, other controls) is a space.
std::vector<Line> paragraphs_of(std::string_view utf8) {
  std::vector<Line> paragraphs(1);
  char32_t before = 0;
  for (const char32_t c : decode_utf8(utf8)) {
    if (c == U'\r' || (c == U'\n' && before != U'\r') || c == U'\u2028' || c == U'\u2029') paragraphs.emplace_back();
    else if (c != U'\n') paragraphs.back() += c < U' ' || c == U'\u00A0' ? U' ' : c;
    before = c;
  }
  while (paragraphs.size() > 1 && paragraphs.back().empty()) paragraphs.pop_back();
  return paragraphs;
}

std::vector<Line> lines_at(PdfType& type, const std::vector<Line>& paragraphs, const WordsBox& box, double size) {
  if (!box.many_lines) {
    Line all;
    for (const Line& paragraph : paragraphs) all += (all.empty() || paragraph.empty() ? U"" : U" ") + paragraph;
    return {all};
  }
  std::vector<Line> lines;
  for (const Line& paragraph : paragraphs) {
    for (Line& line : broken_into_lines(type, paragraph, (box.width - 2 * box.inset) / size)) lines.push_back(std::move(line));
  }
  return lines;
}

bool fits(PdfType& type, const std::vector<Line>& lines, const WordsBox& box, double size) {
  const double height = lines.size() == 1 ? size : size * kLeading * static_cast<double>(lines.size());
  const double room = box.many_lines ? box.height - 2 * box.inset : box.height;
  return height <= room &&
         std::all_of(lines.begin(), lines.end(), [&](const Line& line) { return type.width(line) * size / 1000 <= box.width - 2 * box.inset; });
}

std::string line_at(PdfType& type, const Line& line, const WordsBox& box, double size, double y) {
  const double free = box.width - 2 * box.inset - type.width(line) * size / 1000;
  const double x = box.inset + std::max(free, 0.0) * box.align / 2;
  return "1 0 0 1 " + operand(x) + operand(y) + "Tm\n" + type.show(line, size);
}

/// The baseline of one line in the middle of the box.
double middle_of(const WordsBox& box, double size) { return (box.height - size) / 2 + PdfType::kDescent * size; }

std::string set_cells(PdfType& type, const Line& text, const WordsBox& box) {
  const double cell = box.width / box.cells;
  const double size = std::min({box.size > 0 ? box.size : kLargestUnasked, box.height, cell});
  std::string operators;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const Line one(1, text[i]);
    const double x = cell * (static_cast<double>(i) + 0.5) - type.width(one) * size / 2000;
    operators += "1 0 0 1 " + operand(x) + operand(middle_of(box, size)) + "Tm\n" + type.show(one, size);
  }
  return operators;
}

std::string set_lines(PdfType& type, const std::vector<Line>& paragraphs, const WordsBox& box) {
  double size = box.size > 0 ? box.size : kLargestUnasked;
  std::vector<Line> lines = lines_at(type, paragraphs, box, size);
  while (size > kSmallestSize && !fits(type, lines, box, size)) {
    size *= kStep;
    lines = lines_at(type, paragraphs, box, size);
  }
  std::string operators;
  double y = box.many_lines ? box.height - box.inset - PdfType::kAscent * size : middle_of(box, size);
  for (const Line& line : lines) {
    operators += line_at(type, line, box, size, y);
    y -= kLeading * size;
  }
  return operators;
}

std::vector<double> last_numbers(const std::vector<std::string>& words, std::size_t before, std::size_t count) {
  std::vector<double> numbers;
  for (std::size_t i = before - std::min(before, count); i < before; ++i) {
    double value = 0;
    if (std::from_chars(words[i].data(), words[i].data() + words[i].size(), value).ec == std::errc()) numbers.push_back(value);
  }
  return numbers.size() == count ? numbers : std::vector<double>();
}

}  // namespace

std::vector<std::u32string> broken_into_lines(PdfType& type, std::u32string_view text, double width_in_sizes) {
  const double most = width_in_sizes * 1000;
  std::vector<Line> lines;
  std::size_t first = 0;
  while (first < text.size()) {
    std::size_t end = first, last_break = first;
    for (double sum = 0; end < text.size(); ++end) {
      if (end > first && may_break_between(text[end - 1], text[end])) last_break = end;
      sum += type.width(text.substr(end, 1));
      if (sum > most && end > first && text[end] != U' ') break;
    }
    if (end < text.size() && last_break > first) end = last_break;
    lines.emplace_back(text.substr(first, end - first));
    while (end < text.size() && !lines.back().empty() && lines.back().back() == U' ') lines.back().pop_back();
    first = end;
  }
  if (lines.empty()) lines.emplace_back();
  return lines;
}

std::string set_words(PdfType& type, std::string_view utf8, const WordsBox& box) {
  if (box.width <= 2 * box.inset || box.height <= 0) return {};
  const std::vector<Line> paragraphs = paragraphs_of(utf8);
  const std::string inside = box.cells > 0 ? set_cells(type, paragraphs[0], box) : set_lines(type, paragraphs, box);
  return "q\n" + (box.colour.empty() ? "0 g\n" : box.colour) + "BT\n" + inside + "ET\nQ\n";
}

void read_default_appearance(std::string_view appearance, WordsBox& box) {
  std::vector<std::string> words;
  for (std::string& word : split(replace_all(replace_all(std::string(appearance), "\n", " "), "\r", " "), ' ')) {
    if (!word.empty()) words.push_back(std::move(word));
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& name = words[i];
    const std::size_t count = name == "g" ? 1 : name == "rg" ? 3 : name == "k" ? 4 : name == "Tf" ? 1 : 0;
    const std::vector<double> numbers = count > 0 ? last_numbers(words, i, count) : std::vector<double>();
    if (numbers.empty()) continue;
    if (name == "Tf") {
      box.size = std::clamp(numbers[0], 0.0, 500.0);
      continue;
    }
    box.colour.clear();
    for (const double value : numbers) box.colour += operand(std::clamp(value, 0.0, 1.0));
    box.colour += name + "\n";
  }
}

}  // namespace lvce
