#include "workbook/mapping/apply_mapping.h"

#include <algorithm>
#include <array>

#include "office/values.h"
#include "support/text.h"
#include "workbook/files/find_workbook.h"
#include "workbook/files/read_book.h"
#include "workbook/mapping/contract_book.h"
#include "workbook/mapping/mapped_form.h"
#include "workbook/mapping/mapped_series.h"
#include "workbook/mapping/mapped_table.h"
#include "workbook/sheets/sheets.h"

namespace lvce::formats {
namespace {

using Kind = xlsx::Cell::Kind;

const std::string kUnitSheet = "单位信息";

struct Own {
  SourceSheet source;
  xlsx::Sheet* sheet = nullptr;
  bool further = false;  ///< not of the unit's own workbook
};

class Applier {
 public:
  Applier(const Mapping& mapping, Reporter& reporter) : mapping_(mapping), reporter_(reporter), out_(reporter), series_(out_, reporter) {}

  void add_book(xlsx::Book& book, const std::string& name, bool further) {
    for (xlsx::Sheet& sheet : book.sheets) {
      if (sheet.loaded) own_.push_back({{&book, &sheet, (further ? "[" + name + "]" : "") + sheet.name, name, further}, &sheet, further});
    }
  }

  bool apply(xlsx::Book& book) {
    for (const TableRule& rule : mapping_.tables) {
      use(rule.files, rule.sheets, rule.optional, rule.place, [&](const SourceSheet& source) { return read_mapped_table(source, rule, out_, reporter_); });
    }
    for (const FormRule& rule : mapping_.forms) {
      use(rule.files, rule.sheets, rule.optional, rule.place, [&](const SourceSheet& source) { return read_mapped_form(source, rule, out_, reporter_); });
    }
    for (const SeriesRule& rule : mapping_.series) {
      use(rule.files, rule.sheets, false, rule.place, [&](const SourceSheet& source) { return series_.read(source, rule); });
    }
    series_.finish();
    for (const CellRule& rule : mapping_.cells) use_cell(rule);
    if (!used_ && !missed_) {
      reporter_.at_file("mapping-nothing-read", Severity::error, "按映射文件 " + mapping_.shown + " 没有读到任何内容",
                        "请核对工作表名和表头，或换用合适的映射文件");
    }
    if (!used_) return false;
    add_unit_items(book);
    out_.move_into(book);
    return true;
  }

 private:
  /// A pattern with * does not mean the sheets that the contract names, in the unit's own workbook.
  bool is_meant(const Own& own, const std::vector<std::string>& files, const std::vector<std::string>& patterns) const {
    const bool of_contract = !own.further && !contract_sheet(own.sheet->name).empty();
    return is_file_meant(files, own.source.file) && std::any_of(patterns.begin(), patterns.end(), [&](const std::string& pattern) {
             return matches_pattern(own.sheet->name, pattern) && !(of_contract && pattern.find('*') != std::string::npos);
           });
  }

  template <typename Read>
  void use(const std::vector<std::string>& files, const std::vector<std::string>& patterns, bool optional, YamlPlace place, Read read) {
    std::vector<std::string> looked_at;
    bool found = false;
    for (Own& own : own_) {
      if (!is_meant(own, files, patterns)) continue;
      looked_at.push_back("「" + own.source.shown + "」");
      if (!read(own.source)) continue;
      mark_read(own);
      found = true;
    }
    used_ = used_ || found;
    if (!found && !optional) report_miss(patterns, looked_at, place);
  }

  void mark_read(Own& own) {
    if (own.sheet->truncated && !own.sheet->read_elsewhere) {
      reporter_.at_sheet("sheet-too-large", Severity::error, own.source.shown, "内容超出可读取的范围，超出部分没有读取", "请删去表格以外的内容后再试");
    }
    if (own.sheet->hidden && !own.sheet->read_elsewhere)
      reporter_.at_sheet("sheet-hidden", Severity::note, own.source.shown, "工作表被隐藏，其中的内容仍然读取", "不应采用的请删除该表");
    own.sheet->read_elsewhere = true;
  }

  void report_miss(const std::vector<std::string>& patterns, const std::vector<std::string>& looked_at, YamlPlace place) {
    missed_ = true;
    const std::string what = looked_at.empty() ? "没有名为「" + join(patterns, "」「") + "」的工作表" : "在" + join(looked_at, "") + "里没有找到所列的表头";
    reporter_.at_file("mapping-sheet-missing", Severity::error, what + "（映射文件 " + in_yaml(mapping_.shown, place).text() + "）",
                      "请核对工作表名和表头，或改正映射文件");
  }

  void use_cell(const CellRule& rule) {
    std::vector<Own*> found;
    for (Own& own : own_) {
      if (is_file_meant(rule.files, own.source.file) && matches_pattern(own.sheet->name, rule.sheet)) found.push_back(&own);
    }
    if (found.empty()) return report_miss({rule.sheet}, {}, rule.place);
    const SourceSheet& source = found.front()->source;
    mark_read(*found.front());
    used_ = true;
    const xlsx::Origin at = source.origin(rule.row, rule.column);
    const Taken taken = take(source, rule.row, rule.column);
    if (rule.to.sheet == kUnitSheet) {
      items_.push_back({rule.to.column, taken});
      return;
    }
    const int column = out_.column(rule.to, rule.unit, at);
    if (column == 0) return;
    out_.came_from(rule.to.sheet, source.shown);
    const xlsx::Origin said = source.at("（映射文件）");
    out_.put(rule.to.sheet, out_.row_of(rule.to.sheet, {*rule.year, said}, {rule.month, said}), column, taken);
  }

  /// Items of the contract's own 单位信息, if there is one, stay; what it leaves blank comes from the mapping.
  void add_unit_items(const xlsx::Book& book) {
    if (items_.empty() && mapping_.unit.empty()) return;
    std::vector<std::string> given = copy_unit_sheet(book);
    for (const auto& [item, taken] : items_) add_item(item, taken, given);
    for (const auto& [item, text] : mapping_.unit) {
      Taken taken{{}, text, {mapping_.shown, item}};
      taken.cell.kind = Kind::text;
      add_item(item, taken, given);
    }
  }

  void add_item(const std::string& item, const Taken& taken, std::vector<std::string>& given) {
    if (taken.cell.kind == Kind::blank || std::find(given.begin(), given.end(), name_key(item)) != given.end()) return;
    given.push_back(name_key(item));
    Taken name{{}, item, taken.at};
    name.cell.kind = Kind::text;
    const int row = out_.next_row(kUnitSheet);
    out_.put(kUnitSheet, row, out_.column({kUnitSheet, "项目"}, "", taken.at), name);
    out_.put(kUnitSheet, row, out_.column({kUnitSheet, "内容"}, "", taken.at), taken);
  }

  /// The items that the workbook's own 单位信息 gives, copied with their places.
  std::vector<std::string> copy_unit_sheet(const xlsx::Book& book) {
    std::vector<std::string> given;
    for (Own& own : own_) {
      if (own.source.book != &book || own.sheet->read_elsewhere || contract_sheet(own.sheet->name) != kUnitSheet) continue;
      const auto header = find_item_columns(own.source);
      if (!header) break;
      const auto [header_row, item, content] = *header;
      for (const auto& [row, cells] : own.sheet->rows) {
        const std::string key = name_key(own.source.text(row, item));
        const Taken value = take(own.source, row, content);
        if (row <= header_row || key.empty() || value.cell.kind == Kind::blank) continue;
        const int to = out_.next_row(kUnitSheet);
        out_.put(kUnitSheet, to, out_.column({kUnitSheet, "项目"}, "", own.source.origin(header_row, item)), take(own.source, row, item));
        out_.put(kUnitSheet, to, out_.column({kUnitSheet, "内容"}, "", own.source.origin(header_row, content)), value);
        given.push_back(key);
      }
      own.sheet->read_elsewhere = true;
      break;
    }
    return given;
  }

  static std::optional<std::array<int, 3>> find_item_columns(const SourceSheet& source) {
    for (const auto& [row, cells] : source.sheet->rows) {
      if (row > 10) break;
      int item = 0;
      int content = 0;
      for (const auto& [column, cell] : cells) {
        if (is_named(source.text(row, column), {"项目"})) item = column;
        if (is_named(source.text(row, column), {"内容"})) content = column;
      }
      if (item > 0 && content > 0) return std::array{row, item, content};
    }
    return std::nullopt;
  }

  const Mapping& mapping_;
  Reporter& reporter_;
  ContractBook out_;
  SeriesCollector series_;
  std::vector<Own> own_;
  std::vector<std::pair<std::string, Taken>> items_;
  bool used_ = false;
  bool missed_ = false;
};

}  // namespace

bool is_file_meant(const std::vector<std::string>& patterns, const std::string& name) {
  return patterns.empty() || std::any_of(patterns.begin(), patterns.end(),
                                         [&](const std::string& pattern) { return matches_pattern(name, pattern) || matches_pattern(stem_of(name), pattern); });
}

bool apply_mapping(const Mapping& mapping, xlsx::Book& book, const std::string& book_name, std::vector<FurtherBook>& further, Reporter& reporter) {
  Applier applier(mapping, reporter);
  applier.add_book(book, book_name, false);
  for (FurtherBook& more : further) applier.add_book(more.book, more.name, true);
  return applier.apply(book);
}

}  // namespace lvce::formats
