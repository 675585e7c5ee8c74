#include "review/lists/registrations.h"

#include <exception>
#include <optional>

#include "review/lists/form_labels.h"
#include "review/lists/list_parts.h"
#include "review/table/named_table.h"
#include "review/table/side_by_side.h"
#include "support/files.h"
#include "workbook/xlsx/xlsx.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kFormAtMost = 16U << 20;
constexpr std::size_t kColumnsOfPortrait = 5;
constexpr NumberFormat kFormFigure{3, false, false, true};

using FormRow = std::optional<std::vector<TableCell>>;

TableCell cell_as_given(const xlsx::Book& book, const xlsx::Cell& cell) {
  if (cell.kind == xlsx::Cell::Kind::number && !cell.percent)
    if (const auto number = Decimal::from_cell(cell.number)) return decimal_cell(*number, kFormFigure);
  return text_cell(shown_text(book, cell));
}

FormRow read_form(const fs::path& file, const std::vector<FormLabel>& labels) {
  const auto bytes = read_file(file, kFormAtMost);
  if (!bytes) return std::nullopt;
  const xlsx::ReadBook read = xlsx::read_xlsx(*bytes, [](const std::string&) { return true; });
  if (!read.book) return std::nullopt;
  std::vector<TableCell> cells;
  for (const xlsx::Cell& value : form_values(*read.book, labels)) cells.push_back(cell_as_given(*read.book, value));
  return cells;
}

std::vector<FormRow> read_forms(const RubricResults& group, const fs::path& desk, const std::string& name, const std::vector<FormLabel>& labels) {
  std::vector<FormRow> rows(group.units.size());
  side_by_side(rows.size(), [&](std::size_t i) { rows[i] = read_form(desk / group.units[i].reviewed.package->folder / name, labels); });
  return rows;
}

Document registration_document(const RubricResults& group, const std::string& stem, const std::vector<FormLabel>& labels, const std::vector<FormRow>& rows) {
  std::vector<PaperColumn> columns = {{"序号", 12}, {"收件单位", 0, 1.4}};
  for (const FormLabel& label : labels) columns.push_back({label.words(), 0, 1});
  Table table = list_table("", columns);
  table.font_size = labels.size() > kColumnsOfPortrait ? 8 : 10.5;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    TableRow row{{whole_cell(static_cast<std::int64_t>(i + 1)), text_cell(group.units[i].reviewed.package->about.name)}, true};
    if (rows[i]) {
      for (const TableCell& cell : *rows[i]) row.cells.push_back(cell);
    } else {
      TableCell none = text_cell("材料里没有可读的这张表");
      none.column_span = static_cast<int>(labels.size());
      row.cells.push_back(std::move(none));
    }
    table.rows.push_back(std::move(row));
  }
  std::vector<Block> blocks = list_head(stem, group);
  blocks.emplace_back(
      paper_line(ParagraphStyle::note, "照录各单位材料中的“04 " + group.rubric->registration_name + "”；大段文字见各单位的表。含联系方式，不作公示用。"));
  blocks.emplace_back(std::move(table));
  return one_section(stem, stem, stem, labels.size() > kColumnsOfPortrait ? Orientation::landscape : Orientation::portrait, std::move(blocks));
}

/// The same name for two standards gets the standard's id.
std::string registration_stem(const ReviewResults& results, const RubricResults& group) {
  int same = 0;
  for (const RubricResults& other : results.rubrics) same += other.rubric->registration_name == group.rubric->registration_name ? 1 : 0;
  return group.rubric->registration_name + "汇总" + (same > 1 ? "（" + group.rubric->id + "）" : "");
}

}  // namespace

std::vector<ListPaper> compose_registrations(const ReviewResults& results, const fs::path& desk, const fs::path& data, Findings& findings) {
  std::vector<ListPaper> out;
  for (const RubricResults& group : results.rubrics) {
    const Rubric& rubric = *group.rubric;
    if (rubric.registration_form.empty()) continue;
    std::vector<FormLabel> labels;
    try {
      labels = form_labels(load_own_yaml(data / "templates" / rubric.registration_form));
    } catch (const std::exception& error) {
      findings.push_back(Finding::error("review-form-template", in_file("templates/" + rubric.registration_form), error.what(), "请恢复这个文件"));
      continue;
    }
    const std::string name = "04 " + rubric.registration_name + ".xlsx";
    const std::vector<FormRow> rows = read_forms(group, desk, name, labels);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (rows[i]) continue;
      const ReceivedPackage& package = *group.units[i].reviewed.package;
      findings.push_back(Finding::warning("review-form-unread", on_disk(package.folder + "/" + name),
                                          "“" + package.about.name + "”的这张表没有或读不出来，汇总表里空着", "请向单位补要"));
    }
    out.push_back({registration_document(group, registration_stem(results, group), labels, rows), false});
  }
  return out;
}

}  // namespace lvce
