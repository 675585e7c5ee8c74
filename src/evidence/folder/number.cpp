#include "evidence/folder/number.h"

#include <algorithm>
#include <array>

#include "evidence/folder/id_list.h"
#include "evidence/folder/name_marks.h"
#include "support/ascii.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr std::u32string_view kClosers = U")]】」〕";
constexpr std::size_t kLongOrder = 3;  ///< "135绿色出行" is a title, "12照片" behind a sign is an order
constexpr int kMonths = 12;
constexpr int kDays = 31;

bool is_sign(char32_t c) { return is_one_of(c, kNumberSigns) || is_one_of(c, kClosers) || c == ':' || c == ','; }

bool ends_order(const NameReader& name, const NameMark& mark, bool tight) {
  const char32_t next = name.peek(mark.end);
  if (mark.end >= name.size() || next == ' ' || is_sign(next)) return true;
  const bool counted = is_one_of(next, kDateWords) || is_one_of(next, kCountWords) || is_one_of(next, kQuantityWords);
  return tight && mark.end - mark.begin < kLongOrder && !counted && !is_ascii_digit(next) && !is_latin(next) && next != '(';
}

std::size_t skip_signs(const NameReader& name, std::size_t at, bool& tight) {
  for (; at < name.size(); ++at) {
    if (is_sign(name.peek(at))) tight = true;
    else if (name.peek(at) != ' ') break;
  }
  return at;
}

/// 号, 项 or 条 right behind an id ("2.1.2号 职责") belongs to it, but "2.1.2号楼" does not say so.
std::size_t skip_counter(const NameReader& name, std::size_t at) {
  const bool counter = is_one_of(name.peek(at), U"号项条");
  return counter && (at + 1 >= name.size() || !is_one_of(name.peek(at + 1), U"楼文令院机线车目")) ? at + 1 : at;
}

/// Splits what follows the number into the order ("1", "1-2") and the title. `tight`: a number right here is an order too.
void split_rest(const NameReader& name, std::size_t at, bool tight, ReadNumber& into) {
  at = skip_signs(name, skip_counter(name, at), tight);
  while (true) {
    const bool opened = name.peek(at) == '(';  // "（1）照片"
    const std::optional<NameMark> mark = name.level_at(opened ? at + 1 : at, U' ');
    if (!mark || name.begins_span(*mark) || !(opened ? name.peek(mark->end) == ')' : ends_order(name, *mark, tight))) break;
    into.order += (into.order.empty() ? "" : "-") + std::to_string(mark->value);
    tight = false;
    at = skip_signs(name, mark->end, tight);
  }
  into.rest = trim(name.original_from(at));
}

bool reads_as_day(const Levels& levels) { return levels.size() == 2 && levels[0] <= kMonths && levels[1] > 9 && levels[1] <= kDays; }

ReadNumber whole_title(const NameReader& name) {
  ReadNumber out;
  out.rest = trim(name.original_from(0));
  return out;
}

/// "3.岗位": one level. What runs into a word ("3项制度", "135绿色出行") is title; a zero in front orders all the same ("01会议").
void read_plain(const NameReader& name, const NameMark& mark, ReadNumber& out) {
  const bool padded = name.peek(mark.begin) == '0' && !is_one_of(name.peek(mark.end), kCountWords);
  out.kind = NumberKind::plain;
  out.set_off = ends_order(name, mark, false);
  if (out.set_off || padded) split_rest(name, mark.begin, true, out);
  else out.rest = trim(name.original_from(0));
}

ReadNumber read_ids(const NameReader& name, TakenIds taken) {
  ReadNumber out;
  if (!taken.readings.empty()) {
    out.kind = NumberKind::doubtful;
    out.readings = std::move(taken.readings);
    out.rest = trim(name.original_from(0));
    return out;
  }
  out.kind = NumberKind::indicator;
  out.indicators = std::move(taken.ids);
  out.unknown_joined = std::move(taken.unknown);
  out.range_end = std::move(taken.range_end);
  split_rest(name, taken.end, false, out);
  return out;
}

/// Reads the number that stands at `start`.
ReadNumber read_at(const NameReader& name, std::size_t start, const NumberTable& table) {
  Marks marks = name.marks_from(start);
  if (marks.empty()) return whole_title(name);
  const Levels front = values_of(marks.begin(), dotted_end(marks.begin(), marks.end()));
  if (TakenIds taken = take_ids(marks, table); taken.end > 0 || !taken.readings.empty()) {
    ReadNumber out = read_ids(name, std::move(taken));
    out.front = front;
    return out;
  }
  const auto only_joins = [](const NameMark& mark) { return mark.joint != U'、' && (is_one_of(mark.joint, kListSigns) || is_one_of(mark.joint, kRangeSigns)); };
  marks.erase(std::find_if(marks.begin(), marks.end(), only_joins), marks.end());
  ReadNumber out;
  out.levels = values_of(marks);
  out.front = front;
  if (const std::size_t length = longest_indicator(marks.begin(), marks.end(), table); length > 0) {
    out.kind = NumberKind::indicator;
    out.indicators = {levels_text(values_of(marks.begin(), marks.begin() + static_cast<std::ptrdiff_t>(length)))};
    split_rest(name, marks[length - 1].end, false, out);
  } else if (marks.size() == 1) {
    read_plain(name, marks.front(), out);
  } else {
    const bool loose = marks.size() == 2 && is_one_of(marks[1].joint, U" 、");  // "1、2 汇编"
    if (table.is_group(out.levels)) out.kind = NumberKind::group;
    else if (!loose && !reads_as_day(out.levels)) out.kind = NumberKind::unknown;
    else return whole_title(name);
    split_rest(name, marks.back().end, false, out);
  }
  return out;
}

/// Words that clerks put in front of a number: 指标2.1.2, 附件3：2.1.2 ….
std::vector<std::size_t> starts_behind_words(const NameReader& name) {
  constexpr std::array<std::u32string_view, 15> kWords = {U"评价指标", U"三级指标", U"二级指标", U"对应指标", U"指标编号", U"指标号", U"指标", U"评价项目",
                                                          U"佐证材料", U"证明材料", U"材料",     U"编号",     U"序号",     U"附件",   U"第"};
  std::vector<std::size_t> out;
  for (std::u32string_view word : kWords) {
    if (!name.has(name.start(), word)) continue;
    const auto behind = [&](std::size_t at) {
      while (at < name.size() && (name.peek(at) == ' ' || is_one_of(name.peek(at), U":-—_、.,#([【"))) ++at;
      return at;
    };
    const std::size_t at = behind(name.start() + word.size());
    const std::optional<NameMark> annex = name.level_at(at, 0);
    if (annex && name.peek(annex->end) != '.') out.push_back(behind(annex->end));
    out.push_back(at);
    break;
  }
  return out;
}

struct Found {
  std::size_t begin = 0;
  TakenIds ids;
};

/// True where "2.1.1" may start: not inside a longer number, a word of letters, or a version or clause of something else.
bool starts_id(const NameReader& name, std::size_t at) {
  if (at == 0) return true;
  const char32_t before = name.peek(at - 1);
  if (is_ascii_digit(before) || is_latin(before) || is_one_of(before, U"./_§第版本")) return false;
  if (is_one_of(before, kDashes) && at > 1 && (is_ascii_digit(name.peek(at - 2)) || is_latin(name.peek(at - 2)))) return false;
  for (std::u32string_view word : {U"系统", U"软件", U"程序", U"平台", U"标准"}) {
    if (at >= word.size() && name.has(at - word.size(), word)) return false;
  }
  return true;
}

/// Whole ids with full stops anywhere in the name: "通知（2.1.2）".
std::vector<Found> ids_inside(const NameReader& name, const NumberTable& table) {
  std::vector<Found> out;
  for (std::size_t at = 0; at < name.size(); ++at) {
    if (!is_ascii_digit(name.peek(at)) || !starts_id(name, at)) continue;
    const Marks marks = name.marks_from(at);
    const auto stop = dotted_end(marks.begin(), marks.end());
    if (marks.empty() || !table.is_indicator(values_of(marks.begin(), stop))) continue;
    const char32_t behind = name.peek((stop - 1)->end);
    if (is_latin(behind) || is_one_of(behind, U"版条款节米倍")) continue;
    TakenIds ids = take_ids(marks, table);
    if (ids.end == 0 && ids.readings.empty()) ids = {{levels_text(values_of(marks.begin(), stop))}, {}, {}, {}, (stop - 1)->end};
    at = std::max(at, ids.end);
    out.push_back({marks.front().begin, std::move(ids)});
  }
  return out;
}

/// The name without the id in its middle, and without the brackets that held it.
std::string title_around(const NameReader& name, std::size_t begin, std::size_t end) {
  std::size_t from = begin;
  std::size_t to = skip_counter(name, end);
  while (from > 0 && (is_one_of(name.peek(from - 1), U"([【〔-—_、: ") || is_one_of(name.peek(from - 1), kClosers))) --from;
  if (from >= 2 && name.has(from - 2, U"指标")) from -= 2;
  while (from > 0 && is_one_of(name.peek(from - 1), U"([【〔 ")) --from;
  while (to < name.size() && (name.peek(to) == ' ' || is_one_of(name.peek(to), kClosers))) ++to;
  return trim(name.original(0, from) + (to < name.size() && from > 0 ? " " : "") + name.original_from(to));
}

ReadNumber read_inside(const NameReader& name, const NumberTable& table, ReadNumber front) {
  std::vector<Found> found = ids_inside(name, table);
  if (found.empty()) return front;
  const bool agree = std::all_of(found.begin(), found.end(), [&](const Found& each) { return each.ids.ids == found.front().ids.ids; });
  if (!agree) {
    TakenIds doubt;
    for (const Found& each : found) doubt.readings.insert(doubt.readings.end(), each.ids.ids.begin(), each.ids.ids.end());
    return read_ids(name, std::move(doubt));
  }
  const std::size_t end = found.front().ids.end;
  ReadNumber out = read_ids(name, std::move(found.front().ids));
  if (out.kind == NumberKind::indicator) out.rest = title_around(name, found.front().begin, end);
  out.order.clear();
  return out;
}

}  // namespace

ReadNumber read_number(std::string_view text, const NumberTable& table) {
  const NameReader name(text);
  ReadNumber front = read_at(name, name.start(), table);
  if (front.kind == NumberKind::indicator || front.kind == NumberKind::doubtful) return front;
  if (front.kind == NumberKind::unknown && front.front.size() > 2) return front;
  for (std::size_t start : starts_behind_words(name)) {
    ReadNumber behind = read_at(name, start, table);
    if (behind.kind == NumberKind::indicator || behind.kind == NumberKind::doubtful || behind.kind == NumberKind::group) return behind;
  }
  return read_inside(name, table, std::move(front));
}

}  // namespace lvce
