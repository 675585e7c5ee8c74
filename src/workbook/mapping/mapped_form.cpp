#include "workbook/mapping/mapped_form.h"

#include <algorithm>

#include "office/month_label.h"
#include "office/values.h"
#include "support/text.h"
#include "workbook/files/find_workbook.h"
#include "workbook/files/read_book.h"
#include "workbook/mapping/mapped_table.h"
#include "workbook/mapping/named_month.h"

namespace lvce::formats {
namespace {

using Kind = xlsx::Cell::Kind;

const std::string kPartOf = "其中";

/// A column of values, and whose they are.
struct ValueColumn {
  int column = 0;
  std::optional<Dated> year;
  Dated month;
};

/// One form on the sheet: from its header to the next one.
struct Block {
  int first_row = 0;  ///< where its title may stand
  int header_row = 0;
  int last_row = 0;
  int label = 0;
  int unit = 0;  ///< 0: there is none
  int heading = 0;
  std::vector<ValueColumn> values;
};

/// Without the number of a heading: 一、电 → 电, (二)水 → 水, 3.煤 → 煤.
std::string without_number(const std::string& key) {
  const std::u32string text = decode_utf8(key);
  const std::size_t end = text.find_first_not_of(U"0123456789一二三四五六七八九十()");
  if (end == std::u32string::npos || end == 0 || (text[end] != U'、' && text[end] != U'.' && text[end] != U'．' && text[end - 1] != U')')) return key;
  return encode_utf8(text.substr(text[end - 1] == U')' ? end : end + 1));
}

/// "其中：采暖用煤消耗量" → "采暖用煤消耗量", "一、电" → "电".
std::string label_key(const std::string& label) {
  const std::string folded = without_space(fold_width(label));
  const std::string key = name_key(without_number(folded));
  return key.starts_with(kPartOf) ? key.substr(kPartOf.size()) : key;
}

/// What stands below a heading (一、电) and says only that it is the quantity.
bool is_quantity_word(const std::string& label) {
  static const std::vector<std::string> kWords = {"消耗量", "消费量", "用量", "数量", "使用量", "实物量"};
  return std::find(kWords.begin(), kWords.end(), label_key(label)) != kWords.end();
}

bool is_labelled(const std::string& label, const std::vector<std::string>& names) {
  return is_named(label, names) || std::any_of(names.begin(), names.end(), [&](const std::string& name) { return label_key(label) == label_key(name); });
}

class FormReader {
 public:
  FormReader(const SourceSheet& source, const FormRule& rule, ContractBook& out, Reporter& reporter)
      : source_(source), rule_(rule), out_(out), reporter_(reporter) {}

  bool read() {
    std::vector<Block> blocks = find_blocks();
    for (Block& block : blocks) {
      if (settle_years(block) && settle_month(block)) read_block(block);
    }
    report_ignored();
    return !blocks.empty();
  }

 private:
  std::vector<Block> find_blocks() const {
    std::vector<Block> blocks;
    for (const auto& [row, cells] : source_.sheet->rows) {
      Block block{1, row, 0, 0, 0, 0, {}};
      for (const auto& [column, cell] : cells) match(block, column);
      if (block.label == 0 || block.values.empty()) continue;
      if (!blocks.empty()) {
        blocks.back().last_row = row - 1;
        block.first_row = blocks.back().header_row + 1;
      }
      blocks.push_back(std::move(block));
    }
    if (!blocks.empty()) blocks.back().last_row = source_.sheet->rows.rbegin()->first;
    return blocks;
  }

  void match(Block& block, int column) const {
    const std::string text = source_.text(block.header_row, column);
    if (block.label == 0 && is_named(text, rule_.label)) block.label = column;
    else if (block.heading == 0 && is_named(text, rule_.heading)) block.heading = column;
    else if (block.unit == 0 && is_named(text, rule_.unit)) block.unit = column;
    else match_value(block, column, text);
  }

  void match_value(Block& block, int column, const std::string& text) const {
    const xlsx::Origin at = source_.origin(block.header_row, column);
    if (rule_.months) {
      const auto month = month_label(text);
      if (!month || month->first != month->last) return;
      const auto year = month->year ? month->year : year_in(merged_text(source_, block.header_row - 1, column));
      block.values.push_back({column, year ? std::optional(Dated{*year, at}) : std::nullopt, {month->first, at}});
      return;
    }
    const auto year = year_in(text);
    const bool named = is_named(text, rule_.values) || (year && is_named(without_year(text), rule_.values)) || (year && without_year(text).empty());
    if (named) block.values.push_back({column, year ? std::optional(Dated{*year, at}) : std::nullopt, {0, at}});
  }

  static std::vector<int> value_columns(const Block& block) {
    std::vector<int> columns;
    for (const ValueColumn& value : block.values) columns.push_back(value.column);
    return columns;
  }

  /// Of a form that is one month's: the month of all its values. False, after a finding, where what the rule names says none.
  bool settle_month(Block& block) {
    if (rule_.months) return true;
    const auto [month, at] = month_of_form(block);
    const bool asked = rule_.month.kind != MonthSource::Kind::anywhere && rule_.month.kind != MonthSource::Kind::fixed;
    if (month == 0 && asked) {
      reporter_.at_cell("month-unreadable", Severity::error, place_of(at), "看不出这张表是哪个月的，没有读取",
                        "请写成 3月 或 2021年3月，或改正映射文件里的 month");
      return false;
    }
    if (month > 0)
      for (ValueColumn& value : block.values) value.month = {month, at};
    return true;
  }

  /// 0: nowhere said, a whole year's.
  std::pair<int, xlsx::Origin> month_of_form(const Block& block) const {
    using Source = MonthSource::Kind;
    const MonthSource& from = rule_.month;
    const xlsx::Origin in_name = source_.at("工作表名"), in_file = source_.at("文件名");
    switch (from.kind) {
      case Source::fixed: return {from.month, source_.at("（映射文件）")};
      case Source::cell: return {month_in(merged_text(source_, from.row, from.column)).value_or(0), source_.origin(from.row, from.column)};
      case Source::sheet_name: return {month_of_name(source_.sheet->name).month.value_or(0), in_name};
      case Source::file_name: return {month_of_name(stem_of(source_.file)).month.value_or(0), in_file};
      case Source::anywhere: break;
    }
    for (int row = block.header_row - 1; row >= block.first_row; --row) {
      const auto cells = source_.sheet->rows.find(row);
      if (cells == source_.sheet->rows.end()) continue;
      for (const auto& [column, cell] : cells->second) {
        const std::string text = source_.text(row, column);
        const auto month = cell.kind == Kind::text && year_in(text) && !is_day_of_filling(source_, row, column) ? month_in(text) : std::nullopt;
        if (month) return {*month, source_.origin(row, column)};
      }
    }
    if (const auto month = month_of_name(source_.sheet->name).month) return {*month, in_name};
    return {month_of_name(stem_of(source_.file)).month.value_or(0), in_file};
  }

  /// False, after a finding, where it cannot be told which year the values are of.
  bool settle_years(Block& block) {
    std::optional<Dated> year;
    if (rule_.year) year = Dated{*rule_.year, source_.at("（映射文件）")};
    else if (const auto found = year_of_columns(source_, block.first_row, block.header_row, value_columns(block))) year = Dated{found->year, found->at};
    else if (const auto named = month_of_name(stem_of(source_.file)).year) year = Dated{*named, source_.at("文件名")};
    for (ValueColumn& value : block.values) {
      if (!value.year) value.year = year;
      if (value.year) continue;
      reporter_.at_cell("mapping-year-unknown", Severity::error, place_of(source_.origin(block.header_row, value.column)), "看不出这里是哪一年的数，没有读取",
                        "请在标题、工作表名或列名里写明年度（如 2022年度），或在映射文件里写 year");
      return false;
    }
    return true;
  }

  /// The rule for a label; `parent` is the last label that is no part of another.
  const ValueRule* rule_of(const std::string& label, const std::string& parent) const {
    const auto fits = [&](const ValueRule& rule) {
      return is_labelled(label, rule.names) && (rule.under.empty() || label_key(parent) == label_key(rule.under));
    };
    const auto found = std::find_if(rule_.rows.begin(), rule_.rows.end(), fits);
    return found == rule_.rows.end() ? nullptr : &*found;
  }

  void read_block(const Block& block) {
    std::string parent;
    std::map<const ValueRule*, int> seen;
    for (int row = block.header_row + 1; row <= block.last_row; ++row) {
      const std::string label = source_.text(row, block.label);
      if (label.empty()) continue;
      if (block.heading > 0)
        if (const std::string heading = heading_of(block, row); !heading.empty()) parent = heading;
      const ValueRule* rule = rule_of(label, parent);
      if (rule != nullptr && rule->under.empty() && is_heading(block, row)) rule = nullptr;
      if (rule == nullptr && is_quantity_word(label)) rule = rule_of(parent, "");
      if (rule != nullptr && is_quantity_word(label)) {
        if (const auto [first, added] = seen.try_emplace(rule, row); added) read_row(block, row, *rule);
        else report_label_twice(block, row, first->second, label);
        continue;
      }
      const bool part = name_key(label).starts_with(kPartOf) || is_ignored(label) || (rule != nullptr && !rule->under.empty());
      if (!part) parent = label;
      if (rule == nullptr) note_ignored(block, row, label);
      else if (const auto [first, added] = seen.try_emplace(rule, row); added) read_row(block, row, *rule);
      else report_label_twice(block, row, first->second, label);
    }
    finish_sums(block);
    report_absent(block, seen);
  }

  /// The last heading in the second column of labels.
  std::string heading_of(const Block& block, int row) const {
    for (int at = row; at > block.header_row; --at)
      if (std::string text = merged_text(source_, at, block.heading); !text.empty()) return text;
    return {};
  }

  /// A label without figures, above rows that only say 消耗量.
  bool is_heading(const Block& block, int row) const {
    const bool none = std::all_of(block.values.begin(), block.values.end(),
                                  [&](const ValueColumn& value) { return source_.sheet->at(row, value.column).kind == Kind::blank; });
    return none && row < block.last_row && is_quantity_word(source_.text(row + 1, block.label));
  }

  void report_label_twice(const Block& block, int row, int first, const std::string& label) {
    if (source_.sheet->at(row, block.values.front().column).kind == Kind::blank) return;
    reporter_.at_cell("mapping-label-twice", Severity::error, place_of(source_.origin(row, block.label)),
                      "「" + label + "」出现两次（另见 " + xlsx::cell_name(first, block.label) + "），只采用了前一处",
                      "请只保留一处，或在映射文件里用 under 写明是谁的其中项");
  }

  void report_absent(const Block& block, const std::map<const ValueRule*, int>& seen) {
    std::vector<std::string> absent;
    for (const ValueRule& rule : rule_.rows) {
      if (!seen.contains(&rule) && !rule.optional) absent.push_back("「" + rule.names.front() + "」");
    }
    if (absent.empty()) return;
    reporter_.at_cell("mapping-row-missing", Severity::error, place_of(source_.origin(block.header_row, block.label)),
                      "表里没有映射文件所列的" + join(absent, ""), "请核对名称；本来就没有的，请在映射文件里写 optional: true");
  }

  void read_row(const Block& block, int row, const ValueRule& rule) {
    const std::string own = block.unit > 0 ? header_unit("(" + source_.text(row, block.unit) + ")") : "";
    const std::string there = own.empty() ? unit_beside(source_.text(row, block.label), rule.names) : own;
    const xlsx::Origin at = source_.origin(row, block.unit > 0 ? block.unit : block.label);
    const auto unit = settle_unit(there, rule, at, reporter_);
    out_.came_from(rule.to.sheet, source_.shown);
    for (const ValueColumn& value : block.values) {
      Taken taken = take(source_, row, value.column);
      if (!unit && taken.cell.kind != Kind::blank) taken.cell.kind = Kind::refused;
      if (rule.add) parts_[{&value, rule.to.column}].push_back({std::move(taken), rule.to, unit.value_or(""), at});
      else put(value, rule.to, unit.value_or(rule.unit), at, taken);
    }
  }

  void put(const ValueColumn& value, const Target& to, const std::string& unit, const xlsx::Origin& unit_at, const Taken& taken) {
    const int column = out_.column(to, unit, unit_at);
    if (column > 0) out_.put(to.sheet, out_.row_of(to.sheet, *value.year, value.month), column, taken);
  }

  struct Part {
    Taken taken;
    Target to;
    std::string unit;
    xlsx::Origin unit_at;
  };

  /// Rows that are added together, once the whole form has been read.
  void finish_sums(const Block&) {
    for (auto& [key, parts] : parts_) {
      std::vector<Taken> values;
      bool same_unit = true;
      for (const Part& part : parts) {
        values.push_back(part.taken);
        same_unit = same_unit && canonical_unit(part.unit) == canonical_unit(parts.front().unit);
      }
      const Part& first = parts.front();
      const auto wanted = static_cast<std::size_t>(std::count_if(rule_.rows.begin(), rule_.rows.end(), [&](const ValueRule& rule) {
        return rule.add && rule.to.sheet == first.to.sheet && rule.to.column == first.to.column;
      }));
      Taken sum = take_sum(values, reporter_);
      if (!same_unit) {
        reporter_.at_cell("mapping-unit-differs", Severity::error, place_of(parts.back().unit_at), "相加的几项计量单位不同，没有采用", "请把计量单位改成一致");
      }
      if (parts.size() < wanted) {
        reporter_.at_cell("mapping-sum-incomplete", Severity::error, place_of(first.unit_at),
                          "“" + first.to.column + "”由几项相加，其中有的项没有找到，没有采用", "请核对名称，补齐各项");
      }
      if ((!same_unit || parts.size() < wanted) && sum.cell.kind != Kind::blank) sum.cell.kind = Kind::refused;
      put(*key.first, first.to, first.unit, first.unit_at, sum);
    }
    parts_.clear();
  }

  bool is_ignored(const std::string& label) const {
    return std::any_of(rule_.ignore.begin(), rule_.ignore.end(), [&](const std::string& pattern) { return matches_pattern(label_key(label), pattern); });
  }

  /// Labels that no rule names, with a number beside them.
  void note_ignored(const Block& block, int row, const std::string& label) {
    const bool value = std::any_of(block.values.begin(), block.values.end(),
                                   [&](const ValueColumn& column) { return source_.sheet->at(row, column.column).kind == Kind::number; });
    if (value && !is_ignored(label) && !is_total_label(label)) ignored_.push_back("「" + replace_all(label, "\n", "") + "」");
  }

  void report_ignored() {
    if (ignored_.empty()) return;
    reporter_.at_cell("mapping-rows-ignored", Severity::note, place_of(source_.at("各行")), "以下各行映射文件没有对应，没有读取：" + join(ignored_, ""), {});
  }

  const SourceSheet& source_;
  const FormRule& rule_;
  ContractBook& out_;
  Reporter& reporter_;
  std::map<std::pair<const ValueColumn*, std::string>, std::vector<Part>> parts_;
  std::vector<std::string> ignored_;
};

}  // namespace

bool read_mapped_form(const SourceSheet& source, const FormRule& rule, ContractBook& out, Reporter& reporter) {
  return FormReader(source, rule, out, reporter).read();
}

}  // namespace lvce::formats
