#include "bind/sealed/own_text.h"

#include <algorithm>

#include "document/cell_text.h"
#include "support/ascii.h"
#include "support/text.h"

namespace lvce {
namespace {

bool is_blank_character(char32_t c) {
  return c <= U' ' || c == U'\u00A0' || c == U'\u3000' || c == U'\uFEFF' || c == U'\u202F' || (c >= U'\u2000' && c <= U'\u200B');
}

bool is_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }

bool is_digit_at(const std::u32string& text, std::size_t at) { return at < text.size() && is_ascii_digit(text[at]); }

class OwnTextReader {
 public:
  OwnText out;

  void read(const Paragraph& paragraph) { add(paragraph.runs); }
  void read(const Table& table) {
    for (const std::string* line : {&table.title, &table.unit_line, &table.unit_line_right}) add(*line);
    add(words_of(table.unit_line_value));
    for (const TableRow& row : table.rows) {
      for (const TableCell& cell : row.cells) add(words_of(cell));
    }
  }
  void read(const Chart&) { out.text += kNotCompared; }
  void read(const PageBreak&) {}
  void read(const Space&) {}
  void read(const Signature& signature) {
    add(signature.name);
    add(signature.date);
  }
  void read(const PhotoPages& photos) {
    for (const Photo& photo : photos.photos) add(photo.caption);
  }
  void read(const Contents& contents) {
    for (const ContentsEntry& entry : contents.entries) {
      add(entry.text);
      out.text += kNotCompared;
    }
  }

 private:
  void add(const std::vector<Run>& runs) {
    std::string text;
    for (const Run& run : runs) text += run.page_of.empty() && !run.marked ? run.text : encode_utf8(std::u32string(1, kNotCompared));
    add(text);
  }

  void add(const std::string& words) {
    const std::size_t offset = out.text.size();
    const std::u32string text = without_blanks(words);
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = end_of_figure(text, at);
      if (end > at) out.figures.push_back({offset + at, offset + end});
      at = std::max(end, at + 1);
    }
    out.text += text;
  }
};

}  // namespace

std::u32string without_blanks(const std::string& text) {
  std::u32string out = decode_utf8(text);
  out.erase(std::remove_if(out.begin(), out.end(), is_blank_character), out.end());
  return out;
}

std::size_t end_of_figure(const std::u32string& text, std::size_t at) {
  const bool behind_word = at > 0 && (is_digit_at(text, at - 1) || is_letter(text[at - 1]));
  std::size_t end = at;
  if (!behind_word && at < text.size() && text[at] == U'-') ++end;
  if (!is_digit_at(text, end)) return at;
  while (is_digit_at(text, end) || (end < text.size() && (text[end] == U'.' || text[end] == U',') && is_digit_at(text, end + 1))) ++end;
  return end;
}

OwnText own_text(const Document& document) {
  OwnTextReader reader;
  for (const Section& section : document.sections) {
    for (const Block& block : section.blocks) std::visit([&](const auto& one) { reader.read(one); }, block);
  }
  return std::move(reader.out);
}

}  // namespace lvce
