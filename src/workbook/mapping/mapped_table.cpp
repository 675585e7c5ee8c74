#include "workbook/mapping/mapped_table.h"

#include <algorithm>
#include <tuple>

#include "office/month_label.h"
#include "office/values.h"
#include "support/text.h"
#include "workbook/book/number_format.h"
#include "workbook/files/find_workbook.h"
#include "workbook/mapping/mapped_series.h"
#include "workbook/mapping/row_keys.h"
#include "workbook/mapping/table_header.h"
#include "workbook/xlsx/worksheet.h"

namespace lvce::formats {
namespace {

using Kind = xlsx::Cell::Kind;

/// One target of the table, with the columns that give it.
struct Lane {
  Target to;
  std::vector<int> columns = {};  ///< several: added
  std::string unit = {};
  int target_column = 0;    ///< 0: refused, a finding has been made
  bool incomplete = false;  ///< a column that is added is not there
  bool refused = false;     ///< a finding has been made: values are broken
  bool days = false;        ///< the columns are the days of the month: blank ones are none
};

class TableReader {
 public:
  TableReader(const SourceSheet& source, const TableRule& rule, ContractBook& out, Reporter& reporter)
      : source_(source), rule_(rule), out_(out), reporter_(reporter), keys_(source, rule, reporter) {}

  bool read() {
    const auto header = find_table_header(source_, rule_.columns);
    if (!header) return false;
    header_row_ = keys_.header_row = header->row;
    choose_columns(*header);
    find_unit_row();
    find_side_columns();
    make_lanes();
    if (needs_year() && !decide_table_year()) return true;
    for (const auto& [row, cells] : source_.sheet->rows) {
      if (row > header_row_ && row != unit_row_) read_row(row);
    }
    finish_sums();
    keys_.report_seconds(uses("能耗台账") ? "duplicate-month" : "duplicate-year");
    return true;
  }

 private:
  /// A row of units below the header: words for units under all that the ledger takes, and no figure.
  void find_unit_row() {
    const auto below = source_.sheet->rows.upper_bound(header_row_);
    if (below == source_.sheet->rows.end()) return;
    int units = 0;
    for (std::size_t i = 0; i < rule_.columns.size(); ++i) {
      if (chosen_[i] == 0 || !by_year(rule_.columns[i].to)) continue;
      const std::string text = source_.text(below->first, chosen_[i]);
      const bool unit = source_.sheet->at(below->first, chosen_[i]).kind == Kind::text && !xlsx::unit_word(header_unit("(" + text + ")")).base.empty();
      if (!text.empty() && !unit) return;
      units += unit ? 1 : 0;
    }
    if (units > 0) unit_row_ = below->first;
  }

  /// The columns of `where` and of each row's unit.
  void find_side_columns() {
    const auto column_named = [&](const std::vector<std::string>& names) {
      const auto cells = source_.sheet->rows.find(header_row_);
      for (const auto& [column, cell] : cells->second)
        if (is_named(source_.text(header_row_, column), names)) return column;
      return 0;
    };
    if (rule_.where.asked()) where_ = column_named(rule_.where.header);
    if (!rule_.unit_column.empty()) unit_column_ = column_named(rule_.unit_column);
    for (const auto& [asked, found, names] :
         {std::tuple(rule_.where.asked(), where_, rule_.where.header), std::tuple(!rule_.unit_column.empty(), unit_column_, rule_.unit_column)}) {
      if (!asked || found > 0) continue;
      reporter_.at_cell("mapping-column-missing", Severity::error, place_of(source_.origin(header_row_, 1)),
                        "表头里没有映射文件所列的「" + join(names, "/") + "」", "请核对列名");
    }
  }

  bool is_left_out(int row) const {
    if (rule_.where.asked()) {
      const std::string text = where_ > 0 ? merged_text(source_, row, where_) : std::string();
      if (!std::any_of(rule_.where.is.begin(), rule_.where.is.end(), [&](const std::string& is) { return matches_pattern(text, is); })) return true;
    }
    const auto cells = source_.sheet->rows.find(row);
    return std::any_of(cells->second.begin(), cells->second.end(), [&](const auto& cell) {
      return cell.second.kind == Kind::text &&
             std::any_of(rule_.ignore.begin(), rule_.ignore.end(), [&](const std::string& is) { return matches_pattern(source_.text(row, cell.first), is); });
    });
  }

  /// Column of each rule: 0 when it is not there (told, if it should be).
  void choose_columns(const HeaderFound& header) {
    std::vector<std::string> absent;
    for (std::size_t i = 0; i < rule_.columns.size(); ++i) {
      const ValueRule& rule = rule_.columns[i];
      const std::vector<int>& found = header.columns[i];
      const auto nth = static_cast<std::size_t>(rule.nth);
      if (rule.nth > 0) {
        chosen_.push_back(found.size() >= nth ? found[nth - 1] : 0);
        if (found.size() < nth && !rule.optional) absent.push_back("第" + std::to_string(rule.nth) + "个「" + join(rule.names, "/") + "」");
        continue;
      }
      chosen_.push_back(rule.letter > 0 ? rule.letter : rule.days && !found.empty() ? found.front() : found.size() == 1 ? found.front() : 0);
      if (rule.letter > 0 || (rule.days && !found.empty())) {
        if (rule.days) days_[i] = found;
        continue;
      }
      if (found.empty() && rule.days) absent.push_back("1日至31日各列");
      else if (found.empty() && !rule.optional) absent.push_back("「" + join(rule.names, "/") + "」");
      if (found.size() > 1) {
        reporter_.at_cell("column-twice", Severity::error, place_of(source_.origin(header_row_, found[1])),
                          "列名「" + rule.names.front() + "」出现多次（另见 " + xlsx::cell_name(header_row_, found[0]) + "），都不采用",
                          "请只保留一列，或在映射文件里用 under 写明上一级表头");
      }
    }
    if (absent.empty()) return;
    reporter_.at_cell("mapping-column-missing", Severity::error, place_of(source_.origin(header_row_, 1)), "表头里没有映射文件所列的" + join(absent, ""),
                      "请核对列名；有的年份本来就没有这一列的，请在映射文件里写 optional: true");
  }

  void make_lanes() {
    for (std::size_t i = 0; i < rule_.columns.size(); ++i) {
      const ValueRule& rule = rule_.columns[i];
      if (rule.to.sheet.empty()) {
        if (chosen_[i] > 0) (rule.to.column == "年度" ? keys_.years : keys_.months) = {chosen_[i], rule.down};
        continue;
      }
      const auto same = std::find_if(lanes_.begin(), lanes_.end(),
                                     [&](const Lane& lane) { return lane.to.sheet == rule.to.sheet && lane.to.column == rule.to.column; });
      Lane& lane = same == lanes_.end() ? lanes_.emplace_back(Lane{rule.to}) : *same;
      fill_lane(lane, rule, chosen_[i]);
      if (rule.days && days_.contains(i)) lane.columns = days_.at(i);
      lane.days = lane.days || rule.days;
    }
    for (Lane& lane : lanes_) refuse_incomplete(lane);
    std::erase_if(lanes_, [](const Lane& lane) { return lane.columns.empty(); });
    for (const Lane& lane : lanes_) out_.came_from(lane.to.sheet, source_.shown);
  }

  /// The unit that a column is given in; nothing after a finding.
  std::optional<std::string> unit_of(const ValueRule& rule, int column) {
    if (!by_year(rule.to)) return "";
    std::string there = rule.letter > 0 ? header_unit(header_text(source_, header_row_, column))
                                        : unit_beside(header_text(source_, header_row_, column), rule.names);
    if (there.empty()) there = header_unit(heading_above(source_, header_row_, column));
    if (there.empty() && unit_row_ > 0) there = header_unit("(" + source_.text(unit_row_, column) + ")");
    return settle_unit(there, rule, source_.origin(header_row_, column), reporter_);
  }

  /// The first column of a lane settles its unit; a further one is added to it, and must be there, in the same unit.
  void fill_lane(Lane& lane, const ValueRule& rule, int column) {
    if (column == 0) {
      lane.incomplete = lane.incomplete || rule.add;
      return;
    }
    const auto unit = unit_of(rule, column);
    lane.refused = lane.refused || !unit;
    lane.columns.push_back(column);
    const xlsx::Origin at = source_.origin(header_row_, column);
    if (lane.columns.size() == 1) {
      lane.unit = unit.value_or(rule.unit);
      if (unit_column_ > 0 && by_year(rule.to)) lane.unit = ledger_unit(rule.to.column, first_row_unit(rule)).value_or(LedgerUnit{lane.unit, 0}).unit;
      lane.target_column = out_.column(rule.to, lane.unit, at);
    } else if (unit && canonical_unit(*unit) != canonical_unit(lane.unit)) {
      reporter_.at_cell("mapping-unit-differs", Severity::error, place_of(at), "相加的几列计量单位不同（「" + lane.unit + "」和「" + *unit + "」），没有采用",
                        "请把计量单位改成一致");
      lane.refused = true;
    }
  }

  /// The unit of the first row that counts.
  std::string first_row_unit(const ValueRule& rule) const {
    for (const auto& [row, cells] : source_.sheet->rows) {
      const std::string text = row > header_row_ && !is_left_out(row) ? merged_text(source_, row, unit_column_) : std::string();
      if (!text.empty() && ledger_unit(rule.to.column, text)) return text;
    }
    return rule.unit;
  }

  /// A sum of which one column is not there is no sum.
  void refuse_incomplete(Lane& lane) {
    if (!lane.incomplete || lane.columns.empty()) return;
    reporter_.at_cell("mapping-sum-incomplete", Severity::error, place_of(source_.origin(header_row_, lane.columns.front())),
                      "“" + lane.to.column + "”由几列相加，其中有的列没有找到，没有采用", "请核对列名，补齐各列");
    lane.refused = true;
  }

  bool needs_year() const {
    return std::any_of(lanes_.begin(), lanes_.end(), [](const Lane& lane) { return by_year(lane.to); });
  }

  std::vector<int> lane_columns() const {
    std::vector<int> columns;
    for (const Lane& lane : lanes_) columns.insert(columns.end(), lane.columns.begin(), lane.columns.end());
    return columns;
  }

  /// A year that `under` names, where all agree.
  std::optional<Dated> year_of_headings() const {
    std::optional<Dated> found;
    for (std::size_t i = 0; i < rule_.columns.size(); ++i) {
      const auto year = year_in(rule_.columns[i].under);
      if (!year || chosen_[i] == 0) continue;
      if (found && found->value != *year) return std::nullopt;
      found = Dated{*year, source_.origin(header_row_ - 1, chosen_[i])};
    }
    return found;
  }

  /// The year of rows that do not say theirs.
  bool decide_table_year() {
    if (rule_.year) keys_.table_year = Dated{*rule_.year, source_.at("（映射文件）")};
    else if (const auto under = year_of_headings()) keys_.table_year = under;
    else if (const auto found = year_of_columns(source_, 1, header_row_, lane_columns())) keys_.table_year = Dated{found->year, found->at};
    if (keys_.table_year || keys_.years.column > 0 || keys_.months_say_years()) return true;
    reporter_.at_cell("mapping-year-unknown", Severity::error, place_of(source_.origin(header_row_, 1)), "看不出这张表是哪一年的，没有读取",
                      "请在标题或工作表名里写明年度（如 2022年度），或在映射文件里写 year");
    return false;
  }

  bool has_values(int row) const {
    return std::any_of(lanes_.begin(), lanes_.end(), [&](const Lane& lane) {
      return std::any_of(lane.columns.begin(), lane.columns.end(), [&](int column) { return source_.sheet->at(row, column).kind != Kind::blank; });
    });
  }

  /// A month without any value is a row of its own, so that its blanks are told; other rows without values are words or empty.
  bool counts(int row) const { return has_values(row) || (keys_.months.column > 0 && parse_typed_month(source_.text(row, keys_.months.column)).has_value()); }

  /// 合计 or the like in the row's year or month, or in a cell before its values; behind them it is a remark.
  bool is_total(int row) const {
    int first_value = xlsx::WorksheetHandler::kMaxColumn + 1;
    for (const Lane& lane : lanes_) first_value = std::min(first_value, lane.columns.front());
    const auto cells = source_.sheet->rows.find(row);
    const bool detail = std::none_of(lanes_.begin(), lanes_.end(), [](const Lane& lane) { return by_year(lane.to); });
    return std::any_of(cells->second.begin(), cells->second.end(), [&](const auto& cell) {
      const bool key = cell.first == keys_.years.column || cell.first == keys_.months.column;
      if (cell.second.kind != Kind::text) return false;
      const std::string text = source_.text(row, cell.first);
      if (key && is_summary_label(text) && !month_label(text) && without_space(text) != "全年") return true;
      return (key || cell.first < first_value || (detail && cell.first == first_value)) && is_total_label(text);
    });
  }

  /// A month that stands in two rows (a row for each building, perhaps): neither counts, for nobody knows whether they are to be added.
  bool is_second(int row, const std::optional<Dated>& year, const std::optional<PeriodOfRow>& month, bool ledger) {
    if (!year || (!ledger && keys_.months.column > 0) || rule_.sum) return false;
    const auto [first, added] = first_rows_.try_emplace({year->value, ledger ? month->last : -1}, row);
    if (added) return false;
    const std::string what = std::to_string(year->value) + " 年" + (!ledger ? "" : month->last == 0 ? "全年" : " " + std::to_string(month->last) + " 月");
    keys_.note_second(what, source_.origin(row, std::max(1, ledger ? keys_.months.column : keys_.years.column)), first->second);
    return true;
  }

  bool uses(const char* sheet) const {
    return std::any_of(lanes_.begin(), lanes_.end(), [&](const Lane& lane) { return lane.to.sheet == sheet; });
  }

  void read_row(int row) {
    keys_.remember(row);
    if (!counts(row) || is_left_out(row)) return;
    if (is_total(row)) {
      reporter_.at_cell("total-row-skipped", Severity::note, place_of(source_.origin(row, 1)), "合计行不读取，合计由本程序计算", {});
      return;
    }
    std::optional<Dated> year;
    std::optional<PeriodOfRow> month;
    if (needs_year() && !(year = keys_.year_of(row))) return;
    if (uses("能耗台账") && !(month = keys_.months_of(row))) return;
    std::map<std::string, int> plain_rows;
    const bool second = is_second(row, year, month, uses("能耗台账"));
    for (const Lane& lane : lanes_) put(lane, row, year, month, plain_rows, second);
  }

  void put(const Lane& lane, int row, const std::optional<Dated>& year, const std::optional<PeriodOfRow>& period, std::map<std::string, int>& plain_rows,
           bool second) {
    if (lane.target_column == 0) return;
    std::vector<Taken> parts;
    for (int column : lane.columns) {
      Taken part = take(source_, row, column);
      if (unit_column_ > 0 && by_year(lane.to)) part = in_lane_unit(lane, row, std::move(part));
      if (!lane.days || part.cell.kind != Kind::blank) parts.push_back(std::move(part));
    }
    if (parts.empty()) parts.push_back(take(source_, row, lane.columns.front()));
    const Dated month{period ? period->last : 0, period ? period->first.at : xlsx::Origin{}};
    if (rule_.sum && by_year(lane.to)) {
      auto& sum = sums_[{year->value, month.value, lane.target_column}];
      if (sum.parts.empty()) sum.row = out_.row_of(lane.to.sheet, *year, month);
      sum.lane = &lane;
      sum.parts.insert(sum.parts.end(), parts.begin(), parts.end());
      return;
    }
    Taken value = parts.size() == 1 ? std::move(parts.front()) : take_sum(parts, reporter_);
    if (lane.refused && value.cell.kind != Kind::blank) value.cell.kind = Kind::refused;
    if (period && !second && lane.to.sheet == "能耗台账" && put_as_period(lane, row, *year, *period, value)) return;
    int to_row = 0;
    if (by_year(lane.to)) {
      to_row = out_.row_of(lane.to.sheet, *year, month);
    } else {
      const auto [at, added] = plain_rows.try_emplace(lane.to.sheet, 0);
      if (added) at->second = out_.next_row(lane.to.sheet);
      to_row = at->second;
    }
    const bool broken = second && by_year(lane.to) && (lane.to.sheet == "能耗台账" || keys_.months.column == 0);
    if (broken && value.cell.kind != Kind::blank) value.cell.kind = Kind::refused;
    out_.put(lane.to.sheet, to_row, lane.target_column, value);
    if (broken) out_.refuse(lane.to.sheet, to_row, lane.target_column);
  }

  /// True where the figure is one for several months: the row is (1-2月), or its cell is merged over the rows of several.
  bool put_as_period(const Lane& lane, int row, const Dated& year, const PeriodOfRow& period, const Taken& value) {
    const auto merged = lane.columns.size() == 1 ? keys_.months_beside(row, lane.columns.front()) : std::nullopt;
    if (merged && merged->first_row != row) return true;  // its first row has put it
    const PeriodOfRow& months = merged ? merged->months : period;
    if (months.first.value == months.last) return false;
    out_.put_period(lane.to, lane.target_column, year, months.first, months.last, value);
    return true;
  }

  /// A figure whose unit stands in its own row, as the lane's first one.
  Taken in_lane_unit(const Lane& lane, int row, Taken part) {
    if (part.cell.kind == Kind::blank) return part;
    const std::string text = merged_text(source_, row, unit_column_);
    const auto own = ledger_unit(lane.to.column, text);
    const auto wanted = ledger_unit(lane.to.column, lane.unit);
    if (own && wanted && !text.empty() && own->unit == wanted->unit) return scaled(std::move(part), own->tens - wanted->tens, reporter_);
    reporter_.at_cell("mapping-unit-differs", Severity::error, place_of(source_.origin(row, unit_column_)),
                      "这一行的计量单位「" + text + "」不能用于“" + lane.to.column + "”（" + lane.unit + "），没有采用", "请核对计量单位");
    part.cell.kind = Kind::refused;
    return part;
  }

  void finish_sums() {
    for (auto& [key, sum] : sums_) {
      Taken value = sum.parts.size() == 1 ? std::move(sum.parts.front()) : take_sum(sum.parts, reporter_);
      if (sum.lane->refused && value.cell.kind != Kind::blank) value.cell.kind = Kind::refused;
      out_.put(sum.lane->to.sheet, sum.row, sum.lane->target_column, value);
    }
  }

  struct Sum {
    const Lane* lane = nullptr;
    int row = 0;
    std::vector<Taken> parts;
  };

  const SourceSheet& source_;
  const TableRule& rule_;
  ContractBook& out_;
  Reporter& reporter_;
  int header_row_ = 0;
  int unit_row_ = 0;     ///< 0: none
  int where_ = 0;        ///< column of `where`; 0: none
  int unit_column_ = 0;  ///< 0: none
  std::map<std::size_t, std::vector<int>> days_;
  std::map<std::tuple<int, int, int>, Sum> sums_;
  std::vector<int> chosen_;
  std::vector<Lane> lanes_;
  RowKeys keys_;
  std::map<std::pair<int, int>, int> first_rows_;  ///< (year, month) → the row that gave it first
};

}  // namespace

bool by_year(const Target& to) { return to.sheet == "能耗台账" || to.sheet == "年度基数"; }

std::optional<std::string> settle_unit(const std::string& there, const ValueRule& rule, const xlsx::Origin& at, Reporter& reporter) {
  if (there.empty()) return rule.unit;
  if (rule.unit.empty() || canonical_unit(there) == canonical_unit(rule.unit)) return there;
  reporter.at_cell("mapping-unit-conflict", Severity::error, place_of(at),
                   "这里写的计量单位是「" + there + "」，映射文件写的是「" + rule.unit + "」，这里的数没有采用",
                   "请核对后改正其中一处；括号里不是计量单位的，请在映射文件里写出带括号的完整名称");
  return std::nullopt;
}

bool read_mapped_table(const SourceSheet& source, const TableRule& rule, ContractBook& out, Reporter& reporter) {
  return TableReader(source, rule, out, reporter).read();
}

}  // namespace lvce::formats
