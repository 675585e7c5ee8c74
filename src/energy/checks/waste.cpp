// 垃圾清运台账: 日期, 类别, 数量, 收运单位, 交付人, 接收人.
#include <algorithm>
#include <map>
#include <set>

#include "energy/checks/checks.h"
#include "energy/checks/detail_table.h"
#include "support/text.h"

namespace lvce {
namespace {

const std::vector<std::string> kDate = {"日期", "清运日期", "月份"};
const std::vector<std::string> kKind = {"类别", "垃圾类别", "种类"};
const std::vector<std::string> kQuantity = {"数量", "清运量", "重量"};
const std::vector<std::string> kFirm = {"收运单位", "清运单位"};
const std::vector<std::string> kFrom = {"交付人"};
const std::vector<std::string> kTo = {"接收人"};

const char* kHint = "补填，或在“核对说明”中写明原因";

/// The four kinds of the standards, by the words that cities use for them; empty: none of them.
std::string kind_of(const std::string& typed) {
  static const std::vector<std::pair<const char*, const char*>> kWords = {{"可回收", "可回收物"}, {"有害", "有害垃圾"}, {"餐厨", "餐厨垃圾"},
                                                                          {"厨余", "餐厨垃圾"},   {"易腐", "餐厨垃圾"}, {"湿垃圾", "餐厨垃圾"},
                                                                          {"其他", "其他垃圾"},   {"其它", "其他垃圾"}, {"干垃圾", "其他垃圾"}};
  for (const auto& [word, kind] : kWords) {
    if (typed.find(word) != std::string::npos) return kind;
  }
  return "";
}

class WasteCheck {
 public:
  WasteCheck(const CheckInput& input, const DetailLedger& ledger, Findings& findings)
      : input_(input), ledger_(ledger), rows_(detail_rows(ledger)), findings_(findings) {}

  void check() {
    check_columns();
    for (const DetailRow* row : rows_) check_row(*row);
    check_gaps("", all_);
    for (const char* daily : {"餐厨垃圾", "其他垃圾"}) {
      if (is_monthly(by_kind_[daily])) check_gaps(daily, by_kind_[daily]);
    }
  }

 private:
  using Months = std::map<int, const DetailRow*>;  ///< months since year 0, with the first row of each

  void say(const char* code, const DetailRow& row, const std::vector<std::string>& headers, std::string message, std::string hint) {
    warn(input_, findings_, code, detail_place(ledger_, row, headers), std::move(message), std::move(hint));
  }

  /// A column that nobody filled in is one finding, not one a row.
  void check_columns() {
    for (const auto* headers : {&kDate, &kKind, &kQuantity, &kFirm, &kTo}) {
      if (detail_has(ledger_, *headers)) continue;
      warn(input_, findings_, "waste-column-missing", ledger_.sheet + " " + headers->front(), "“" + headers->front() + "”一列没有填写", kHint);
    }
  }

  void check_row(const DetailRow& row) {
    for (const auto* headers : {&kDate, &kKind, &kQuantity, &kFirm, &kFrom, &kTo}) {
      if (detail_text(row, *headers).empty() && detail_has(ledger_, *headers))
        say("waste-cell-missing", row, *headers, words(row) + headers->front() + "未填", kHint);
    }
    const std::string typed = detail_text(row, kKind);
    const std::string kind = kind_of(typed);
    if (!typed.empty() && kind.empty()) {
      say("waste-kind-unknown", row, kKind, words(row) + "类别“" + typed + "”不是四类之一",
          "写成 可回收物、有害、餐厨 或 其他；大件、装修垃圾等不属四类的，在“核对说明”中写明");
    }
    const auto quantity = detail_number(row, kQuantity);
    if (!detail_text(row, kQuantity).empty() && (!quantity || *quantity <= Decimal(0)))
      say("waste-quantity", row, kQuantity, words(row) + "数量“" + detail_text(row, kQuantity) + "”不是大于 0 的数", "核对清运单据");
    add_month(row, kind);
  }

  void add_month(const DetailRow& row, const std::string& kind) {
    const auto year = detail_year(row);
    const auto month = detail_month(row);
    const std::string date = detail_text(row, kDate);
    if (!date.empty() && (!year || !month)) say("waste-date", row, kDate, "日期“" + date + "”看不出年月", "写成 2021-03-08 这样的形式");
    if (!year || !month) return;
    all_.emplace(*year * 12 + *month - 1, &row);
    for (const char* daily : {"餐厨垃圾", "其他垃圾"}) {
      if (kind.empty() || kind == daily) by_kind_[daily].emplace(*year * 12 + *month - 1, &row);  // unknown: it may be either
    }
  }

  static std::string words(const DetailRow& row) {
    const std::string date = detail_text(row, kDate);
    return date.empty() ? "" : date + " ";
  }

  /// Collected in at least three of four months: a month without is a gap, not a rhythm.
  static bool is_monthly(const Months& months) {
    if (months.size() < 5) return false;
    const int span = months.rbegin()->first - months.begin()->first + 1;
    return static_cast<int>(months.size()) * 4 >= span * 3;
  }

  void check_gaps(const std::string& kind, const Months& months) {
    for (auto next = months.begin(); next != months.end(); ++next) {
      if (next == months.begin()) continue;
      for (int month = std::prev(next)->first + 1; month < next->first; ++month) {
        if (!said_.insert(month).second) continue;  // a month without anything is said once
        say("waste-month-missing", *next->second, kDate,
            "之前缺 " + month_words(month / 12, month % 12 + 1) + "的" + (kind.empty() ? std::string("清运记录") : kind + "清运记录"),
            "补填该月清运记录；该月没有清运的，在“核对说明”中写明原因");
      }
    }
  }

  const CheckInput& input_;
  const DetailLedger& ledger_;
  std::vector<const DetailRow*> rows_;
  Findings& findings_;
  Months all_;
  std::map<std::string, Months> by_kind_;
  std::set<int> said_;
};

}  // namespace

void check_waste(const CheckInput& input, Findings& findings) {
  const DetailLedger* ledger = detail_ledger(input.workbook, "垃圾清运台账");
  if (ledger != nullptr && !ledger->rows.empty()) WasteCheck(input, *ledger, findings).check();
}

}  // namespace lvce
