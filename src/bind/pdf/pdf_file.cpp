#include "bind/pdf/pdf_file.h"

#include <string_view>

namespace lvce {
namespace {

/// libqpdf's static ID, as it hands it over in one piece.
constexpr std::string_view kStaticId = "<31415926535897932384626433832795>";

}  // namespace

void PdfFile::write(unsigned char const* data, size_t length) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), length);
  if (bytes != kStaticId) {
    file_.write(bytes);
    return;
  }
  if (id_.empty()) id_ = '<' + file_.digest().substr(0, kStaticId.size() - 2) + '>';
  file_.write(id_);
}

}  // namespace lvce
