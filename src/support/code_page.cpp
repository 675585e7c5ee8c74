#include "support/code_page.h"

#include <unicode/ucnv.h>

#include "support/text.h"

namespace lvce {
namespace {

std::string encoding_of(unsigned page) {
  switch (page) {
    case 932: return "windows-31j";
    case 949: return "windows-949";
    case 950: return "Big5";
    case 1200: return "utf-16le";
    case 10000:
    case 32768: return "macintosh";
    case 32769: return "windows-1252";
    default: break;
  }
  if (page >= 1250 && page <= 1258) return "windows-" + std::to_string(page);
  return page == 437 || (page >= 850 && page <= 874) ? "ibm-" + std::to_string(page) : "";
}

std::string utf8_of(const std::u16string& wide, std::size_t length) {
  std::string out;
  for (std::size_t i = 0; i < length; ++i) {
    char32_t c = wide[i];
    if (c >= 0xD800 && c < 0xDC00 && i + 1 < length) c = 0x10000 + ((c - 0xD800) << 10) + (wide[++i] - 0xDC00U);
    append_utf8(out, c);
  }
  return out;
}

}  // namespace

std::optional<std::string> from_code_page(std::string_view bytes, unsigned page) {
  constexpr unsigned kGbk = 936;
  if (page == kGbk) return from_gb18030(bytes);
  const std::string name = encoding_of(page);
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = name.empty() ? nullptr : ucnv_open(name.c_str(), &status);
  if (converter == nullptr) return std::nullopt;
  ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  std::u16string wide(bytes.size() + 1, u'\0');
  const int32_t length = ucnv_toUChars(converter, wide.data(), static_cast<int32_t>(wide.size()), bytes.data(), static_cast<int32_t>(bytes.size()), &status);
  ucnv_close(converter);
  if (U_FAILURE(status) || length < 0) return std::nullopt;
  return utf8_of(wide, static_cast<std::size_t>(length));
}

}  // namespace lvce
