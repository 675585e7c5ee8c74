#include "review/sheets/onsite_form.h"

#include <algorithm>

#include "review/paper/blocks.h"

namespace lvce {
namespace {

constexpr double kRoomMm = 16;  ///< height of a row to write in

TableRow onsite_row(const SheetRow& row) {
  TableCell room = blank_cell();
  room.min_height_mm = kRoomMm;
  TableRow out{{text_cell(row.indicator->id), text_cell(row.indicator->text), points_cell(row.maximum), points_cell(row.supported), text_cell(row.pages),
                text_cell(row.deduction ? deduction_words(*row.deduction) : "")},
               true};
  for (int blank = 0; blank < 3; ++blank) out.cells.push_back(room);
  return out;
}

Table visit_table(const ReviewSheet& sheet) {
  Table table = list_table("", {{"单位", 22}, {sheet.identity.unit, 0, 2}, {"核查日期", 22}, {"　　年　月　日", 0, 1}});
  for (std::size_t value : {std::size_t{1}, std::size_t{3}}) table.rows[0].cells[value].head = false;
  table.head_rows = 0;
  table.continued_label = false;
  TableRow people{{text_cell("核查人", Align::centre), blank_cell(), text_cell("单位陪同人", Align::centre), blank_cell()}, true};
  people.cells[0].head = people.cells[2].head = true;
  table.rows.push_back(std::move(people));
  return table;
}

}  // namespace

Document compose_onsite_form(const ReviewSheet& sheet, const std::string& stem) {
  const bool named = std::any_of(sheet.rows.begin(), sheet.rows.end(), [](const SheetRow& row) { return row.deduction.has_value(); });
  std::vector<Block> blocks;
  const std::string level = sheet.identity.level.empty() ? "" : "（" + sheet.identity.level + "）";
  blocks.emplace_back(paper_line(ParagraphStyle::table_title, "现场核查表" + level));
  blocks.emplace_back(visit_table(sheet));
  blocks.emplace_back(paper_line(ParagraphStyle::note,
                                 named ? "下列指标按评价标准现场查看。扣分处数填看到的处数，没有填 0；位置和情况写在“现场情况”里，回去后填入 核查表.xlsx。"
                                       : "评价标准没有写明现场查看的指标，下面列出全部指标，供现场记录。"));
  Table table = list_table("", {{"指标编号", 17},
                                {"评价标准", 0, 1},
                                {"分值", 11},
                                {"材料支持", 13},
                                {"页码", 14},
                                {"现场扣分", 26},
                                {"扣分处数", 15},
                                {"现场情况（位置、数量）", 58},
                                {"得分", 13}});
  for (const SheetRow& row : sheet.rows)
    if (row.applies && (row.deduction || !named)) table.rows.push_back(onsite_row(row));
  blocks.emplace_back(std::move(table));
  blocks.emplace_back(
      paper_line(ParagraphStyle::note, "核查人签字：　　　　　　　　　　　　　　单位陪同人签字：　　　　　　　　　　　　　　日期：　　　　　　"));
  return one_section(stem, sheet.identity.unit + " 现场核查表", "", Orientation::landscape, std::move(blocks));
}

}  // namespace lvce
