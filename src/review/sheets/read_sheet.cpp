#include "review/sheets/read_sheet.h"

#include <charconv>

#include "review/sheets/sheet_file.h"
#include "review/table/named_table.h"
#include "support/decimal.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr std::int64_t kPlacesAtMost = 1'000'000;

std::map<std::string, std::string> hidden_facts(const xlsx::Book& book) {
  std::map<std::string, std::string> out;
  for (const xlsx::Sheet& sheet : book.sheets) {
    if (sheet.name != kFingerprintSheet) continue;
    for (const auto& [row, cells] : sheet.rows) out[shown_text(book, sheet.at(row, 1))] = shown_text(book, sheet.at(row, 2));
  }
  return out;
}

std::optional<SheetIdentity> identity_of(const xlsx::Book& book) {
  std::map<std::string, std::string> facts = hidden_facts(book);
  SheetIdentity out{facts["单位名称"], facts["评价标准"], facts["核查级别"], 1, facts["包指纹"]};
  const std::string& round = facts["轮次"];
  std::from_chars(round.data(), round.data() + round.size(), out.round);
  if (out.unit.empty() || out.package_sha256.empty()) return std::nullopt;
  return out;
}

/// Reads the cells of one sheet; what cannot be used is said by its cell.
class EntryReader {
 public:
  EntryReader(const NamedTable& table, ReturnedSheet& out, Findings& findings) : table_(table), out_(out), findings_(findings) {}

  void read() {
    for (const int row : table_.rows()) {
      const std::string id = table_.text(row, kSheetColumns[0]);
      if (id == "合计") continue;
      read_row(row, id);
    }
  }

 private:
  void read_row(int row, const std::string& id) {
    SheetEntry entry;
    entry.score = score_in(row);
    entry.places = places_in(row);
    entry.opinion = table_.text(row, "核查意见");
    entry.reviewer = table_.text(row, "核查人");
    entry.score_place = table_.place(row, "核查得分").of(id);
    entry.places_place = table_.place(row, "扣分处数").of(id);
    if (!entry.any() || (!entry.score && !entry.places && entry.opinion == "不适用，不必填")) return;
    if (id.empty())
      return refuse(table_.place(row, kSheetColumns[0]), "review-row-unknown", "这一行填了内容，但没有指标编号", "请填回指标编号，或把内容移到所属的行");
    if (!out_.entries.emplace(id, std::move(entry)).second)
      refuse(table_.place(row, kSheetColumns[0]), "review-row-double", "指标 " + id + " 有两行都填了内容", "只留一行");
  }

  void refuse(Place place, const char* code, std::string message, std::string hint) {
    out_.refused = true;
    findings_.push_back(Finding::error(code, std::move(place), std::move(message), std::move(hint)));
  }

  /// The number that a cell holds or shows; nothing when blank or refused.
  std::optional<Decimal> number_in(int row, const char* column) {
    const xlsx::Cell& cell = table_.cell(row, column);
    const std::string shown = table_.text(row, column);
    if (cell.kind == xlsx::Cell::Kind::blank || (cell.kind == xlsx::Cell::Kind::text && shown.empty())) return std::nullopt;
    const bool good = cell.kind == xlsx::Cell::Kind::number || cell.kind == xlsx::Cell::Kind::text;
    std::string plain = fold_width(shown);
    if (plain.ends_with("分")) plain = plain.substr(0, plain.size() - std::string("分").size());
    const auto number = good && !cell.percent ? Decimal::parse(trim(plain)) : std::nullopt;
    if (!number)
      refuse(table_.place(row, column), "review-not-a-number", std::string("“") + column + "”里的“" + (shown.empty() ? "错误值" : shown) + "”不是数字",
             "请填数字");
    return number;
  }

  std::optional<Points> score_in(int row) {
    const auto number = number_in(row, "核查得分");
    if (!number) return std::nullopt;
    const Decimal hundredths = *number * Decimal(100);
    if (hundredths.is_whole() && hundredths.abs() <= Decimal(kPlacesAtMost)) return Points::from_hundredths(static_cast<std::int64_t>(hundredths.to_double()));
    refuse(table_.place(row, "核查得分"), "review-out-of-range", "核查得分“" + number->shortest() + "”多于两位小数，或太大", "请填到小数点后两位");
    return std::nullopt;
  }

  std::optional<std::int64_t> places_in(int row) {
    const auto number = number_in(row, "扣分处数");
    if (!number) return std::nullopt;
    if (number->is_whole() && !number->is_negative() && *number <= Decimal(kPlacesAtMost)) return static_cast<std::int64_t>(number->to_double());
    refuse(table_.place(row, "扣分处数"), "review-out-of-range", "扣分处数“" + number->shortest() + "”不是不小于 0 的整数", "请填现场看到的处数，没有填 0");
    return std::nullopt;
  }

  const NamedTable& table_;
  ReturnedSheet& out_;
  Findings& findings_;
};

}  // namespace

std::optional<ReturnedSheet> read_review_sheet(const std::filesystem::path& path, const std::string& file, Findings& findings) {
  Findings own;
  const auto table = NamedTable::read(path, file, kSheetColumns[0], {}, own);
  const auto identity = table ? identity_of(table->book()) : std::nullopt;
  if (!identity) {
    if (table)
      own.push_back(Finding::error("review-sheet-foreign", in_file(file), "没有隐藏的“包指纹”，不是本评审文件夹发出的核查表",
                                   "请用 lvce review sheets 写出的核查表填写，不要另建"));
    append(findings, std::move(own));
    return std::nullopt;
  }
  ReturnedSheet out;
  out.file = file;
  out.identity = *identity;
  for (const char* column : {"核查得分", "扣分处数"}) {
    if (table->has(column)) continue;
    findings.push_back(Finding::error("review-sheet-foreign", in_file(file), std::string("没有“") + column + "”这一列", "请把列名改回来"));
    out.refused = true;
  }
  EntryReader(*table, out, findings).read();
  return out;
}

}  // namespace lvce
