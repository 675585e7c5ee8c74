#include "review/lists/list_parts.h"

namespace lvce {

Document for_each_rubric(const std::string& stem, Orientation orientation, const ReviewResults& results,
                         const std::function<std::vector<Block>(const RubricResults&)>& blocks) {
  Document document;
  document.kind = OutputKind::paper;
  document.stem = stem;
  document.title = stem;
  for (const RubricResults& group : results.rubrics) {
    Section section;
    section.orientation = orientation;
    section.sheet = results.rubrics.size() == 1 ? stem : group.rubric->id;
    section.blocks = blocks(group);
    section.narrow_area = true;
    document.sections.push_back(std::move(section));
  }
  return document;
}

std::vector<Block> list_head(const std::string& title, const RubricResults& group) {
  std::vector<Block> blocks;
  blocks.emplace_back(paper_line(ParagraphStyle::table_title, title));
  blocks.emplace_back(paper_line(ParagraphStyle::note, "评价标准：" + group.rubric->title));
  return blocks;
}

Table unit_table(const std::vector<PaperColumn>& columns, const std::vector<const UnitResult*>& units,
                 const std::function<std::vector<TableCell>(const UnitResult&)>& cells) {
  Table table = list_table("", columns);
  std::int64_t number = 0;
  for (const UnitResult* unit : units) {
    TableRow row{{whole_cell(++number)}, true};
    for (TableCell& cell : cells(*unit)) row.cells.push_back(std::move(cell));
    table.rows.push_back(std::move(row));
  }
  if (units.empty()) {
    TableCell none = text_cell("无", Align::centre);
    none.column_span = static_cast<int>(columns.size());
    table.rows.push_back({{std::move(none)}, true});
  }
  return table;
}

std::vector<const UnitResult*> units_that(const RubricResults& group, const std::function<bool(const UnitResult&)>& is_one) {
  std::vector<const UnitResult*> out;
  for (const UnitResult& unit : group.units)
    if (is_one(unit)) out.push_back(&unit);
  return out;
}

const LevelReview* decisive_level(const UnitResult& unit) {
  return unit.reviewed.levels.empty() || !unit.reviewed.levels.back().total ? nullptr : &unit.reviewed.levels.back();
}

bool is_reverified(const UnitResult& unit) { return unit.reviewed.package->about.named_year.has_value(); }

TableCell points_or_dash(const std::optional<Points>& points) { return points ? points_cell(*points) : text_cell("—", Align::right); }

TableCell final_points_cell(const UnitResult& unit) {
  TableCell cell = points_or_dash(unit.standing.final_points);
  cell.value.format.trim = false;
  return cell;
}

std::string passed_words(const UnitResult& unit) {
  if (!unit.standing.final_points) return "未完成";
  if (!unit.reviewed.rubric->pass) return "—";
  if (!unit.standing.passed) return "待定";
  return *unit.standing.passed ? "通过" : "未通过";
}

}  // namespace lvce
