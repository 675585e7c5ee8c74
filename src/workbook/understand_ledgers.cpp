// understand_ledgers: open the office's files, find blocks and forms, settle them.
#include <algorithm>
#include <deque>

#include "office/carriers.h"
#include "support/files.h"
#include "support/program.h"
#include "workbook/detect/mapping_text.h"
#include "workbook/files/find_workbook.h"
#include "workbook/files/read_book.h"
#include "workbook/layouts.h"
#include "workbook/sheets/sheets.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMostBytes = 32ULL << 20;  ///< of one file
constexpr std::size_t kMostFiles = 200;

struct OpenedLedger {
  std::string name;
  xlsx::Book book;
  bool own = false;  ///< the unit's workbook in the contract's form
};

class LedgerSearch {
 public:
  explicit LedgerSearch(const fs::path& folder) : folder_(folder) {}

  LedgerLayout search() {
    if (auto link = formats::own_ledgers_lead_out(folder_)) out_.findings.push_back(std::move(*link));
    for (const fs::path& path : formats::spreadsheets_in(folder_)) open(path, true);
    for (const fs::path& path : formats::spreadsheets_in(folder_, formats::kOwnLedgers)) open(path, false);
    for (const std::string& below : formats::ledgers_below(folder_))
      unseen_.push_back({below, "", "在下一级文件夹里，没有看；请把其中的表格移到“能耗”文件夹里"});
    formats::SeriesCandidates found;
    std::vector<formats::SourceSheet> forms;
    for (OpenedLedger& ledger : ledgers_) look_through(ledger, found, forms);
    formats::find_forms(forms, found);
    return told(formats::settle(std::move(found)));
  }

 private:
  void open(const fs::path& path, bool beside) {
    const std::string name = formats::shown_name(path);
    if (ledgers_.size() >= kMostFiles) return;
    const auto bytes = read_file(path, kMostBytes);
    if (!bytes) {
      out_.findings.push_back(Finding::error("workbook-unreadable", on_disk(name), "工作簿打不开，或超过 32 MB", "请检查文件是否存在、是否有读取权限"));
      return;
    }
    xlsx::ReadBook read = formats::read_book({{name, *bytes}}, {[](const std::string&) { return true; }, own_program()});
    if (!read.book) {
      out_.findings.push_back(Finding::error(read.failure.code, on_disk(name), read.failure.message, read.failure.hint));
      return;
    }
    const auto& sheets = read.book->sheets;
    const bool own = beside && std::any_of(sheets.begin(), sheets.end(), [](const xlsx::Sheet& sheet) { return contract_sheet(sheet.name) == "单位信息"; });
    ledgers_.push_back({name, std::move(*read.book), own});
  }

  /// Sheets with months are blocks, the others may be forms. The contract's own sheets are read without a mapping.
  void look_through(OpenedLedger& ledger, formats::SeriesCandidates& found, std::vector<formats::SourceSheet>& forms) {
    for (const xlsx::Sheet& sheet : ledger.book.sheets) {
      const bool contract = ledger.own && !contract_sheet(sheet.name).empty();
      if (sheet.hidden && !sheet.rows.empty() && !ledger.own)
        unseen_.push_back({ledger.name + " " + sheet.name, "", "工作表被隐藏，没有看；要用的请先取消隐藏"});
      if (!sheet.loaded || sheet.hidden || contract || (ledger.own && ledgers_.size() > 0 && sheet.rows.empty())) continue;
      const formats::SourceSheet& source = sources_.emplace_back(formats::SourceSheet{&ledger.book, &sheet, sheet.name, ledger.name, false});
      const int before = found.blocks;
      formats::find_blocks(source, ledger.name, found);
      if (found.blocks == before) forms.push_back(source);
    }
  }

  LedgerLayout told(const formats::Layout& layout) {
    for (const formats::FoundSeries& one : layout.series) {
      const formats::SeriesPlace place = formats::place_of_series(layout, one);
      out_.series.push_back({std::string(carrier_name(one.carrier)), one.year, place.file, place.sheet, place.range, one.months, one.sum, one.unit,
                             one.printed ? std::optional(one.printed->value) : std::nullopt, one.agrees, formats::series_line(layout, one)});
    }
    for (const formats::LeftOut& left : layout.left_out) out_.left_out.push_back({left.place, left.header, left.why});
    out_.left_out.insert(out_.left_out.begin(), unseen_.begin(), unseen_.end());
    out_.questions = layout.questions;
    const auto own = std::find_if(ledgers_.begin(), ledgers_.end(), [](const OpenedLedger& ledger) { return ledger.own; });
    if (!layout.series.empty()) out_.mapping = formats::mapping_text(layout, own == ledgers_.end() ? "" : own->name);
    return std::move(out_);
  }

  const fs::path& folder_;
  std::deque<OpenedLedger> ledgers_;
  std::deque<formats::SourceSheet> sources_;  ///< candidates point at them
  std::vector<LedgerLeftOut> unseen_;         ///< hidden sheets, folders further down
  LedgerLayout out_;
};

}  // namespace

LedgerLayout understand_ledgers(const fs::path& folder) { return LedgerSearch(folder).search(); }

}  // namespace lvce
