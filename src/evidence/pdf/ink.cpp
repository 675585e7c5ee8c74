#include "evidence/pdf/ink.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <memory>
#include <optional>
#include <qpdf/QPDFMatrix.hh>
#include <set>
#include <string_view>

#include "evidence/pdf/shape.h"
#include "evidence/pdf/to_unicode.h"

namespace lvce {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kOperandsAtMost = 64, kOperatorsAtMost = 2'000'000, kSavedAtMost = 1000;
constexpr int kFormsDeep = 12;
constexpr int kInvisible = 3;  ///< text render mode
constexpr std::array kFills = {"f"sv, "F"sv, "f*"sv};
constexpr std::array kStrokes = {"S"sv, "s"sv};
constexpr std::array kBoth = {"B"sv, "B*"sv, "b"sv, "b*"sv};
constexpr std::array kFillColours = {"g"sv, "rg"sv, "k"sv, "sc"sv, "scn"sv, "cs"sv};
constexpr std::array kStrokeColours = {"G"sv, "RG"sv, "K"sv, "SC"sv, "SCN"sv, "CS"sv};

template <std::size_t N>
bool is_among(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

struct Graphics {
  QPDFMatrix matrix;
  bool fill_white = false, stroke_white = false;
  int render_mode = 0;
  QPDFObjectHandle font;  ///< null where the resources do not name it
};

bool all_are(const std::vector<QPDFObjectHandle>& numbers, double value) {
  return std::all_of(numbers.begin(), numbers.end(), [&](QPDFObjectHandle number) { return number.isNumber() && number.getNumericValue() == value; });
}

/// Grey 1, RGB 1 1 1, CMYK 0 0 0 0. One component of another space may be an ink of its own: never white.
bool is_white(std::string_view name, const std::vector<QPDFObjectHandle>& operands) {
  if (name == "g" || name == "G") return operands.size() == 1 && all_are(operands, 1);
  if (operands.size() == 3) return all_are(operands, 1);
  return operands.size() == 4 && all_are(operands, 0);
}

QPDFObjectHandle named(QPDFObjectHandle resources, const char* kind, const std::string& name) {
  QPDFObjectHandle all = resources.isDictionary() ? resources.getKey(kind) : QPDFObjectHandle::newNull();
  return all.isDictionary() ? all.getKey(name) : QPDFObjectHandle::newNull();
}

std::optional<QPDFMatrix> matrix_of(const std::vector<QPDFObjectHandle>& numbers) {
  if (numbers.size() != 6 || !std::all_of(numbers.begin(), numbers.end(), [](QPDFObjectHandle number) { return number.isNumber(); })) return std::nullopt;
  std::array<double, 6> v{};
  std::transform(numbers.begin(), numbers.end(), v.begin(), [](QPDFObjectHandle number) { return number.getNumericValue(); });
  return QPDFMatrix(v[0], v[1], v[2], v[3], v[4], v[5]);
}

/// Characters of shown strings, by the fonts' own maps.
class Letters {
 public:
  /// "?" for each code that has no character: seen, but unknown.
  std::string text_of(QPDFObjectHandle font, const std::string& string) {
    const auto [place, fresh] = fonts_.try_emplace(font.isIndirect() ? font.getObjGen() : QPDFObjGen());
    if (fresh || !font.isIndirect()) place->second = known(font);
    const Font& of = place->second;
    if (!of.map) return of.readable ? string : std::string(string.size(), '?');
    const std::string text = of.map->text_of(string);
    return 2 * text.size() < string.size() ? std::string(string.size(), '?') : text;
  }

 private:
  struct Font {
    std::shared_ptr<ToUnicode> map;
    bool readable = false;  ///< its codes are characters: a simple font that names none anew
  };

  static Font known(QPDFObjectHandle font) {
    QPDFObjectHandle map = font.getKey("/ToUnicode"), kind = font.getKey("/Subtype"), encoding = font.getKey("/Encoding");
    Font out;
    out.readable = !kind.isNameAndEquals("/Type0") && !kind.isNameAndEquals("/Type3") && !(encoding.isDictionary() && encoding.hasKey("/Differences"));
    if (!map.isStream()) return out;
    const auto data = map.getStreamData(qpdf_dl_generalized);
    out.map = std::make_shared<ToUnicode>(std::string(reinterpret_cast<const char*>(data->getBuffer()), data->getSize()));
    return out;
  }

  std::map<QPDFObjGen, Font> fonts_;
};

class InkScanner : public QPDFObjectHandle::ParserCallbacks {
 public:
  InkScanner(InkWanted wanted, QPDFObjectHandle more_fonts) : wanted_(wanted), more_fonts_(more_fonts) {}

  void look_at(QPDFObjectHandle content) {
    QPDFPageObjectHelper helper(content);
    QPDFObjectHandle resources = content.isStream() ? content.getDict().getKey("/Resources") : helper.getAttribute("/Resources", false);
    const QPDFObjectHandle before = resources_;
    if (resources.isDictionary()) resources_ = resources;
    const std::size_t saved = saved_.size();
    const Graphics outside = now_;
    if (content.isStream() && content.getDict().getKey("/Matrix").isArray()) {
      if (const auto matrix = matrix_of(content.getDict().getKey("/Matrix").getArrayAsVector())) now_.matrix.concat(*matrix);
    }
    helper.parseContents(this);
    resources_ = before;
    now_ = outside;
    saved_.resize(std::min(saved_.size(), saved));
    operands_.clear();
  }

  void handleObject(QPDFObjectHandle object, size_t, size_t) override {
    if (object.isInlineImage()) return paint_picture();
    if (!object.isOperator()) {
      if (operands_.size() < kOperandsAtMost) operands_.push_back(object);
      return;
    }
    if (++operators_ > kOperatorsAtMost) ink.any = true;
    else apply(object.getOperatorValue());
    operands_.clear();
    if (operators_ > kOperatorsAtMost || (ink.any && wanted_ == InkWanted::any)) terminateParsing();
  }
  void handleEOF() override {}

  Ink ink;

 private:
  void apply(const std::string& name) {
    if (name == "q" && saved_.size() < kSavedAtMost) saved_.push_back(now_);
    else if (name == "Q") restore();
    else if (name == "cm") transform();
    else if (is_among(name, kFillColours)) now_.fill_white = is_white(name, operands_);
    else if (is_among(name, kStrokeColours)) now_.stroke_white = is_white(name, operands_);
    else if (is_among(name, kFills)) ink.any = ink.any || !now_.fill_white;
    else if (is_among(name, kStrokes)) ink.any = ink.any || !now_.stroke_white;
    else if (is_among(name, kBoth)) ink.any = ink.any || !now_.fill_white || !now_.stroke_white;
    else if (name == "sh") ink.any = true;
    else if (name == "Do") draw();
    else apply_to_text(name);
  }

  void apply_to_text(const std::string& name) {
    if (name == "Tr" && operands_.size() == 1 && operands_[0].isInteger()) now_.render_mode = operands_[0].getIntValueAsInt();
    else if (name == "Tf" && operands_.size() == 2 && operands_[0].isName()) set_font(operands_[0].getName());
    else if (name == "Tj" || name == "TJ" || name == "'" || name == "\"") {
      if (!operands_.empty()) show(operands_.back());
    }
  }

  void set_font(const std::string& name) {
    now_.font = named(resources_, "/Font", name);
    if (!now_.font.isDictionary()) now_.font = more_fonts_.isDictionary() ? more_fonts_.getKey(name) : QPDFObjectHandle::newNull();
  }

  void show(QPDFObjectHandle shown) {
    if (shown.isString()) return show_string(shown.getStringValue());
    if (!shown.isArray()) return;
    for (QPDFObjectHandle& part : shown.getArrayAsVector()) {
      if (part.isString()) show_string(part.getStringValue());
    }
  }

  void show_string(const std::string& string) {
    if (string.empty()) return;
    if (!now_.font.isInitialized() || !now_.font.isDictionary()) {
      ink.lacks_font = true;
      return;
    }
    bool seen = false;
    std::string text = letters_.text_of(now_.font, string);
    for (std::size_t at; (at = text.find("\xC2\xA0")) != text.npos || (at = text.find("\xE3\x80\x80")) != text.npos;)
      text.erase(at, text[at] == '\xC2' ? 2 : 3);
    for (const char c : text) {
      if (c == ' ' || c == '\t' || c == '\r' || c == '\n') continue;
      seen = true;
      if (ink.words.size() < kWordsAtMost) ink.words += c;
    }
    ink.any = ink.any || (seen && now_.render_mode != kInvisible && !prints_white());
  }

  /// Of letters: filled, in outlines (1, 5), both (2, 6).
  bool prints_white() const {
    const int mode = now_.render_mode % 4;
    return mode == 1 ? now_.stroke_white : now_.fill_white && (mode == 0 || now_.stroke_white);
  }

  void restore() {
    if (saved_.empty()) return;
    now_ = saved_.back();
    saved_.pop_back();
  }

  void transform() {
    if (const auto matrix = matrix_of(operands_)) now_.matrix.concat(*matrix);
  }

  void draw() {
    QPDFObjectHandle object = operands_.size() == 1 && operands_[0].isName() ? named(resources_, "/XObject", operands_[0].getName())
                                                                             : QPDFObjectHandle::newNull();
    if (!object.isStream()) return;
    QPDFObjectHandle kind = object.getDict().getKey("/Subtype");
    if (kind.isNameAndEquals("/Image")) return paint_picture();
    if (!kind.isNameAndEquals("/Form") || depth_ == kFormsDeep) return;
    ++depth_;
    look_at(object);
    --depth_;
  }

  void paint_picture() {
    ink.any = true;
    ink.pictures += std::abs(now_.matrix.a * now_.matrix.d - now_.matrix.b * now_.matrix.c);
  }

  InkWanted wanted_;
  QPDFObjectHandle more_fonts_;
  QPDFObjectHandle resources_ = QPDFObjectHandle::newNull();
  Graphics now_;
  std::vector<Graphics> saved_;
  std::vector<QPDFObjectHandle> operands_;
  std::size_t operators_ = 0;
  int depth_ = 0;
  Letters letters_;
};

bool has_pictures(QPDFPageObjectHelper& page) {
  QPDFObjectHandle resources = page.getAttribute("/Resources", false);
  return resources.isDictionary() && resources.getKey("/XObject").isDictionary();
}

}  // namespace

Ink ink_of(QPDFObjectHandle content, InkWanted wanted, QPDFObjectHandle more_fonts) {
  InkScanner scanner(wanted, more_fonts);
  try {
    scanner.look_at(content);
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception&) {
    scanner.ink.any = true;
  }
  return scanner.ink;
}

std::vector<std::size_t> blank_pages(PdfPages& pages) {
  std::vector<std::size_t> blank;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (!ink_of(pages[i].getObjectHandle(), InkWanted::any).any) blank.push_back(i + 1);
  }
  return blank;
}

bool is_scanned(PdfPages& pages) {
  return std::any_of(pages.begin(), pages.end(), [](QPDFPageObjectHelper& page) {
    const PageShape shape = page_shape(page);
    return has_pictures(page) && 2 * ink_of(page.getObjectHandle(), InkWanted::all).pictures >= (shape.x1 - shape.x0) * (shape.y1 - shape.y0);
  });
}

Placeholder placeholder_of(PdfPages& pages) {
  if (pages.size() != 1) return Placeholder::none;
  std::string words = ink_of(pages[0].getObjectHandle(), InkWanted::all).words;
  std::transform(words.begin(), words.end(), words.begin(),
                 [](unsigned char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : static_cast<char>(c); });
  const auto says = [&](std::string_view part) { return words.find(part) != words.npos; };
  if (says("pleasewait") && says("adobereader")) return Placeholder::xfa;
  if (says("pdfportfolio") && says("acrobat")) return Placeholder::portfolio;
  return Placeholder::none;
}

}  // namespace lvce
