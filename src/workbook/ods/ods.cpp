#include "workbook/ods/ods.h"

#include "workbook/ods/ods_content.h"
#include "workbook/package/package.h"

namespace lvce::formats {
namespace {

using xlsx::PartResult;

const std::string kSaveAgain = "请用 WPS 或 Excel 打开，另存为 .xlsx 工作簿后再试";

/// META-INF/manifest.xml tells of encrypted parts.
class ManifestHandler : public xlsx::XmlHandler {
 public:
  bool encrypted = false;
  void start(const std::string& name, const xlsx::Attributes&) override {
    if (name == "encryption-data") encrypted = stopped = true;
  }
  void end(const std::string&) override {}
};

}  // namespace

bool is_ods(std::string_view bytes) {
  if (xlsx::container_kind(bytes) != xlsx::ContainerKind::zip) return false;
  const xlsx::Package package(bytes);
  return package.readable() && package.has("content.xml") && package.has("META-INF/manifest.xml");
}

xlsx::ReadBook read_ods(std::string_view bytes, const std::function<bool(const std::string&)>& wanted) {
  xlsx::Package package(bytes);
  ManifestHandler manifest;
  if (package.parse("META-INF/manifest.xml", manifest) == PartResult::ok && manifest.encrypted) {
    return xlsx::refuse("workbook-locked", "工作簿设有打开密码", "请取消密码后另存为 .xlsx");
  }
  OdsContentHandler content(wanted);
  PartResult result = package.parse("content.xml", content);
  if (result == PartResult::ok && content.too_many) result = PartResult::too_large;
  if (result == PartResult::too_large) return xlsx::refuse("workbook-too-large", "工作簿展开后的内容超过上限", "请删去与填报无关的工作表、图片和格式后再试");
  if (result == PartResult::encrypted) return xlsx::refuse("workbook-locked", "工作簿设有密码", "请取消密码后另存为 .xlsx");
  if (result != PartResult::ok) return xlsx::refuse("workbook-damaged", "工作簿（.ods）已损坏，内容读不完整", kSaveAgain);
  if (!content.is_spreadsheet) return xlsx::refuse("workbook-not-xlsx", "这是 OpenDocument 文档，但不是表格", kSaveAgain);
  return {std::move(content.book), {}};
}

}  // namespace lvce::formats
