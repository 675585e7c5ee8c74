// read_roster: the file, the sheet, the header, the rows.
#include <algorithm>
#include <map>
#include <system_error>

#include "office/values.h"
#include "roster/columns.h"
#include "roster/roster.h"
#include "support/files.h"
#include "support/program.h"
#include "support/text.h"
#include "workbook/csv/csv.h"
#include "workbook/files/find_workbook.h"
#include "workbook/files/read_book.h"
#include "workbook/sheets/table.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMaxRosterBytes = 32U << 20;
constexpr formats::CsvLimits kRosterLimits{200'000, 3'000'000};
const std::string kName = "单位名称";

ReadRoster unusable_roster(Findings findings) { return {std::nullopt, std::move(findings)}; }

/// Separated text is read with limits of its own, and may have a single column.
xlsx::ReadBook read_roster_book(const std::string& shown, const std::string& bytes) {
  const bool zip_or_ole = bytes.starts_with("PK") || bytes.starts_with("\xD0\xCF");
  const auto text = zip_or_ole ? std::nullopt : formats::csv_text(bytes);
  if (text && !trim(*text).starts_with('<')) {
    xlsx::Book book;
    if (formats::add_csv_sheet(book, formats::stem_of(shown), *text, kRosterLimits)) return {std::move(book), {}};
    return xlsx::refuse("csv-quote-open", "里面有一个双引号没有配对，其后的内容无法分列", "请补上或删去多余的双引号，或另存为 .xlsx");
  }
  return formats::read_book({{shown, bytes}}, {[](const std::string&) { return true; }, own_program()});
}

/// Reads the rows below one header.
class RosterRows {
 public:
  RosterRows(const SheetTable& table, const std::map<std::string, std::string>& columns, Roster& roster) : table_(table), columns_(columns), roster_(roster) {}

  void read() {
    std::map<std::string, std::size_t> rows_of;  // by unit_key
    std::vector<RosterUnit> all;
    for (const int row : table_.rows()) {
      if (says_other(row)) continue;
      RosterUnit unit = read_row(row);
      if (unit.name.empty()) {
        note_unnamed(row);
        continue;
      }
      ++rows_of[unit_key(unit.name)];
      all.push_back(std::move(unit));
    }
    for (RosterUnit& unit : all) {
      const std::string key = unit_key(unit.name);
      const bool once = rows_of.at(key) == 1;
      if (once) roster_.by_key[key] = roster_.units.size();
      (once ? roster_.units : roster_.doubtful).push_back(std::move(unit));
    }
    report_doubles();
  }

 private:
  /// The header that stands for a column of the contract; an empty one when the roster has none.
  const std::string& header_of(const std::string& column) const {
    static const std::string none;
    const auto found = columns_.find(column);
    return found == columns_.end() ? none : found->second;
  }

  std::string text(int row, const std::string& column) const {
    const std::string& header = header_of(column);
    if (header.empty()) return {};
    const int from = column == kName ? row : table_.filled_down_row(row, header);
    return replace_all(table_.plain_text(from, header), "\n", "");
  }

  /// 合计, or a line of words under the list.
  bool says_other(int row) const {
    const std::string name = table_.shown(table_.cell(row, header_of(kName)));
    return is_total_label(name) || starts_with_any(fold_width(name), {"注:", "说明:", "备注:", "填表人", "制表"});
  }

  RosterUnit read_row(int row) const {
    RosterUnit unit;
    unit.name = text(row, kName);
    unit.folder = text(row, "文件夹");
    unit.number = text(row, "单位编号");
    unit.level = text(row, "单位层级");
    unit.category = text(row, "单位类别");
    unit.department = text(row, "归口部门");
    unit.rubric = text(row, "评价标准");
    unit.shared = text(row, "共用材料");
    unit.data_from = text(row, "数据来源单位");
    unit.received = date(row);
    unit.named_year = named_year(row);
    for (const auto& [header, column] : table_.columns()) {
      const std::string value = roster::meant_column(header).empty() ? table_.shown(table_.cell(row, header)) : "";
      if (!value.empty()) unit.others[header] = value;
    }
    unit.place = table_.place(row, header_of(kName));
    unit.row = row;
    return unit;
  }

  std::string date(int row) const {
    const std::string& header = header_of("收件日期");
    const std::string typed = text(row, "收件日期");
    if (typed.empty() || is_dash(typed)) return {};
    if (const auto day = parse_typed_date(typed)) return *day;
    table_.reporter().at_cell("roster-date-unreadable", Severity::error, table_.place(row, header), "收件日期「" + typed + "」看不懂，没有采用",
                              "请写成 2021-10-12 这样的日期");
    return {};
  }

  /// A year, or a date of that year; blank and 否 say that the unit is not named yet.
  std::optional<int> named_year(int row) const {
    const std::string typed = text(row, "已命名年度");
    if (typed.empty() || is_dash(typed) || typed == "否" || typed == "无") return std::nullopt;
    if (const auto year = parse_typed_year(typed)) return year;
    if (const auto day = parse_typed_date(typed)) return parse_typed_year(day->substr(0, 4));
    table_.reporter().at_cell("roster-year-unreadable", Severity::error, table_.place(row, header_of("已命名年度")),
                              "已命名年度「" + typed + "」看不懂，没有采用", "请填年份，例如 2020；还没有命名的留空");
    return std::nullopt;
  }

  /// A row with nothing in the contract's columns is a number that waits for a unit.
  void note_unnamed(int row) const {
    const bool given = std::any_of(columns_.begin(), columns_.end(), [&](const auto& column) { return !table_.blank(row, column.second); });
    if (!given) return;
    const CellPlace place = table_.place(row, header_of(kName));
    roster_.unnamed.push_back(place);
    const bool broken = !table_.blank(row, header_of(kName));
    if (!broken || table_.shown(table_.cell(row, header_of(kName))).empty())
      table_.reporter().at_cell("roster-unit-unnamed", Severity::error, place, "这一行没有单位名称，没有读取", "请补上单位名称；不要的行请删去");
  }

  void report_doubles() const {
    std::map<std::string, std::vector<const RosterUnit*>> rows;
    for (const RosterUnit& unit : roster_.doubtful) rows[unit_key(unit.name)].push_back(&unit);
    for (const auto& [key, units] : rows) {
      std::vector<std::string> cells;
      for (const RosterUnit* unit : units) cells.push_back(unit->place.cell);
      table_.reporter().at_cell(
          "roster-unit-twice", Severity::error, units.front()->place,
          "单位名称“" + units.front()->name + "”在名单里有 " + std::to_string(units.size()) + " 行（" + join(cells, "、") + "），都不采用",
          "请只留一行；确是两个单位的，名称要能区分");
    }
  }

  const SheetTable& table_;
  const std::map<std::string, std::string>& columns_;
  Roster& roster_;
};

/// The sheet called 名单, else the only one with a header.
const roster::Header* choose_sheet(const std::vector<roster::Header>& headers, const std::string& shown, Findings& findings) {
  std::vector<const roster::Header*> named;
  std::vector<std::string> names;
  for (const roster::Header& header : headers) {
    names.push_back("“" + header.sheet->name + "”");
    if (without_space(header.sheet->name) == "名单") named.push_back(&header);
  }
  if (named.size() == 1) return named.front();
  if (headers.size() == 1) return &headers.front();
  if (headers.empty())
    findings.push_back(Finding::error("roster-no-header", in_file(shown), "前 10 行里没有找到“单位名称”一列，名单没有读取", "请在表头里写明“单位名称”"));
  else
    findings.push_back(Finding::error("roster-several-sheets", in_file(shown), "有几张工作表都像名单：" + join(names, "、") + "，不知道用哪一张",
                                      "请把要用的一张命名为“名单”，或另存为单独的文件"));
  return nullptr;
}

/// Contract's column → the header that stands for it here. Two headers of one meaning are an error, and neither counts.
std::map<std::string, std::string> match_columns(const roster::Header& header, const std::string& file, Findings& findings) {
  std::map<std::string, std::vector<std::string>> meant;
  for (const std::string& key : header.keys) {
    const std::string column = roster::meant_column(key);
    auto& list = meant[column];
    if (!column.empty() && std::find(list.begin(), list.end(), key) == list.end()) list.push_back(key);
  }
  std::map<std::string, std::string> out;
  std::vector<std::string> understood;
  for (const auto& [column, keys] : meant) {
    if (column.empty()) continue;
    const bool own = std::find(keys.begin(), keys.end(), column) != keys.end();
    if (keys.size() > 1 && !own) {
      findings.push_back(Finding::error("column-twice", in_sheet(file, header.sheet->name),
                                        "列名「" + join(keys, "」「") + "」都可以是「" + column + "」，都不采用", "请把要用的一列命名为“" + column + "”"));
      continue;
    }
    out[column] = own ? column : keys.front();
    if (!own) understood.push_back("「" + keys.front() + "」按「" + column + "」读取");
  }
  if (!understood.empty())
    findings.push_back(Finding::note("columns-understood", in_sheet(file, header.sheet->name), join(understood, "、"), "不对的，请把列名改为规定的列名"));
  return out;
}

/// The chosen sheet's rows as a roster; nothing when they cannot be trusted.
std::optional<Roster> read_sheet(const xlsx::Book& book, const roster::Header& header, const std::string& shown, Findings& findings) {
  if (header.sheet->truncated) {
    findings.push_back(Finding::error("roster-too-long", in_sheet(shown, header.sheet->name), "名单超出可读取的范围，没有读取",
                                      "请删去表格以外的内容；单位超过 2 万个的，另存为 CSV（至多 20 万行）"));
    return std::nullopt;
  }
  const std::map<std::string, std::string> columns = match_columns(header, shown, findings);
  if (!columns.contains(kName)) return std::nullopt;
  Reporter reporter(shown, findings);
  TableSpec spec;
  spec.sheet = header.sheet->name;
  spec.required = {columns.at(kName)};
  spec.known = header.keys;
  const auto table = SheetTable::find(book, *header.sheet, spec, reporter);
  if (!table || table->columns().at(columns.at(kName)).twice) return std::nullopt;
  Roster roster;
  roster.file = shown;
  for (const std::string& key : header.keys) {
    const std::string meant = roster::meant_column(key);
    roster.headers.push_back(meant.empty() ? key : meant);
  }
  RosterRows(*table, columns, roster).read();
  if (!roster.units.empty() || !roster.doubtful.empty() || !roster.unnamed.empty()) return roster;
  findings.push_back(Finding::error("roster-empty", in_sheet(shown, header.sheet->name), "名单里没有单位", "请每行填一个单位"));
  return std::nullopt;
}

}  // namespace

ReadRoster read_roster(const fs::path& file) {
  const std::string shown = formats::shown_name(file);
  const auto bytes = read_file(file, kMaxRosterBytes);
  if (!bytes) {
    std::error_code error;
    const bool there = fs::exists(file, error);
    return unusable_roster({Finding::error("roster-unreadable", on_disk(file.string()), there ? "名单打不开，或者超过 32 MB" : "没有这个名单文件",
                                           there ? "请检查读取权限，删去其中的图片" : "请核对路径；路径里有空格的，前后加引号")});
  }
  xlsx::ReadBook read = read_roster_book(shown, *bytes);
  if (!read.book) return unusable_roster({Finding::error(read.failure.code, in_file(shown), read.failure.message, read.failure.hint)});
  ReadRoster out;
  const std::vector<roster::Header> headers = roster::find_headers(*read.book);
  const roster::Header* header = choose_sheet(headers, shown, out.findings);
  if (header != nullptr) out.roster = read_sheet(*read.book, *header, shown, out.findings);
  if (out.roster) out.roster->folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  return out;
}

}  // namespace lvce
