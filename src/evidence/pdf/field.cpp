#include "evidence/pdf/field.h"

#include <qpdf/Constants.h>

#include <algorithm>
#include <cmath>
#include <qpdf/QUtil.hh>

#include "evidence/pdf/pen.h"
#include "evidence/pdf/words.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr std::size_t kLongest = 60'000;  ///< bytes of a value: what no box on a page holds
constexpr int kCellsAtMost = 1000;
constexpr int kCalloutPoints = 3;

struct Box {
  Point low, high;
  double width() const { return high.x - low.x; }
  double height() const { return high.y - low.y; }
};

std::optional<Box> box_of(QPDFObjectHandle rectangle) {
  const std::vector<Point> corners = points_of(rectangle);
  if (corners.size() != 2) return std::nullopt;
  const Box box{{std::min(corners[0].x, corners[1].x), std::min(corners[0].y, corners[1].y)},
                {std::max(corners[0].x, corners[1].x), std::max(corners[0].y, corners[1].y)}};
  return box.width() >= 1 && box.height() >= 1 ? std::optional(box) : std::nullopt;
}

std::string text_of(QPDFObjectHandle value) {
  if (value.isString()) return value.getUTF8Value();
  if (value.isName()) return value.getName().substr(1);
  if (value.isNumber()) return value.unparse();
  if (!value.isStream()) return {};
  const auto bytes = value.getStreamData(qpdf_dl_generalized);
  return QPDFObjectHandle::newString(std::string(reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize())).getUTF8Value();
}

/// Of a list whose value is not given: what is marked in it (/I).
std::string marked_choices(QPDFFormFieldObjectHelper& field) {
  QPDFObjectHandle options = field.getInheritableFieldValue("/Opt"), marked = field.getInheritableFieldValue("/I");
  std::vector<std::string> names;
  if (!options.isArray() || !marked.isArray()) return {};
  for (QPDFObjectHandle& index : marked.getArrayAsVector()) {
    if (!index.isInteger() || index.getIntValue() < 0 || index.getIntValue() >= options.getArrayNItems()) continue;
    QPDFObjectHandle option = options.getArrayItem(static_cast<int>(index.getIntValue()));
    names.push_back(text_of(option.isArray() && option.getArrayNItems() == 2 ? option.getArrayItem(1) : option));
  }
  return join(names, "\n");
}

/// What the choice is called, where the file gives it a name beside its value ([(1) (是)]).
std::string choice_name(QPDFFormFieldObjectHelper& field, const std::string& value) {
  QPDFObjectHandle options = field.getInheritableFieldValue("/Opt");
  if (!options.isArray()) return value;
  for (QPDFObjectHandle& option : options.getArrayAsVector()) {
    if (option.isArray() && option.getArrayNItems() == 2 && text_of(option.getArrayItem(0)) == value) return text_of(option.getArrayItem(1));
  }
  return value;
}

std::string shown_value(QPDFFormFieldObjectHelper& field) {
  QPDFObjectHandle value = field.getValue();
  if (field.getFieldType() != "/Ch") return text_of(value);
  if (value.isNull()) return marked_choices(field);
  if (!value.isArray()) return choice_name(field, text_of(value));
  std::vector<std::string> names;
  for (QPDFObjectHandle& one : value.getArrayAsVector()) names.push_back(choice_name(field, text_of(one)));
  return join(names, "\n");
}

/// Ground and frame, from (0,0).
std::string decoration(QPDFObjectHandle look, const LineStyle& style, const Box& box) {
  if (!look.isDictionary()) return {};
  const auto ground = colour_operator(look.getKey("/BG"), false), frame = colour_operator(look.getKey("/BC"), true);
  Path path;
  if (ground) path.operators(*ground).box({0, 0}, {box.width(), box.height()}).paint("f");
  const Point half{style.width / 2, style.width / 2};
  if (frame && style.width > 0) path.operators(*frame + operand(style.width) + "w " + style.dash).box(half, Point{box.width(), box.height()} - half).paint("S");
  return path.text();
}

/// The widget's content turned to the left (/MK /R), so that it stands in its box again.
QPDFObjectHandle turning(int degrees, const Box& turned) {
  const double w = turned.width(), h = turned.height();
  const std::string matrix = degrees == 90    ? "0 1 -1 0 " + operand(h) + "0"
                             : degrees == 180 ? "-1 0 0 -1 " + operand(w) + operand(h)
                             : degrees == 270 ? "0 -1 1 0 0 " + operand(w)
                                              : "1 0 0 1 0 0";
  return QPDFObjectHandle::parse("[" + matrix + "]");
}

int turn_of(QPDFObjectHandle look) {
  QPDFObjectHandle degrees = look.isDictionary() ? look.getKey("/R") : QPDFObjectHandle::newNull();
  return degrees.isInteger() ? static_cast<int>((degrees.getIntValue() % 360 + 360) % 360 / 90 * 90) : 0;
}

QPDFObjectHandle form_of(QPDF& pdf, PdfType& type, const std::string& content, Point low, Point high) {
  QPDFObjectHandle form = QPDFObjectHandle::newStream(&pdf, content), dictionary = form.getDict();
  dictionary.replaceKey("/Type", QPDFObjectHandle::newName("/XObject"));
  dictionary.replaceKey("/Subtype", QPDFObjectHandle::newName("/Form"));
  dictionary.replaceKey("/BBox", QPDFObjectHandle::newFromRectangle({low.x, low.y, high.x, high.y}));
  dictionary.replaceKey("/Resources", type.resources());
  return pdf.makeIndirectObject(form);
}

void put_appearance(QPDFObjectHandle annotation, QPDFObjectHandle form) {
  annotation.replaceKey("/AP", QPDFObjectHandle::newDictionary({{"/N", form}}));
  annotation.removeKey("/AS");
}

WordsBox words_box(QPDFFormFieldObjectHelper& field, const Box& box, double frame) {
  WordsBox words{box.width(), box.height(), frame + 1, 0, "", std::clamp(field.getQuadding(), 0, 2), false, 0};
  const bool is_text = field.getFieldType() == "/Tx";
  const int flags = field.getFlags();
  words.many_lines = is_text ? (flags & ff_tx_multiline) != 0 : (flags & ff_ch_combo) == 0;
  read_default_appearance(field.getDefaultAppearance(), words);
  QPDFObjectHandle most = field.getInheritableFieldValue("/MaxLen");
  if (is_text && (flags & ff_tx_comb) != 0 && most.isInteger() && most.getIntValue() > 0 && most.getIntValue() <= kCellsAtMost)
    words.cells = static_cast<int>(most.getIntValue());
  return words;
}

/// "1 0 0 rg" → "1 0 0 RG": the frame in the colour of the words, as readers have it.
std::string for_strokes(std::string colour) {
  std::transform(colour.begin(), colour.end(), colour.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return colour;
}

/// A box to tick, without a picture of it.
bool is_open_box(QPDFAnnotationObjectHelper& annotation, QPDFFormFieldObjectHelper& field) {
  return field.isCheckbox() && !annotation.getAppearanceDictionary().isDictionary();
}

/// As readers show it.
std::string hide(const std::string& value) { return std::string(decode_utf8(value).size(), '*'); }

}  // namespace

Typed draw_value(QPDF& pdf, PdfType& type, QPDFAnnotationObjectHelper& annotation, QPDFFormFieldObjectHelper field) {
  const std::string kind = field.getFieldType();
  if (kind != "/Tx" && kind != "/Ch" && !is_open_box(annotation, field)) return Typed::nothing;
  std::string value = kind == "/Btn" ? "" : shown_value(field);
  const bool blank = trim(value).empty();
  if (blank && kind != "/Btn" && !field.getValue().isNull() && !field.getValue().isString()) return Typed::impossible;
  QPDFObjectHandle dictionary = annotation.getObjectHandle(), look = dictionary.getKey("/MK");
  std::optional<Box> box = box_of(dictionary.getKey("/Rect"));
  if (!box || value.size() > kLongest) return blank ? Typed::nothing : Typed::impossible;
  if (kind == "/Tx" && (field.getFlags() & ff_tx_password) != 0) value = hide(value);
  const int turned = turn_of(look);
  if (turned % 180 != 0) box = Box{{0, 0}, {box->height(), box->width()}};
  const LineStyle style = line_style(dictionary);
  std::string content = decoration(look, style, *box);
  const bool has_look = annotation.getAppearanceStream("/N").isStream();
  if (blank ? content.empty() || has_look : has_look && !type.has(decode_utf8(value))) return Typed::nothing;
  if (!blank) content += set_words(type, value, words_box(field, *box, style.width));
  QPDFObjectHandle form = form_of(pdf, type, content, {0, 0}, {box->width(), box->height()});
  form.getDict().replaceKey("/Matrix", turning(turned, *box));
  put_appearance(dictionary, form);
  return blank ? Typed::nothing : Typed::drawn;
}

bool draw_free_text(QPDF& pdf, PdfType& type, QPDFAnnotationObjectHelper& annotation) {
  QPDFObjectHandle dictionary = annotation.getObjectHandle();
  const std::string text = text_of(dictionary.getKey("/Contents"));
  const std::optional<Box> whole = box_of(dictionary.getKey("/Rect"));
  if (annotation.getSubtype() != "/FreeText" || !whole || trim(text).empty() || text.size() > kLongest) return false;
  Box box = *whole;
  const std::vector<Point> inset = points_of(dictionary.getKey("/RD"));
  if (inset.size() == 2 && inset[0].x + inset[1].x < box.width() && inset[0].y + inset[1].y < box.height()) box = {box.low + inset[0], box.high - inset[1]};
  LineStyle style = line_style(dictionary);
  if (dictionary.getKey("/IT").isNameAndEquals("/FreeTextTypeWriter")) style.width = 0;
  WordsBox words{box.width(), box.height(), style.width + 1, 0, "", 0, true, 0};
  QPDFObjectHandle appearance = dictionary.getKey("/DA"), side = dictionary.getKey("/Q");
  if (appearance.isString()) read_default_appearance(appearance.getUTF8Value(), words);
  if (side.isInteger()) words.align = std::clamp(static_cast<int>(side.getIntValue()), 0, 2);
  Path path;
  path.operators("q\n" + for_strokes(words.colour) + operand(style.width) + "w " + style.dash);
  const std::vector<Point> callout = points_of(dictionary.getKey("/CL"));
  if (callout.size() >= 2 && callout.size() <= kCalloutPoints && style.width > 0) path.lines(callout).paint("S");
  const auto ground = colour_operator(dictionary.getKey("/C"), false);
  const Point half{style.width / 2, style.width / 2};
  path.operators(ground.value_or("")).box(box.low + half, box.high - half);
  path.paint(style.width > 0 ? (ground ? "B" : "S") : (ground ? "f" : "n"));
  const std::string content = path.text() + "Q\nq\n1 0 0 1 " + operand(box.low.x) + operand(box.low.y) + "cm\n" + set_words(type, text, words) + "Q\n";
  const Point reach{style.width + 1, style.width + 1}, low = path.low() - reach, high = path.high() + reach;
  put_appearance(dictionary, form_of(pdf, type, content, low, high));
  dictionary.replaceKey("/Rect", QPDFObjectHandle::newFromRectangle({low.x, low.y, high.x, high.y}));
  return true;
}

}  // namespace lvce
