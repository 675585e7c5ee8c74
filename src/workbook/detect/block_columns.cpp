#include "workbook/detect/block_columns.h"

#include <algorithm>
#include <array>
#include <set>

#include "office/carriers.h"
#include "office/metered.h"
#include "office/values.h"
#include "support/ascii.h"
#include "support/text.h"
#include "workbook/detect/candidate_parts.h"
#include "workbook/detect/words.h"

namespace lvce::formats {
namespace {

bool heads_a_day(const std::string& header) {
  std::string plain = without_space(fold_width(header.substr(0, header.find('/'))));
  for (const char* ending : {"日", "号"})
    if (plain.ends_with(ending)) plain.resize(plain.size() - std::string(ending).size());
  return !plain.empty() && plain.size() <= 2 && plain.find_first_not_of("0123456789") == std::string::npos;
}

bool are_steps(const Candidate& readings, const Candidate& used) {
  std::optional<Decimal> factor;
  const Decimal* before = nullptr;
  int steps = 0;
  for (const auto& [month, value] : readings.values) {
    const auto quantity = used.values.find(month);
    if (before != nullptr && quantity != used.values.end()) {
      const auto ratio = quantity->second.divided_by(value - *before);
      if (!ratio || (factor && factor->rounded(3) != ratio->rounded(3))) return false;
      factor = ratio;
      ++steps;
    }
    before = &value;
  }
  return steps >= 5;
}

/// Three figures a year at least, to its end; from one to the next two or three months, seldom one, or always the same number.
bool is_rhythm(const std::vector<int>& months) {
  constexpr std::size_t kLeastReadings = 3;
  if (months.size() < kLeastReadings || months.back() < 10) return false;
  int longer = 0;
  std::set<int> steps;
  for (std::size_t i = 0; i < months.size(); ++i) {
    const int step = months[i] - (i == 0 ? 0 : months[i - 1]);
    if (i > 0) steps.insert(step);
    if (step > 4) return false;
    longer += step >= 2 ? 1 : 0;
  }
  return longer * 3 >= static_cast<int>(months.size()) * 2 || (steps.size() == 1 && *steps.begin() > 1);
}

bool is_unit_said(const std::string& text) { return is_unit(header_unit(text)); }

}  // namespace

bool is_form_word(const std::string& text) {
  const std::string plain = without_space(fold_width(text));
  return (plain.find(':') != std::string::npos && plain.find("其中") == std::string::npos) || is_day_of_filling(text);
}

void join_days(SeriesCandidates& out, int block) {
  std::vector<std::size_t> days;
  std::size_t whole = out.all.size();
  for (std::size_t i = 0; i < out.all.size(); ++i) {
    const Candidate& found = out.all[i];
    if (found.block != block) continue;
    if (heads_a_day(found.header)) days.push_back(i);
    else if (found.total) whole = i;
  }
  if (days.size() < 28) return;
  Candidate joined = out.all[days.front()];
  const xlsx::Range& last = out.all[days.back()].rule.values.front();
  joined.rule.values.front().last_row = last.last_row;
  joined.rule.values.front().last_column = last.last_column;
  joined.rule.days = true;
  joined.other.clear();
  joined.values.clear();
  joined.doubts.clear();
  joined.remarks = {"每月各日相加"};
  read_values(joined);
  const bool agrees = whole < out.all.size() && out.all[whole].values == joined.values;
  if (whole < out.all.size() && !agrees) joined.doubts.push_back("各日之和与“合计”列不符");
  for (std::size_t i = out.all.size(); i-- > 0;)
    if (out.all[i].block == block && (heads_a_day(out.all[i].header) || i == whole)) out.all.erase(out.all.begin() + static_cast<std::ptrdiff_t>(i));
  out.all.push_back(std::move(joined));
}

void leave_readings(SeriesCandidates& out, int block) {
  for (std::size_t i = out.all.size(); i-- > 0;) {
    const Candidate& one = out.all[i];
    const bool grows = std::any_of(one.doubts.begin(), one.doubts.end(), [](const std::string& doubt) { return doubt.find("只增不减") != std::string::npos; });
    if (one.block != block || !grows) continue;
    const bool steps = std::any_of(out.all.begin(), out.all.end(),
                                   [&](const Candidate& other) { return other.block == block && &other != &one && are_steps(one, other); });
    if (!steps) continue;
    out.left_out.push_back({one.place(), one.header, "是读数，用量在旁边一列"});
    out.all.erase(out.all.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

void settle_solar(SeriesCandidates& out, int block) {
  const auto solar = [&](const Candidate& one) { return one.block == block && one.carrier == Carrier::own_solar; };
  const auto produced = [](const Candidate& one) { return one.header.find("发电") != std::string::npos && one.header.find("自用") == std::string::npos; };
  const bool used = std::any_of(out.all.begin(), out.all.end(), [&](const Candidate& one) { return solar(one) && !produced(one); });
  const bool produces = std::any_of(out.all.begin(), out.all.end(), [&](const Candidate& one) { return solar(one) && produced(one); });
  for (Candidate& one : out.all) {
    if (!produces || one.block != block || one.carrier != Carrier::electricity || one.header.find("自用") == std::string::npos) continue;
    one.doubts.push_back("是光伏自用的电，还是全部用电，看不出来");
  }
  for (std::size_t i = out.all.size(); i-- > 0;) {
    Candidate& one = out.all[i];
    if (!solar(one) || !produced(one)) continue;
    const std::string sheet = one.file + " " + one.sheet + "!";
    const bool sold = std::any_of(out.left_out.begin(), out.left_out.end(),
                                  [&](const LeftOut& left) { return left.place.starts_with(sheet) && left.header.find("上网") != std::string::npos; });
    if (!used && sold) one.doubts.push_back("发电量里有多少自用、多少上网，看不出来");
    if (!used) continue;
    out.left_out.push_back({one.place(), one.header, "是发电量，自用的电量在旁边"});
    out.all.erase(out.all.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

void ask_uncomputed(SeriesCandidates& out, const BlockShape& shape, const std::string& file, int column, const std::vector<std::string>& stack) {
  const auto is_uncomputed = [&](int row) {
    const auto [r, c] = shape.grid.real(row, column);
    return shape.grid.source().sheet->at(r, c).kind == xlsx::Cell::Kind::uncomputed;
  };
  const bool needless = std::any_of(stack.begin(), stack.end(), [](const std::string& text) { return says_total(text) || is_other_thing(text); });
  if (needless || std::none_of(shape.rows.begin(), shape.rows.end(), is_uncomputed)) return;
  out.questions.push_back(file + " " + shape.grid.source().sheet->name + "!" + range_text(shape.grid.range(shape.axis.first, column, shape.last, column)) +
                          "：是公式，文件里没有存下结果；请在WPS或Excel里打开、保存，再运行一次");
}

namespace {

/// 9526度/5715元, 9 526: figures, and no figure.
bool is_spoilt_figure(const std::string& text) {
  const std::string plain = fold_width(text);
  if (plain.empty() || !is_ascii_digit(plain.front())) return false;
  const std::string rest = plain.substr(std::min(plain.size(), plain.find_first_not_of("0123456789., ")));
  static constexpr std::array kBehind = {"度", "千瓦", "k", "K", "吨", "方", "立方", "m", "升", "L", "公斤", "千克", "元", "/", "G", "万"};
  return rest.empty() || std::any_of(kBehind.begin(), kBehind.end(), [&](const char* unit) { return rest.starts_with(unit); });
}

}  // namespace

void ask_texts(SeriesCandidates& out, const BlockShape& shape, const std::string& file, int column, const std::vector<std::string>& stack) {
  const bool carrier = std::any_of(stack.begin(), stack.end(), [](const std::string& text) { return carriers_in(text).size() == 1; });
  const bool needless = std::any_of(stack.begin(), stack.end(), [](const std::string& text) {
    static constexpr std::array kNames = {"地点", "部位", "单位", "用户", "户名", "名称", "楼", "表"};
    return is_other_thing(text) || is_other_carrier(text) || holds_one(text, kNames);
  });
  if (!carrier || needless) return;
  std::vector<std::string> cells;
  for (int row : shape.rows) {
    const std::string& text = shape.grid.text(row, column);
    const auto [r, c] = shape.grid.real(row, column);
    if (is_spoilt_figure(text)) cells.push_back(xlsx::cell_name(r, c) + kNoNumber);
  }
  if (cells.empty()) return;
  out.questions.push_back(file + " " + shape.grid.source().sheet->name + "「" + join(stack, "/") + "」：" + told_briefly(cells) + "，请每格只填一个数字");
}

void ask_long_sheet(SeriesCandidates& out, const SourceSheet& source, const std::string& file) {
  if (source.sheet->rows.empty()) return;
  const bool long_one = source.sheet->rows.rbegin()->first > Grid::kMostRows;
  if (!long_one && !source.sheet->truncated) return;
  const std::string why = long_one ? "行数太多，只看了前" + std::to_string(Grid::kMostRows) + "行，后面的没有读；请拆成几张表"
                                   : "这张表没有读完（行、列、合并格或文字太多）；请拆成几张表，或另存为 .xlsx";
  out.questions.push_back(file + " " + source.sheet->name + "：" + why);
  for (Candidate& one : out.all)
    if (one.source == &source) one.doubts.push_back(why);
}

Carrier settle_gas(Carrier carrier, const std::vector<std::string>& stack, const std::vector<std::string>& beside) {
  if (carrier != Carrier::natural_gas) return carrier;
  for (const auto* texts : {&stack, &beside})
    for (const std::string& text : *texts) {
      if (!units_in(text, Carrier::natural_gas).empty()) return carrier;
      if (!units_in(text, Carrier::lpg).empty() && text.find("天然气") == std::string::npos) return Carrier::lpg;
    }
  return carrier;
}

void doubt_words(Candidate& found, const std::vector<std::string>& stack, const std::vector<std::string>& beside) {
  const auto any = [](const std::vector<std::string>& texts, auto&& test) { return std::any_of(texts.begin(), texts.end(), test); };
  const bool quantity = any(stack, says_quantity);
  const bool unit = any(stack, is_unit) || any(beside, [&](const std::string& text) { return !units_in(text, found.carrier).empty(); });
  if (!quantity && !unit && any(beside, speaks_of_money)) found.doubts.push_back("是用量还是金额，看不出来");
  if (any(beside, [](const std::string& text) { return speaks_of_money(text) && text.find("元") != std::string::npos; }) && !unit && !any(stack, is_unit_said))
    found.doubts.push_back("表上写着单位是元，是用量还是金额，看不出来");
  if (any(beside, speaks_of_shares)) found.doubts.push_back("标题说的是几家分摊，哪些是本单位的看不出来");
  if (any(stack, counts_things)) found.doubts.push_back("是个数，不是用量");
  if (any(beside, speaks_of_plans)) found.doubts.push_back("标题像是计划数，是不是实际用量看不出来");
  const bool carrier = any(stack, [](const std::string& text) { return !carriers_in(text).empty(); });
  if (carrier || quantity || stack.empty()) return;
  const auto odd = std::find_if(stack.begin(), stack.end(), [](const std::string& text) {
    static const std::set<std::string> kTariffs = {"峰", "平", "谷", "尖", "尖峰", "高峰", "低谷", "平段", "峰段", "谷段", "尖段", "深谷"};
    return !what_else(text).empty() && !names_a_part(text) && !kTariffs.contains(what_else(text)) && !year_in(text) && !heads_a_day(text);
  });
  found.vague = odd != stack.end();
  if (odd != stack.end()) found.doubts.push_back("「" + *odd + "」是不是用量，看不出来");
}

bool is_settled(const Candidate& found) {
  std::map<int, Decimal> sums;
  for (const auto& [month, value] : found.values) sums[std::get<0>(month)] += value;
  return !sums.empty() && std::all_of(sums.begin(), sums.end(), [&](const auto& year) {
    const auto totals = found.totals.find(year.first);
    return totals != found.totals.end() && std::any_of(totals->second.begin(), totals->second.end(),
                                                       [&](const PrintedTotal& total) { return total.value.rounded(4) == year.second.rounded(4); });
  });
}

bool is_read_every_few_months(const Candidate& found) {
  if (found.rule.sum || !is_metered(found.carrier)) return false;
  std::map<int, std::vector<int>> months;  // year → last months of the figures
  for (const auto& [key, value] : found.values)
    if (std::get<1>(key) > 0 && std::get<1>(key) == std::get<2>(key)) months[std::get<0>(key)].push_back(std::get<2>(key));
  return !months.empty() && std::all_of(months.begin(), months.end(), [](const auto& year) { return is_rhythm(year.second); });
}

namespace {

/// More than an office uses in a month, in the ledger's unit: most likely the unit is another one, and it is asked; no figure is computed from it.
/// 10 million kWh are 14 MW day and night, 1 million m³ of water 300 litres a day for 110,000 people, 2 million m³ of gas about 28 MW (at 10 kWh/m³),
/// 100,000 litres of fuel a thousand cars at 100 litres, and 50 t some 68,000 litres. 0: nothing is too much.
int too_much_a_month(const Candidate& found) {
  switch (found.carrier) {
    case Carrier::electricity: return 10'000'000;
    case Carrier::water: return 1'000'000;
    case Carrier::natural_gas: return 2'000'000;
    case Carrier::petrol:
    case Carrier::diesel: return found.unit == "吨" ? 50 : 100'000;
    default: return 0;
  }
}

}  // namespace

void look_at_size(Candidate& found) {
  Decimal sum;
  for (const auto& [month, value] : found.values) sum += value;
  const int most = too_much_a_month(found);
  const auto large = std::find_if(found.values.begin(), found.values.end(), [&](const auto& value) {
    const auto [year, first, last] = value.first;
    return most > 0 && first > 0 && Decimal(most) * Decimal(last - first + 1) < value.second;
  });
  if (large != found.values.end())
    found.doubts.push_back(std::to_string(std::get<1>(large->first)) + "月有" + large->second.shortest() + found.unit + "，请核对计量单位");
  if (found.unit_said || found.carrier != Carrier::electricity || found.values.size() < 6 || !(sum < Decimal(static_cast<int>(found.values.size()) * 250)))
    return;
  found.doubts.push_back("表里没有写计量单位，数又很小，请核对是不是万千瓦时");
}

}  // namespace lvce::formats
