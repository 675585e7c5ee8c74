#include "render/docx/words.h"

#include "render/docx/markup.h"
#include "render/docx/styles.h"
#include "support/text.h"

namespace lvce {
namespace {

/// In the order of EG_RPrBase: rFonts, then `letters` (sz, szCs), then shd.
std::string run_looks(const Run& run, const std::string& letters) {
  std::string xml = (run.face ? font_element(*run.face) : "") + letters;
  if (run.marked) xml += "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"D9D9D9\"/>";
  return xml.empty() ? "" : "<w:rPr>" + xml + "</w:rPr>";
}

std::string run_element(const Run& run, const std::string& text, const std::string& letters) {
  return "<w:r>" + run_looks(run, letters) + "<w:t xml:space=\"preserve\">" + xml_text(text) + "</w:t></w:r>";
}

/// The page on which an anchor of this document lies; Word works it out.
std::string page_field(const Run& run, const std::string& letters, const WordAnchors& anchors) {
  const std::string target = anchors.name_of(run.page_of);
  if (target.empty()) return "";
  return "<w:fldSimple w:instr=\" PAGEREF " + target + " \\h \">" + run_element(run, "…", letters) + "</w:fldSimple>";
}

std::string linked(const Run& run, std::string xml, const WordAnchors& anchors) {
  const std::string target = anchors.name_of(run.link);
  return target.empty() ? xml : "<w:hyperlink w:anchor=\"" + target + "\" w:history=\"1\">" + std::move(xml) + "</w:hyperlink>";
}

/// The runs of each line.
std::vector<std::string> lines_of_runs(const std::vector<Run>& runs, const std::string& letters, const WordAnchors& anchors) {
  std::vector<std::string> lines(1);
  for (const Run& run : runs) {
    if (!run.page_of.empty()) {
      lines.back() += linked(run, page_field(run, letters, anchors), anchors);
      continue;
    }
    const std::vector<std::string> pieces = split(run.text, '\n');
    for (std::size_t at = 0; at < pieces.size(); ++at) {
      if (at > 0) lines.emplace_back();
      if (!pieces[at].empty()) lines.back() += linked(run, run_element(run, pieces[at], letters), anchors);
    }
  }
  return lines;
}

}  // namespace

WordAnchors::WordAnchors(const Document& document) {
  for (const Section& section : document.sections) {
    for (const Block& block : section.blocks) {
      if (const auto* paragraph = std::get_if<Paragraph>(&block)) add(paragraph->anchor);
      const auto* table = std::get_if<Table>(&block);
      if (table == nullptr) continue;
      add(table->anchor);
      for (const TableRow& row : table->rows) {
        for (const TableCell& cell : row.cells) add(cell.anchor);
      }
    }
  }
}

std::string WordAnchors::name_of(const std::string& anchor) const {
  const auto found = numbers_.find(anchor);
  return found == numbers_.end() ? "" : "_lvce" + std::to_string(found->second);
}

std::string WordAnchors::mark(const std::string& anchor) const {
  const auto found = numbers_.find(anchor);
  if (found == numbers_.end()) return "";
  const std::string id = std::to_string(found->second);
  return "<w:bookmarkStart w:id=\"" + id + "\" w:name=\"" + name_of(anchor) + "\"/><w:bookmarkEnd w:id=\"" + id + "\"/>";
}

std::string word_paragraphs(const WordParagraph& what, const std::vector<Run>& runs, const WordAnchors& anchors, const std::string& first_looks) {
  std::vector<std::string> lines = lines_of_runs(runs, what.letters, anchors);
  if (!what.lines_are_paragraphs) lines = {join(lines, "<w:r><w:br/></w:r>")};
  std::string xml;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    xml += "<w:p><w:pPr>" + value_element("pStyle", what.style) + what.looks + (at == 0 ? first_looks : "") + "</w:pPr>";
    xml += (at == 0 ? anchors.mark(what.anchor) : "") + lines[at] + "</w:p>";
  }
  return xml;
}

std::vector<Run> plain_run(const std::string& text) {
  std::vector<Run> runs(1);
  runs.front().text = text;
  return runs;
}

}  // namespace lvce
