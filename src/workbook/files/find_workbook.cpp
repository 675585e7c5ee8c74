#include "workbook/files/find_workbook.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <system_error>

#include "support/endings.h"
#include "support/inside.h"
#include "support/text.h"
#include "workbook/files/read_book.h"
#include "workbook/sheets/sheets.h"

namespace lvce::formats {
namespace {

namespace fs = std::filesystem;

const char* const kCsvShown = "CSV文件";
constexpr std::size_t kUnitsNamed = 5;  ///< more are a folder of units

std::string ending_of(const fs::path& path) { return small_ending(path.filename().string()); }

bool is_spreadsheet(const fs::path& path) {
  constexpr std::array<std::string_view, 3> kOthers = {".csv", ".xlsm", ".xlsb"};
  return is_one_of(kWorkbookEndings, ending_of(path)) || is_one_of(kOthers, ending_of(path));
}

/// The spreadsheets at this level in natural order; lock files, dot-files and links that leave the folder aside.
std::vector<fs::path> spreadsheets(const fs::path& folder) {
  std::vector<fs::path> out;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    const std::string name = shown_name(entry->path());
    if (name.starts_with("~$") || name.starts_with(".") || !is_spreadsheet(entry->path())) continue;
    std::error_code ignored;
    if (entry->is_regular_file(ignored) && is_inside(entry->path(), folder)) out.push_back(entry->path());
  }
  std::sort(out.begin(), out.end(), [](const fs::path& a, const fs::path& b) { return natural_less(shown_name(a), shown_name(b)); });
  return out;
}

bool matches_any(const std::string& name, const std::vector<std::string>& patterns) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](const std::string& pattern) { return matches_pattern(name, pattern) || matches_pattern(stem_of(name), pattern); });
}

struct Candidates {
  std::vector<fs::path> xlsx;
  std::vector<fs::path> old;  ///< .xls, .et, .ods
  std::vector<fs::path> csv;  ///< named after a sheet of the contract
  std::vector<std::string> others;
};

Candidates list_candidates(const WorkbookSearch& search) {
  Candidates out;
  for (fs::path& path : spreadsheets(search.folder)) {
    if (matches_any(shown_name(path), search.besides)) continue;
    const std::string extension = ending_of(path);
    if (extension == ".xlsx") out.xlsx.push_back(std::move(path));
    else if (is_one_of(kWorkbookEndings, extension)) out.old.push_back(std::move(path));
    else if (extension == ".csv" && !contract_sheet(stem_of(shown_name(path))).empty()) out.csv.push_back(std::move(path));
    else out.others.push_back(shown_name(path));
  }
  return out;
}

std::vector<std::string> names_of(const std::vector<fs::path>& paths) {
  std::vector<std::string> names;
  for (const fs::path& path : paths) names.push_back(shown_name(path));
  return names;
}

std::string folder_name(const fs::path& folder) { return shown_name(folder.has_filename() ? folder : folder.parent_path()); }

/// Folders one level down that hold a workbook: the folder above the unit's may have been named.
std::vector<std::string> units_below(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    std::error_code ignored;
    if (names.size() > kUnitsNamed || !entry->is_directory(ignored)) continue;
    const std::vector<fs::path> inside = spreadsheets(entry->path());
    const bool any = std::any_of(inside.begin(), inside.end(), [](const fs::path& path) { return ending_of(path) == ".xlsx"; });
    if (any) names.push_back("“" + shown_name(entry->path()) + "”");
  }
  std::sort(names.begin(), names.end());
  return names;
}

void report_none(const WorkbookSearch& search, const Candidates& found, Findings& findings) {
  const std::vector<std::string> below = found.others.empty() ? units_below(search.folder) : std::vector<std::string>();
  if (!below.empty() && below.size() <= kUnitsNamed) {
    findings.push_back(Finding::error("workbook-not-found", on_disk(folder_name(search.folder)),
                                      "这个文件夹里没有 .xlsx 工作簿，下一级" + join(below, "、") + "里有", "请给出台账所在的单位文件夹"));
    return;
  }
  const std::string lying = found.others.empty() ? "" : "（只有 " + join(found.others, "、") + "）";
  const std::string hint = found.others.empty() ? "请把台账工作簿（.xlsx）放在单位文件夹里，或用 --workbook 指定"
                                                : "请用 WPS 或 Excel 打开后另存为 .xlsx，再放回单位文件夹；CSV 请以工作表名命名，如 单位信息.csv";
  findings.push_back(Finding::error("workbook-not-found", on_disk(folder_name(search.folder)), "单位文件夹里没有 .xlsx 工作簿" + lying, hint));
}

void report_several(const WorkbookSearch& search, const std::string& what, const std::vector<std::string>& names, Findings& findings) {
  findings.push_back(Finding::error("workbook-ambiguous", on_disk(folder_name(search.folder)),
                                    "单位文件夹里有多个" + what + "：" + join(names, "、") + "，不知道用哪个",
                                    "请只留一个，或用 --workbook 指定；本单位自己的能耗台账请放进“能耗”文件夹，用 lvce map 读取"));
}

FoundWorkbook csv_set(std::vector<fs::path> files) {
  if (files.size() == 1) return {files, shown_name(files.front())};
  return {std::move(files), kCsvShown};
}

/// No .xlsx: one old workbook, or the CSV files.
std::optional<FoundWorkbook> take_other(const WorkbookSearch& search, Candidates found, Findings& findings) {
  const std::size_t count = found.old.size() + (found.csv.empty() ? 0 : 1);
  if (count == 0) {
    report_none(search, found, findings);
    return std::nullopt;
  }
  std::vector<std::string> names = names_of(found.old);
  for (std::string& name : names_of(found.csv)) names.push_back(std::move(name));
  if (count > 1) {
    report_several(search, "台账", names, findings);
    return std::nullopt;
  }
  findings.push_back(Finding::note("workbook-other-format", on_disk(folder_name(search.folder)), "没有 .xlsx 工作簿，读取的是 " + join(names, "、"),
                                   "建议另存为 .xlsx，以后只保留这一份"));
  if (found.csv.empty()) return FoundWorkbook{found.old, shown_name(found.old.front())};
  return csv_set(std::move(found.csv));
}

/// A CSV file holds one sheet: the others of the contract lie beside it.
FoundWorkbook take_given(const fs::path& given) {
  if (ending_of(given) != ".csv") return {{given}, shown_name(given)};
  const fs::path folder = given.has_parent_path() ? given.parent_path() : fs::path(".");
  std::vector<fs::path> files{given};
  for (const fs::path& path : spreadsheets(folder)) {
    const bool beside = ending_of(path) == ".csv" && path.filename() != given.filename();
    if (beside && !contract_sheet(stem_of(shown_name(path))).empty()) files.push_back(path);
  }
  return csv_set(std::move(files));
}

}  // namespace

std::string shown_name(const fs::path& path) {
  const std::string bytes = path.filename().string();
  if (is_valid_utf8(bytes)) return bytes;
  return from_gb18030(bytes).value_or(encode_utf8(decode_utf8(bytes)));
}

bool matches_pattern(const std::string& name, const std::string& pattern) {
  const std::string text = without_space(fold_width(name));
  const std::vector<std::string> pieces = split(without_space(fold_width(pattern)), '*');
  if (pieces.size() == 1) return text == pieces.front();
  if (!text.starts_with(pieces.front())) return false;
  std::size_t at = pieces.front().size();
  for (std::size_t i = 1; i + 1 < pieces.size(); ++i) {
    const std::size_t found = text.find(pieces[i], at);
    if (found == std::string::npos) return false;
    at = found + pieces[i].size();
  }
  return text.size() >= at + pieces.back().size() && text.ends_with(pieces.back());
}

std::vector<fs::path> find_own_ledgers(const fs::path& folder, const std::vector<std::string>& patterns) {
  std::vector<fs::path> out;
  for (fs::path& path : spreadsheets(folder)) {
    if (matches_any(shown_name(path), patterns)) out.push_back(std::move(path));
  }
  for (fs::path& path : spreadsheets_in(folder, kOwnLedgers)) out.push_back(std::move(path));
  return out;
}

std::vector<std::string> ledgers_below(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  const fs::path own = folder / kOwnLedgers;
  for (fs::directory_iterator entry(own, error), end; !error && entry != end; entry.increment(error)) {
    std::error_code ignored;
    const bool inside = entry->is_directory(ignored) && is_inside(entry->path(), folder);
    if (inside && !spreadsheets(entry->path()).empty()) names.push_back(std::string(kOwnLedgers) + "/" + shown_name(entry->path()));
  }
  std::sort(names.begin(), names.end(), natural_less);
  return names;
}

std::vector<fs::path> spreadsheets_in(const fs::path& folder) { return spreadsheets(folder); }

std::vector<fs::path> spreadsheets_in(const fs::path& unit, const char* folder) {
  return leads_out(unit / folder, unit) ? std::vector<fs::path>() : spreadsheets(unit / folder);
}

std::optional<Finding> own_ledgers_lead_out(const fs::path& unit) {
  if (!leads_out(unit / kOwnLedgers, unit)) return std::nullopt;
  return Finding::error("ledgers-link-outside", on_disk(kOwnLedgers), "是一个链接，指向单位文件夹之外，没有读取", "请放入文件夹本身");
}

std::optional<FoundWorkbook> find_workbook(const WorkbookSearch& search, Findings& findings) {
  if (search.given) return take_given(*search.given);
  Candidates found = list_candidates(search);
  if (found.xlsx.size() == 1) return FoundWorkbook{found.xlsx, shown_name(found.xlsx.front())};
  if (found.xlsx.empty()) return take_other(search, std::move(found), findings);
  report_several(search, " .xlsx", names_of(found.xlsx), findings);
  return std::nullopt;
}

}  // namespace lvce::formats
