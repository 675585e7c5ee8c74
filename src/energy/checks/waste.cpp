// 垃圾清运台账: 日期, 类别, 数量, 收运单位, 交付人, 接收人.
#include <algorithm>
#include <map>

#include "energy/checks/checks.h"
#include "energy/checks/detail_table.h"
#include "energy/checks/waste_kinds.h"
#include "energy/checks/waste_rhythm.h"
#include "support/text.h"

namespace lvce {
namespace {

const std::vector<std::string> kDate = {"日期", "清运日期", "月份"};
const std::vector<std::string> kKind = {"类别", "垃圾类别", "种类"};
const std::vector<std::string> kQuantity = {"数量", "清运量", "重量"};
const std::vector<std::string> kFirm = {"收运单位", "清运单位"};
const std::vector<std::string> kFrom = {"交付人"};
const std::vector<std::string> kTo = {"接收人"};

constexpr const char* kKinds[] = {"可回收物", "有害垃圾", "餐厨垃圾", "其他垃圾"};

const char* kHint = "补填，或在“核对说明”中写明原因";

class WasteCheck {
 public:
  WasteCheck(const CheckInput& input, const DetailLedger& ledger, Findings& findings)
      : input_(input), ledger_(ledger), rows_(detail_rows(ledger)), findings_(findings) {}

  void check() {
    check_columns();
    for (const DetailRow* row : rows_) check_row(*row);
    WasteRhythm(input_, ledger_, findings_).check(months_);
    check_quantities();
  }

 private:
  void say(const char* code, const DetailRow& row, const std::vector<std::string>& headers, std::string message, std::string hint) {
    warn(findings_, code, detail_place(input_.workbook.file, ledger_, row, headers), std::move(message), std::move(hint));
  }

  /// A column that nobody filled in is one finding, not one a row.
  void check_columns() {
    for (const auto* headers : {&kDate, &kKind, &kQuantity, &kFirm, &kTo}) {
      if (detail_has(ledger_, *headers)) continue;
      warn(findings_, "waste-column-missing", in_sheet(input_.workbook.file, ledger_.sheet, headers->front()), "“" + headers->front() + "”一列没有填写", kHint);
    }
  }

  void check_row(const DetailRow& row) {
    for (const auto* headers : {&kDate, &kKind, &kQuantity, &kFirm, &kFrom, &kTo}) {
      if (detail_text(row, *headers).empty() && detail_has(ledger_, *headers))
        say("waste-cell-missing", row, *headers, words(row) + headers->front() + "未填", kHint);
    }
    const std::string typed = detail_text(row, kKind);
    const std::string kind = waste_kind(typed);
    if (!typed.empty() && kind.empty()) {
      say("waste-kind-unknown", row, kKind, words(row) + "类别“" + typed + "”不是四类之一",
          "写成 可回收物、有害、餐厨 或 其他；大件、装修垃圾等不属四类的，在“核对说明”中写明");
    }
    const auto quantity = detail_number(row, kQuantity);
    const std::string written = detail_text(row, kQuantity);
    if (!written.empty() && (!quantity || *quantity <= Decimal(0))) {
      const bool with_unit = !quantity && written.find_first_of("0123456789") == 0;
      say("waste-quantity", row, kQuantity, words(row) + "数量“" + written + (with_unit ? "”带着单位，没有读出" : "”不是大于 0 的数"),
          with_unit ? "数量一列只填数，全列用一个单位，写在列名里，如 数量（公斤）" : "核对清运单据");
    }
    add_month(row, kind);
  }

  void add_month(const DetailRow& row, const std::string& kind) {
    const auto year = detail_year(row);
    const auto month = detail_month(row);
    const std::string date = detail_text(row, kDate);
    if (!date.empty() && (!year || !month)) say("waste-date", row, kDate, "日期“" + date + "”看不出年月", "写成 2021-03-08 这样的形式");
    if (!year || !month) return;
    const int when = *year * 12 + *month - 1;
    months_[""].emplace(when, &row);
    for (const char* known : kKinds) {
      if (kind.empty() || kind == known) months_[known].emplace(when, &row);  // unknown: it may be any
    }
    if (const auto quantity = detail_number(row, kQuantity); quantity && !kind.empty() && *quantity > Decimal(0))
      quantities_[kind].emplace_back(*quantity, &row);
  }

  static std::string words(const DetailRow& row) {
    const std::string date = detail_text(row, kDate);
    return date.empty() ? "" : date + " ";
  }

  /// A slipped decimal point: 5 times off the kind's median, and 3 times off every other quantity of the kind.
  void check_quantities() {
    constexpr std::size_t kNeeded = 6;
    for (auto& [kind, quantities] : quantities_) {
      if (quantities.size() < kNeeded) continue;
      std::sort(quantities.begin(), quantities.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
      const Decimal& usual = quantities[quantities.size() / 2].first;
      const auto& [least, least_row] = quantities.front();
      const auto& [most, most_row] = quantities.back();
      if (most > usual * Decimal(5) && most > quantities[quantities.size() - 2].first * Decimal(3)) say_unusual(*most_row, kind, most, usual);
      if (least * Decimal(5) < usual && least * Decimal(3) < quantities[1].first) say_unusual(*least_row, kind, least, usual);
    }
  }

  void say_unusual(const DetailRow& row, const std::string& kind, const Decimal& quantity, const Decimal& usual) {
    say("waste-quantity-unusual", row, kQuantity,
        words(row) + kind + "数量 " + quantity.shortest() + "，与本台账同类的中位数 " + usual.shortest() + " 相差 5 倍以上",
        "核对清运单据的数量和单位；属实的，在“核对说明”中写明原因");
  }

  const CheckInput& input_;
  const DetailLedger& ledger_;
  std::vector<const DetailRow*> rows_;
  Findings& findings_;
  std::map<std::string, WasteMonths> months_;  ///< by kind; "": of all kinds
  std::map<std::string, std::vector<std::pair<Decimal, const DetailRow*>>> quantities_;
};

}  // namespace

void check_waste(const CheckInput& input, Findings& findings) {
  const DetailLedger* ledger = detail_ledger(input.workbook, "垃圾清运台账");
  if (ledger != nullptr && !ledger->rows.empty()) WasteCheck(input, *ledger, findings).check();
}

}  // namespace lvce
