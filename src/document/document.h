// One tree of blocks per document; render/ makes the PDF (through layout/) and the XLSX from the same tree.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "document/output_kind.h"
#include "faces/face.h"
#include "support/decimal.h"
#include "support/number_format.h"

namespace lvce {

enum class Align { left, centre, right, justify, decimal };
enum class VerticalAlign { top, middle, bottom };

/// A stretch of text in one face. `link` is the anchor that it leads to inside the same PDF; empty: none.
struct Run {
  std::string text;
  std::optional<Face> face;  ///< nothing: the paragraph style's
  bool marked = false;       ///< grey background / 〓-like emphasis for blanks that people must fill in
  std::string link;
  /// Anchor whose printed page number layout puts in place of `text` (see PageNumbers in layout/page.h); a fixed-width "…" while unknown. Empty: none.
  std::string page_of;
};

/// Named looks; sizes and spacing live in layout/style. GB/T 9704: title 22 pt, body 16 pt on 28.99 pt lines.
enum class ParagraphStyle {
  title,        ///< 2号小标宋, centred, balanced lines
  subtitle,     ///< 楷体 3号, centred
  heading1,     ///< 一、黑体
  heading2,     ///< （一）楷体
  heading3,     ///< 1. 仿宋
  body,         ///< 仿宋 3号, first line indented 2 characters, justified
  body_flush,   ///< same without indent
  caption,      ///< under pictures and charts, 小四 centred
  table_title,  ///< above a table, 小标宋 小二/三号 centred
  note,         ///< 小四/五号 under tables, flush left
  small,        ///< 五号, lists in indexes
  cover_title,  ///< cover, large
  cover_line,   ///< cover, 三号
  annex_label,  ///< 附件1, 黑体 3号, flush left
  right_line,   ///< right aligned, 4 characters in: signature and date
};

struct Paragraph {
  ParagraphStyle style = ParagraphStyle::body;
  std::vector<Run> runs;
  std::string anchor;           ///< name that links and the contents lead to; empty: none
  bool keep_with_next = false;  ///< headings always keep
};

/// What a cell holds. A number is unrounded: both renderers round by the format. Its text on paper: cell_text() in document/cell_text.h.
struct CellValue {
  std::variant<std::monostate, std::string, Decimal> value;
  NumberFormat format;
};

/// A look that a cell takes while a condition holds: `bad` (missed, over) or `attention` (to be looked at).
enum class MarkLook { bad, attention };
struct CellMark {
  MarkLook look = MarkLook::bad;
  std::string condition;  ///< a formula that is true or false, over cells of the same worksheet
};

struct TableCell {
  CellValue value;
  std::vector<Run> runs;  ///< for text with faces or links: used on paper instead of the plain text when not empty
  /// Spreadsheet formula without '=', referring to other cells by {name}: "SUM({e2021.m1}:{e2021.m12})". Names are unique in a document;
  /// a name on another sheet resolves to 'sheet'!A1. Empty: a constant.
  std::string formula;
  std::string name;  ///< for formulas of others; empty: none
  int column_span = 1;
  int row_span = 1;  ///< cells covered by a span are absent from their rows (as in HTML)
  Align align = Align::left;
  VerticalAlign vertical = VerticalAlign::middle;
  bool head = false;  ///< bold/黑体 look, light grey ground in sheets
  /// Goes on from the cell above, which has the same columns: no line between the two. In sheets texts that are joined are one merged cell,
  /// a line break between them; a column of them that holds a number stays in single cells, so that formulas can name them.
  bool joined = false;
  bool repeat_text = false;     ///< when a row span breaks across pages its text is printed again (评价单元 cells)
  bool flagged = false;         ///< bad or open figure; on paper 黑体 with ※
  bool attention = false;       ///< to be looked at; on paper with △
  std::vector<CellMark> marks;  ///< sheets: conditional formats in place of the two looks above, which follow from them
  double min_height_mm = 0;     ///< seal boxes, narrative boxes
  std::string anchor;           ///< PDF link target
};

struct TableRow {
  std::vector<TableCell> cells;
  bool keep_together = false;  ///< never broken across pages (short rows never are)
};

struct TableColumn {
  double width = 0;  ///< mm; 0: from content
  double share = 1;  ///< of what is left, when width is 0
};

struct Table {
  std::string title;            ///< table_title above; empty: none
  std::string unit_line;        ///< flush-left line above the head, e.g. "单位：某某局（盖章）"
  std::string unit_line_right;  ///< same line, right side: "自评分："
  TableCell unit_line_value;    ///< the number behind it, with its formula; empty: none
  std::vector<TableColumn> columns;
  std::vector<TableRow> rows;
  int head_rows = 1;        ///< repeated on each page
  double font_size = 10.5;  ///< pt: 五号
  bool borders = true;
  bool decimal_points_aligned = false;
  std::string anchor;
  bool continued_label = false;  ///< 续表 on following pages
};

enum class ChartKind { grouped_bars, horizontal_bars, stacked_bars, lines };

struct ChartSeries {
  std::string name;
  std::vector<std::optional<Decimal>> values;
  std::string first_cell, last_cell;  ///< names of table cells that hold the values, for native charts in sheets
  std::vector<std::string> blanks;    ///< what a missing value means ("不考核"), one for each value; shorter or empty: 无数据
};

struct Chart {
  ChartKind kind = ChartKind::grouped_bars;
  std::string title;
  std::string unit;
  std::vector<std::string> categories;
  std::string first_category_cell, last_category_cell;
  std::vector<ChartSeries> series;
  double height_mm = 70;
  int places = 0;  ///< decimals of the labels
};

struct PageBreak {
  bool to_odd = false;
};

struct Space {
  double lines = 1;  ///< of body text
};

/// The side of a seal with the room that it takes on paper: all renderers leave as much around a Signature.
inline constexpr double kSealMm = 42;

/// Name of the office and date, with room for the seal over both; right side.
struct Signature {
  std::string name;
  std::string date;  ///< "2021年10月12日", or blanks
};

/// Up to four photos a page, each with caption; layout chooses 1, 2 or 4 by shape.
struct Photo {
  std::string file_key;  ///< path in EvidenceFile::path; bind finds the prepared JPEG by it
  int pixel_width = 0;   ///< upright
  int pixel_height = 0;
  std::string caption;  ///< "2.2.4.2-1 水表照片（2021-03-05）"
  std::string anchor;
};
struct PhotoPages {
  std::vector<Photo> photos;
};

/// A line of a contents list: text, dots, page number. The number is the one of `target` in the bound file.
struct ContentsEntry {
  int level = 0;
  std::string text;
  std::string target;  ///< anchor
};
struct Contents {
  std::vector<ContentsEntry> entries;
};

using Block = std::variant<Paragraph, Table, Chart, PageBreak, Space, Signature, PhotoPages, Contents>;

enum class Orientation { portrait, landscape };

/// A run of pages of one orientation; also one worksheet when `sheet` is not empty.
struct Section {
  Orientation orientation = Orientation::portrait;
  std::string sheet;  ///< worksheet name; empty: not in the XLSX
  bool hidden_sheet = false;
  std::vector<Block> blocks;
  bool centred_vertically = false;  ///< cover, dividers
  bool numbered = true;             ///< false: no page number printed (cover)
  bool narrow_area = false;         ///< tables that need more room than the type area: margins 28/15/20/15 mm
};

struct Bookmark {
  int level = 0;  ///< 0 = top
  std::string title;
  std::string target;  ///< anchor
};

struct Document {
  OutputKind kind = OutputKind::none;
  std::string stem;  ///< file name without extension: "02 自评打分表"
  std::string title;
  std::vector<Section> sections;
  std::vector<Bookmark> bookmarks;
  std::string digest_note;  ///< short digest printed small in the footer of generated pages; empty: none
};

}  // namespace lvce
