// Sheets without an axis: a form for each month (or year), labels and one figure beside each.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <set>

#include "office/carriers.h"
#include "office/month_label.h"
#include "office/values.h"
#include "support/text.h"
#include "workbook/detect/block_units.h"
#include "workbook/detect/candidates.h"
#include "workbook/detect/form_tables.h"
#include "workbook/detect/words.h"
#include "workbook/mapping/named_month.h"
#include "workbook/sheets/figure_with_unit.h"

namespace lvce::formats {
namespace {

/// Where a sheet says its month and year.
struct FormDate {
  MonthSource month;
  std::optional<int> year;
  int number = 0;  ///< of the month; 0: a whole year's
  int title_row = 0;
};

std::string stem(const std::string& file) { return file.substr(0, file.rfind('.')); }

/// The title's month first, then the sheet's name, then the file's.
FormDate date_of(const SourceSheet& source) {
  using From = MonthSource::Kind;
  FormDate date;
  for (const auto& [row, cells] : source.sheet->rows) {
    if (row > 6) break;
    for (const auto& [column, cell] : cells) {
      const std::string text = source.text(row, column);
      if (is_day_of_filling(source, row, column)) continue;
      if (!date.year)
        if (const auto year = year_in(text); year && cell.kind == xlsx::Cell::Kind::text) date.year = year;
      const auto label = month_label(text);
      const bool whole = label && label->year && label->first == label->last && !label->bare;
      const auto month = whole ? std::optional(label->first) : cell.kind == xlsx::Cell::Kind::text && year_in(text) ? month_in(text) : std::nullopt;
      if (!month || date.number > 0) continue;
      date.number = *month;
      date.month = {From::cell, 0, row, column};
      date.year = whole ? label->year : year_in(text);
    }
  }
  const auto from_name = [&](const std::string& name, From kind) {
    const NamedMonth named = month_of_name(name);
    if (date.number == 0 && named.month) {
      date.month = {kind, 0, 0, 0};
      date.number = *named.month;
    }
    if (!date.year) date.year = named.year;
  };
  from_name(source.sheet->name, From::sheet_name);
  from_name(stem(source.file), From::file_name);
  if (date.number == 0) date.month = {From::fixed, 0, 0, 0};
  return date;
}

class FormScan {
 public:
  explicit FormScan(const SourceSheet& source) : grid_(source, false) {}

  std::vector<FormFigure> scan() {
    for (int row = 1; row <= grid_.rows(); ++row)
      for (int column = 1; column <= grid_.columns(); ++column) look(row, column);
    return std::move(out_);
  }

 private:
  void look(int row, int column) {
    const std::string& text = grid_.text(row, column);
    if (text.empty() || grid_.is_covered(row, column) || grid_.figure(row, column) || is_name(text) || is_other_thing(text) || count_characters(text) > 20)
      return;
    std::string label = text;
    std::set<Carrier> found = carriers_in(text);
    if (found.empty() && is_plain_quantity(text) && !is_unit(text)) {
      label = heading_over(row, column);
      found = carriers_in(label);
    }
    if (found.size() != 1 || is_unit(text)) return;
    const bool beside = look_right(row, column, label, *found.begin());
    if (!beside) look_below(row, column, label, *found.begin());
  }

  /// 一、电 above 消耗量; or a group before it.
  std::string heading_over(int row, int column) const {
    for (int at = column - 1; at >= 1; --at)
      if (!carriers_in(grid_.text(row, at)).empty()) return {};  // found by itself
    for (int at = row - 1; at >= 1 && at >= row - 8; --at) {
      const std::string& text = grid_.text(at, column);
      if (carriers_in(text).size() == 1 && !is_other_thing(text)) return text;
    }
    return {};
  }

  std::string header_over(int row, int column) const {
    for (int at = row - 1; at >= 1; --at) {
      const std::string& text = grid_.text(at, column);
      if (is_year_header(at, column)) return text + "年";
      if (text.empty() || grid_.figure(at, column) || is_unit(text) || text == "甲" || text == "乙" || text == "丙") continue;
      return text;
    }
    return {};
  }

  /// A bare year beside another one: a row of headers.
  bool is_year_header(int row, int column) const {
    const auto year_at = [&](int at) { return at >= 1 && at <= grid_.columns() ? parse_typed_year(grid_.text(row, at)) : std::nullopt; };
    const auto own = year_at(column);
    if (!own || !grid_.figure(row, column)) return false;
    constexpr std::array kBeside = {-1, 1};
    return std::any_of(kBeside.begin(), kBeside.end(), [&](int step) {
      const auto other = year_at(column + step);
      return other && std::abs(*other - *own) == 1;
    });
  }

  bool look_right(int row, int column, const std::string& label, Carrier carrier) {
    std::vector<int> figures, words;
    std::string unit = units_in(label, carrier).empty() ? "" : units_in(label, carrier).front();
    for (int at = column + 1; at <= grid_.columns(); ++at) {
      const std::string& text = grid_.text(row, at);
      if (text.empty() || grid_.is_covered(row, at)) continue;
      if (!grid_.figure(row, at) && !units_in(text, carrier).empty() && unit.empty()) unit = units_in(text, carrier).front();
      if (!grid_.figure(row, at) && !carriers_in(text).empty() && !is_unit(text)) break;  // the next label
      const std::string header = header_over(row, at);
      if (!grid_.figure(row, at) || is_other_thing(header) || header.find("代码") != std::string::npos || header.find("行次") != std::string::npos) continue;
      figures.push_back(at);
      if (is_plain_quantity(header) || year_in(header)) words.push_back(at);
    }
    if (figures.empty()) return false;
    const std::vector<int>& chosen = words.empty() ? figures : words;
    if (chosen.size() == 1) add(row, chosen.front(), label, carrier, unit);
    else
      for (int at : chosen) add(row, at, label, carrier, unit);
    return true;
  }

  void look_below(int row, int column, const std::string& label, Carrier carrier) {
    int at = row + 1;
    std::string unit = units_in(label, carrier).empty() ? "" : units_in(label, carrier).front();
    if (is_unit(grid_.text(at, column))) {
      unit = grid_.text(at, column);
      ++at;
    }
    if (grid_.figure(at, column) && !grid_.figure(at + 1, column)) add(at, column, label, carrier, unit);
  }

  void add(int row, int column, const std::string& label, Carrier carrier, std::string unit) {
    const auto with_unit = unit.empty() ? split_figure(grid_.text(row, column)) : std::nullopt;
    if (with_unit && ledger_unit(std::string(carrier_name(carrier)), with_unit->unit)) unit = with_unit->unit;  // 860吨
    if (!unit.empty() && !ledger_unit(std::string(carrier_name(carrier)), unit)) return;
    const auto year = year_in(header_over(row, column));
    out_.push_back({carrier, row, column, unit, label, year, label.find("其中") != std::string::npos || what_else(label).size() > 6});
  }

  Grid grid_;
  std::vector<FormFigure> out_;
};

/// The titles above a row and the names of sheet and file, nearest first.
std::vector<std::string> words_around(const SourceSheet& source, int row) {
  std::vector<std::string> around = titles_above(source, 1, row);
  around.push_back(source.sheet->name);
  around.push_back(stem(source.file));
  return around;
}

std::string title_unit(const SourceSheet& source, const FormFigure& figure, std::vector<std::string>& doubts) {
  std::vector<std::string> around = words_around(source, figure.row);
  around.pop_back();
  return unit_said({}, around, figure.carrier, doubts);
}

/// Tables of meters or days, and the single figures that stand in none of their rows.
std::vector<FormFigure> figures_of(const SourceSheet& source) {
  constexpr int kBelowTitles = 7;
  std::vector<FormFigure> figures = table_figures(source, words_around(source, kBelowTitles));
  const std::size_t tables = figures.size();
  for (FormFigure& one : FormScan(source).scan()) {
    const bool inside = std::any_of(figures.begin(), figures.begin() + static_cast<std::ptrdiff_t>(tables),
                                    [&](const FormFigure& table) { return table.has_row(one.row); });
    if (!inside) figures.push_back(std::move(one));
  }
  return figures;
}

/// One figure at one place of many sheets that say their months alike.
struct Group {
  FormFigure figure;
  FormDate date;
  std::vector<const SourceSheet*> sheets;
};

Candidate candidate_of(const SourceSheet& source, const FormFigure& figure, const FormDate& date) {
  Candidate found;
  found.source = &source;
  found.file = source.file;
  found.sheet = source.sheet->name;
  found.carrier = figure.carrier;
  found.header = figure.label;
  found.part = figure.part;
  const bool table = figure.last_row > 0;
  if (figure.part || table) found.other = what_else(figure.label);
  found.total = table && says_total(figure.label);
  SeriesRule& rule = found.rule;
  rule.files = {source.file};
  rule.sheets = {source.sheet->name};
  rule.month = date.month;
  rule.year = figure.year ? figure.year : date.year;
  rule.values = {{figure.row, figure.column, table ? figure.last_row : figure.row, table ? figure.last_column : figure.column}};
  rule.days = figure.days;
  rule.to = {"能耗台账", std::string(carrier_name(figure.carrier))};
  rule.unit = figure.unit.empty() ? title_unit(source, figure, found.doubts) : figure.unit;
  found.unit_said = !rule.unit.empty();
  if (!found.unit_said) {
    rule.unit = std::string(carrier_unit(figure.carrier));
    found.remarks.push_back("表里没有写计量单位，按" + rule.unit);
    const std::vector<std::string> around = words_around(source, figure.row);
    doubt_odd_units(found, {figure.label}, around);
    const bool money = std::any_of(around.begin(), around.end(), speaks_of_money);
    if (money && !says_quantity(figure.label)) found.doubts.push_back("是用量还是金额，看不出来");
  }
  const std::vector<std::string> titles = words_around(source, figure.row);
  doubt_town_gas(found, {figure.label}, titles);
  if (std::any_of(titles.begin(), titles.end(), speaks_of_plans)) found.doubts.push_back("标题像是计划数，是不是实际用量看不出来");
  if (!figure.doubt.empty()) found.doubts.push_back(figure.doubt);
  if (!figure.remark.empty()) found.remarks.push_back(figure.remark);
  read_values(found);
  return found;
}

void add_figures(const SourceSheet& source, const FormDate& date, const std::vector<FormFigure>& figures, SeriesCandidates& out) {
  std::set<std::pair<int, int>> taken;
  const int block = ++out.blocks;
  for (const FormFigure& figure : figures) {
    if (!taken.insert({figure.row, figure.column}).second) continue;
    if (!date.year && !figure.year) {
      out.left_out.push_back({source.file + " " + source.sheet->name + "!" + xlsx::cell_name(figure.row, figure.column), figure.label, "看不出是哪年哪月的"});
      continue;
    }
    Candidate found = candidate_of(source, figure, date);
    found.block = block;
    if (found.values.empty() && !found.doubts.empty())
      out.questions.push_back(std::string(carrier_name(found.carrier)) + " ← " + found.place() + "「" + found.header + "」：" + told_briefly(found.doubts));
    if (!found.values.empty()) out.all.push_back(std::move(found));
  }
}

/// The month of sheets that are named 1 … 12 in one file, which say it nowhere else. 0: none.
int numbered_month(const SourceSheet& source, const std::vector<SourceSheet>& sheets) {
  constexpr std::ptrdiff_t kFewest = 3;
  const auto number = [](const SourceSheet& sheet) {
    const auto label = month_label(sheet.sheet->name);
    return label && label->bare ? label->first : 0;
  };
  const auto same = std::count_if(sheets.begin(), sheets.end(), [&](const SourceSheet& other) { return other.file == source.file && number(other) > 0; });
  return same >= kFewest ? number(source) : 0;
}

}  // namespace

void find_forms(const std::vector<SourceSheet>& sheets, SeriesCandidates& out) {
  for (const SourceSheet& source : sheets) {
    FormDate date = date_of(source);
    if (date.number == 0 && (date.number = numbered_month(source, sheets)) > 0) date.month = {MonthSource::Kind::fixed, date.number, 0, 0};
    const std::vector<FormFigure> figures = figures_of(source);
    const bool dated = date.year || std::any_of(figures.begin(), figures.end(), [](const FormFigure& figure) { return figure.year.has_value(); });
    if (figures.empty() || !dated) {
      const std::size_t before = out.all.size();
      find_year_blocks(source, source.file, out);
      if (out.all.size() > before) continue;
    }
    add_figures(source, date, figures, out);
  }
}

}  // namespace lvce::formats
