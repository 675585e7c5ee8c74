#include "bind/sealed/word_copy.h"

#include <algorithm>
#include <vector>

#include "evidence/documents/parts.h"
#include "support/endings.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr const char* kEmptyFoot =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:ftr "
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:p/></w:ftr>";

/// What a part shows: the text of its w:t, and where in the part each byte of it stands.
struct ShownWords {
  std::string text;
  std::vector<std::size_t> at;
};

ShownWords shown_words(const std::string& xml) {
  ShownWords out;
  bool inside = false;
  for (std::size_t at = 0; at < xml.size(); ++at) {
    if (xml.compare(at, 5, "<w:t>") == 0 || xml.compare(at, 5, "<w:t ") == 0) inside = true;
    if (xml.compare(at, 6, "</w:t>") == 0) inside = false;
    if (xml[at] == '<') {
      at = std::min(xml.find('>', at), xml.size());
    } else if (inside) {
      out.text += xml[at];
      out.at.push_back(at);
    }
  }
  return out;
}

/// A foot that holds nothing but a page number: dashes, digits, 第…页 共…页.
bool is_number_foot(const std::string& xml) {
  const std::u32string allowed = U"0123456789-—–－ /第共页";
  const std::u32string characters = decode_utf8(shown_words(xml).text);
  return xml.find("PAGE") != std::string::npos &&
         std::all_of(characters.begin(), characters.end(), [&](char32_t c) { return allowed.find(c) != std::u32string::npos; });
}

bool take_out(std::string& xml, const std::string& words) {
  const ShownWords shown = shown_words(xml);
  const std::size_t found = shown.text.find(words);
  if (words.empty() || found == std::string::npos) return false;
  for (std::size_t byte = found + words.size(); byte > found; --byte) xml.erase(shown.at[byte - 1], 1);
  return true;
}

template <typename Change>
std::optional<std::string> with_parts_changed(std::string_view package, const std::string& prefix, const Change& change) {
  auto parts = read_parts(package);
  if (!parts) return std::nullopt;
  bool changed = false;
  for (PackagePart& part : *parts) {
    if (part.name.starts_with(prefix) && change(part.bytes)) changed = true;
  }
  return changed ? std::optional(write_parts(*parts)) : std::nullopt;
}

}  // namespace

bool is_own_word_file(const std::string& name) { return small_ending(name) == ".docx"; }

std::optional<std::string> without_page_numbers(std::string_view package) {
  return with_parts_changed(package, "word/footer", [](std::string& xml) {
    if (!is_number_foot(xml)) return false;
    xml = kEmptyFoot;
    return true;
  });
}

std::optional<std::string> without_head_words(std::string_view package, const std::string& words) {
  return with_parts_changed(package, "word/header", [&](std::string& xml) {
    bool any = false;
    while (take_out(xml, words)) any = true;
    return any;
  });
}

}  // namespace lvce
