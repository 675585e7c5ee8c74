#include "evidence/picture/pages.h"

#include <algorithm>
#include <exception>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>
#include <qpdf/QUtil.hh>

namespace lvce {
namespace {

std::string decimal(double value) { return QUtil::double_to_string(value, 3); }

QPDFObjectHandle image_of(QPDF& pdf, const JpegPage& picture) {
  QPDFObjectHandle image = QPDFObjectHandle::newStream(&pdf);
  QPDFObjectHandle dictionary = image.getDict();
  dictionary.replaceKey("/Type", QPDFObjectHandle::newName("/XObject"));
  dictionary.replaceKey("/Subtype", QPDFObjectHandle::newName("/Image"));
  dictionary.replaceKey("/Width", QPDFObjectHandle::newInteger(picture.width));
  dictionary.replaceKey("/Height", QPDFObjectHandle::newInteger(picture.height));
  dictionary.replaceKey("/BitsPerComponent", QPDFObjectHandle::newInteger(8));
  dictionary.replaceKey("/ColorSpace", QPDFObjectHandle::newName(picture.grey ? "/DeviceGray" : "/DeviceRGB"));
  image.replaceStreamData(picture.jpeg, QPDFObjectHandle::newName("/DCTDecode"), QPDFObjectHandle::newNull());
  return image;
}

void add_page(QPDF& pdf, const PicturePage& from) {
  QPDFObjectHandle page = QPDFObjectHandle::parse("<< /Type /Page /Resources << /XObject << >> >> >>");
  page.replaceKey("/MediaBox", QPDFObjectHandle::newArray(QPDFObjectHandle::Rectangle(0, 0, from.size.width_pt, from.size.height_pt)));
  QPDFObjectHandle images = page.getKey("/Resources").getKey("/XObject");
  std::string content;
  for (const PlacedJpeg& placed : from.pictures) {
    const std::string name = "/Im" + (content.empty() ? std::string() : std::to_string(images.getKeys().size()));
    content += "q " + decimal(placed.width) + " 0 0 " + decimal(placed.height) + " " + decimal(placed.x) + " " + decimal(placed.y) + " cm " + name + " Do Q\n";
    images.replaceKey(name, image_of(pdf, placed.picture));
  }
  page.replaceKey("/Contents", QPDFObjectHandle::newStream(&pdf, content));
  pdf.addPage(pdf.makeIndirectObject(page), false);
}

}  // namespace

PageSize picture_page_size(int width, int height) { return width > height ? PageSize{kPicturePage.height_pt, kPicturePage.width_pt} : kPicturePage; }

PicturePage centred_on_a4(JpegPage picture) {
  const PageSize size = picture_page_size(picture.width, picture.height);
  const double scale = std::min(size.width_pt / picture.width, size.height_pt / picture.height);
  const double width = picture.width * scale, height = picture.height * scale;
  return {size, {{std::move(picture), (size.width_pt - width) / 2, (size.height_pt - height) / 2, width, height}}};
}

bool write_picture_pages(const std::vector<PicturePage>& pages, const std::filesystem::path& file) {
  try {
    QPDF pdf;
    pdf.emptyPDF();
    for (const PicturePage& page : pages) add_page(pdf, page);
    QPDFWriter writer(pdf, file.c_str());
    writer.setDeterministicID(true);
    writer.setStreamDataMode(qpdf_s_preserve);
    writer.write();
    return true;
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception&) {
    return false;
  }
}

}  // namespace lvce
