#include "render/xlsx_style.h"

namespace lvce {
namespace {

constexpr lxw_color_t kHeadGround = 0xE7E6E6;
constexpr lxw_color_t kFlagGround = 0xFCE4D6;
constexpr lxw_color_t kFlagText = 0xC00000;
constexpr lxw_color_t kNoteGround = 0xFFE699;
constexpr lxw_color_t kNoteText = 0x7F6000;

std::uint8_t horizontal(Align align) {
  switch (align) {
    case Align::centre: return LXW_ALIGN_CENTER;
    case Align::right:
    case Align::decimal: return LXW_ALIGN_RIGHT;
    case Align::justify: return LXW_ALIGN_JUSTIFY;
    case Align::left: break;
  }
  return LXW_ALIGN_LEFT;
}

std::uint8_t vertical(VerticalAlign align) {
  if (align == VerticalAlign::top) return LXW_ALIGN_VERTICAL_TOP;
  return align == VerticalAlign::bottom ? LXW_ALIGN_VERTICAL_BOTTOM : LXW_ALIGN_VERTICAL_CENTER;
}

CellStyle made(const char* font, double size, Align align, bool bold = false) {
  CellStyle style;
  style.font = font;
  style.size = size;
  style.align = align;
  style.bold = bold;
  return style;
}

}  // namespace

CellStyle cell_style_of(ParagraphStyle style) {
  switch (style) {
    case ParagraphStyle::title:
    case ParagraphStyle::table_title:
    case ParagraphStyle::cover_title: return made("黑体", 18, Align::centre);
    case ParagraphStyle::subtitle: return made("楷体", 14, Align::centre);
    case ParagraphStyle::heading1:
    case ParagraphStyle::annex_label: return made("黑体", 14, Align::left);
    case ParagraphStyle::heading2: return made("楷体", 12, Align::left);
    case ParagraphStyle::caption:
    case ParagraphStyle::cover_line: return made("仿宋", 12, Align::centre);
    case ParagraphStyle::note:
    case ParagraphStyle::small: return made("仿宋", 10, Align::left);
    case ParagraphStyle::right_line: return made("仿宋", 12, Align::right);
    case ParagraphStyle::heading3:
    case ParagraphStyle::body:
    case ParagraphStyle::body_flush: break;
  }
  return made("仿宋", 12, Align::left);
}

lxw_format* mark_format(lxw_workbook* book, MarkLook look, const std::string& number_format) {
  const bool bad = look == MarkLook::bad;
  const std::string sign = bad ? "\"※\"" : "\"△\"";
  lxw_format* format = workbook_add_format(book);
  format_set_bg_color(format, bad ? kFlagGround : kNoteGround);
  format_set_font_color(format, bad ? kFlagText : kNoteText);
  format_set_bold(format);
  if (bad) format_set_underline(format, LXW_UNDERLINE_SINGLE);
  const std::string code = number_format.empty() ? "General;General;General;" + sign + "@" : sign + number_format + ";" + sign + "-" + number_format;
  format_set_num_format(format, code.c_str());
  return format;
}

lxw_format* StyleBook::format(const CellStyle& style) {
  lxw_format*& format = formats_[style];
  if (format != nullptr) return format;
  format = workbook_add_format(book_);
  format_set_font_name(format, style.font.c_str());
  format_set_font_size(format, style.size);
  if (style.bold) format_set_bold(format);
  format_set_align(format, horizontal(style.align));
  format_set_align(format, vertical(style.vertical));
  format_set_text_wrap(format);
  if (style.borders) format_set_border(format, LXW_BORDER_THIN);
  if (style.open_above) format_set_top(format, LXW_BORDER_NONE);
  if (style.open_below) format_set_bottom(format, LXW_BORDER_NONE);
  if (style.shaded) format_set_bg_color(format, kHeadGround);
  if (style.flagged) format_set_bg_color(format, kFlagGround);
  if (style.flagged) format_set_font_color(format, kFlagText);
  if (style.noted) format_set_bg_color(format, kNoteGround);
  if (style.noted) format_set_font_color(format, kNoteText);
  if (!style.locked) format_set_unlocked(format);
  format_set_num_format(format, style.number_format.empty() ? "@" : style.number_format.c_str());
  return format;
}

}  // namespace lvce
