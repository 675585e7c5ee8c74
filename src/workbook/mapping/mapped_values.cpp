#include "workbook/mapping/mapped_values.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>

#include "office/values.h"
#include "office/year_digits.h"
#include "support/ascii.h"
#include "support/decimal.h"
#include "support/text.h"
#include "workbook/mapping/named_month.h"

namespace lvce::formats {
namespace {

using xlsx::Cell;
using Kind = Cell::Kind;

/// Runs of digits and where they stand.
std::vector<std::pair<std::size_t, std::string>> digit_runs(const std::string& text) {
  std::vector<std::pair<std::size_t, std::string>> runs;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_ascii_digit(text[end])) ++end;
    if (end > at) runs.emplace_back(at, text.substr(at, end - at));
    at = std::max(end, at + 1);
  }
  return runs;
}

/// 填报日期, 制表时间 at the start of a text.
bool opens_with_filling(const std::string& text) {
  static constexpr std::array kOpenings = {"填报", "填表", "制表", "报送", "上报", "打印", "编制"};
  const bool opened = std::any_of(kOpenings.begin(), kOpenings.end(), [&](const char* word) { return text.starts_with(word); });
  return opened && (text.find("日期") < 13 || text.find("时间") < 13);
}

/// What a sentence above a table may name besides its year: the day it was filled in, the number of a document.
bool names_a_day(const std::string& text) {
  const bool opened = opens_with_filling(text) || text.starts_with("日期") || text.starts_with("时间");
  const auto runs = digit_runs(text);
  return opened || (runs.size() >= 3 && parse_typed_date(text)) ||
         (runs.size() >= 3 && text.find("月") < text.find("日") && text.find("日") != std::string::npos);
}

bool is_year(const std::string& digits) { return digits.size() == 4 && digits >= "1990" && digits <= "2099"; }

bool in_document_number(const std::string& text, std::size_t at);

/// A year, or a month (a day) behind one, stands at the end.
bool ends_a_date(const std::string& text) {
  const auto runs = digit_runs(text);
  if (runs.empty() || runs.back().first + runs.back().second.size() != text.size()) return false;
  const auto year = std::find_if(runs.begin(), runs.end(), [&](const auto& run) { return is_year(run.second) && !in_document_number(text, run.first); });
  return year != runs.end() && (year + 1 == runs.end() || runs.back().second.size() <= 2);
}

bool in_document_number(const std::string& text, std::size_t at) {
  const std::string before = text.substr(0, at);
  if (before.ends_with("-") && ends_a_date(before.substr(0, before.size() - 1))) return false;  // 2021-2022, 2021.10-2022.9
  return before.ends_with("〔") || before.ends_with("[") || before.ends_with("【") || before.ends_with("-") || before.ends_with("T");
}

std::optional<Decimal> number_of(const Taken& part) {
  if (part.cell.kind == Kind::number && !part.cell.percent) return Decimal::from_cell(part.cell.number);
  return part.cell.kind == Kind::text ? parse_typed_number(part.text) : std::nullopt;
}

Taken refused_at(const xlsx::Origin& at) {
  Taken out;
  out.cell.kind = Kind::refused;
  out.at = at;
  return out;
}

/// 制表时间： in the nearest filled cell before this one.
bool is_date_of_words_before(const SourceSheet& source, int row, int column) {
  constexpr int kFarthest = 4;
  for (int at = column - 1; at >= std::max(1, column - kFarthest); --at) {
    const std::string text = without_space(fold_width(source.text(row, at)));
    if (!text.empty()) return opens_with_filling(text) && digit_runs(text).empty();
  }
  return false;
}

/// The year that a cell above a table gives it. A bare number is one only beside a word for year ("年度 | 2022").
std::optional<int> title_year(const SourceSheet& source, int row, int column) {
  const Kind kind = source.sheet->at(row, column).kind;
  const std::string text = with_year_digits(without_space(fold_width(source.text(row, column))));
  if (kind == Kind::number && source.text(row, column - 1).find("年") == std::string::npos) return std::nullopt;
  if (kind == Kind::date || names_a_day(text) || is_date_of_words_before(source, row, column)) return std::nullopt;
  std::string kept = text;
  for (const auto& [at, digits] : digit_runs(text)) {
    if (in_document_number(text, at)) kept.replace(at, digits.size(), digits.size(), '#');
  }
  return year_in(kept);
}

/// All cells that are added; those of another sheet are named with it.
xlsx::Origin origin_of_sum(const std::vector<Taken>& parts) {
  xlsx::Origin out = parts.front().at;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const xlsx::Origin& at = parts[i].at;
    const bool same_sheet = at.sheet == out.sheet && at.file == out.file;
    if (i > 0) out.cell += "+" + (same_sheet ? at.cell : place_of(at).text());
    if (at.parts.empty()) out.parts.push_back(at);
    else if (i > 0) out.parts.insert(out.parts.end(), at.parts.begin(), at.parts.end());
  }
  return out;
}

}  // namespace

std::string SourceSheet::text(int row, int column) const {
  const Cell& cell = sheet->at(row, column);
  switch (cell.kind) {
    case Kind::text: return trim(book->text(cell));
    case Kind::date: return xlsx::date_text(static_cast<std::int64_t>(cell.number));
    case Kind::number: {
      const auto number = Decimal::from_cell(cell.number);
      return number ? number->shortest() : std::string();
    }
    default: return {};
  }
}

std::string merged_text(const SourceSheet& source, int row, int column) {
  std::string own = source.text(row, column);
  if (!own.empty()) return own;
  for (const xlsx::Range& merge : source.sheet->merges) {
    if (merge.first_row <= row && row <= merge.last_row && merge.first_column <= column && column <= merge.last_column)
      return source.text(merge.first_row, merge.first_column);
  }
  return own;
}

Taken take(const SourceSheet& source, int row, int column) {
  Taken out{source.sheet->at(row, column), {}, source.origin(row, column)};
  if (out.cell.kind == Kind::text || out.cell.kind == Kind::error) out.text = source.book->text(out.cell);
  if (out.cell.kind == Kind::text && is_dash(out.text)) return {Cell{}, {}, out.at};
  return out;
}

Taken take_sum(const std::vector<Taken>& parts, Reporter& reporter) {
  const auto blank = [](const Taken& part) { return part.cell.kind == Kind::blank; };
  const xlsx::Origin at = origin_of_sum(parts);
  if (std::all_of(parts.begin(), parts.end(), blank)) return {Cell{}, {}, at};
  Decimal sum;
  bool good = true;
  for (const Taken& part : parts) {
    const std::optional<Decimal> number = number_of(part);
    if (number) sum += *number;
    if (number || part.cell.kind == Kind::refused) {
      good = good && number.has_value();
      continue;
    }
    good = false;
    if (blank(part)) {
      reporter.at_cell("mapping-sum-incomplete", Severity::missing, place_of(part.at), "此处空白，与其他几项相加的合计无法得出",
                       "请补填；确实没有使用的请填 0");
    } else {
      reporter.at_cell("cell-not-a-number", Severity::error, place_of(part.at), "此处应填数字，才能与其他几项相加", "请只填数字，单位写在表头");
    }
  }
  if (!good) return refused_at(at);
  Taken out{Cell{}, sum.shortest(), at};
  out.cell.kind = Kind::text;  // exact, where a double might not be
  return out;
}

bool is_named(const std::string& text, const std::vector<std::string>& names) {
  if (text.empty()) return false;
  const std::string whole = without_space(fold_width(text));
  const std::string key = name_key(text);
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    const std::string wanted = without_space(fold_width(name));
    return wanted.find('(') == std::string::npos ? key == name_key(name) : whole == wanted;
  });
}

std::string unit_beside(const std::string& text, const std::vector<std::string>& names) {
  const std::string whole = without_space(fold_width(text));
  for (const std::string& name : names) {
    if (without_space(fold_width(name)) == whole && whole.find('(') != std::string::npos) return {};
  }
  return header_unit(text);
}

std::optional<int> year_in(const std::string& text) {
  if (text.find("学年") != std::string::npos) return std::nullopt;  // of two years
  std::set<std::string> years;
  for (const auto& [at, digits] : digit_runs(with_year_digits(fold_width(text)))) {
    if (is_year(digits)) years.insert(digits);
  }
  if (years.size() != 1) return std::nullopt;
  return std::stoi(*years.begin());
}

bool is_day_of_filling(const std::string& text) { return names_a_day(without_space(fold_width(text))); }

bool is_day_of_filling(const SourceSheet& source, int row, int column) {
  return is_day_of_filling(source.text(row, column)) || is_date_of_words_before(source, row, column);
}

std::string without_year(const std::string& text) {
  std::string out = with_year_digits(without_space(fold_width(text)));
  for (const auto& [at, digits] : digit_runs(out)) {
    if (!is_year(digits)) continue;
    out.erase(at, digits.size());
    for (const std::string word : {"年度", "年"}) {
      if (out.substr(at).starts_with(word)) {
        out.erase(at, word.size());
        break;
      }
    }
    break;
  }
  return out;
}

std::optional<std::pair<int, int>> year_and_month(const std::string& text) {
  const std::size_t clock = text.find(':');  // a date that a program wrote as text, with its time
  const auto runs = digit_runs(fold_width(text.substr(0, clock == std::string::npos ? clock : text.find_last_of("T ", clock))));
  std::string year;
  std::string month;
  if (runs.size() == 1 && runs[0].second.size() == 6) {
    year = runs[0].second.substr(0, 4);
    month = runs[0].second.substr(4);
  } else if (runs.size() == 2 || runs.size() == 3) {
    year = runs[0].second;
    month = runs[1].second;
  }
  if (!is_year(year) || month.empty() || month.size() > 2) return std::nullopt;
  const int number = std::stoi(month);
  if (number < 1 || number > 12) return std::nullopt;
  return std::pair(std::stoi(year), number);
}

namespace {

/// When a building was finished is not what its table is about.
bool tells_of_a_building(const std::string& text) {
  static constexpr std::array kWords = {"竣工", "建成", "投用", "建于", "启用", "成立", "改造", "搬迁", "始建"};
  return std::any_of(kWords.begin(), kWords.end(), [&](const char* word) { return text.find(word) != std::string::npos; });
}

/// The column from which on a cell's merge reaches, and to which.
std::pair<int, int> reach(const SourceSheet& source, int row, int column) {
  for (const xlsx::Range& merge : source.sheet->merges)
    if (merge.first_row == row && merge.first_column == column) return {merge.first_column, merge.last_column};
  return {column, column};
}

/// Of several years in one row: the one that stands above a column, or nearest to its left.
std::optional<std::pair<int, int>> year_over(const SourceSheet& source, int row, const std::map<int, int>& years, int column) {
  std::optional<std::pair<int, int>> best;
  for (const auto& [at, year] : years) {
    const auto [from, to] = reach(source, row, at);
    if (from <= column && (to == from || column <= to)) best = {at, year};
  }
  return best;
}

}  // namespace

std::optional<FoundYear> year_of_columns(const SourceSheet& source, int first_row, int row, const std::vector<int>& columns) {
  std::map<int, FoundYear> found;
  for (int at = row - 1; at >= first_row; --at) {
    const auto cells = source.sheet->rows.find(at);
    if (cells == source.sheet->rows.end()) continue;
    std::map<int, int> years;
    for (const auto& [column, cell] : cells->second) {
      if (tells_of_a_building(source.text(at, column))) continue;
      if (const auto year = title_year(source, at, column)) years[column] = *year;
    }
    const bool beyond = !years.empty() && !columns.empty() && years.begin()->first > *std::max_element(columns.begin(), columns.end());
    if (years.empty() || beyond) continue;
    if (years.size() == 1) {
      found.try_emplace(years.begin()->second, FoundYear{years.begin()->second, source.origin(at, years.begin()->first)});
      continue;
    }
    std::map<int, int> over;
    for (int column : columns)
      if (const auto year = year_over(source, at, years, column)) over.try_emplace(year->second, year->first);
    if (over.size() == 1) return FoundYear{over.begin()->first, source.origin(at, over.begin()->second)};
    return std::nullopt;
  }
  if (found.size() == 1) return found.begin()->second;
  if (found.size() > 1) return std::nullopt;
  const auto year = month_of_name(source.sheet->name).year;
  if (!year) return std::nullopt;
  return FoundYear{*year, source.at("工作表名")};
}

std::optional<FoundYear> year_of_sheet(const SourceSheet& source, int first_row, int row) {
  for (int at = row - 1; at >= first_row; --at) {
    const auto cells = source.sheet->rows.find(at);
    if (cells == source.sheet->rows.end()) continue;
    for (const auto& [column, cell] : cells->second) {
      const auto year = title_year(source, at, column);
      if (year) return FoundYear{*year, source.origin(at, column)};
    }
  }
  const auto year = month_of_name(source.sheet->name).year;
  if (!year) return std::nullopt;
  return FoundYear{*year, source.at("工作表名")};
}

}  // namespace lvce::formats
