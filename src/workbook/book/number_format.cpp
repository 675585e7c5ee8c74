#include "workbook/book/number_format.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "office/values.h"
#include "support/text.h"

namespace lvce::xlsx {
namespace {

/// Every word stands in the table twice: as it is, and behind 万.
struct Base {
  const char* spelling;
  const char* base;
  int tens;
};
constexpr std::array kBases = {Base{"", "", 0},
                               Base{"千瓦时", "千瓦时", 0},
                               Base{"度", "千瓦时", 0},
                               Base{"kwh", "千瓦时", 0},
                               Base{"千度", "千瓦时", 3},
                               Base{"千千瓦时", "千瓦时", 3},
                               Base{"兆瓦时", "千瓦时", 3},
                               Base{"mwh", "千瓦时", 3},
                               Base{"立方米", "立方米", 0},
                               Base{"立方", "立方米", 0},
                               Base{"方", "立方米", 0},
                               Base{"m3", "立方米", 0},
                               Base{"标方", "立方米", 0},
                               Base{"nm3", "立方米", 0},
                               Base{"吨", "吨", 0},
                               Base{"t", "吨", 0},
                               Base{"千克", "吨", -3},
                               Base{"公斤", "吨", -3},
                               Base{"kg", "吨", -3},
                               Base{"升", "升", 0},
                               Base{"l", "升", 0},
                               Base{"吉焦", "吉焦", 0},
                               Base{"gj", "吉焦", 0},
                               Base{"百万千焦", "吉焦", 0},
                               Base{"兆焦", "吉焦", -3},
                               Base{"mj", "吉焦", -3},
                               Base{"千焦", "吉焦", -6},
                               Base{"kj", "吉焦", -6},
                               Base{"大卡", "大卡", 0},
                               Base{"平方米", "平方米", 0},
                               Base{"平米", "平方米", 0},
                               Base{"m2", "平方米", 0},
                               Base{"元", "元", 0},
                               Base{"人", "人", 0},
                               Base{"辆", "辆", 0},
                               Base{"吨标准煤", "吨标准煤", 0},
                               Base{"吨标煤", "吨标准煤", 0},
                               Base{"tce", "吨标准煤", 0}};
constexpr int kTenThousand = 4;
constexpr std::string_view kWan = "万";

/// One spelling, whatever brackets, dots and powers are written.
std::string cleaned(std::string_view text) {
  std::string bare = with_round_brackets(without_space(fold_width(text)));
  for (const char* bracket : {"(", ")"}) bare = replace_all(std::move(bare), bracket, "");
  return header_unit("(" + bare + ")");
}

std::uint8_t index_of(std::string_view text) {
  std::string word = cleaned(text);
  const bool wan = word.starts_with(kWan);
  if (wan) word.erase(0, kWan.size());
  for (std::size_t i = wan ? 0 : 1; i < kBases.size(); ++i) {
    if (word == kBases[i].spelling) return static_cast<std::uint8_t>(2 * i + (wan ? 1 : 0));
  }
  return text.find(kWan) == std::string_view::npos ? 0 : 1;  // 万 among words that are not known
}

/// Reads the first section of a format code.
class Code {
 public:
  explicit Code(std::string_view code) : code_(code.substr(0, end_of_section(code))) {}

  NumberLook look() {
    while (at_ < code_.size()) step(code_[at_++]);
    look_.shown.word = index_of(words_);
    look_.shown.shift = static_cast<std::int8_t>(std::min(scaled_ + 3 * commas_ + behind_point_, 30));
    if (look_.kind != NumberLook::Kind::plain) look_.shown = {};
    return look_;
  }

 private:
  static std::size_t end_of_section(std::string_view code) {
    bool quoted = false;
    for (std::size_t at = 0; at < code.size(); ++at) {
      if (code[at] == '\\') ++at;
      else if (code[at] == '"') quoted = !quoted;
      else if (code[at] == ';' && !quoted) return at;
    }
    return code.size();
  }

  void step(char c) {
    if (c == '"') return literal(until('"'));
    if (c == '[') {
      until(']');
      return;
    }
    if (c == '\\' || c == '!') return literal(code_.substr(at_++, 1));
    if (c == '_' || c == '*') {
      ++at_;
      return;
    }
    if (c == '%') look_.kind = NumberLook::Kind::percent;
    else if (std::string_view("ymdhsYMDHS").find(c) != std::string_view::npos && look_.kind == NumberLook::Kind::plain) look_.kind = NumberLook::Kind::date;
    else place(c);
  }

  /// Digits, points, commas; any other sign stands for itself.
  void place(char c) {
    if (c == '0' || c == '#' || c == '?') {
      commas_ = 0;
      if (point_written_ && !point_) ++behind_point_;
    } else if (c == ',') {
      ++commas_;
    } else if (c == '.') {
      scaled_ += 3 * commas_;
      commas_ = 0;
      point_ = true;
    } else if ((c & 0x80) != 0) {
      words_ += c;
    }
  }

  /// A point that is only written among the digits shifts the figure for the eye.
  void literal(std::string_view text) {
    if (text == ".") point_written_ = true;
    else words_ += text;
  }

  std::string_view until(char end) {
    const std::size_t found = std::min(code_.find(end, at_), code_.size());
    const std::string_view inside = code_.substr(at_, found - at_);
    at_ = std::min(found + 1, code_.size());
    return inside;
  }

  std::string_view code_;
  std::size_t at_ = 0;
  NumberLook look_;
  std::string words_;
  int commas_ = 0;
  int scaled_ = 0;
  int behind_point_ = 0;
  bool point_ = false;
  bool point_written_ = false;
};

}  // namespace

NumberLook look_of_format(std::string_view code) { return Code(code).look(); }

NumberLook look_of_builtin(int id) {
  if (id == 9 || id == 10) return {NumberLook::Kind::percent, {}};
  // 27–36 and 50–58 are the Chinese date formats; ECMA-376 part 1, 18.8.30.
  const bool date = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
  return {date ? NumberLook::Kind::date : NumberLook::Kind::plain, {}};
}

Cell number_cell(double value, const NumberLook& look, bool system_1904) {
  Cell cell;
  cell.kind = Cell::Kind::number;
  cell.number = value;
  cell.percent = look.kind == NumberLook::Kind::percent;
  cell.shown = look.shown;
  const auto day = look.kind == NumberLook::Kind::date ? day_of_serial(value, system_1904) : std::nullopt;
  if (!day) return cell;
  cell.kind = Cell::Kind::date;
  cell.number = static_cast<double>(*day);
  return cell;
}

UnitWord unit_word_at(std::uint8_t index) {
  if (index == 0 || index / 2U >= kBases.size()) return {};
  const Base& base = kBases[index / 2U];
  return {base.base, base.tens + (index % 2 == 1 ? kTenThousand : 0)};
}

std::string format_word(std::uint8_t index) {
  if (index / 2U >= kBases.size()) return {};
  return std::string(index % 2 == 1 ? kWan : "") + kBases[index / 2U].spelling;
}

UnitWord unit_word(std::string_view text) { return unit_word_at(index_of(text)); }

Shown shown_in_text(double value, std::string_view text) {
  std::string clean = replace_all(without_space(fold_width(text)), ",", "");
  double digits = 0;
  const auto [end, error] = std::from_chars(clean.data(), clean.data() + clean.size(), digits);
  if (error != std::errc{}) return {};
  Shown shown{index_of(std::string_view(end, static_cast<std::size_t>(clean.data() + clean.size() - end))), 0};
  const double places = digits != 0 && value != 0 ? std::log10(value / digits) : 0;
  if (std::isfinite(places) && std::abs(places) < 20) shown.shift = static_cast<std::int8_t>(std::lround(places));
  return shown;
}

}  // namespace lvce::xlsx
