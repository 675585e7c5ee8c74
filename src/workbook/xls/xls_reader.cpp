#include "workbook/xls/xls_reader.h"

#include "workbook/package/compound_file.h"
#include "workbook/xls/biff.h"
#include "workbook/xls/early_biff.h"

namespace lvce::formats {

xlsx::ReadBook read_xls_unguarded(std::string_view bytes) {
  auto stream = read_stream(bytes, {"Workbook", "Book"});
  if (!stream && starts_as_biff(bytes)) stream = std::string(bytes);  // no container around it
  if (!stream)
    return {std::nullopt,
            {"workbook-damaged", "旧格式工作簿（.xls/.et）已损坏，或不是表格，内容读不完整", "请用 WPS 或 Excel 打开，另存为 .xlsx 工作簿后再试"}};
  const auto early = as_biff5(*stream);
  return read_biff(early ? *early : *stream);
}

}  // namespace lvce::formats
