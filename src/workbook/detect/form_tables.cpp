#include "workbook/detect/form_tables.h"

#include <algorithm>
#include <set>

#include "office/month_label.h"
#include "office/values.h"
#include "support/text.h"
#include "workbook/detect/candidate_parts.h"
#include "workbook/detect/candidates.h"
#include "workbook/detect/grid.h"
#include "workbook/detect/words.h"

namespace lvce::formats {
namespace {

constexpr int kLowestHeader = 30;
constexpr int kMostTableColumns = 120;
constexpr int kMostTableRows = 400;
constexpr int kMostNaming = 12;  ///< columns in which a row says what it is
constexpr int kLeastDays = 28;

/// The day of a month that a text is: 1, 1日, 1号. 0: none.
int day_heading(const std::string& text) {
  std::string plain = without_space(fold_width(text));
  for (const std::string ending : {"日", "号"})
    if (plain.ends_with(ending)) plain.resize(plain.size() - ending.size());
  const bool number = !plain.empty() && plain.size() <= 2 && plain.find_first_not_of("0123456789") == std::string::npos;
  const int day = number ? std::stoi(plain) : 0;
  return day <= 31 ? day : 0;
}

/// Rows of a table, and the row of its printed total.
struct TableRows {
  std::vector<int> rows;
  int total = 0;       ///< 0: none
  bool days = false;   ///< they are the days of the month
  bool named = false;  ///< each otherwise
};

/// 1月, 2021年, 3月(补): rows of time are no meters.
bool is_period(const std::string& text) {
  const bool digit = text.find_first_of("0123456789") != std::string::npos;
  return month_label(text) || (digit && (text.find("月") != std::string::npos || text.find("年") != std::string::npos || text.find("季") != std::string::npos));
}

class FormTables {
 public:
  FormTables(const SourceSheet& source, const std::vector<std::string>& around) : grid_(source, false), around_(around) {}

  std::vector<FormFigure> find() {
    for (int row = 1; row <= std::min(grid_.rows(), kLowestHeader); ++row) {
      if (take_days(row)) continue;
      for (int column = 2; column <= std::min(grid_.columns(), kMostTableColumns); ++column) take_column(row, column);
    }
    return std::move(out_);
  }

 private:
  /// What the header says; where it names only a building or a quantity, what stands around the table.
  std::optional<Carrier> carrier_of(const std::string& header) const {
    const std::set<Carrier> own = carriers_in(header);
    if (own.size() == 1) return *own.begin();
    if (!own.empty() || (!is_plain_quantity(header) && !names_a_part(header) && !says_total(header))) return std::nullopt;
    return carrier_around();
  }

  std::optional<Carrier> carrier_around() const {
    std::vector<std::string> doubts;
    const auto found = carrier_said({}, around_, doubts);
    return doubts.empty() ? found : std::nullopt;
  }

  bool is_total(int row, int column) const {
    for (int at = 1; at < std::min(column, kMostNaming); ++at)
      if (const std::string& text = grid_.text(row, at); !text.empty() && !grid_.figure(row, at) && (is_total_label(text) || says_total(text))) return true;
    return false;
  }

  /// The words before a figure that tell its row from the others.
  std::string name_of(int header, int row, int column) const {
    std::string name;
    for (int at = 1; at < std::min(column, kMostNaming); ++at) {
      const std::string& text = grid_.text(row, at);
      const std::string& heading = grid_.text(header, at);
      const bool numbered = heading.find("日") != std::string::npos || heading.find("号") != std::string::npos ||
                            (names_a_part(heading) && !is_other_thing(heading) && carriers_in(heading).empty());
      if (text.empty() || is_unit(text) || heading.find("序号") != std::string::npos || (grid_.figure(row, at) && !numbered)) continue;
      name += text + ";";
    }
    return name;
  }

  /// The rows below a header, to the total or the first row that nothing names.
  TableRows rows_below(int header, int first, int column) const {
    TableRows out;
    std::set<std::string> names;
    int filled = 0;
    for (int row = first; row <= std::min(grid_.rows(), first + kMostTableRows) && out.total == 0; ++row) {
      if (is_total(row, column)) {
        if (grid_.figure(row, column)) out.total = row;
        break;
      }
      const std::string name = name_of(header, row, column);
      if (name.empty()) break;
      names.insert(name);
      out.rows.push_back(row);
      if (grid_.figure(row, column)) filled = static_cast<int>(out.rows.size());
    }
    if (out.total == 0) out.rows.resize(static_cast<std::size_t>(filled));
    out.named = names.size() >= out.rows.size() && filled >= 2;
    out.days = static_cast<int>(out.rows.size()) >= kLeastDays;
    for (std::size_t i = 0; i < out.rows.size() && out.days; ++i) out.days = day_heading(grid_.text(out.rows[i], 1)) == static_cast<int>(i) + 1;
    return out;
  }

  /// Rows that say a carrier, a part or a quantity of their own are no meters of one thing.
  bool are_meters(const std::vector<int>& rows, int column, Carrier carrier) const {
    return std::none_of(rows.begin(), rows.end(), [&](int row) {
      for (int at = 1; at < std::min(column, kMostNaming); ++at) {
        const std::string& text = grid_.text(row, at);
        if (text.empty() || grid_.figure(row, at)) continue;
        const std::set<Carrier> said = carriers_in(text);
        const bool other = !said.empty() && said != std::set<Carrier>{carrier};
        if (other || is_other_carrier(text) || text.find("其中") != std::string::npos || is_plain_quantity(text) || is_summary_label(text) || is_period(text))
          return true;
      }
      return false;
    });
  }

  void take_column(int row, int column) {
    const std::string& text = grid_.text(row, column);
    if (text.empty() || grid_.is_covered(row, column) || grid_.figure(row, column) || is_unit(text) || is_other_thing(text)) return;
    const auto carrier = carrier_of(text);
    if (!carrier) return;
    std::string unit = units_in(text, *carrier).empty() ? "" : units_in(text, *carrier).front();
    const bool below = is_unit(grid_.text(row + 1, column));
    if (below) unit = grid_.text(row + 1, column);
    const TableRows table = rows_below(row, row + (below ? 2 : 1), column);
    if (!table.named || !are_meters(table.rows, column, *carrier)) return;
    FormFigure found{*carrier, table.rows.front(), column, unit, text, {}, false, table.rows.back(), column, table.total, table.days};
    if (std::any_of(table.rows.begin(), table.rows.end(), [&](int at) { return speaks_of_others(name_of(row, at, column)); }))
      found.doubt = "各行里有不属于本单位的部分（家属区、出租等）";
    compare(found, sum_of(found), table.total > 0 ? grid_.figure(table.total, column) : std::nullopt, table.days ? "每月各日相加" : "");
    out_.push_back(std::move(found));
  }

  /// Days across, and below them a row for each meter or carrier.
  bool take_days(int row) {
    int first = 0, last = 0;
    for (int column = 1; column <= grid_.columns(); ++column) {
      const int day = day_heading(grid_.text(row, column));
      if (day == 1) first = column;
      if (first > 0 && day == column - first + 1) last = column;
    }
    if (first < 2 || last - first + 1 < kLeastDays) return false;
    const TableRows table = rows_beside(row, first, last);
    const bool of_their_own = std::all_of(table.rows.begin(), table.rows.end(), [&](int at) { return carriers_in(name_of(row, at, first)).size() == 1; });
    for (int at : table.rows) {
      const std::string name = name_of(row, at, first);
      const auto carrier = of_their_own ? std::optional(*carriers_in(name).begin()) : carrier_around();
      if (!carrier || !table.named || is_other_thing(name) || is_other_carrier(name)) continue;
      FormFigure found{*carrier, at, first, unit_of(name, *carrier), name.substr(0, name.find(';')), {}, false, at, last, table.total, true};
      const bool total = says_total(grid_.text(row, last + 1)) || is_total_label(grid_.text(row, last + 1));
      compare(found, sum_of(found), total ? grid_.figure(at, last + 1) : std::nullopt, "每月各日相加");
      out_.push_back(std::move(found));
    }
    return true;
  }

  TableRows rows_beside(int header, int first, int last) const {
    TableRows out;
    std::set<std::string> names;
    for (int row = header + 1; row <= std::min(grid_.rows(), header + kMostTableRows) && out.total == 0; ++row) {
      if (is_total(row, first)) out.total = row;
      if (out.total > 0) break;
      int figures = 0;
      for (int column = first; column <= last; ++column) figures += grid_.figure(row, column) ? 1 : 0;
      const std::string name = name_of(header, row, first);
      if (name.empty()) break;
      if (figures == 0) continue;
      names.insert(name);
      out.rows.push_back(row);
    }
    out.named = !out.rows.empty() && names.size() == out.rows.size();
    return out;
  }

  static std::string unit_of(const std::string& name, Carrier carrier) {
    const std::vector<std::string> units = units_in(name, carrier);
    return units.empty() ? std::string() : units.front();
  }

  Decimal sum_of(const FormFigure& found) const {
    Decimal sum;
    for (int row = found.row; row <= found.last_row; ++row)
      for (int column = found.column; column <= found.last_column; ++column) sum += grid_.figure(row, column).value_or(Decimal());
    return sum;
  }

  void compare(FormFigure& found, const Decimal& sum, const std::optional<Decimal>& printed, const std::string& how) const {
    found.remark = how.empty() ? std::to_string(found.last_row - found.row + 1) + "处相加" : how;
    if (!printed) return;
    if (printed->rounded(4) == sum.rounded(4)) found.remark += "，与原表合计相符";
    else found.doubt = "各行之和 " + sum.shortest() + "，原表合计是 " + printed->shortest() + "，请核对";
  }

  Grid grid_;
  const std::vector<std::string>& around_;
  std::vector<FormFigure> out_;
};

}  // namespace

std::vector<FormFigure> table_figures(const SourceSheet& source, const std::vector<std::string>& around) { return FormTables(source, around).find(); }

}  // namespace lvce::formats
