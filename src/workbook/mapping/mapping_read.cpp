// YAML → Mapping. Errors carry line and column of the mapping file.
#include <algorithm>

#include "office/values.h"
#include "support/files.h"
#include "support/text.h"
#include "support/yaml/fields.h"
#include "workbook/files/find_workbook.h"
#include "workbook/mapping/mapping.h"
#include "workbook/sheets/sheets.h"
#include "workbook/xlsx/worksheet.h"

namespace lvce::formats {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMaxFile = 1 << 20;
const std::string kYear = "年度";
const std::string kMonth = "月份";

/// A text, or a list of texts.
std::vector<std::string> one_or_more(Fields& fields, std::string_view key) {
  const YamlNode* node = fields.find(key);
  if (node == nullptr) return {};
  if (node->kind == YamlNode::Kind::list) return fields.texts(key);
  std::string text = fields.text(key);
  if (text.empty()) return {};
  return {std::move(text)};
}

std::vector<std::string> needed_names(Fields& fields, std::string_view key) {
  const bool given = fields.has(key);
  std::vector<std::string> names = one_or_more(fields, key);
  if (!given) fields.missing(key);
  else if (names.empty()) fields.error_at(key, "mapping-missing-field", "“" + std::string(key) + "”是空的", "请填写");
  return names;
}

bool holds(const std::vector<std::string>& names, const std::string& name) { return std::find(names.begin(), names.end(), name) != names.end(); }

bool is_column_of(const TableSpec& spec, const std::string& column) { return spec.any_column || holds(spec.required, column) || holds(spec.known, column); }

/// "能耗台账/电"; 年度 and 月份 alone where `row_keys`.
Target read_target(Fields& fields, bool row_keys) {
  const std::string text = fields.required_text("to");
  if (text.empty()) return {};
  if (row_keys && (text == kYear || text == kMonth)) return {"", text};
  const std::size_t slash = text.find('/');
  Target target{trim(text.substr(0, slash)), slash == std::string::npos ? "" : trim(text.substr(slash + 1))};
  const TableSpec* spec = spec_of_sheet(target.sheet);
  if (spec == nullptr) {
    fields.error_at("to", "mapping-target-unknown", "“" + text + "”里的工作表不在规定之内",
                    std::string("请写成“能耗台账/电”的样子") + (row_keys ? "，或 年度、月份" : ""));
    return {};
  }
  const bool by_year = target.sheet == "能耗台账" || target.sheet == "年度基数";
  const bool key = by_year && (target.column == kYear || target.column == kMonth);
  const bool item = target.sheet == "单位信息" && !row_keys;
  if (target.column.empty() || key || (!item && !is_column_of(*spec, target.column))) {
    fields.error_at("to", "mapping-target-unknown", "“" + target.sheet + "”没有可对应的列“" + target.column + "”",
                    "请用规定的列名；年度和月份直接写 to: 年度、to: 月份");
  }
  return target;
}

std::optional<int> read_year(Fields& fields) {
  const std::string text = fields.text("year");
  if (text.empty()) return std::nullopt;
  const auto year = parse_typed_year(text);
  if (!year) fields.error_at("year", "mapping-bad-year", "“" + text + "”不是年份", "请填四位数年份，例如 2021");
  return year;
}

std::optional<int> read_month(Fields& fields) {
  const std::string text = fields.text("month");
  if (text.empty()) return std::nullopt;
  const auto month = parse_typed_month(text);
  if (!month) fields.error_at("month", "mapping-bad-month", "“" + text + "”不是月份", "请填 1 至 12，或 全年");
  return month;
}

constexpr int kMostSame = 50;

/// A column by its letter, one of several of a name, or the days of a month.
void read_column_choice(Fields& fields, ValueRule& rule) {
  rule.days = fields.yes("days");
  rule.nth = fields.whole("nth", 0, 1, kMostSame);
  const std::string letter = fields.text("column");
  if (letter.empty()) return;
  const auto at = xlsx::parse_cell_name(letter + "1");
  if (at && at->second <= xlsx::WorksheetHandler::kMaxColumn) rule.letter = at->second;
  else fields.error_at("column", "mapping-bad-cell", "“" + letter + "”不是列号", "请写成 C 的样子");
}

Where read_where(Fields& fields) {
  Where where;
  const YamlNode* node = fields.find("where");
  if (node == nullptr) return where;
  Fields own(fields.context(), *node, fields.path() + "/where");
  where.header = needed_names(own, "header");
  where.is = needed_names(own, "is");
  own.refuse_unknown();
  return where;
}

/// 3, 全年, 工作表名, 文件名 or a cell.
MonthSource read_month_source(Fields& fields) {
  using From = MonthSource::Kind;
  const std::string text = fields.text("month");
  if (text.empty()) return {};
  if (text == "工作表名") return {From::sheet_name, 0, 0, 0};
  if (text == "文件名") return {From::file_name, 0, 0, 0};
  if (const auto month = parse_typed_month(text)) return {From::fixed, *month, 0, 0};
  if (const auto at = xlsx::parse_cell_name(text)) return {From::cell, 0, at->first, at->second};
  fields.error_at("month", "mapping-bad-month", "“" + text + "”不是月份", "请填 1 至 12、全年、工作表名、文件名，或写着月份的单元格（如 B2）");
  return {};
}

std::optional<xlsx::Range> range_of(Fields& fields, std::string_view key, const std::string& text) {
  if (const auto range = xlsx::parse_range(text)) return range;
  fields.error_at(key, "mapping-bad-cell", "“" + text + "”不是单元格区域", "请写成 B4:B15 的样子");
  return std::nullopt;
}

std::optional<xlsx::Range> read_range(Fields& fields, std::string_view key) {
  const std::string text = fields.text(key);
  return text.empty() ? std::nullopt : range_of(fields, key, text);
}

ValueRule read_value(const ReadContext& context, const YamlNode& node, const std::string& path, const char* name_key_field, bool row_keys) {
  Fields fields(context, node, path);
  ValueRule rule;
  rule.place = node.place;
  if (row_keys) read_column_choice(fields, rule);
  if (rule.letter == 0 && !rule.days) rule.names = needed_names(fields, name_key_field);
  rule.to = read_target(fields, row_keys);
  rule.under = fields.text("under");
  rule.unit = fields.text("unit");
  rule.add = fields.yes("add");
  rule.optional = fields.yes("optional");
  if (row_keys) rule.down = fields.yes("down");
  fields.refuse_unknown();
  return rule;
}

std::string target_text(const Target& to) { return to.sheet.empty() ? to.column : to.sheet + "/" + to.column; }

/// Two entries with one target must say that they are added.
void check_doubles(const ReadContext& context, const std::vector<ValueRule>& rules) {
  for (std::size_t i = 0; i < rules.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (rules[i].to.column.empty() || target_text(rules[i].to) != target_text(rules[j].to) || (rules[i].add && rules[j].add)) continue;
      context.error(rules[i].place, "mapping-target-twice", "“" + target_text(rules[i].to) + "”对应了两次", "如要相加，请在两处都写 add: true；否则请删去一处");
      break;
    }
  }
}

TableRule read_table(const ReadContext& context, const YamlNode& node, const std::string& path) {
  Fields fields(context, node, path);
  TableRule rule;
  rule.place = node.place;
  rule.files = one_or_more(fields, "file");
  rule.sheets = needed_names(fields, "sheet");
  rule.year = read_year(fields);
  rule.month = read_month(fields);
  rule.optional = fields.yes("optional");
  rule.sum = fields.yes("sum");
  rule.where = read_where(fields);
  rule.unit_column = one_or_more(fields, "unit_column");
  rule.ignore = one_or_more(fields, "ignore");
  const auto& columns = fields.list("columns");
  if (columns.empty()) fields.missing("columns");
  for (std::size_t i = 0; i < columns.size(); ++i) rule.columns.push_back(read_value(context, columns[i], fields.entry_path("columns", i), "header", true));
  fields.refuse_unknown();
  check_doubles(context, rule.columns);
  const auto maps = [&](auto&& test) { return std::any_of(rule.columns.begin(), rule.columns.end(), test); };
  const bool ledger = maps([](const ValueRule& column) { return column.to.sheet == "能耗台账"; });
  const bool month = rule.month || maps([](const ValueRule& column) { return column.to.column == kMonth && column.to.sheet.empty(); });
  if (ledger && !month) context.error(rule.place, "mapping-no-month", "没有说明每一行是哪个月", "请加一列 to: 月份，或写 month: 全年");
  return rule;
}

FormRule read_form(const ReadContext& context, const YamlNode& node, const std::string& path) {
  Fields fields(context, node, path);
  FormRule rule;
  rule.place = node.place;
  rule.files = one_or_more(fields, "file");
  rule.sheets = needed_names(fields, "sheet");
  rule.year = read_year(fields);
  rule.month = read_month_source(fields);
  rule.heading = one_or_more(fields, "heading");
  rule.optional = fields.yes("optional");
  rule.label = needed_names(fields, "label");
  rule.unit = one_or_more(fields, "unit");
  rule.months = fields.yes("months");
  rule.values = one_or_more(fields, "value");
  if (rule.months == !rule.values.empty())
    context.error(rule.place, "mapping-missing-field", "“value”和“months”要写一个，也只能写一个", "数值只有一列写 value: 数量，每月一列写 months: true");
  const auto& rows = fields.list("rows");
  if (rows.empty()) fields.missing("rows");
  for (std::size_t i = 0; i < rows.size(); ++i) {
    rule.rows.push_back(read_value(context, rows[i], fields.entry_path("rows", i), "label", false));
    const std::string& sheet = rule.rows.back().to.sheet;
    if (sheet.empty() || sheet == "能耗台账" || sheet == "年度基数") continue;
    context.error(rows[i].place, "mapping-target-unknown", "表单里的数只能对应到“能耗台账”或“年度基数”", "其他内容请用 tables 或 cells");
  }
  rule.ignore = one_or_more(fields, "ignore");
  fields.refuse_unknown();
  check_doubles(context, rule.rows);
  return rule;
}

int breadth(const xlsx::Range& range, bool down) { return down ? range.last_row - range.first_row : range.last_column - range.first_column; }

/// Values, years and conditions stand beside their months.
void check_series(const ReadContext& context, const SeriesRule& rule) {
  if (!rule.months) {
    if (rule.month.kind == MonthSource::Kind::anywhere)
      context.error(rule.place, "mapping-no-month", "没有说明数是哪个月的", "请写 months: A4:A15，或 month: 工作表名");
    return;
  }
  const bool down = rule.months->first_column == rule.months->last_column;
  if (!down && rule.months->first_row != rule.months->last_row)
    context.error(rule.place, "mapping-bad-cell", "“months”要是一列或一行", "请写成 A4:A15 或 B3:M3 的样子");
  std::vector<xlsx::Range> others = rule.values;
  for (const auto& more : {rule.years, rule.where})
    if (more) others.push_back(*more);
  for (const xlsx::Range& other : others) {
    const bool same = down ? other.first_row == rule.months->first_row : other.first_column == rule.months->first_column;
    if (same && breadth(other, down) == breadth(*rule.months, down)) continue;
    context.error(rule.place, "mapping-bad-cell", "各区域的行（或列）与“months”对不齐", "区域要从同一行（列）开始，到同一行（列）结束");
    return;
  }
}

SeriesRule read_series(const ReadContext& context, const YamlNode& node, const std::string& path) {
  Fields fields(context, node, path);
  SeriesRule rule;
  rule.place = node.place;
  rule.files = one_or_more(fields, "file");
  rule.sheets = needed_names(fields, "sheet");
  rule.months = read_range(fields, "months");
  rule.month = read_month_source(fields);
  for (const std::string& text : needed_names(fields, "values"))
    if (const auto range = range_of(fields, "values", text)) rule.values.push_back(*range);
  rule.years = read_range(fields, "years");
  rule.where = read_range(fields, "where");
  rule.is = one_or_more(fields, "is");
  rule.year = read_year(fields);
  rule.unit = fields.text("unit");
  rule.to = read_target(fields, false);
  rule.sum = fields.yes("sum");
  rule.days = fields.yes("days");
  rule.down = fields.yes("down");
  rule.readings = fields.yes("readings");
  fields.refuse_unknown();
  if (rule.where.has_value() == rule.is.empty()) context.error(rule.place, "mapping-missing-field", "“where”和“is”要一起写", "例如 where: C4:C27，is: 电");
  if (!rule.to.sheet.empty() && rule.to.sheet != "能耗台账") {
    fields.error_at("to", "mapping-target-unknown", "series 只能对应到“能耗台账”", "其他内容请用 tables、forms 或 cells");
  }
  check_series(context, rule);
  return rule;
}

CellRule read_cell(const ReadContext& context, const YamlNode& node, const std::string& path) {
  Fields fields(context, node, path);
  CellRule rule;
  rule.place = node.place;
  rule.files = one_or_more(fields, "file");
  rule.sheet = fields.required_text("sheet");
  const std::string name = fields.required_text("cell");
  const auto at = xlsx::parse_cell_name(name);
  const bool inside = at && at->first <= xlsx::WorksheetHandler::kMaxRow && at->second <= xlsx::WorksheetHandler::kMaxColumn;
  if (inside) std::tie(rule.row, rule.column) = *at;
  else if (!name.empty()) fields.error_at("cell", "mapping-bad-cell", "“" + name + "”不是单元格", "请写成 B2 的样子");
  rule.to = read_target(fields, false);
  rule.year = read_year(fields);
  rule.month = read_month(fields).value_or(0);
  rule.unit = fields.text("unit");
  fields.refuse_unknown();
  const bool by_year = rule.to.sheet == "能耗台账" || rule.to.sheet == "年度基数";
  if (by_year && !fields.has("year")) fields.missing("year");
  if (!by_year && !rule.to.sheet.empty() && rule.to.sheet != "单位信息") {
    fields.error_at("to", "mapping-target-unknown", "单个单元格只能对应到单位信息、年度基数或能耗台账", "其他内容请用 tables");
  }
  return rule;
}

void read_unit(const ReadContext& context, const YamlNode& node, Mapping& mapping) {
  Fields fields(context, node, "unit");
  for (const auto& [key, value] : node.fields) {
    const std::string text = fields.text(key.text);
    if (!text.empty()) mapping.unit.emplace_back(key.text, text);
  }
}

Mapping read_mapping(const ReadContext& context, const YamlNode& root) {
  Fields fields(context, root, "");
  Mapping mapping;
  mapping.shown = context.file;
  fields.required_text("name");
  fields.text("about");
  mapping.files = one_or_more(fields, "file");
  if (const YamlNode* unit = fields.find("unit")) read_unit(context, *unit, mapping);
  const auto& tables = fields.list("tables");
  for (std::size_t i = 0; i < tables.size(); ++i) mapping.tables.push_back(read_table(context, tables[i], fields.entry_path("tables", i)));
  const auto& forms = fields.list("forms");
  for (std::size_t i = 0; i < forms.size(); ++i) mapping.forms.push_back(read_form(context, forms[i], fields.entry_path("forms", i)));
  const auto& series = fields.list("series");
  for (std::size_t i = 0; i < series.size(); ++i) mapping.series.push_back(read_series(context, series[i], fields.entry_path("series", i)));
  const auto& cells = fields.list("cells");
  for (std::size_t i = 0; i < cells.size(); ++i) mapping.cells.push_back(read_cell(context, cells[i], fields.entry_path("cells", i)));
  fields.refuse_unknown();
  if (tables.empty() && forms.empty() && series.empty() && cells.empty()) {
    context.error(root.place, "mapping-missing-field", "映射文件里没有任何对应关系", "请写 series、tables、forms 或 cells；可以用 lvce map 写出一份，照着改");
  }
  return mapping;
}

const YamlDialect kDialect = {"mapping-", "映射文件", "lvce map 写出的样子", {}};

std::string ready_names(const fs::path& data) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator at(data / "templates" / "mappings", error), end; !error && at != end; at.increment(error)) {
    if (at->path().extension() == ".yaml") names.push_back(at->path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return join(names, "、");
}

}  // namespace

std::vector<std::string> Mapping::all_files() const {
  std::vector<std::string> out = files;
  const auto add = [&](const auto& rules) {
    for (const auto& rule : rules) out.insert(out.end(), rule.files.begin(), rule.files.end());
  };
  add(tables);
  add(forms);
  add(series);
  add(cells);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

bool Mapping::reads(const std::string& sheet) const {
  const auto any = [&](const std::vector<std::string>& patterns) {
    return std::any_of(patterns.begin(), patterns.end(), [&](const std::string& pattern) { return matches_pattern(sheet, pattern); });
  };
  return std::any_of(tables.begin(), tables.end(), [&](const TableRule& rule) { return any(rule.sheets); }) ||
         std::any_of(forms.begin(), forms.end(), [&](const FormRule& rule) { return any(rule.sheets); }) ||
         std::any_of(series.begin(), series.end(), [&](const SeriesRule& rule) { return any(rule.sheets); }) ||
         std::any_of(cells.begin(), cells.end(), [&](const CellRule& rule) { return matches_pattern(sheet, rule.sheet); });
}

std::optional<Mapping> parse_mapping(std::string_view bytes, const std::string& shown, Findings& findings) {
  Findings own;
  std::optional<Mapping> mapping;
  if (const auto root = parse_yaml(bytes, shown, own, kDialect)) {
    Places places;
    const ReadContext context{shown, own, places, kDialect};
    mapping = read_mapping(context, *root);
  }
  const bool failed = has_error(own);
  append(findings, std::move(own));
  return failed ? std::nullopt : std::move(mapping);
}

std::optional<Mapping> load_mapping(const fs::path& choice, const fs::path& data, Findings& findings) {
  std::error_code error;
  const bool is_name = !choice.has_parent_path() && !choice.has_extension();
  const fs::path ready = data / "templates" / "mappings" / (choice.string() + ".yaml");
  const fs::path file = is_name && fs::is_regular_file(ready, error) ? ready : choice;
  const auto bytes = read_file(file, kMaxFile);
  if (bytes) return parse_mapping(*bytes, shown_name(file), findings);
  findings.push_back(Finding::error("mapping-unreadable", in_file(shown_name(choice)), "映射文件读不出，或超过 1 MiB",
                                    "请检查路径和权限；现成的映射有：" + ready_names(data)));
  return std::nullopt;
}

}  // namespace lvce::formats
