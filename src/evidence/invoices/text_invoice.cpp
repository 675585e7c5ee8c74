#include "evidence/invoices/text_invoice.h"

#include <algorithm>
#include <array>

#include "evidence/invoices/raw.h"
#include "support/text.h"

namespace lvce {
namespace {

/// Words of one height, from left to right.
struct TextLine {
  std::vector<PageWord> words;
  double middle = 0;

  std::string text() const {
    std::string out;
    for (const PageWord& word : words) out += word.text;
    return out;
  }
};

std::string plain(const std::string& text) { return without_space(fold_width(text)); }

std::vector<TextLine> lines_of(PageWords words) {
  std::stable_sort(words.begin(), words.end(), [](const PageWord& a, const PageWord& b) { return a.middle() < b.middle(); });
  std::vector<TextLine> out;
  for (PageWord& word : words) {
    word.text = plain(word.text);
    const bool same = !out.empty() && word.middle() - out.back().middle <= std::max(2.0, (word.bottom - word.top) * 0.5);
    if (!same) out.push_back({{}, word.middle()});
    out.back().words.push_back(std::move(word));
  }
  for (TextLine& line : out) std::stable_sort(line.words.begin(), line.words.end(), [](const PageWord& a, const PageWord& b) { return a.left < b.left; });
  return out;
}

bool is_plain_digit(char c) { return c >= '0' && c <= '9'; }

/// Digits behind a label, perhaps behind a colon.
std::string digits_behind(const std::string& text, std::string_view label) {
  for (std::size_t found = text.find(label); found != std::string::npos; found = text.find(label, found + 1)) {
    std::size_t at = found + label.size();
    while (at < text.size() && text[at] == ':') ++at;
    std::size_t end = at;
    while (end < text.size() && is_plain_digit(text[end])) ++end;
    if (end > at) return text.substr(at, end - at);
  }
  return "";
}

/// What stands behind the last 名称:, up to the next label. The seller stands to the right of the buyer, or below him.
std::string seller_in(const std::vector<TextLine>& lines) {
  std::string out;
  for (const TextLine& line : lines) {
    const std::string text = line.text();
    const std::size_t found = text.rfind("名称:");
    if (found == std::string::npos) continue;
    std::string name = text.substr(found + std::string("名称:").size());
    for (const char* end : {"统一社会", "纳税人", "备注", "销售方", "购买方", "售", "方信息"}) name = name.substr(0, std::min(name.find(end), name.size()));
    if (!name.empty()) out = name;
  }
  return out;
}

std::optional<Decimal> amount_of(std::string text) {
  for (const char* sign : {"¥", "￥", ","}) text = replace_all(text, sign, "");
  const bool number = !text.empty() && text.find_first_not_of("0123456789.-") == std::string::npos && std::any_of(text.begin(), text.end(), is_plain_digit);
  return number ? Decimal::parse(text) : std::nullopt;
}

bool is_rate(const std::string& text) {
  const bool percent = text.size() >= 2 && text.ends_with('%') && text.find_first_not_of("0123456789.%") == std::string::npos;
  return percent || text == "免税" || text == "不征税" || text == "出口零税率";
}

/// Columns by the middles of their heads; absent: not found.
struct Heads {
  std::optional<double> unit, quantity, price, amount;
};

std::optional<double> place_of_head(const TextLine& line, std::u32string_view head) {
  std::u32string text;
  std::vector<double> middles;
  for (const PageWord& word : line.words) {
    const std::u32string points = decode_utf8(word.text);
    const double step = points.empty() ? 0 : (word.right - word.left) / static_cast<double>(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) middles.push_back(word.left + step * (static_cast<double>(i) + 0.5));
    text += points;
  }
  const std::size_t found = text.find(head);
  return found == std::u32string::npos ? std::nullopt : std::optional((middles[found] + middles[found + head.size() - 1]) / 2);
}

Heads heads_of(const TextLine& line) {
  return {place_of_head(line, U"单位"), place_of_head(line, U"数量"), place_of_head(line, U"单价"), place_of_head(line, U"金额")};
}

/// Of the columns before 金额, the one whose head is nearest.
char column_of(const PageWord& word, const Heads& heads) {
  const double middle = (word.left + word.right) / 2;
  char best = 0;
  double least = 1e9;
  for (const auto& [name, head] : {std::pair{'u', heads.unit}, {'q', heads.quantity}, {'p', heads.price}}) {
    if (!head || std::abs(*head - middle) >= least) continue;
    least = std::abs(*head - middle);
    best = name;
  }
  return best;
}

/// A row is a line with a rate of tax: the amount stands before it, the tax behind.
std::optional<RawLine> row_of_line(const TextLine& line, const Heads& heads) {
  const auto rate = std::find_if(line.words.begin(), line.words.end(), [](const PageWord& word) { return is_rate(word.text); });
  if (rate == line.words.end() || rate == line.words.begin() || !amount_of(std::prev(rate)->text)) return std::nullopt;
  RawLine out;
  const auto amount = std::prev(rate);
  out.amount = amount->text;
  if (std::next(rate) != line.words.end()) out.tax = std::next(rate)->text;
  for (auto word = line.words.begin(); word != amount; ++word) {
    if (word == line.words.begin()) {
      out.item = word->text;
    } else if (amount_of(word->text)) {
      std::string& field = column_of(*word, heads) == 'q' ? out.quantity : out.price;
      if (field.empty()) field = word->text;
    } else if (column_of(*word, heads) == 'u' && heads.unit && std::abs((word->left + word->right) / 2 - *heads.unit) < 30) {
      out.unit = word->text;
    }
  }
  return out;
}

/// A quantity that its price and amount do not bear out was in another column.
void drop_unborne(RawLine& row) {
  const auto quantity = amount_of(row.quantity), price = amount_of(row.price), amount = amount_of(row.amount);
  const bool borne = quantity && price && amount && (*quantity * *price - *amount).abs() <= *Decimal::parse("0.06");
  if (!borne) row.quantity = row.price = row.unit = "";
}

class PageReader {
 public:
  explicit PageReader(const PageWords& words) : lines_(lines_of(words)) {}

  std::optional<Invoice> read(const std::string& source) {
    for (const TextLine& line : lines_) all_ += line.text() + "\n";
    raw_.number = digits_behind(all_, "发票号码");
    raw_.code = digits_behind(all_, "发票代码");
    raw_.seller = seller_in(lines_);
    if (const std::size_t at = all_.find("开票日期"); at != std::string::npos) read_date(all_.substr(at + std::string("开票日期").size(), 40));
    read_table();
    return agrees() ? invoice_of(raw_, source) : std::nullopt;
  }

 private:
  void read_date(std::string text) {
    while (text.starts_with(':')) text.erase(0, 1);
    const std::size_t end = text.find("日");
    raw_.date = text.substr(0, end == std::string::npos ? 10 : end + std::string("日").size());
  }

  void read_table() {
    enum { before, rows, remark } where = before;
    Heads heads;
    for (const TextLine& line : lines_) {
      const std::string text = line.text();
      const bool head = text.find("数量") != std::string::npos && text.find("单价") != std::string::npos && text.find("金额") != std::string::npos;
      if (where == before && head) {
        heads = heads_of(line);
        where = rows;
      } else if (text.find("价税合计") != std::string::npos) {
        read_total(line);
        where = remark;
      } else if (where == rows && text.starts_with("合计")) {
        read_sums(line);
      } else if (where == rows) {
        if (std::optional<RawLine> row = row_of_line(line, heads)) {
          drop_unborne(*row);
          raw_.lines.push_back(std::move(*row));
        }
      } else if (where == remark) {
        raw_.remark += text + " ";
      }
    }
  }

  void read_sums(const TextLine& line) {
    std::vector<std::string> found;
    for (const PageWord& word : line.words) {
      std::string text = word.text;
      if (text.starts_with("合计")) text.erase(0, std::string("合计").size());
      if (amount_of(text) || text == "***") found.push_back(text == "***" ? "0" : text);
    }
    if (!found.empty()) raw_.amount = found[0];
    if (found.size() > 1) raw_.tax = found[1];
  }

  void read_total(const TextLine& line) {
    const std::string text = line.text();
    const std::size_t sign = std::max(text.rfind("¥") == text.npos ? 0 : text.rfind("¥"), text.rfind("￥") == text.npos ? 0 : text.rfind("￥"));
    if (sign > 0) raw_.total = text.substr(sign);
  }

  /// Rows add up to 合计, and with the tax to 价税合计.
  bool agrees() const {
    const auto amount = amount_of(raw_.amount), tax = amount_of(raw_.tax), total = amount_of(raw_.total);
    if (!amount || !total || raw_.lines.empty()) return false;
    Decimal sum;
    for (const RawLine& row : raw_.lines) sum += amount_of(row.amount).value_or(Decimal());
    return sum == *amount && *amount + tax.value_or(Decimal()) == *total;
  }

  std::vector<TextLine> lines_;
  std::string all_;
  RawInvoice raw_;
};

}  // namespace

std::optional<Invoice> invoice_of_words(const PageWords& words, const std::string& source) { return PageReader(words).read(source); }

}  // namespace lvce
