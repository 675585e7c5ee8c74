// write_batch_files: 汇总表.pdf, 汇总表.xlsx, 缺项汇总.xlsx, 批次.json.
#include <exception>
#include <system_error>

#include "bind/separate.h"
#include "fleet/json.h"
#include "fleet/missing_list.h"
#include "fleet/record.h"
#include "fleet/tables.h"
#include "render/render.h"
#include "support/files.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;
using fleet::Json;

/// Made beside its place, then put there.
bool put_file(const fs::path& file, std::string_view bytes) {
  fs::path beside = file;
  beside.replace_filename("." + file.filename().string() + ".tmp");
  std::error_code error, ignored;
  if (write_file(beside, bytes)) {
    fs::rename(beside, file, error);
    if (!error) return true;
  }
  fs::remove(beside, ignored);
  return false;
}

/// The PDF is written into the folder of records first.
bool put_summary_pdf(const Document& summary, const Faces& faces, const fs::path& out, Findings& findings) {
  const fs::path scratch = out / kRecordFolder / "tables";
  std::error_code error;
  fs::create_directories(scratch, error);
  SeparatePdfs pdf = write_separate({summary}, "", "", faces, scratch, true);
  append(findings, std::move(pdf.findings));
  const std::string name = summary.stem + ".pdf";
  fs::rename(scratch / name, out / name, error);
  std::error_code ignored;
  fs::remove_all(scratch, ignored);
  return !error;
}

}  // namespace

std::string batch_to_json(const std::vector<UnitRow>& rows, const std::vector<std::string>* missing, const Findings& findings) {
  Json units = Json::array();
  Json told = Json::array();
  for (const Finding& finding : findings) told.push_back(fleet::finding_to_json(finding));
  for (const UnitRow& row : rows) {
    units.push_back({{"name", row.name},
                     {"state", unit_state_name(row.state)},
                     {"exit", row.code},
                     {"claimed", fleet::number_or_none(row.claimed)},
                     {"supported", fleet::number_or_none(row.supported)},
                     {"verdict", fleet::text_or_none(row.verdict)},
                     {"inputs_sha256", fleet::text_or_none(row.inputs_sha256)}});
    if (row.state != UnitState::failed) continue;
    for (const Finding& finding : row.findings) told.push_back(fleet::finding_to_json(finding));
  }
  Json out = {{"units", std::move(units)}};
  if (missing != nullptr) out["missing"] = *missing;
  out["findings"] = std::move(told);
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

bool write_batch_files(const std::vector<UnitRow>& rows, const std::vector<std::string>* missing, const Findings& of_source, const Templates& templates,
                       const Faces& faces, const fs::path& out, Findings& findings) {
  std::string name = kBatchName;
  std::string why;
  try {
    bool good = put_file(out / name, batch_to_json(rows, missing, of_source));
    if (good) good = write_missing_list(rows, out / (name = kMissingName));
    if (good) {
      name = std::string(kSummaryName) + ".xlsx";
      const Document summary = compose_batch_summary(rows, templates, findings);
      good = put_file(out / name, render_xlsx(summary, "")) && put_summary_pdf(summary, faces, out, findings);
    }
    if (good) return true;
  } catch (const std::exception& error) {
    why = std::string("：") + error.what();
  }
  findings.push_back(Finding::error("output-not-written", on_disk((out / name).string()), "写不进去" + why,
                                    "请检查磁盘空间和文件夹权限，关闭正在打开的表格后再运行；各单位的材料不会重做"));
  return false;
}

}  // namespace lvce
