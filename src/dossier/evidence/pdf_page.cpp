#include <algorithm>
#include <cmath>
#include <qpdf/Pl_Function.hh>

#include "dossier/evidence/names.h"
#include "dossier/evidence/pdf.h"

namespace lvce {
namespace {

constexpr double kA4Width = 595.276;
constexpr double kA4Height = 841.890;
constexpr double kSmallest = 1;
constexpr double kLargest = 1e6;
constexpr std::size_t kMaxMetadata = 4U << 20;

struct Box {
  double left = 0;
  double bottom = 0;
  double right = 0;
  double top = 0;
  double width() const { return right - left; }
  double height() const { return top - bottom; }
};

bool is_sound(const Box& box) {
  const auto sound = [](double length) { return std::isfinite(length) && length >= kSmallest && length <= kLargest; };
  return sound(box.width()) && sound(box.height());
}

std::optional<Box> box_of(QPDFObjectHandle array) {
  if (!array.isRectangle()) return std::nullopt;
  const QPDFObjectHandle::Rectangle raw = array.getArrayAsRectangle();
  const Box box{std::min(raw.llx, raw.urx), std::min(raw.lly, raw.ury), std::max(raw.llx, raw.urx), std::max(raw.lly, raw.ury)};
  return is_sound(box) ? std::optional(box) : std::nullopt;
}

Box seen_box(QPDFPageObjectHelper& page) {
  const Box media = box_of(page.getAttribute("/MediaBox", false)).value_or(Box{0, 0, kA4Width, kA4Height});
  const std::optional<Box> crop = box_of(page.getAttribute("/CropBox", false));
  if (!crop) return media;
  const Box both{std::max(media.left, crop->left), std::max(media.bottom, crop->bottom), std::min(media.right, crop->right),
                 std::min(media.top, crop->top)};
  return is_sound(both) ? both : media;
}

double user_unit(QPDFPageObjectHelper& page) {
  QPDFObjectHandle unit = page.getObjectHandle().getKey("/UserUnit");
  const double value = unit.isNumber() ? unit.getNumericValue() : 1;
  return value > 0 && value <= 75'000 ? value : 1;
}

/// "D:20230305…" or "2023-03-05T…": the first eight digits, signs between them ignored.
EvidenceDate date_of_digits(std::string_view text) {
  std::string digits;
  for (char c : text) {
    if (c >= '0' && c <= '9')
      digits += c;
    else if (c != '-' && c != ':' && c != 'D')
      break;
    if (digits.size() == 8) break;
  }
  if (digits.size() < 4) return {};
  const int month = digits.size() >= 6 ? std::stoi(digits.substr(4, 2)) : 0;
  const int day = digits.size() >= 8 ? std::stoi(digits.substr(6, 2)) : 0;
  const auto date = date_text(std::stoi(digits.substr(0, 4)), month, day);
  return date ? EvidenceDate{*date, DateOrigin::document} : EvidenceDate{};
}

EvidenceDate xmp_date(QPDFObjectHandle metadata) {
  if (!metadata.isStream()) return {};
  std::string xml;
  Pl_Function sink("metadata", nullptr, [&xml](const unsigned char* data, size_t length) {
    if (xml.size() + length > kMaxMetadata) throw std::runtime_error("metadata too large");
    xml.append(reinterpret_cast<const char*>(data), length);
  });
  bool filtered = false;
  metadata.pipeStreamData(&sink, &filtered, 0, qpdf_dl_generalized, true, false);
  const std::size_t at = xml.find("CreateDate");
  if (at == std::string::npos) return {};
  const std::size_t digit = xml.find_first_of("0123456789", at);
  return digit == std::string::npos || digit > at + 20 ? EvidenceDate{} : date_of_digits(std::string_view(xml).substr(digit));
}

}  // namespace

PageSize page_size(QPDFPageObjectHelper page) {
  const Box box = seen_box(page);
  const double unit = user_unit(page);
  QPDFObjectHandle turn = page.getAttribute("/Rotate", false);
  const bool sideways = turn.isInteger() && turn.getIntValue() % 180 != 0 && turn.getIntValue() % 90 == 0;
  const PageSize upright{box.width() * unit, box.height() * unit};
  return sideways ? PageSize{upright.height_pt, upright.width_pt} : upright;
}

EvidenceDate pdf_date(QPDF& pdf) {
  QPDFObjectHandle info = pdf.getTrailer().getKey("/Info");
  if (info.isDictionary()) {
    QPDFObjectHandle created = info.getKey("/CreationDate");
    if (created.isString()) {
      if (const EvidenceDate date = date_of_digits(created.getUTF8Value()); !date.text.empty()) return date;
    }
  }
  return xmp_date(pdf.getRoot().getKey("/Metadata"));
}

}  // namespace lvce
