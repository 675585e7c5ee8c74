#include "evidence/folder/formal_number.h"

#include "evidence/folder/name_marks.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr std::u32string_view kNumerals = U"一二三四五六七八九";
constexpr std::u32string_view kBehind = U"、.。,:)";
constexpr char32_t kCircledOne = U'①';
constexpr char32_t kCircledTwenty = U'⑳';

struct Value {
  int value = 0;
  std::size_t end = 0;
};

class FormalReader {
 public:
  explicit FormalReader(std::string_view text) : name_(text) {}

  std::optional<FormalNumber> read() {
    FormalNumber out;
    std::size_t at = skip_blanks(0);
    while (const std::optional<Value> token = token_at(at, out)) {
      out.levels.push_back(token->value);
      at = skip_blanks(token->end);
    }
    if (out.levels.empty()) return std::nullopt;
    out.rest = trim(name_.original_from(at));
    return out;
  }

 private:
  std::size_t skip_blanks(std::size_t at) const {
    while (name_.peek(at) == ' ') ++at;
    return at;
  }

  /// 一 to 九十九.
  std::optional<Value> numeral_at(std::size_t at) const {
    int value = 0;
    std::size_t end = at;
    if (const auto digit = kNumerals.find(name_.peek(end)); name_.peek(end) != 0 && digit != std::u32string_view::npos) {
      value = static_cast<int>(digit) + 1;
      ++end;
    }
    if (name_.peek(end) == U'十') {
      value = value == 0 ? 10 : value * 10;
      ++end;
      if (const auto digit = kNumerals.find(name_.peek(end)); name_.peek(end) != 0 && digit != std::u32string_view::npos) {
        value += static_cast<int>(digit) + 1;
        ++end;
      }
    }
    return end == at ? std::nullopt : std::optional<Value>({value, end});
  }

  std::optional<Value> number_at(std::size_t at) const {
    if (auto numeral = numeral_at(at)) return numeral;
    const auto mark = name_.level_at(at, 0);
    return mark ? std::optional<Value>({mark->value, mark->end}) : std::nullopt;
  }

  std::size_t behind_signs(std::size_t at) const {
    while (is_one_of(name_.peek(at), kBehind)) ++at;
    return at;
  }

  std::optional<Value> token_at(std::size_t at, FormalNumber& out) const {
    const char32_t c = name_.peek(at);
    if (c >= kCircledOne && c <= kCircledTwenty) return Value{static_cast<int>(c - kCircledOne) + 1, behind_signs(at + 1)};
    if (c == '(') return in_brackets(at + 1);
    if (c == U'第') return ordinal(at + 1, out);
    if (out.levels.empty() && name_.has(at, U"单元")) return unit_first(at + 2, out);
    if (const auto numeral = numeral_at(at)) return set_off(*numeral);
    if (out.levels.empty()) return std::nullopt;  // "1." alone is read with the other figures
    const auto figure = number_at(at);
    return figure ? set_off(*figure) : std::nullopt;
  }

  /// "2.1" goes on as a number with figures, which is not this reader's.
  std::optional<Value> set_off(const Value& value) const {
    const std::size_t end = behind_signs(value.end);
    if (end == value.end || is_ascii_digit(name_.peek(end)) || counts_on(end)) return std::nullopt;
    return Value{value.value, end};
  }

  /// "一、二季度": both count.
  bool counts_on(std::size_t at) const {
    const auto next = numeral_at(at);
    return next && is_one_of(name_.peek(next->end), U"季月号楼层期批年等");
  }

  std::optional<Value> in_brackets(std::size_t at) const {
    const auto value = number_at(at);
    if (!value || name_.peek(value->end) != ')') return std::nullopt;
    return Value{value->value, behind_signs(value->end + 1)};
  }

  std::optional<Value> ordinal(std::size_t at, FormalNumber& out) const {
    const auto value = number_at(at);
    if (!value) return std::nullopt;
    for (std::u32string_view word : {U"评价单元", U"单元"}) {
      if (!name_.has(value->end, word) || !out.levels.empty()) continue;
      out.unit = true;
      return Value{value->value, behind_signs(value->end + word.size())};
    }
    for (std::u32string_view word : {U"评价项目", U"项目", U"项", U"条", U"小项", U"款"}) {
      if (name_.has(value->end, word)) return Value{value->value, behind_signs(value->end + word.size())};
    }
    return std::nullopt;
  }

  std::optional<Value> unit_first(std::size_t at, FormalNumber& out) const {
    const auto value = number_at(at);
    if (!value || is_ascii_digit(name_.peek(value->end)) || name_.peek(value->end) == '.') return std::nullopt;
    out.unit = true;
    return Value{value->value, behind_signs(value->end)};
  }

  NameReader name_;
};

}  // namespace

std::optional<FormalNumber> read_formal_number(std::string_view name) { return FormalReader(name).read(); }

}  // namespace lvce
