#include "render/docx/table.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "document/cell_text.h"
#include "document/table_places.h"
#include "layout/layout.h"
#include "render/docx/markup.h"
#include "render/docx/styles.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr double kCellFontSize = 10.5;
constexpr double kLinesOfSize = 1.35;  ///< height of a line for each point of its letters
constexpr int kKeptCharacters = 300;   ///< a row whose cells hold no more is not parted

std::string width_element(const std::string& name, long twentieths) { return "<w:" + name + " w:w=\"" + std::to_string(twentieths) + "\" w:type=\"dxa\"/>"; }

std::string border(const std::string& side, int eighths) {
  return "<w:" + side + (eighths == 0 ? " w:val=\"nil\"/>" : " w:val=\"single\" w:sz=\"" + std::to_string(eighths) + "\" w:space=\"0\" w:color=\"auto\"/>");
}

std::string borders() {
  std::string xml = "<w:tblBorders>";
  for (const char* side : {"top", "left", "bottom", "right"}) xml += border(side, 8);
  return xml + border("insideH", 4) + border("insideV", 4) + "</w:tblBorders>";
}

/// The grid of one table, each field with the cell that covers it.
class TableWriter {
 public:
  TableWriter(const Table& table, double width, const Faces& faces, const WordAnchors& anchors)
      : table_(table), anchors_(anchors), columns_(table.columns.size()), rows_(table.rows.size()), owner_(columns_ * rows_, -1) {
    const std::vector<double> widths = column_widths_of(table, width, faces);
    for (const double each : widths) widths_.push_back(std::lround(each * 20));
    widths_.resize(columns_, std::lround(width * 20 / static_cast<double>(std::max<std::size_t>(1, columns_))));
    places_ = table_places(table);
    for (std::size_t i = 0; i < places_.size(); ++i) cover(i);
  }

  std::string write() const {
    const long total = std::accumulate(widths_.begin(), widths_.end(), 0L);
    std::string xml = "<w:tbl><w:tblPr>" + width_element("tblW", total) + "<w:jc w:val=\"center\"/>" + (table_.borders ? borders() : "") +
                      "<w:tblLayout w:type=\"fixed\"/><w:tblCellMar>" + width_element("top", 40) + width_element("left", 64) + width_element("bottom", 40) +
                      width_element("right", 64) + "</w:tblCellMar></w:tblPr><w:tblGrid>";
    for (const long each : widths_) xml += "<w:gridCol w:w=\"" + std::to_string(each) + "\"/>";
    xml += "</w:tblGrid>";
    for (std::size_t row = 0; row < rows_; ++row) xml += row_element(row);
    return xml + "</w:tbl>";
  }

 private:
  int owner(std::size_t row, std::size_t column) const { return row < rows_ ? owner_[row * columns_ + column] : -1; }
  std::size_t row_of(const TablePlace& place) const { return static_cast<std::size_t>(place.row); }
  std::size_t column_of(const TablePlace& place) const { return static_cast<std::size_t>(place.column); }

  void cover(std::size_t index) {
    const TablePlace& place = places_[index];
    const std::size_t last_row = std::min(rows_, row_of(place) + static_cast<std::size_t>(std::max(1, place.cell->row_span)));
    const std::size_t last_column = std::min(columns_, column_of(place) + static_cast<std::size_t>(std::max(1, place.cell->column_span)));
    for (std::size_t row = row_of(place); row < last_row; ++row) {
      for (std::size_t column = column_of(place); column < last_column; ++column) {
        int& field = owner_[row * columns_ + column];
        if (field < 0) field = static_cast<int>(index);
      }
    }
  }

  std::string row_element(std::size_t row) const {
    std::string looks;
    double height = 0;
    int longest = 0;
    for (const TableCell& cell : table_.rows[row].cells) {
      height = std::max(height, cell.min_height_mm);
      longest = std::max(longest, count_characters(cell_text(cell.value)));
    }
    const bool head = static_cast<int>(row) < table_.head_rows;
    if (head || table_.rows[row].keep_together || longest <= kKeptCharacters) looks += "<w:cantSplit/>";
    if (height > 0) looks += "<w:trHeight w:val=\"" + twips(height * kPointsPerMm) + "\" w:hRule=\"atLeast\"/>";
    if (head) looks += "<w:tblHeader/>";
    std::string xml = "<w:tr>" + (looks.empty() ? "" : "<w:trPr>" + looks + "</w:trPr>");
    for (std::size_t column = 0; column < columns_;) {
      std::size_t end = column + 1;
      while (end < columns_ && owner(row, column) >= 0 && owner(row, end) == owner(row, column)) ++end;
      xml += field_element(row, column, end);
      column = end;
    }
    return xml + "</w:tr>";
  }

  /// One field of a row: a cell, what a merged cell covers of it, or a hole.
  std::string field_element(std::size_t row, std::size_t column, std::size_t end) const {
    const int index = owner(row, column);
    const TablePlace* place = index < 0 ? nullptr : &places_[static_cast<std::size_t>(index)];
    const bool begins = place != nullptr && row_of(*place) == row;
    const bool goes_on = place != nullptr && owner(row + 1, column) == index;
    std::string looks = width_element("tcW", std::accumulate(widths_.begin() + static_cast<long>(column), widths_.begin() + static_cast<long>(end), 0L));
    if (end - column > 1) looks += value_element("gridSpan", std::to_string(end - column));
    if (place != nullptr && (goes_on || !begins)) looks += begins ? value_element("vMerge", "restart") : "<w:vMerge/>";
    looks += open_sides(row, column, begins);
    if (place != nullptr && place->cell->vertical != VerticalAlign::top) {
      looks += value_element("vAlign", place->cell->vertical == VerticalAlign::bottom ? "bottom" : "center");
    }
    return "<w:tc><w:tcPr>" + looks + "</w:tcPr>" +
           (begins ? cell_words(*place->cell) : "<w:p><w:pPr>" + value_element("pStyle", kCellStyle) + "</w:pPr></w:p>") + "</w:tc>";
  }

  bool is_joined(std::size_t row, std::size_t column) const {
    const int index = owner(row, column);
    return index >= 0 && row > 0 && places_[static_cast<std::size_t>(index)].cell->joined && row_of(places_[static_cast<std::size_t>(index)]) == row;
  }

  /// No line between a cell and the one that it goes on from.
  std::string open_sides(std::size_t row, std::size_t column, bool begins) const {
    const bool above = begins && is_joined(row, column), below = is_joined(row + 1, column);
    if (!above && !below) return "";
    return "<w:tcBorders>" + (above ? border("top", 0) : std::string()) + (below ? border("bottom", 0) : std::string()) + "</w:tcBorders>";
  }

  std::string cell_align(const TableCell& cell) const {
    const bool number = cell.runs.empty() && std::holds_alternative<Decimal>(cell.value.value);
    if (cell.align == Align::decimal || (table_.decimal_points_aligned && number && cell.align != Align::centre)) return number ? "right" : "center";
    if (cell.align == Align::centre || (cell.head && cell.align == Align::left)) return "center";
    return cell.align == Align::right ? "right" : "both";
  }

  std::string cell_words(const TableCell& cell) const {
    WordParagraph what;
    what.style = kCellStyle;
    if (table_.font_size != kCellFontSize) {
      what.looks = "<w:spacing w:line=\"" + twips(table_.font_size * kLinesOfSize) + "\" w:lineRule=\"atLeast\"/>";
      what.letters = value_element("sz", half_points(table_.font_size)) + value_element("szCs", half_points(table_.font_size));
    }
    what.looks += value_element("jc", cell_align(cell));
    what.anchor = cell.anchor;
    std::vector<Run> runs = words_of(cell);
    if (cell.head || cell.flagged) {
      for (Run& run : runs) run.face = run.face.value_or(Face::hei);
    }
    return word_paragraphs(what, runs, anchors_);
  }

  const Table& table_;
  const WordAnchors& anchors_;
  std::size_t columns_, rows_;
  std::vector<int> owner_;    ///< rows × columns: index into places_, -1 for a hole
  std::vector<long> widths_;  ///< twips
  std::vector<TablePlace> places_;
};

std::string unit_line(const Table& table, double width, const WordAnchors& anchors) {
  const std::string right = table.unit_line_right + cell_text(table.unit_line_value.value);
  if (table.unit_line.empty() && right.empty()) return "";
  WordParagraph what;
  what.style = kUnitLineStyle;
  what.looks = "<w:tabs><w:tab w:val=\"right\" w:pos=\"" + twips(width) + "\"/></w:tabs>";
  std::string xml = word_paragraphs(what, plain_run(table.unit_line), anchors);
  const std::string tail = right.empty() ? "" : "<w:r><w:tab/></w:r><w:r><w:t xml:space=\"preserve\">" + xml_text(right) + "</w:t></w:r>";
  return xml.insert(xml.rfind("</w:p>"), tail);
}

}  // namespace

std::string word_table(const Table& table, double width, const Faces& faces, const WordAnchors& anchors) {
  std::string xml;
  if (!table.title.empty()) {
    WordParagraph title;
    title.style = word_style(ParagraphStyle::table_title);
    title.lines_are_paragraphs = false;
    xml += word_paragraphs(title, plain_run(table.title), anchors);
  }
  xml += unit_line(table, width, anchors);
  if (table.rows.empty() || table.columns.empty()) return xml;
  return xml + anchors.mark(table.anchor) + TableWriter(table, width, faces, anchors).write();
}

}  // namespace lvce
