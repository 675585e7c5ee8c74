// read_unit_workbook: find the file, read its sheets, put the workbook together.
#include <algorithm>
#include <set>
#include <system_error>

#include "dossier/workbook.h"
#include "dossier/workbook/sheets.h"
#include "dossier/workbook/values.h"
#include "dossier/xlsx/xlsx.h"
#include "support/files.h"
#include "support/text.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMaxFileBytes = 32ULL << 20;

std::string utf8_name(const fs::path& path) {
  const std::string bytes = path.filename().string();
  if (is_valid_utf8(bytes)) return bytes;
  return from_gb18030(bytes).value_or(encode_utf8(decode_utf8(bytes)));
}

std::string lower_extension(const fs::path& path) {
  std::string extension = path.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  return extension;
}

/// True when the path, links followed, still lies in the folder.
bool stays_inside(const fs::path& path, const fs::path& folder) {
  std::error_code error;
  const fs::path real = fs::canonical(path, error);
  if (error) return false;
  const fs::path root = fs::canonical(folder, error);
  if (error) return false;
  return std::mismatch(root.begin(), root.end(), real.begin(), real.end()).first == root.end();
}

struct Candidates {
  std::vector<fs::path> workbooks;
  std::vector<std::string> others;  ///< spreadsheets of other formats
};

Candidates list_candidates(const fs::path& folder) {
  Candidates out;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    const std::string name = utf8_name(entry->path());
    if (name.starts_with("~$") || name.starts_with(".")) continue;
    std::error_code ignored;
    if (!entry->is_regular_file(ignored) || !stays_inside(entry->path(), folder)) continue;
    const std::string extension = lower_extension(entry->path());
    if (extension == ".xlsx") out.workbooks.push_back(entry->path());
    if (std::set<std::string>{".xls", ".et", ".csv", ".ods", ".xlsm", ".xlsb"}.contains(extension)) out.others.push_back(name);
  }
  std::sort(out.workbooks.begin(), out.workbooks.end(), [](const fs::path& a, const fs::path& b) { return natural_less(utf8_name(a), utf8_name(b)); });
  std::sort(out.others.begin(), out.others.end(), natural_less);
  return out;
}

std::optional<fs::path> find_workbook(const fs::path& folder, Findings& findings) {
  const Candidates found = list_candidates(folder);
  if (found.workbooks.size() == 1) return found.workbooks.front();
  const std::string where = utf8_name(folder.has_filename() ? folder : folder.parent_path());
  if (found.workbooks.empty()) {
    const std::string lying = found.others.empty() ? "" : "（只有 " + join(found.others, "、") + "）";
    const std::string hint = found.others.empty() ? "请把台账工作簿（.xlsx）放在单位文件夹里，或用 --workbook 指定"
                                                  : "请用 WPS 或 Excel 打开后另存为 .xlsx，再放回单位文件夹";
    findings.push_back({"workbook-not-found", Severity::error, where, "单位文件夹里没有 .xlsx 工作簿" + lying, hint, {}});
    return std::nullopt;
  }
  std::vector<std::string> names;
  for (const fs::path& path : found.workbooks) names.push_back(utf8_name(path));
  findings.push_back({"workbook-ambiguous", Severity::error, where, "单位文件夹里有多个 .xlsx：" + join(names, "、") + "，不知道用哪个",
                      "请只留一个，或用 --workbook 指定", {}});
  return std::nullopt;
}

/// Name of the contract's sheet that this one is; empty for others.
std::string contract_sheet(const std::string& name) {
  static const std::set<std::string> core = {"单位信息", "年度基数", "能耗台账", "目标任务", "自评", "折算系数", "核对说明"};
  const std::string key = without_space(fold_width(name));
  const auto& details = detail_sheet_names();
  return core.contains(key) || std::find(details.begin(), details.end(), key) != details.end() ? key : "";
}

/// Puts a Workbook together from a book's sheets.
class Assembler {
 public:
  Assembler(const xlsx::Book& book, Reporter& reporter) : book_(book), reporter_(reporter) { index_sheets(); }

  std::optional<Workbook> assemble() {
    std::optional<SheetTable> unit = table_of(unit_info_spec());
    if (!unit) {
      reporter_.at_file("workbook-no-unit-sheet", Severity::error, "工作簿里没有可读的“单位信息”工作表", "请补上“单位信息”工作表（列：项目、内容）");
      return std::nullopt;
    }
    workbook_.file = reporter_.file();
    workbook_.unit = read_unit_info(*unit);
    read_figures();
    read_scores();
    read_extras();
    return std::move(workbook_);
  }

 private:
  void index_sheets() {
    std::vector<std::string> ignored;
    for (const xlsx::Sheet& sheet : book_.sheets) {
      const std::string name = contract_sheet(sheet.name);
      if (name.empty()) {
        if (!sheet.hidden) ignored.push_back("“" + sheet.name + "”");
        continue;
      }
      if (!sheets_.try_emplace(name, &sheet).second) {
        reporter_.at_sheet("sheet-twice", Severity::error, name, "有两张同名工作表，只读取了第一张", "请只保留一张");
        continue;
      }
      if (sheet.hidden) reporter_.at_sheet("sheet-hidden", Severity::note, name, "工作表被隐藏，其中的内容仍然读取", "不应采用的请删除该表");
      if (sheet.truncated) {
        reporter_.at_sheet("sheet-too-large", Severity::error, name, "内容超出可读取的范围，超出部分没有读取", "请删去表格以外的内容后再试");
      }
    }
    if (!ignored.empty()) reporter_.at_file("sheets-ignored", Severity::note, "以下工作表不在规定之内，没有读取：" + join(ignored, "、"));
  }

  std::optional<SheetTable> table_of(const TableSpec& spec) {
    const auto found = sheets_.find(spec.sheet);
    return found == sheets_.end() ? std::nullopt : SheetTable::find(book_, *found->second, spec, reporter_);
  }

  void report_missing(const std::string& sheet, const std::string& what) {
    if (sheets_.contains(sheet)) return;
    reporter_.at_sheet("sheet-missing", Severity::missing, sheet, "工作簿里没有“" + sheet + "”工作表，" + what, "请补上该工作表");
  }

  void read_figures() {
    report_missing("年度基数", "人均和单位面积指标无法计算");
    report_missing("能耗台账", "能耗和碳排放无法计算");
    if (const auto table = table_of(year_base_spec())) workbook_.bases = read_year_bases(*table);
    if (const auto table = table_of(ledger_spec())) {
      workbook_.ledger = read_ledger(*table);
      workbook_.has_ledger_sheet = true;
    }
    if (const auto table = table_of(target_spec())) workbook_.targets = read_targets(*table);
  }

  void read_scores() {
    report_missing("自评", "各项指标没有自评内容");
    if (const auto table = table_of(self_score_spec())) {
      workbook_.scores = read_self_scores(*table);
      workbook_.has_score_sheet = true;
    }
  }

  void read_extras() {
    if (const auto table = table_of(override_spec())) workbook_.overrides = read_overrides(*table);
    if (const auto table = table_of(answer_spec())) workbook_.answers = read_answers(*table);
    for (const std::string& name : detail_sheet_names()) {
      if (const auto table = table_of(detail_spec(name))) workbook_.details[name] = read_detail(*table);
    }
  }

  const xlsx::Book& book_;
  Reporter& reporter_;
  std::map<std::string, const xlsx::Sheet*> sheets_;
  Workbook workbook_;
};

ReadWorkbook read_workbook_bytes(const std::string& bytes, const std::string& name, Findings findings) {
  Reporter reporter(name, findings);
  const xlsx::ReadBook read = xlsx::read_xlsx(bytes, [](const std::string& sheet) { return !contract_sheet(sheet).empty(); });
  if (!read.book) {
    reporter.at_file(read.failure.code, Severity::error, read.failure.message, read.failure.hint);
    return {std::nullopt, std::move(findings)};
  }
  std::optional<Workbook> workbook = Assembler(*read.book, reporter).assemble();
  return {std::move(workbook), std::move(findings)};
}

}  // namespace

ReadWorkbook read_unit_workbook(const fs::path& unit_folder, const std::optional<fs::path>& given) {
  Findings findings;
  const std::optional<fs::path> path = given ? given : find_workbook(unit_folder, findings);
  if (!path) return {std::nullopt, std::move(findings)};
  const std::string name = utf8_name(*path);
  std::error_code error;
  const std::uintmax_t size = fs::file_size(*path, error);
  if (!error && size > kMaxFileBytes) {
    findings.push_back({"workbook-too-large", Severity::error, name, "工作簿超过 32 MB", "请删去其中的图片等无关内容后再试", {}});
    return {std::nullopt, std::move(findings)};
  }
  const std::optional<std::string> bytes = read_file(*path, kMaxFileBytes);
  if (!bytes) {
    findings.push_back({"workbook-unreadable", Severity::error, name, "工作簿打不开", "请检查文件是否存在、是否有读取权限", {}});
    return {std::nullopt, std::move(findings)};
  }
  return read_workbook_bytes(*bytes, name, std::move(findings));
}

}  // namespace lvce
