// A ledger as separated text; 单位信息 stands beside it, so that all of it is read.
#include "workbook/csv/csv.h"
#include "fuzz/kit.h"
#include "support/files.h"
#include "support/text.h"
#include "workbook/workbook.h"

namespace lvce::fuzz {

void csv(std::string_view input) {
  const std::optional<std::string> text = formats::csv_text(input);
  if (text) must(is_valid_utf8(*text), "what csv_text gives is UTF-8");
  if (is_for_worker(input)) return;
  const InputFile file(input, "能耗台账.csv");
  write_file(scratch() / "单位信息.csv", "项目,内容\n单位名称,示例局\n能耗年度,2021\n");
  read_unit_workbook(scratch(), file.path());
}

}  // namespace lvce::fuzz
