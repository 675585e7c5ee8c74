#include <algorithm>
#include <cerrno>
#include <system_error>

#include "prepare/indicator_folders.h"
#include "prepare/prepare.h"
#include "support/new_file.h"
#include "support/system_words.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

const char* const kFolder = "佐证材料";
const char* const kNote = "说明.txt";
const char* const kOwnNote = "本文件不算材料，不用删除。\n";

}  // namespace

std::string window_text(const YearWindow& window, const Years& years) {
  const int base = window.base == 'E' ? years.energy : years.work;
  if (base == 0) return "";
  const int from = base + window.from;
  const int to = base + window.to;
  return from == to ? std::to_string(from) + " 年" : std::to_string(from) + "—" + std::to_string(to) + " 年";
}

namespace {

std::string demand_line(const Demand& demand, const Years& years) {
  std::string line = "· " + demand.what;
  if (demand.min > 1) line += "，至少 " + std::to_string(demand.min) + " 份";
  if (demand.years) line += "，" + window_text(*demand.years, years);
  if (demand.caption) line += "，图片要有图说";
  if (demand.seal) line += "，加盖公章";
  if (!demand.only_if_field.empty()) line += "（" + demand.only_if_field + "为“" + demand.only_if_value + "”时）";
  return line + "\n";
}

bool make_folders(const fs::path& folder, const fs::path& evidence, Prepared& done) {
  for (const fs::path& one : {evidence, folder}) {
    std::error_code error;
    if (fs::create_directory(one, error)) done.made.push_back(one);
    if (error) errno = error.value();
    if (error || !fs::is_directory(one, error)) return false;
  }
  return true;
}

/// False where the disk takes no more.
bool write_note(const fs::path& unit, const fs::path& folder, const std::string& text, Prepared& done) {
  const fs::path file = folder / kNote;
  const std::string shown = fs::relative(file, unit).generic_string();
  const NewFile written = make_folders(folder, unit / kFolder, done) ? write_new_file(file, text) : NewFile::failed;
  const int why = errno;
  if (written == NewFile::exists) done.kept.push_back(shown);
  if (written == NewFile::failed)
    done.findings.push_back(Finding::error("output-not-written", on_disk(shown), "写不进去：" + system_words(why), "请检查文件夹权限和磁盘空间"));
  if (written != NewFile::made) return written == NewFile::exists;
  done.created.push_back(shown);
  done.made.push_back(file);
  return true;
}

}  // namespace

std::string evidence_note(const Indicator& indicator, const Years& years) {
  std::string out = "指标 " + indicator.id + "\n" + indicator.text + "\n";
  out += indicator.points ? "满分 " + indicator.points->text() + " 分\n" : "分值原文未载明\n";
  if (indicator.evidence.empty()) return out + "\n评价标准不要求材料。有能说明情况的材料，也可以放在这里。\n" + kOwnNote;
  const bool standard = std::any_of(indicator.evidence.begin(), indicator.evidence.end(), [](const Demand& demand) { return demand.standard; });
  out += standard ? "\n评价标准要求的材料：\n" : "\n建议放入的材料（评价标准没有列明，一份即可）：\n";
  for (const Demand& demand : indicator.evidence) out += demand_line(demand, years);
  if (indicator.rule.not_applicable != NotApplicable::refused) out += "\n不适用的，请放一份“情况说明”。\n";
  const std::string date = (years.work == 0 ? "某年" : std::to_string(years.work) + "年") + "3月5日";
  out += "\n文件名以“" + indicator.id + "”开头，或直接放在这个文件夹里；写明日期，如“" + indicator.id + " 关于某事的通知（" + date +
         "）.pdf”。\n照片把图说写进文件名。Word、Excel 文件最好先另存为 PDF。\n";
  return out + kOwnNote;
}

void prepare_evidence_folders(const fs::path& unit, const Rubric& rubric, const Years& years, Prepared& done) {
  const fs::path evidence = unit / kFolder;
  const auto present = present_folders(evidence, rubric);
  for (const Indicator* indicator : all_indicators(rubric)) {
    const auto found = present.find(indicator->id);
    const fs::path folder = found != present.end() ? found->second : evidence / folder_name_of(*indicator);
    if (!write_note(unit, folder, evidence_note(*indicator, years), done)) return;
  }
}

}  // namespace lvce
