#include "render/docx/body.h"

#include <algorithm>

#include "layout/layout.h"
#include "layout/style.h"
#include "layout/type_area.h"
#include "render/docx/chart.h"
#include "render/docx/markup.h"
#include "render/docx/styles.h"
#include "render/docx/table.h"

namespace lvce {
namespace {

constexpr double kFootMm = 23, kHeadMm = 15;  ///< page number and mark from the edge of the sheet
constexpr double kGridPitch = 28.95;
constexpr double kTallestLine = 1584;  ///< pt that a line may have

std::string margin(const std::string& side, double points) { return " w:" + side + "=\"" + twips(points) + "\""; }

/// The page of a section: in the order of CT_SectPr.
std::string section_looks(const Section& section, const PageMarks& marks, bool first, bool duplex) {
  const TypeArea frame = type_area_of(section.orientation, section.narrow_area, 1, duplex);
  std::string xml;
  const auto reference = [&xml](const char* element, const char* type, const std::string& id) {
    if (!id.empty()) xml += std::string("<w:") + element + " w:type=\"" + type + "\" r:id=\"" + id + "\"/>";
  };
  reference("headerReference", "default", marks.header);
  if (duplex) reference("headerReference", "even", marks.header);
  reference("footerReference", "default", section.numbered ? marks.footer : marks.no_footer);
  if (duplex) reference("footerReference", "even", section.numbered ? marks.even_footer : marks.no_footer);
  xml += "<w:type w:val=\"nextPage\"/><w:pgSz w:w=\"" + twips(frame.page_width) + "\" w:h=\"" + twips(frame.page_height) + "\"" +
         (section.orientation == Orientation::landscape ? " w:orient=\"landscape\"" : "") + "/><w:pgMar" + margin("top", frame.page_height - frame.top) +
         margin("right", frame.page_width - frame.left - frame.width) + margin("bottom", frame.top - frame.height) + margin("left", frame.left) +
         margin("header", kHeadMm * kPointsPerMm) + margin("footer", std::min(kFootMm * kPointsPerMm, (frame.top - frame.height) * 2 / 3)) +
         margin("gutter", 0) + "/>";
  if (first) xml += "<w:pgNumType w:start=\"1\"/>";
  xml += "<w:cols w:space=\"425\"/>";
  if (section.centred_vertically) xml += "<w:vAlign w:val=\"center\"/>";
  return "<w:sectPr>" + xml + "<w:docGrid w:type=\"lines\" w:linePitch=\"" + twips(kGridPitch) + "\"/></w:sectPr>";
}

class BodyWriter {
 public:
  BodyWriter(const Document& document, const Faces& faces, const DocxOptions& options, const PageMarks& marks, OfficeParts& parts)
      : document_(document), faces_(faces), options_(options), marks_(marks), parts_(parts), anchors_(document) {}

  std::string write() {
    const std::size_t count = document_.sections.size();
    for (std::size_t at = 0; at < count; ++at) {
      const Section& section = document_.sections[at];
      width_ = type_area_of(section.orientation, section.narrow_area, 1, options_.duplex).width;
      break_ = false;
      for (const Block& block : section.blocks) {
        std::visit([this](const auto& one) { add(one); }, block);
      }
      const std::string looks = section_looks(section, marks_, at == 0, options_.duplex);
      if (at + 1 < count) gap(looks);
      else xml_ += (after_table_ ? gap_paragraph("") : "") + looks;
    }
    return "<w:body>" + xml_ + "</w:body>";
  }

 private:
  static std::string gap_paragraph(const std::string& looks) { return "<w:p><w:pPr>" + value_element("pStyle", kGapStyle) + looks + "</w:pPr></w:p>"; }
  void gap(const std::string& looks) {
    xml_ += gap_paragraph(looks);
    after_table_ = false;
  }
  /// The page break that waits, as a line of no height: for blocks that cannot carry one.
  void break_now() {
    if (break_) gap("<w:pageBreakBefore/>");
    break_ = false;
  }

  void add(const Paragraph& paragraph) {
    WordParagraph what;
    what.style = word_style(paragraph.style);
    what.looks = paragraph.keep_with_next ? "<w:keepNext/>" : "";
    what.anchor = paragraph.anchor;
    const Style& style = style_of(paragraph.style);
    what.lines_are_paragraphs = style.before == 0 && style.after == 0;
    xml_ += word_paragraphs(what, paragraph.runs, anchors_, break_ ? "<w:pageBreakBefore/>" : "");
    break_ = after_table_ = false;
  }

  /// Tables that follow each other directly would become one.
  void add(const Table& table) {
    break_now();
    const bool begins_with_words = !table.title.empty() || !table.unit_line.empty() || !table.unit_line_right.empty();
    if (after_table_ && !begins_with_words) gap("");
    xml_ += word_table(table, width_, faces_, anchors_);
    after_table_ = true;
  }

  void add(const Chart& chart) {
    if (chart.series.empty() || chart.categories.empty()) return;
    break_now();
    xml_ += word_chart(chart, ++charts_, width_, options_.created, parts_);
    after_table_ = false;
  }

  void add(const PageBreak&) { break_ = true; }

  void add(const Space& space) {
    const double height = std::min(space.lines * kGridPitch, kTallestLine);
    if (height <= 0) return;
    break_now();
    gap("<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"" + twips(height) + "\" w:lineRule=\"exact\"/>");
  }

  /// The date four characters in from the right, the name in the middle over it, room for the seal above and below both.
  void add(const Signature& signature) {
    const double room = std::max(0.0, (kSealMm * kPointsPerMm - 2 * kGridPitch) / 2);
    const double date = measure_line(signature.date, Face::body, kBodySize, faces_), name = measure_line(signature.name, Face::body, kBodySize, faces_);
    const double indent = 4 * kCharacterPitch, name_indent = std::max(0.0, indent + (date - name) / 2);
    break_now();
    signature_line(signature.name, room, 0, name_indent, true);
    signature_line(signature.date, 0, room, indent, false);
  }

  void signature_line(const std::string& words, double before, double after, double indent, bool keep) {
    WordParagraph what;
    what.style = word_style(ParagraphStyle::right_line);
    what.looks = std::string(keep ? "<w:keepNext/>" : "") + "<w:spacing w:before=\"" + twips(before) + "\" w:after=\"" + twips(after) +
                 "\"/><w:ind w:rightChars=\"0\" w:right=\"" + twips(indent) + "\"/>";
    xml_ += word_paragraphs(what, plain_run(words), anchors_);
    after_table_ = false;
  }

  /// Pictures stay with the volume of evidence: their captions only.
  void add(const PhotoPages& photos) {
    for (const Photo& photo : photos.photos) {
      Paragraph caption;
      caption.style = ParagraphStyle::caption;
      caption.runs = plain_run(photo.caption);
      add(caption);
    }
  }

  void add(const Contents& contents) {
    for (const ContentsEntry& entry : contents.entries) {
      Paragraph line;
      line.style = ParagraphStyle::small;
      line.runs = plain_run(entry.text);
      line.runs.front().link = entry.target;
      add(line);
    }
  }

  const Document& document_;
  const Faces& faces_;
  const DocxOptions& options_;
  const PageMarks& marks_;
  OfficeParts& parts_;
  const WordAnchors anchors_;
  std::string xml_;
  double width_ = 0;
  bool break_ = false;        ///< a page begins with the next block
  bool after_table_ = false;  ///< the last block is a table
  int charts_ = 0;
};

}  // namespace

std::string word_body(const Document& document, const Faces& faces, const DocxOptions& options, const PageMarks& marks, OfficeParts& parts) {
  return BodyWriter(document, faces, options, marks, parts).write();
}

}  // namespace lvce
