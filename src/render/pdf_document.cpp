#include "render/pdf_document.h"

#include <cerrno>
#include <stdexcept>
#include <system_error>

#include "layout/page.h"
#include "support/files.h"
#include "support/nameless_file.h"

namespace lvce {

namespace {

constexpr HPDF_UINT kPagesPerNode = 1000;  // libharu: arrays of at most 32,767 elements

[[noreturn]] void fail(const std::string& why) { throw std::runtime_error("生成PDF失败（" + why + "）"); }

}  // namespace

PdfDocument::PdfDocument() : doc_(HPDF_New(nullptr, nullptr)) {
  if (doc_ == nullptr) fail("内存不足");
  HPDF_SetPagesConfiguration(doc_, kPagesPerNode);
  HPDF_UseUTFEncodings(doc_);
  check();
}

PdfDocument::~PdfDocument() { HPDF_Free(doc_); }

void PdfDocument::check() const {
  const HPDF_STATUS status = HPDF_GetError(doc_);
  if (status == HPDF_OK) return;
  fail("libharu错误" + std::to_string(status) + "-" + std::to_string(HPDF_GetErrorDetail(doc_)));
}

HPDF_Page PdfDocument::add_page() {
  const HPDF_Page page = HPDF_AddPage(doc_);
  if (page == nullptr) check();
  HPDF_Page_SetWidth(page, static_cast<HPDF_REAL>(kA4WidthPt));
  HPDF_Page_SetHeight(page, static_cast<HPDF_REAL>(kA4HeightPt));
  return page;
}

HPDF_Font PdfDocument::name_font(const std::string& placeholder) {
  const NamelessFile file;  // libharu loads fonts from files only
  if (file.path().empty() || !write_file(file.path(), placeholder)) throw std::system_error(errno, std::generic_category(), "font");
  const char* name = HPDF_LoadTTFontFromFile(doc_, file.path().c_str(), HPDF_FALSE);
  check();
  const HPDF_Font font = HPDF_GetFont(doc_, name, "UTF-8");
  check();
  return font;
}

std::string PdfDocument::save() {
  HPDF_SaveToStream(doc_);
  check();
  HPDF_UINT32 size = HPDF_GetStreamSize(doc_);
  std::string bytes(size, '\0');
  HPDF_ResetStream(doc_);
  HPDF_ReadFromStream(doc_, reinterpret_cast<HPDF_BYTE*>(bytes.data()), &size);
  if (size != bytes.size()) fail("内存不足");
  return bytes;
}

}  // namespace lvce
