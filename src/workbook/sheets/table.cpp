#include "workbook/sheets/table.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "office/values.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr int kHeaderSearchRows = 10;
constexpr std::size_t kDetailHeaderCells = 3;

using NamedColumns = std::map<std::string, HeaderColumn>;

struct Header {
  int row = 0;
  NamedColumns columns;
};

bool is_known(const TableSpec& spec, const std::string& name) {
  const auto holds = [&](const std::vector<std::string>& names) { return std::find(names.begin(), names.end(), name) != names.end(); };
  return spec.any_column || holds(spec.required) || holds(spec.known);
}

/// 自评得分（上年）, 完成情况（计划）: of another time, and so another column.
bool is_of_another_time(const std::string& header) {
  const std::string plain = with_round_brackets(without_space(fold_width(header)));
  const std::size_t open = plain.find('(');
  if (open == std::string::npos || !plain.ends_with(')')) return false;
  constexpr std::array kOthers = {"上年", "去年", "上一年", "上年度", "往年", "计划", "计划数", "预计", "上期", "上年同期", "去年同期"};
  const std::string said = plain.substr(open + 1, plain.size() - open - 2);
  return std::find(kOthers.begin(), kOthers.end(), said) != kOthers.end();
}

NamedColumns columns_of_row(const SheetTable& table, const std::map<int, xlsx::Cell>& cells, const TableSpec& spec) {
  NamedColumns out;
  for (const auto& [index, cell] : cells) {
    const std::string typed = table.shown(cell);
    const std::string own = is_of_another_time(typed) && !spec.any_column ? without_space(typed) : name_key(typed);
    const std::string name = is_known(spec, own) ? own : usual_key(own);
    if (name.empty()) continue;
    const auto [place, added] = out.try_emplace(name, HeaderColumn{index, typed, header_unit(typed), false, {}, false, false});
    if (added) continue;
    place->second.twice = true;
    place->second.also.push_back(index);
  }
  return out;
}

bool holds_header(const NamedColumns& columns, const TableSpec& spec) {
  if (spec.any_column) return columns.size() >= kDetailHeaderCells;
  return std::all_of(spec.required.begin(), spec.required.end(), [&](const std::string& name) { return columns.contains(name); });
}

std::optional<Header> find_header(const SheetTable& table, const xlsx::Sheet& sheet, const TableSpec& spec) {
  for (const auto& [row, cells] : sheet.rows) {
    if (row > kHeaderSearchRows) break;
    NamedColumns columns = columns_of_row(table, cells, spec);
    if (holds_header(columns, spec)) return Header{row, std::move(columns)};
  }
  return std::nullopt;
}

/// The row that looks most like the header (two known columns at least), and what it lacks.
std::optional<std::pair<int, std::vector<std::string>>> nearest_header(const SheetTable& table, const xlsx::Sheet& sheet, const TableSpec& spec) {
  std::optional<std::pair<int, std::vector<std::string>>> nearest;
  std::ptrdiff_t most = 1;
  for (const auto& [row, cells] : sheet.rows) {
    if (row > kHeaderSearchRows) break;
    const NamedColumns columns = columns_of_row(table, cells, spec);
    const auto there = [&](const std::string& name) { return columns.contains(name); };
    const auto known = std::count_if(spec.required.begin(), spec.required.end(), there) + std::count_if(spec.known.begin(), spec.known.end(), there);
    if (known <= most) continue;
    most = known;
    nearest.emplace(row, std::vector<std::string>());
    std::remove_copy_if(spec.required.begin(), spec.required.end(), std::back_inserter(nearest->second), there);
  }
  return nearest;
}

void report_no_header(const SheetTable& table, const xlsx::Sheet& sheet, const TableSpec& spec, Reporter& reporter) {
  if (sheet.rows.empty() && spec.any_column) return;
  const auto nearest = spec.any_column ? std::nullopt : nearest_header(table, sheet, spec);
  if (nearest) {
    const std::string lacking = "「" + join(nearest->second, "」「") + "」";
    return reporter.at_sheet("sheet-no-header", Severity::error, spec.sheet,
                             "第 " + std::to_string(nearest->first) + " 行像是表头，但没有" + lacking + "列，本表没有读取",
                             "请补上" + lacking + "列；列名改过的，请改回来");
  }
  const std::string wanted = spec.any_column ? "至少三个列名" : "「" + join(spec.required, "」「") + "」";
  reporter.at_sheet("sheet-no-header", spec.any_column ? Severity::warning : Severity::error, spec.sheet,
                    "前 10 行里没有找到表头（应含" + wanted + "），本表没有读取", "请把列名写在同一行，并放在前 10 行内");
}

/// Drops the columns that the contract does not name, in one note.
void drop_unknown(NamedColumns& columns, const TableSpec& spec, const std::string& sheet, Reporter& reporter) {
  std::vector<std::pair<int, std::string>> dropped;
  for (auto column = columns.begin(); column != columns.end();) {
    if (is_known(spec, column->first)) {
      ++column;
      continue;
    }
    dropped.emplace_back(column->second.index, "「" + column->second.header + "」");
    column = columns.erase(column);
  }
  if (dropped.empty()) return;
  std::sort(dropped.begin(), dropped.end());
  std::vector<std::string> names;
  for (const auto& [index, name] : dropped) names.push_back(replace_all(name, "\n", ""));
  reporter.at_sheet("columns-ignored", Severity::note, sheet, "以下各列不在规定的列名之内，没有读取：" + join(names, ""), "如为填报数据，请改用规定的列名");
}

/// Columns under names of the office's own: taken where they can mean one thing only.
class NameReader {
 public:
  NameReader(NamedColumns& columns, const TableSpec& spec, const xlsx::Book& book, const xlsx::Sheet& sheet, int header_row, Reporter& reporter)
      : columns_(columns), spec_(spec), book_(book), sheet_(sheet), header_row_(header_row), reporter_(reporter) {}

  void read() {
    const NamedColumns typed = columns_;
    for (const auto& [name, column] : typed)
      if (!is_known(spec_, name) && !spec_.any_column) read_column(name, column);
    for (const auto& [name, column] : typed) ask_near(name, column);
    if (taken_.empty()) return;
    reporter_.at_sheet("columns-understood", Severity::note, spec_.sheet, join(taken_, "、"), "不对的，请把列名改为规定的列名");
  }

 private:
  void read_column(const std::string& name, const HeaderColumn& column) {
    if (const std::string other = strange_column(spec_.names, name); !other.empty()) {
      if (holds_figures(column)) ask_strange(name, column, other);
      return;
    }
    const std::vector<std::string> meant = meant_columns(spec_.names, name, column.unit);
    if (meant.size() == 1) return take(name, column, meant.front());
    std::vector<std::string> open = meant.empty() ? marked_columns(spec_.names, name) : meant;
    std::erase_if(open, [&](const std::string& one) { return columns_.contains(one) && !columns_.at(one).unclear; });
    if (!open.empty()) ask(name, column, open);
  }

  void take(const std::string& name, const HeaderColumn& column, const std::string& meant) {
    const auto there = columns_.find(meant);
    if (there != columns_.end()) {  // two columns for one thing: neither counts
      there->second.twice = true;
      there->second.also.push_back(column.index);
    } else {
      columns_.emplace(meant, column);
      taken_.push_back("「" + replace_all(column.header, "\n", "") + "」按「" + meant + "」读取");
    }
    columns_.erase(name);
  }

  void ask(const std::string& name, const HeaderColumn& column, const std::vector<std::string>& open) {
    reporter_.at_cell("column-unclear", Severity::error, {spec_.sheet, xlsx::cell_name(header_row_, column.index)},
                      "列名「" + replace_all(column.header, "\n", "") + "」" +
                          (open.size() > 1 ? "可以是「" + join(open, "」也可以是「") + "」" : "像是「" + open.front() + "」") + "，没有读取",
                      "请把列名改为“" + join(open, "”或“") + "”，并写明单位；不是填报数据的，请删去该列或改名");
    count_as_given(name, column, open);
  }

  /// A number, or a text with a figure in it, that is not 0.
  bool holds_figures(const HeaderColumn& column) const {
    return std::any_of(sheet_.rows.upper_bound(header_row_), sheet_.rows.end(), [&](const auto& row) {
      const auto found = row.second.find(column.index);
      if (found == row.second.end()) return false;
      const xlsx::Cell& cell = found->second;
      if (cell.kind == xlsx::Cell::Kind::text) return fold_width(book_.texts.at(cell.text)).find_first_of("123456789") != std::string::npos;
      return cell.kind == xlsx::Cell::Kind::number && cell.number != 0;
    });
  }

  /// A fuel without a column: counted as unused it would be lost in silence.
  void ask_strange(const std::string& name, const HeaderColumn& column, const std::string& other) {
    reporter_.at_cell("column-unclear", Severity::error, {spec_.sheet, xlsx::cell_name(header_row_, column.index)},
                      "列名「" + replace_all(column.header, "\n", "") + "」不在规定的能源品种之内，没有读取，综合能耗不完整",
                      "请折算成标准煤，填入“" + other + "（吨标准煤）”，再删去这一列；已经计入的，只删去这一列");
    HeaderColumn unclear = column;
    unclear.unclear = true;
    columns_[other] = unclear;
    columns_.erase(name);
  }

  /// Money, or an area of another kind, where the figure itself has no column: it is not "not given".
  void ask_near(const std::string& name, const HeaderColumn& column) {
    const auto near = spec_.names.near.find(name);
    if (near == spec_.names.near.end() || !columns_.contains(name)) return;
    const std::vector<std::string>& asked = near->second.columns;
    if (std::any_of(asked.begin(), asked.end(), [&](const std::string& one) { return columns_.contains(one); })) return;
    const std::string names = "“" + join(asked, "”或“") + "”";
    reporter_.at_cell("column-unclear", Severity::error, {spec_.sheet, xlsx::cell_name(header_row_, column.index)},
                      "列名「" + replace_all(column.header, "\n", "") + "」" + near->second.why + "，又没有" + names + "列，没有读取",
                      "请补上" + names + "列，写明单位；就是这一列的，请把列名改过来");
    count_as_given(name, column, asked);
  }

  void count_as_given(const std::string& name, const HeaderColumn& column, const std::vector<std::string>& asked) {
    for (const std::string& one : asked) {
      HeaderColumn unclear = column;
      unclear.unclear = true;
      columns_.try_emplace(one, unclear);
    }
    columns_.erase(name);
  }

  NamedColumns& columns_;
  const TableSpec& spec_;
  const xlsx::Book& book_;
  const xlsx::Sheet& sheet_;
  int header_row_;
  Reporter& reporter_;
  std::vector<std::string> taken_;
};

void report_columns(const NamedColumns& columns, const TableSpec& spec, const std::string& sheet, int header_row, Reporter& reporter) {
  for (const auto& [name, column] : columns) {
    if (!column.twice) continue;
    std::vector<std::string> cells{xlsx::cell_name(header_row, column.index)};
    for (int index : column.also) cells.push_back(xlsx::cell_name(header_row, index));
    reporter.at_sheet("column-twice", Severity::error, sheet, "列名「" + name + "」出现多次（" + join(cells, "、") + "），都不采用", "请只保留一列");
  }
  std::vector<std::string> absent;
  for (const std::string& name : spec.expected) {
    if (!columns.contains(name)) absent.push_back("「" + name + "」");
  }
  if (absent.empty()) return;
  reporter.at_sheet("columns-missing", Severity::warning, sheet, "表头中没有" + join(absent, "") + "列，按未提供处理", "请核对列名，缺列的请补上");
}

}  // namespace

CellPlace place_of(const xlsx::Origin& origin) {
  CellPlace out{origin.sheet, origin.cell, origin.file, {}};
  std::transform(origin.parts.begin(), origin.parts.end(), std::back_inserter(out.parts), place_of);
  return out;
}

Finding& Reporter::at_cell(std::string code, Severity severity, const CellPlace& place, std::string message, std::string hint) {
  return findings_.emplace_back(Finding::of(severity, std::move(code), place.in(file_), std::move(message), std::move(hint)));
}

void Reporter::at_sheet(std::string code, Severity severity, const std::string& sheet, std::string message, std::string hint) {
  const auto own = own_names_.find(sheet);
  const Place place = own == own_names_.end() ? in_sheet(file_, sheet) : in_sheet(file_, own->second, "（读作“" + sheet + "”）");
  findings_.push_back(Finding::of(severity, std::move(code), place, std::move(message), std::move(hint)));
}

void Reporter::at_file(std::string code, Severity severity, std::string message, std::string hint) {
  findings_.push_back(Finding::of(severity, std::move(code), in_file(file_), std::move(message), std::move(hint)));
}

std::optional<SheetTable> SheetTable::find(const xlsx::Book& book, const xlsx::Sheet& sheet, const TableSpec& spec, Reporter& reporter) {
  SheetTable table;
  table.book_ = &book;
  table.sheet_ = &sheet;
  table.name_ = spec.sheet;
  table.reporter_ = &reporter;
  std::optional<Header> header = find_header(table, sheet, spec);
  if (!header) {
    report_no_header(table, sheet, spec, reporter);
    return std::nullopt;
  }
  table.header_row_ = header->row;
  table.columns_ = std::move(header->columns);
  table.usual_units_ = spec.units;
  NameReader(table.columns_, spec, book, sheet, table.header_row_, reporter).read();
  drop_unknown(table.columns_, spec, spec.sheet, reporter);
  report_columns(table.columns_, spec, spec.sheet, table.header_row_, reporter);
  table.find_rows();
  table.find_unit_row(spec);
  table.note_hidden_rows();
  table.note_hidden_columns();
  table.refuse_overlong_rows();
  table.settle_units(spec);
  table.compare_formats(spec);
  return table;
}

void SheetTable::find_rows() {
  for (const auto& [row, cells] : sheet_->rows) {
    if (row <= header_row_) continue;
    const bool holds = std::any_of(columns_.begin(), columns_.end(), [&, found = &cells](const auto& column) {
      const auto given = [&](int index) { return found->contains(index); };
      return given(column.second.index) || std::any_of(column.second.also.begin(), column.second.also.end(), given);
    });
    if (holds) rows_.push_back(row);
  }
}

void SheetTable::note_hidden_rows() const {
  std::vector<std::string> hidden;
  for (int row : rows_) {
    if (sheet_->hidden_rows.contains(row) && hidden.size() < 20) hidden.push_back(std::to_string(row));
  }
  if (hidden.empty()) return;
  reporter_->at_sheet("rows-hidden", Severity::note, name_, "第 " + join(hidden, "、") + " 行被隐藏，其中的内容仍然计入", "不应计入的请删除该行");
}

const HeaderColumn* SheetTable::column(const std::string& name) const {
  const auto found = columns_.find(name);
  return found == columns_.end() ? nullptr : &found->second;
}

const xlsx::Cell& SheetTable::cell(int row, const std::string& name) const {
  static const xlsx::Cell blank_cell;
  const HeaderColumn* found = column(name);
  return found == nullptr ? blank_cell : sheet_->at(row, found->index);
}

CellPlace SheetTable::place(int row, const std::string& name) const {
  const HeaderColumn* found = column(name);
  const auto own = found == nullptr ? sheet_->origins.end() : sheet_->origins.find({row, found->index});
  if (own != sheet_->origins.end()) return place_of(own->second);
  const auto beside = sheet_->origins.lower_bound({row, 0});
  const bool mapped = beside != sheet_->origins.end() && beside->first.first == row;
  if (mapped) return place_of(beside->second);  // the row's first cell: its own number means nothing to the office
  return {name_, found == nullptr ? "第" + std::to_string(row) + "行" : xlsx::cell_name(row, found->index)};
}

CellPlace SheetTable::own_place(int row, const std::string& name) const {
  const HeaderColumn* found = column(name);
  const bool made_up = found != nullptr && !sheet_->origins.empty() && !sheet_->origins.contains({row, found->index});
  return made_up ? CellPlace{} : place(row, name);
}

CellPlace SheetTable::header_place(const std::string& name) const { return place(header_row_, name); }

bool SheetTable::blank(int row, const std::string& name) const {
  const HeaderColumn* found = column(name);
  if (found == nullptr) return true;
  const auto is_blank = [&](int index) { return sheet_->at(row, index).kind == xlsx::Cell::Kind::blank; };
  return is_blank(found->index) && std::all_of(found->also.begin(), found->also.end(), is_blank);
}

int SheetTable::filled_down_row(int row, const std::string& name) const {
  const HeaderColumn* found = column(name);
  if (found == nullptr) return row;
  for (const xlsx::Range& merge : sheet_->merges) {
    const bool covers = merge.first_column == found->index && merge.first_row <= row && row <= merge.last_row;
    if (covers && merge.first_row > header_row_) return merge.first_row;
  }
  return row;
}

int SheetTable::merged_to_row(int row, const std::string& name) const {
  const HeaderColumn* found = column(name);
  if (found == nullptr) return row;
  const auto merge = std::find_if(sheet_->merges.begin(), sheet_->merges.end(),
                                  [&](const xlsx::Range& one) { return one.first_row == row && one.first_column == found->index; });
  return merge == sheet_->merges.end() ? row : merge->last_row;
}

}  // namespace lvce
