// Evidence files made for the tests: PDFs with libqpdf, pictures with libvips.
#pragma once

#include <filesystem>
#include <functional>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>
#include <string>
#include <string_view>

namespace lvce::testing {

inline QPDFObjectHandle parsed(const std::string& text) { return QPDFObjectHandle::parse(text); }

/// A page with the words "evidence page" in Helvetica (not embedded), or only a filled box.
inline QPDFObjectHandle add_page(QPDF& pdf, const std::string& extra = "", bool with_text = false, const std::string& box = "[0 0 595 842]") {
  QPDFObjectHandle page = pdf.makeIndirectObject(parsed("<< /Type /Page /MediaBox " + box + " /Resources << >> " + extra + " >>"));
  const std::string text = "BT /F1 12 Tf 72 700 Td (evidence page) Tj ET";
  page.replaceKey("/Contents", QPDFObjectHandle::newStream(&pdf, with_text ? text : "0 0 100 100 re f"));
  if (with_text) page.replaceKey("/Resources", parsed("<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"));
  pdf.addPage(page, false);
  return page;
}

inline void save(QPDF& pdf, const std::filesystem::path& file, const std::function<void(QPDFWriter&)>& configure = nullptr) {
  std::filesystem::create_directories(file.parent_path());
  QPDFWriter writer(pdf, file.c_str());
  writer.setStaticID(true);
  if (configure) configure(writer);
  writer.write();
}

/// A PDF of `pages` plain pages.
inline void put_pdf(const std::filesystem::path& file, int pages = 1, bool with_text = false) {
  QPDF pdf;
  pdf.emptyPDF();
  for (int i = 0; i < pages; ++i) add_page(pdf, "", with_text);
  save(pdf, file);
}

/// A PDF of one page that is a picture and nothing else.
inline void put_scan(const std::filesystem::path& file) {
  QPDF pdf;
  pdf.emptyPDF();
  QPDFObjectHandle page = add_page(pdf), picture = QPDFObjectHandle::newStream(&pdf, std::string(1, '\0'));
  picture.replaceDict(parsed("<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray >>"));
  page.replaceKey("/Resources", QPDFObjectHandle::newDictionary({{"/XObject", QPDFObjectHandle::newDictionary({{"/I", pdf.makeIndirectObject(picture)}})}}));
  page.replaceKey("/Contents", QPDFObjectHandle::newStream(&pdf, "595 0 0 842 0 0 cm /I Do"));
  save(pdf, file);
}

/// A form XObject of a red square, to be an annotation's appearance.
inline QPDFObjectHandle red_square(QPDF& pdf) {
  QPDFObjectHandle form = QPDFObjectHandle::newStream(&pdf, "1 0 0 rg 0 0 50 50 re f");
  form.replaceDict(parsed("<< /Type /XObject /Subtype /Form /BBox [0 0 50 50] /Resources << >> >>"));
  return pdf.makeIndirectObject(form);
}

}  // namespace lvce::testing
