#include "render/docx/styles.h"

#include <array>
#include <cmath>

#include "layout/style.h"
#include "render/docx/markup.h"

namespace lvce {
namespace {

struct WordFace {
  Face face;
  const char* name;   ///< as offices have it
  const char* other;  ///< what stands in where it is not installed; nullptr: it always is
  const char* family;
};

constexpr std::array kWordFaces = {
    WordFace{Face::body, "仿宋_GB2312", "仿宋", "modern"}, WordFace{Face::title, "方正小标宋简体", "宋体", "auto"},
    WordFace{Face::hei, "黑体", nullptr, "modern"},        WordFace{Face::kai, "楷体_GB2312", "楷体", "modern"},
    WordFace{Face::song, "宋体", nullptr, "auto"},
};

struct WordStyle {
  ParagraphStyle style;
  const char* id;
  const char* name;  ///< Word knows the English ones and shows them in its own language
  int outline;       ///< level of a heading, from 0; -1: none
};

constexpr std::array kWordStyles = {
    WordStyle{ParagraphStyle::title, "Title", "Title", -1},
    WordStyle{ParagraphStyle::subtitle, "Subtitle", "Subtitle", -1},
    WordStyle{ParagraphStyle::heading1, "Heading1", "heading 1", 0},
    WordStyle{ParagraphStyle::heading2, "Heading2", "heading 2", 1},
    WordStyle{ParagraphStyle::heading3, "Heading3", "heading 3", 2},
    WordStyle{ParagraphStyle::body, "BodyText", "Body Text", -1},
    WordStyle{ParagraphStyle::body_flush, "BodyFlush", "正文顶格", -1},
    WordStyle{ParagraphStyle::caption, "Caption", "caption", -1},
    WordStyle{ParagraphStyle::table_title, "TableTitle", "表题", -1},
    WordStyle{ParagraphStyle::note, "TableNote", "表注", -1},
    WordStyle{ParagraphStyle::small, "SmallText", "小字", -1},
    WordStyle{ParagraphStyle::cover_title, "CoverTitle", "封面标题", -1},
    WordStyle{ParagraphStyle::cover_line, "CoverLine", "封面文字", -1},
    WordStyle{ParagraphStyle::annex_label, "AnnexLabel", "附件标签", -1},
    WordStyle{ParagraphStyle::right_line, "RightLine", "落款", -1},
};

constexpr double kExactly = 28.95;  ///< pt: 22 lines in the type area in whole twips
constexpr double kTighter = -0.25;  ///< pt a character: 28 in a line; Word knows no finer step
constexpr const char* kCentre = "center";

/// In the order of CT_PPrBase: keepNext, keepLines, tabs, snapToGrid, spacing, ind, jc, outlineLvl.
std::string paragraph_looks(const Style& style, int outline) {
  std::string xml;
  if (style.keep_with_next) xml += "<w:keepNext/><w:keepLines/>";
  const double pitch = style.pitch == kLinePitch ? kExactly : style.pitch;
  xml += "<w:spacing w:before=\"" + twips(style.before) + "\" w:after=\"" + twips(style.after) + "\" w:line=\"" + twips(pitch) + "\" w:lineRule=\"exact\"/>";
  const auto characters = [](double points) { return std::to_string(std::lround(points / kCharacterPitch * 100)); };
  if (style.first_indent > 0) {
    xml += "<w:ind w:firstLineChars=\"" + characters(style.first_indent) + "\" w:firstLine=\"" + twips(style.first_indent) + "\"/>";
  }
  if (style.right_indent > 0) xml += "<w:ind w:rightChars=\"" + characters(style.right_indent) + "\" w:right=\"" + twips(style.right_indent) + "\"/>";
  const char* align = style.align == Align::centre ? kCentre : style.align == Align::right ? "right" : "both";
  xml += value_element("jc", align);
  if (outline >= 0) xml += value_element("outlineLvl", std::to_string(outline));
  return "<w:pPr>" + xml + "</w:pPr>";
}

/// In the order of EG_RPrBase: rFonts, spacing, sz, szCs.
std::string letter_looks(Face face, double size, bool tight) {
  return "<w:rPr>" + font_element(face) + (tight ? value_element("spacing", twips(kTighter)) : "") + value_element("sz", half_points(size)) +
         value_element("szCs", half_points(size)) + "</w:rPr>";
}

std::string style_element(const std::string& id, const std::string& name, const std::string& next, const std::string& looks) {
  return "<w:style w:type=\"paragraph\" w:styleId=\"" + id + "\">" + value_element("name", name) + value_element("basedOn", "Normal") +
         (next.empty() ? "" : value_element("next", next)) + "<w:qFormat/>" + looks + "</w:style>";
}

std::string tree_style(const WordStyle& one) {
  const Style& style = style_of(one.style);
  return style_element(one.id, one.name, one.outline >= 0 ? "BodyText" : "",
                       paragraph_looks(style, one.outline) + letter_looks(style.face, style.size, style.tracking < 0));
}

/// Lines of at least this height, so that a chart, or letters that are made larger, are not cut.
std::string plain_style(const std::string& id, const std::string& name, const std::string& before_spacing, double line, const std::string& behind, Face face,
                        double size) {
  return style_element(id, name, "",
                       "<w:pPr>" + before_spacing + "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"" + twips(line) + "\" w:lineRule=\"atLeast\"/>" + behind +
                           "</w:pPr>" + letter_looks(face, size, false));
}

std::string own_styles() {
  constexpr double kCell = 10.5, kLabel = 12, kNumber = 14, kMark = 9;
  const std::string off_grid = "<w:snapToGrid w:val=\"0\"/>", centred = value_element("jc", kCentre);
  const std::string gap = "<w:pPr>" + off_grid + "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/></w:pPr>";
  return plain_style(kCellStyle, "表格文字", off_grid, kCell * 1.35, "", Face::body, kCell) +
         style_element(kGapStyle, "间隔", "", gap + letter_looks(Face::body, 1, false)) +
         plain_style(kFigureStyle, "图", "<w:keepLines/>" + off_grid, 12, centred, Face::body, kLabel) +
         plain_style(kUnitLineStyle, "表头说明", "<w:keepNext/>" + off_grid, 18, "", Face::body, kLabel) +
         plain_style(kFooterStyle, "footer", off_grid, kNumber, "", Face::song, kNumber) +
         plain_style(kHeaderStyle, "header", off_grid, kMark, "", Face::song, kMark);
}

}  // namespace

std::string word_style(ParagraphStyle style) {
  for (const WordStyle& one : kWordStyles) {
    if (one.style == style) return one.id;
  }
  return "BodyText";
}

std::string font_element(Face face) {
  for (const WordFace& one : kWordFaces) {
    if (one.face != face) continue;
    const std::string name = one.name;
    return "<w:rFonts w:ascii=\"" + name + "\" w:hAnsi=\"" + name + "\" w:eastAsia=\"" + name + "\" w:cs=\"" + name + "\"/>";
  }
  return "";
}

std::string styles_part() {
  std::string xml =
      std::string(kXmlHead) + "<w:styles" + kWordNames + "><w:docDefaults><w:rPrDefault><w:rPr>" + font_element(Face::body) +
      "<w:kern w:val=\"0\"/><w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/><w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>" +
      "<w:pPrDefault><w:pPr><w:widowControl/><w:autoSpaceDE w:val=\"0\"/><w:autoSpaceDN w:val=\"0\"/><w:adjustRightInd "
      "w:val=\"0\"/></w:pPr></w:pPrDefault></w:docDefaults>" +
      "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>" +
      "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/>" +
      "<w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"108\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"108\" "
      "w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>";
  for (const WordStyle& one : kWordStyles) xml += tree_style(one);
  return xml + own_styles() + "</w:styles>";
}

std::string fonts_part() {
  std::string xml = std::string(kXmlHead) + "<w:fonts" + kWordNames + ">";
  for (const WordFace& one : kWordFaces) {
    xml += std::string("<w:font w:name=\"") + one.name + "\">" + (one.other == nullptr ? "" : value_element("altName", one.other)) +
           "<w:charset w:val=\"86\"/>" + value_element("family", one.family) + "<w:pitch w:val=\"variable\"/></w:font>";
  }
  return xml + "</w:fonts>";
}

}  // namespace lvce
