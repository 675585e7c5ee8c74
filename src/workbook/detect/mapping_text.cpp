#include "workbook/detect/mapping_text.h"

#include <algorithm>
#include <set>

#include "office/carriers.h"
#include "support/text.h"
#include "workbook/detect/official_fuel.h"

namespace lvce::formats {
namespace {

constexpr std::size_t kMostNamed = 60;

std::string in_quotes(const std::string& text) { return "'" + replace_all(text, "'", "''") + "'"; }

std::string list_of(const std::vector<std::string>& texts) {
  std::vector<std::string> all;
  for (const std::string& text : texts) all.push_back(in_quotes(text));
  return all.size() == 1 ? all.front() : "[" + join(all, ", ") + "]";
}

std::string one_line(std::string text) {
  for (const char* mark : {"\r", "\n", "\t"}) text = replace_all(text, mark, " ");
  return text;
}

std::string month_of(const SeriesRule& rule) {
  using From = MonthSource::Kind;
  switch (rule.month.kind) {
    case From::sheet_name: return "工作表名";
    case From::file_name: return "文件名";
    case From::cell: return xlsx::cell_name(rule.month.row, rule.month.column);
    default: return rule.month.month == 0 ? "全年" : std::to_string(rule.month.month);
  }
}

/// All of a rule but the files and sheets that it reads.
std::string what_it_reads(const SeriesRule& rule) {
  std::string out;
  const auto field = [&](const std::string& name, const std::string& value) { out += ", " + name + ": " + value; };
  std::vector<std::string> values;
  for (const xlsx::Range& range : rule.values) values.push_back(range_text(range));
  if (rule.months) field("months", range_text(*rule.months));
  else field("month", month_of(rule));
  if (rule.years) field("years", range_text(*rule.years));
  field("values", values.size() == 1 ? values.front() : "[" + join(values, ", ") + "]");
  if (rule.where) {
    field("where", range_text(*rule.where));
    field("is", list_of(rule.is));
  }
  if (rule.year) field("year", std::to_string(*rule.year));
  field("unit", in_quotes(rule.unit));
  field("to", rule.to.sheet + "/" + rule.to.column);
  for (const auto& [name, on] : {std::pair("sum", rule.sum), std::pair("days", rule.days), std::pair("down", rule.down), std::pair("readings", rule.readings)})
    if (on) field(name, "true");
  return out;
}

/// Forms that differ only in the sheet, or only in the file, are one entry.
std::vector<SeriesRule> joined_rules(const std::vector<Candidate>& candidates) {
  std::vector<SeriesRule> rules;
  for (const Candidate& used : candidates) {
    const auto alike = [&](const SeriesRule& rule) {
      const bool same = !rule.months && !used.rule.months && what_it_reads(rule) == what_it_reads(used.rule);
      const bool by_sheet = rule.files == used.rule.files, by_file = rule.sheets == used.rule.sheets;
      return same && ((by_sheet && rule.files.size() == 1) || (by_file && rule.sheets.size() == 1));
    };
    const auto found = std::find_if(rules.begin(), rules.end(), alike);
    if (found == rules.end()) rules.push_back(used.rule);
    else if (found->files == used.rule.files) found->sheets.push_back(used.rule.sheets.front());
    else found->files.push_back(used.rule.files.front());
  }
  return rules;
}

void add_comments(std::string& out, const std::string& title, const std::vector<std::string>& lines) {
  if (lines.empty()) return;
  out += "\n# " + title + "\n";
  for (std::size_t i = 0; i < lines.size() && i < kMostNamed; ++i) out += "#   " + one_line(lines[i]) + "\n";
  if (lines.size() > kMostNamed) out += "#   …… 共 " + std::to_string(lines.size()) + " 处\n";
}

std::string first_to_last(const std::vector<std::string>& texts) {
  std::vector<std::string> different;
  for (const std::string& text : texts)
    if (std::find(different.begin(), different.end(), text) == different.end()) different.push_back(text);
  if (different.size() <= 3) return join(different, "、");
  return different.front() + "…" + different.back();
}

/// The cells of one year only: the part of each range beside that year's months.
std::string range_of_year(const Candidate& part, int year) {
  if (!part.rule.months) return range_text(part.rule.values.front());
  std::vector<xlsx::Origin> odd;
  xlsx::Range range{0, 0, 0, 0};
  for (const SeriesMonth& month : months_of_series(*part.source, part.rule, odd)) {
    if (month.year.value != year) continue;
    for (const auto& [row, column] : month.cells) {
      if (range.first_row == 0) range = {row, column, row, column};
      range = {std::min(range.first_row, row), std::min(range.first_column, column), std::max(range.last_row, row), std::max(range.last_column, column)};
    }
  }
  return range_text(range);
}

std::string entry_of(const SeriesRule& rule, const std::string& own) {
  const bool of_own = rule.files.size() == 1 && rule.files.front() == own;
  return "  - {" + (of_own ? std::string() : "file: " + list_of(rule.files) + ", ") + "sheet: " + list_of(rule.sheets) + what_it_reads(rule) + "}\n";
}

std::string grouped(const Decimal& value) {
  const std::string plain = value.shortest();
  const std::size_t point = plain.find('.');
  return value.grouped(point == std::string::npos ? 0 : static_cast<int>(plain.size() - point - 1));
}

}  // namespace

SeriesPlace place_of_series(const Layout& layout, const FoundSeries& series) {
  std::vector<std::string> files, sheets, ranges, headers;
  for (std::size_t i : series.parts) {
    const Candidate& part = layout.used[i];
    files.push_back(part.file);
    sheets.push_back(part.sheet);
    ranges.push_back(range_of_year(part, series.year));
    headers.push_back(one_line(part.header));
  }
  return {first_to_last(files), first_to_last(sheets), first_to_last(ranges), first_to_last(headers)};
}

std::string series_line(const Layout& layout, const FoundSeries& series) {
  const SeriesPlace place = place_of_series(layout, series);
  std::string line = std::string(carrier_name(series.carrier)) + " ← " + place.file + " " + place.sheet + "!" + place.range;
  if (!place.header.empty()) line += "「" + place.header + "」";
  line += std::to_string(series.year) + " " + (series.months == 0 ? "全年" : std::to_string(series.months) + "个月") + " " + grouped(series.sum) + series.unit;
  if (series.printed)
    line += (series.agrees ? " = 原表合计" : " ≠ 原表合计") + series.printed_at + (series.agrees ? " ✓" : "（" + grouped(series.printed->value) + "）");
  if (!series.remarks.empty()) line += "（" + join(series.remarks, "；") + "）";
  return line;
}

std::string mapping_text(const Layout& layout, const std::string& own) {
  std::string out =
      "# lvce map 从本单位自己的台账里看出的版式，请逐行核对。\n"
      "# 核对无误后，把文件名改成“映射.yaml”（留在单位文件夹里），或用 --mapping 指定，才会采用。\n"
      "# 下面每行是一项：file 文件，sheet 工作表，months 写月份的格，values 各月的数所在的格，year 年份，unit 计量单位，to 对应台账的哪一列。\n";
  std::vector<std::string> lines;
  for (const FoundSeries& series : layout.series) lines.push_back(series_line(layout, series));
  add_comments(out, "看出的数：", lines);
  add_comments(out, "要请本单位确认的，没有列入下面的对应关系；确认后可自行补上：", layout.questions);
  lines.clear();
  for (const LeftOut& left : layout.left_out) lines.push_back(left.place + (left.header.empty() ? "" : "「" + left.header + "」") + "：" + left.why);
  add_comments(out, "没有采用的：", lines);
  out += "\nname: 本单位自有台账\n";
  out += "# 工作簿里没有“单位信息”表的，在这里写（去掉行首的 #）：\n# unit: {单位名称: 某某局, 评价标准: shanxi-2021}\n";
  out += "series:\n";
  for (const SeriesRule& rule : joined_rules(layout.used)) out += entry_of(rule, own);
  std::set<Carrier> fuels;
  for (const Candidate& one : layout.perhaps_official) fuels.insert(one.carrier);
  for (const Carrier fuel : fuels) out += "# " + official_fuel_hint(fuel) + "\n";
  for (const SeriesRule& rule : joined_rules(layout.perhaps_official)) out += "#" + entry_of(rule, own);
  return out;
}

}  // namespace lvce::formats
