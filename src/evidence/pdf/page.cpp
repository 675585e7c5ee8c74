#include <qpdf/Pl_Function.hh>

#include "evidence/folder/names.h"
#include "evidence/pdf/pdf.h"
#include "evidence/pdf/shape.h"

namespace lvce {
namespace {

constexpr std::size_t kMaxMetadata = 4U << 20;

/// "D:20230305…" or "2023-03-05T…": the first eight digits, signs between them ignored.
EvidenceDate date_of_digits(std::string_view text) {
  std::string digits;
  for (char c : text) {
    if (c >= '0' && c <= '9') digits += c;
    else if (c != '-' && c != ':' && c != 'D') break;
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
  const PageShape shape = page_shape(page);
  const PageSize upright{(shape.x1 - shape.x0) * shape.user_unit, (shape.y1 - shape.y0) * shape.user_unit};
  return shape.rotate % 180 != 0 ? PageSize{upright.height_pt, upright.width_pt} : upright;
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
