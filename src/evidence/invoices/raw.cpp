#include "evidence/invoices/raw.h"

#include <algorithm>
#include <initializer_list>

#include "office/invoice_period.h"
#include "office/values.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr std::size_t kWordsAtMost = 200;  ///< bytes of a name

bool is_all_digits(const std::string& text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "¥1,234.50", "1234.5元", "***" (no tax).
std::optional<Decimal> money_of(const std::string& text) {
  std::string plain = without_space(fold_width(text));
  for (const char* sign : {"¥", "￥", "元", ","}) plain = replace_all(plain, sign, "");
  return Decimal::parse(plain);
}

std::string short_words(const std::string& text) {
  const std::u32string points = decode_utf8(trim(text));
  return encode_utf8(std::u32string_view(points).substr(0, kWordsAtMost));
}

/// "2024-03-05 10:11:12", "2024年03月05日", "20240305".
std::string date_of(const std::string& text) {
  const std::string plain = trim(fold_width(text));
  return parse_typed_date(plain.substr(0, plain.find('T'))).value_or("");
}

bool holds_one_of(const std::string& text, std::initializer_list<const char*> words) {
  return std::any_of(words.begin(), words.end(), [&](const char* word) { return text.find(word) != std::string::npos; });
}

/// A company, an office; a person who had an invoice issued for himself is not named.
std::string company_of(const std::string& text) {
  constexpr std::size_t kShortestCompany = 5;
  const std::string name = short_words(text);
  if (holds_one_of(name, {"（个人", "(个人"}) || name.ends_with("个人")) return "";
  const std::string company = trim(name.substr(0, std::min(name.find("（代开"), name.find("(代开"))));  // for whom stands behind it
  const bool worded = holds_one_of(company, {"公司", "集团", "电网", "电力", "供电", "电业", "水务", "供水", "水厂", "自来水", "燃气", "热力",
                                             "供热", "石油", "石化", "能源", "加油", "局",   "厂",   "处",   "商店", "超市",   "中心"});
  if (!worded && (decode_utf8(company).size() < kShortestCompany || company.find("·") != std::string::npos)) return "";
  return company;
}

InvoiceLine printed_line(const RawLine& raw) {
  return {short_words(raw.item), short_words(raw.unit), money_of(raw.quantity), money_of(raw.price), money_of(raw.amount), money_of(raw.tax)};
}

void read_period(const RawInvoice& raw, Invoice& out) {
  out.period = period_in(raw.remark);
  if (out.period) {
    out.other["用量起止"] = "备注";
    return;
  }
  std::optional<DaySpan> all;
  for (const RawLine& line : raw.lines) {
    const std::optional<DaySpan> of_line = period_in(line.item + " " + line.spec);
    if (!of_line) continue;
    if (all && *all != *of_line) return;
    all = of_line;
  }
  out.period = all;
  if (all) out.other["用量起止"] = "项目名称和规格";
}

}  // namespace

std::optional<Invoice> invoice_of(const RawInvoice& raw, std::string source) {
  constexpr std::size_t kShortest = 8, kLongest = 20;
  Invoice out;
  const std::string number = without_space(fold_width(raw.number)), code = without_space(fold_width(raw.code));
  if (!is_all_digits(number) || number.size() < kShortest || number.size() > kLongest) return std::nullopt;
  out.number = number.size() < kLongest && is_all_digits(code) && code.size() <= 12 ? code + number : number;
  out.source = std::move(source);
  out.date = date_of(raw.date);
  out.seller = company_of(raw.seller);
  for (const RawLine& line : raw.lines) {
    if (!line.empty() && out.lines.size() < kLinesAtMost) out.lines.push_back(printed_line(line));
  }
  out.amount = money_of(raw.amount);
  out.tax = money_of(raw.tax);
  out.total = money_of(raw.total);
  if (out.lines.empty() && !out.amount && !out.total) return std::nullopt;
  read_period(raw, out);
  out.meter = meter_in(raw.remark);
  for (const RawLine& line : raw.lines) {
    if (out.meter.empty()) out.meter = meter_in(line.spec);
  }
  const std::string red = without_space(fold_width(raw.cancels));
  out.cancels = is_all_digits(red) ? red : cancelled_in(raw.remark);
  return out;
}

}  // namespace lvce
