#include "prepare/template_rows.h"

#include <algorithm>
#include <set>

#include "assess/answer.h"
#include "support/text.h"

namespace lvce {
namespace {

std::string year_text(int year) { return year == 0 ? "" : std::to_string(year); }

std::string filled_in(std::string value, const FillContext& context) {
  const std::pair<const char*, std::string> fields[] = {{"{rubric}", context.rubric.id},
                                                        {"{province}", context.rubric.province},
                                                        {"{year}", year_text(context.years.work)},
                                                        {"{energy_year}", year_text(context.years.energy)},
                                                        {"{base_year}", year_text(context.years.base)},
                                                        {"{form_year}", year_text(context.years.form)}};
  for (const auto& [name, text] : fields) value = replace_all(std::move(value), name, text);
  return value;
}

TemplateCell cell_of(const TemplateColumn& column) {
  TemplateCell out;
  out.kind = column.kind;
  out.locked = column.locked;
  out.choices = column.choices;
  return out;
}

/// A row with the columns' looks; cells are then filled by header name.
class RowMaker {
 public:
  explicit RowMaker(const SheetTemplate& sheet) : sheet_(sheet) {
    for (const TemplateColumn& column : sheet.columns) row_.push_back(cell_of(column));
  }
  TemplateCell& at(std::string_view header) {
    static TemplateCell none;
    for (std::size_t i = 0; i < sheet_.columns.size(); ++i) {
      if (sheet_.columns[i].header.starts_with(header)) return row_[i];
    }
    return none = {};
  }
  void number(std::string_view header, const std::string& text) {
    TemplateCell& cell = at(header);
    cell.text = text;
    cell.number = !text.empty();
  }
  void text(std::string_view header, const std::string& text) { at(header).text = text; }
  TemplateRow take() { return std::move(row_); }

 private:
  const SheetTemplate& sheet_;
  TemplateRow row_;
};

const std::set<std::string>& items_by_year() {
  static const std::set<std::string> kItems = {"评价标准", "评价年度", "能耗年度", "对比基期", "备案表年度", "填报日期"};
  return kItems;
}

std::string earlier_item(const FillContext& context, const std::string& name) {
  if (context.earlier == nullptr || items_by_year().contains(name)) return "";
  return context.earlier->unit.text(name);
}

/// What the template says of it, and the number of characters that the rubric's form allows.
std::string note_of_item(const TemplateItem& item, const Rubric& rubric) {
  std::vector<std::string> lines;
  if (!item.note.empty()) lines.push_back(item.note);
  for (const TextLimit& limit : rubric.limits) {
    if (std::find(limit.fields.begin(), limit.fields.end(), item.name) == limit.fields.end()) continue;
    const std::string least = std::to_string(limit.min), most = std::to_string(limit.max);
    const std::string bounds = limit.min > 0 && limit.max > 0 ? least + " 至 " + most : (limit.max > 0 ? "最多 " + most : "至少 " + least);
    lines.push_back((limit.fields.size() > 1 ? join(limit.fields, "和") + "合计 " : "") + bounds + " 字");
  }
  return join(lines, "\n");
}

std::vector<TemplateRow> fixed_rows(const SheetTemplate& sheet, const FillContext& context) {
  std::vector<TemplateRow> out;
  for (const TemplateItem& item : sheet.items) {
    RowMaker row(sheet);
    row.text("项目", item.name);
    TemplateCell& cell = row.at("内容");
    cell.kind = item.kind;
    cell.choices = item.name == "单位类别" ? context.rubric.unit_categories : item.choices;
    cell.only_choices = item.name != "省份";
    cell.note = note_of_item(item, context.rubric);
    const std::string earlier = earlier_item(context, item.name);
    cell.text = earlier.empty() ? filled_in(item.value, context) : earlier;
    cell.number = item.kind == CellKind::whole && !cell.text.empty();
    out.push_back(row.take());
  }
  return out;
}

std::vector<int> ledger_years(const FillContext& context) {
  if (context.years.energy == 0) return {0, 0};
  return {context.years.base, context.years.energy};
}

void carry(RowMaker& row, std::string_view header, const Given<Decimal>& value) {
  if (value.value) row.number(header, value.value->shortest());
}

void carry_base(RowMaker& row, const FillContext& context, int year) {
  if (context.earlier == nullptr) return;
  for (const YearBase& base : context.earlier->bases) {
    if (base.year != year) continue;
    carry(row, "建筑面积", base.area_m2);
    carry(row, "供热面积", base.heated_area_m2);
    carry(row, "用能人数", base.energy_users);
    carry(row, "用水人数", base.water_users);
    carry(row, "车辆数量", base.vehicles);
    carry(row, "公务用车数量", base.official_vehicles);
  }
}

std::vector<TemplateRow> year_rows(const SheetTemplate& sheet, const FillContext& context) {
  std::vector<TemplateRow> out;
  for (int year : ledger_years(context)) {
    RowMaker row(sheet);
    row.number("年度", year_text(year));
    carry_base(row, context, year);
    out.push_back(row.take());
  }
  return out;
}

/// Header of a carrier's column in the sheet whose unit is the one that the older workbook used; nothing when they differ.
bool same_unit(const SheetTemplate& sheet, const LedgerColumn& column, std::string& header) {
  const std::string wanted = fold_width(column.header);
  for (const TemplateColumn& candidate : sheet.columns) {
    if (fold_width(candidate.header) == wanted) {
      header = candidate.header;
      return true;
    }
  }
  return false;
}

void carry_month(RowMaker& row, const SheetTemplate& sheet, const FillContext& context, int year, int month) {
  if (context.earlier == nullptr) return;
  const Ledger& ledger = context.earlier->ledger;
  for (const LedgerRow& old : ledger.rows) {
    if (old.year != year || old.month != month) continue;
    for (const LedgerColumn& column : ledger.columns) {
      std::string header;
      const auto found = old.quantities.find(column.carrier);
      if (found != old.quantities.end() && same_unit(sheet, column, header)) carry(row, header, found->second);
    }
  }
}

std::vector<TemplateRow> month_rows(const SheetTemplate& sheet, const FillContext& context) {
  std::vector<TemplateRow> out;
  for (int year : ledger_years(context)) {
    for (int month = 1; month <= 12; ++month) {
      RowMaker row(sheet);
      row.number("年度", year_text(year));
      row.number("月份", std::to_string(month));
      carry_month(row, sheet, context, year, month);
      out.push_back(row.take());
    }
  }
  return out;
}

std::vector<TemplateRow> metric_rows(const SheetTemplate& sheet, const FillContext& context) {
  std::vector<TemplateRow> out;
  for (const Target& target : context.rubric.targets) {
    RowMaker row(sheet);
    row.text("指标", target.metric);
    row.at("下降率要求").note = target.required_pct ? "标准已规定 " + target.required_pct->shortest() + "%，另有下达的才填" : "填上级下达的下降率，如 2.5%";
    out.push_back(row.take());
  }
  return out;
}

/// "1", "2", "1、2" …: some but not all of a few parts. More than three would make a list that nobody reads.
void add_part_choices(std::size_t count, std::vector<std::string>& out) {
  constexpr std::size_t kFew = 3;
  if (count > kFew) return;
  for (std::size_t size = 1; size < count; ++size) {
    for (unsigned set = 1; set < (1U << count); ++set) {
      std::vector<std::string> numbers;
      for (std::size_t part = 0; part < count; ++part) {
        if ((set >> part & 1U) != 0) numbers.push_back(std::to_string(part + 1));
      }
      if (numbers.size() == size) out.push_back(join(numbers, "、"));
    }
  }
}

std::vector<std::string> answer_choices(const Rule& rule) {
  std::vector<std::string> out;
  if (rule.kind == RuleKind::binary || rule.kind == RuleKind::all_of || rule.kind == RuleKind::any_of) out = {"是", "否"};
  if (rule.kind == RuleKind::parts) out = {"全部", "无"};
  if (!out.empty()) add_part_choices(rule.parts.size(), out);
  for (const ChoiceOption& option : rule.options) out.push_back(option.answer);
  for (const TierStep& step : rule.tiers) {
    if (!step.grade.empty()) out.push_back(step.grade);
  }
  if (!out.empty() && rule.not_applicable != NotApplicable::refused) out.push_back("不适用");
  return out;
}

/// Where numbers of parts may be typed as well, the list only helps.
bool only_choices(const Rule& rule) { return rule.parts.empty(); }

std::string answer_note(const Indicator& indicator) {
  if (!indicator.fill_in.empty()) return indicator.fill_in;
  std::string out = expected_answer(indicator.rule);
  for (std::size_t i = 0; i < indicator.rule.parts.size(); ++i) {
    out += "\n" + std::to_string(i + 1) + "＝" + indicator.rule.parts[i].name;
  }
  if (indicator.rule.not_applicable != NotApplicable::refused) out += "\n不适用的填“不适用”，并放一份情况说明";
  return out;
}

/// The older row that still fits: the same number with the same wording, or, in another rubric, the same wording.
const SelfScore* earlier_score(const FillContext& context, const Indicator& indicator) {
  if (context.earlier == nullptr) return nullptr;
  const std::string wanted = without_space(indicator.text);
  for (const SelfScore& score : context.earlier->scores) {
    if (without_space(score.printed_text) == wanted) return &score;
  }
  return nullptr;
}

TemplateRow indicator_row(const SheetTemplate& sheet, const FillContext& context, const Indicator& indicator) {
  RowMaker row(sheet);
  row.text("指标编号", indicator.id);
  row.text("评价内容", indicator.text);
  if (indicator.points) row.number("分值", indicator.points->text());
  row.text("填写要求", answer_note(indicator));
  row.at("完成情况").choices = answer_choices(indicator.rule);
  row.at("完成情况").only_choices = only_choices(indicator.rule);
  row.at("完成情况").note = expected_answer(indicator.rule);
  row.at("自评得分").maximum = indicator.points ? indicator.points : indicator.rule.cap;
  if (const SelfScore* old = earlier_score(context, indicator)) {
    row.text("责任科室", old->department);
    row.text("责任人", old->person);
  }
  return row.take();
}

std::vector<TemplateRow> indicator_rows(const SheetTemplate& sheet, const FillContext& context) {
  std::vector<TemplateRow> out;
  for (const Indicator* indicator : all_indicators(context.rubric)) out.push_back(indicator_row(sheet, context, *indicator));
  return out;
}

std::vector<TemplateRow> blank_rows(const SheetTemplate& sheet) {
  std::vector<TemplateRow> out;
  for (int i = 0; i < sheet.count; ++i) out.push_back(RowMaker(sheet).take());
  return out;
}

}  // namespace

std::vector<TemplateRow> rows_of_sheet(const SheetTemplate& sheet, const FillContext& context) {
  switch (sheet.rows) {
    case RowsOf::fixed: return fixed_rows(sheet, context);
    case RowsOf::years: return year_rows(sheet, context);
    case RowsOf::months: return month_rows(sheet, context);
    case RowsOf::metrics: return metric_rows(sheet, context);
    case RowsOf::indicators: return indicator_rows(sheet, context);
    case RowsOf::blank: return blank_rows(sheet);
  }
  return {};
}

std::vector<std::string> left_behind(const FillContext& context) {
  std::vector<std::string> out;
  if (context.earlier == nullptr) return out;
  std::set<std::string> wordings;
  for (const Indicator* indicator : all_indicators(context.rubric)) wordings.insert(without_space(indicator->text));
  for (const SelfScore& score : context.earlier->scores) {
    if (!wordings.contains(without_space(score.printed_text))) out.push_back("自评 " + score.indicator + "：新标准没有相同的评价内容，未带过来");
  }
  std::set<int> years;
  for (const LedgerRow& row : context.earlier->ledger.rows) years.insert(row.year);
  for (int year : years) {
    if (year != context.years.base && year != context.years.energy)
      out.push_back("能耗台账 " + std::to_string(year) + " 年：不是新的能耗年度或对比基期，未带过来");
  }
  return out;
}

}  // namespace lvce
