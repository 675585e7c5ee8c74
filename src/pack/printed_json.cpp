// lvce print: what it says with --json.
#include "pack/pack.h"
#include "pack/result_parts.h"
#include "support/unseen.h"

namespace lvce {

std::string printed_to_json(const Assessment& assessment, const std::vector<PrintedFileOfSet>& files) {
  Json list = Json::array();
  int pages = 0, sheets = 0;
  for (const PrintedFileOfSet& one : files) {
    list.push_back({{"path", one.file.name}, {"pages", one.file.pages}, {"sheets", one.file.sheets}, {"copies", one.copies}, {"sha256", one.file.sha256}});
    pages += one.copies * one.file.pages;
    sheets += one.copies * one.file.sheets;
  }
  Json out;
  out["schema"] = 1;
  out["tool_version"] = LVCE_VERSION;
  out["complete"] = assessment.complete();
  out["unit"] = {{"name", assessment.dossier->workbook.unit.text("单位名称")}};
  out["files"] = std::move(list);
  out["pages"] = pages;
  out["sheets"] = sheets;
  out["findings"] = findings_to_json(assessment.findings);
  return json_escaped(out.dump(2, ' ', false, Json::error_handler_t::replace)) + "\n";
}

}  // namespace lvce
