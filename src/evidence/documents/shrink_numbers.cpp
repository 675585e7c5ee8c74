#include "evidence/documents/shrink_numbers.h"

#include <cstdlib>
#include <vector>

#include "evidence/documents/markup.h"

namespace lvce {
namespace {

using Kind = Token::Kind;

constexpr int kMaxStyles = 60000;  ///< Excel's own limit is 65,490

int number_in(std::string_view digits) { return std::atoi(std::string(digits.substr(0, 9)).c_str()); }

/// The element without its alignment, which is written anew: what an xf holds beside it (protection) does not print.
std::string shrinking_copy(std::string_view tag, std::string_view alignment) {
  std::string out(tag.substr(0, tag.find_last_not_of("/>") + 1));
  out += " applyAlignment=\"1\"><alignment shrinkToFit=\"1\"";
  for (const char* kept : {"horizontal", "vertical", "textRotation"}) {
    const std::string_view value = attribute_of(alignment, kept);
    if (!value.empty()) out += " " + std::string(kept) + "=\"" + std::string(value) + "\"";
  }
  return out + "/></xf>";
}

std::string without_apply_alignment(std::string_view tag) {
  const std::string_view value = attribute_of(tag, "applyAlignment");
  if (value.empty()) return std::string(tag);
  const std::size_t begin = tag.rfind("applyAlignment", static_cast<std::size_t>(value.data() - tag.data()));
  const std::size_t end = static_cast<std::size_t>(value.data() - tag.data()) + value.size() + 1;
  return std::string(tag.substr(0, begin)) + std::string(tag.substr(end));
}

struct CellStyle {
  std::string tag;
  std::string alignment;
};

struct CellStyles {
  std::vector<CellStyle> all;
  std::size_t end = 0;  ///< where </cellXfs> begins; 0: not there
};

CellStyles read_styles(std::string_view xml) {
  CellStyles out;
  Tokens tokens(xml);
  Token token;
  bool inside = false;
  while (out.end == 0 && tokens.next(token)) {
    if (token.name == "cellXfs") {
      if (token.kind == Kind::close) out.end = token.begin;
      inside = token.kind == Kind::open;
    }
    if (!inside || token.kind == Kind::close) continue;
    if (token.name == "xf") out.all.push_back({std::string(tokens.bytes(token)), ""});
    if (token.name == "alignment" && !out.all.empty()) out.all.back().alignment = tokens.bytes(token);
  }
  return out;
}

}  // namespace

std::string add_shrinking_styles(std::string_view styles_xml, ShrinkingStyles& shrinking) {
  const CellStyles styles = read_styles(styles_xml);
  shrinking.clear();
  if (styles.end == 0 || styles.all.size() * 2 > kMaxStyles) return std::string(styles_xml);
  std::string added;
  int next = static_cast<int>(styles.all.size());
  for (std::size_t i = 0; i < styles.all.size(); ++i) {
    const CellStyle& style = styles.all[i];
    if (number_in(attribute_of(style.tag, "numFmtId")) == 0) continue;
    shrinking[static_cast<int>(i)] = next++;
    added += shrinking_copy(without_apply_alignment(style.tag), style.alignment);
  }
  return apply_edits(styles_xml, {{styles.end, styles.end, added}});
}

std::string shrink_numbers(std::string_view sheet_xml, const ShrinkingStyles& shrinking) {
  std::vector<Edit> edits;
  Tokens tokens(sheet_xml);
  Token token;
  while (!shrinking.empty() && tokens.next(token)) {
    if (token.name != "c" || token.kind != Kind::open) continue;
    const std::string_view tag = tokens.bytes(token), type = attribute_of(tag, "t"), style = attribute_of(tag, "s");
    if (style.empty() || (!type.empty() && type != "n" && type != "d")) continue;
    const auto other = shrinking.find(number_in(style));
    if (other == shrinking.end()) continue;
    const std::size_t begin = static_cast<std::size_t>(style.data() - sheet_xml.data());
    edits.push_back({begin, begin + style.size(), std::to_string(other->second)});
  }
  return edits.empty() ? std::string(sheet_xml) : apply_edits(sheet_xml, std::move(edits));
}

}  // namespace lvce
