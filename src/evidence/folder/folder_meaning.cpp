#include "evidence/folder/folder_meaning.h"

#include <algorithm>
#include <array>

#include "evidence/folder/formal_number.h"
#include "support/text.h"

namespace lvce {
namespace {

void add_once(std::vector<Levels>& to, const Levels& levels) {
  if (std::find(to.begin(), to.end(), levels) == to.end()) to.push_back(levels);
}

std::vector<std::string> texts_of(const std::vector<Levels>& readings) {
  std::vector<std::string> out;
  for (const Levels& levels : readings) out.push_back(levels_text(levels));
  return out;
}

/// One name being read inside one folder.
class PlaceReader {
 public:
  PlaceReader(std::string_view name, const FolderMeaning& folder, const NumberTable& table, bool is_folder)
      : name_(name), folder_(folder), table_(table), is_folder_(is_folder) {}

  NamePlace read() {
    out_.number = read_number(name_, table_);
    out_.title = out_.number.rest;
    out_.order = out_.number.order;
    formal_ = out_.number.kind == NumberKind::none || out_.number.kind == NumberKind::plain ? read_formal_number(name_) : std::nullopt;
    if (formal_) out_.title = formal_->rest;
    if (!folder_.ids.empty()) read_in_indicator();
    else read_in_group();
    return std::move(out_);
  }

 private:
  // ---- inside an indicator's folder ----
  void read_in_indicator() {
    const ReadNumber& number = out_.number;
    if (number.kind == NumberKind::doubtful) return doubt(number.readings);
    if (number.kind == NumberKind::indicator) {
      take(number.indicators);
      out_.elsewhere = std::none_of(out_.ids.begin(), out_.ids.end(),
                                    [&](const std::string& id) { return std::find(folder_.ids.begin(), folder_.ids.end(), id) != folder_.ids.end(); });
      return;
    }
    if (formal_) out_.order = std::to_string(formal_->levels.back());
    const bool unit_above = number.kind == NumberKind::group && begins_with(levels_of_id(folder_.ids.front()), number.levels);
    const bool loose = number.kind == NumberKind::unknown || number.kind == NumberKind::group;
    if (loose && !unit_above) out_.title = trim(name_);  // a number that makes no indicator is title
    if (number.kind == NumberKind::unknown && number.front.size() > 2) out_.unknown = number.levels;
  }

  // ---- elsewhere ----
  void read_in_group() {
    const ReadNumber& number = out_.number;
    if (number.kind == NumberKind::doubtful) return doubt(number.readings);
    if (number.indicators.size() > 1) return take(number.indicators);
    std::vector<Levels> readings = number_readings();
    std::vector<Levels> indicators;
    std::copy_if(readings.begin(), readings.end(), std::back_inserter(indicators), [&](const Levels& each) { return table_.is_indicator(each); });
    if (indicators.size() > 1) return doubt(texts_of(indicators));
    const bool sorts = is_folder_ && orders() && is_general_word(out_.title);  // "2.1 管理机构/1、照片"
    if (indicators.size() == 1 && !sorts) return take_indicator(indicators.front());
    if (is_folder_) return read_group_folder(readings);
    read_group_file(readings);
  }

  /// Readings that are something, those inside the folder first.
  std::vector<Levels> number_readings() {
    const ReadNumber& number = out_.number;
    std::vector<Levels> out;
    const Levels whole = number.kind == NumberKind::indicator ? levels_of_id(number.indicators.front()) : formal_ ? formal_->levels : number.levels;
    if (whole.empty()) return out;
    const bool absolute = begins_with(whole, folder_.group) && !(whole == folder_.group && whole.size() == 1);
    const bool from_top = folder_.group.empty() || absolute || (formal_ && formal_->unit);
    if (!from_top && (number.kind != NumberKind::plain || number.set_off || formal_)) add_relative(whole, out);
    if (!from_top && number.front.size() > 1 && number.front != whole) add_relative(number.front, out);
    if (whole.size() == 1 && !is_folder_ && out_.title.empty()) return {};  // "1.jpg"
    const bool counts = whole.size() > 1 || is_folder_;                     // a file's "1." at the top only orders it
    if (counts && exists(whole) && (number.kind != NumberKind::plain || number.set_off || formal_)) add_once(out, whole);
    return out;
  }

  void add_relative(const Levels& number, std::vector<Levels>& out) const {
    const Levels below = joined(folder_.group, number);
    if (exists(below)) add_once(out, below);
    const Levels beside = joined(folder_.above, number);  // "4 计量/4.2 台账" inside 2.2
    const bool goes_on = beside.size() > folder_.group.size() && begins_with(beside, folder_.group);
    if (goes_on && !folder_.above.empty() && exists(beside)) add_once(out, beside);
  }

  bool exists(const Levels& levels) const { return table_.is_indicator(levels) || table_.is_group(levels); }

  static Levels levels_of_id(const std::string& id) {
    Levels out;
    for (const std::string& part : split(id, '.')) out.push_back(std::stoi(part));
    return out;
  }

  void take_indicator(const Levels& levels) {
    const bool relative = out_.number.kind != NumberKind::indicator || levels_text(levels) != out_.number.indicators.front();
    take({levels_text(levels)});
    out_.order.clear();
    if (!relative) out_.order = out_.number.order;
  }

  void take(std::vector<std::string> ids) {
    out_.kind = PlaceKind::ids;
    out_.ids = std::move(ids);
  }

  void doubt(std::vector<std::string> readings) {
    out_.kind = PlaceKind::unclear;
    out_.readings = std::move(readings);
  }

  void say_unknown() {
    const ReadNumber& number = out_.number;
    if (number.kind != NumberKind::unknown || (folder_.doubt.any() && number.front.size() < 3)) return;
    out_.kind = PlaceKind::unknown;
    out_.unknown = number.levels;
  }

  void read_group_file(const std::vector<Levels>& readings) {
    say_unknown();
    if (readings.empty()) return;
    const Levels& group = readings.front();
    const bool inside = begins_with(group, folder_.group);
    if (inside && group.size() > 1 && table_.below(group).size() == 1 && fits(group)) return take(table_.below(group));
    if (orders() || (!inside && !folder_.group.empty())) return;
    out_.kind = PlaceKind::group;
    out_.group = group;
  }

  /// True where the words do not speak against the number.
  bool fits(const Levels& group) const { return out_.title.empty() || is_general_word(out_.title) || table_.agrees(group, out_.title); }

  void read_group_folder(const std::vector<Levels>& readings) {
    const std::vector<Levels> named = table_.named(out_.title);
    if (named.size() == 1) return read_named_folder(named.front(), readings);
    if (readings.empty()) return say_unknown();
    const bool ordinal = formal_ && formal_->unit;
    for (const Levels& group : readings) {
      const bool inside = begins_with(group, folder_.group);
      const bool sure = ordinal || (inside && (!orders() || out_.title.empty())) || ((inside || !orders()) && table_.agrees(group, out_.title));
      if (sure) return take_group(group, ordinal || fits(group));
    }
    if (!orders()) return doubt(texts_of(readings));
    if (!is_general_word(out_.title)) out_.kind = PlaceKind::group;  // "2、照片": perhaps unit 2, perhaps a number of the office's own
  }

  /// One level, which may be no more than the office's own order.
  bool orders() const { return formal_ ? formal_->levels.size() == 1 && !formal_->unit : out_.number.kind == NumberKind::plain; }

  /// The name says which; a number that says otherwise is asked about, unless it only orders.
  void read_named_folder(const Levels& named, const std::vector<Levels>& readings) {
    const bool agrees = readings.empty() ||
                        std::any_of(readings.begin(), readings.end(), [&](const Levels& each) { return begins_with(named, each) || each == named; });
    if (!begins_with(named, folder_.group) && !folder_.group.empty()) return doubt({levels_text(folder_.group), levels_text(named)});
    if (!agrees && !orders()) return doubt({levels_text(readings.front()), levels_text(named)});
    take_group(named, true);
  }

  void take_group(const Levels& group, bool sure) {
    out_.kind = PlaceKind::group;
    out_.group = group;
    out_.takes_all = sure && table_.below(group).size() == 1;
  }

  std::string_view name_;
  const FolderMeaning& folder_;
  const NumberTable& table_;
  bool is_folder_;
  std::optional<FormalNumber> formal_;
  NamePlace out_;
};

}  // namespace

bool is_general_word(std::string_view words) {
  constexpr std::array kGeneral = {"照片",   "图片",     "文件",     "资料",     "材料",     "附件",     "其他",     "其它",     "扫描件", "原件",
                                   "复印件", "影像资料", "文字材料", "图片资料", "文件资料", "照片资料", "佐证材料", "证明材料", "佐证",   "电子版"};
  return std::find(kGeneral.begin(), kGeneral.end(), trim(words)) != kGeneral.end();
}

NamePlace place_of_file(std::string_view stem, const FolderMeaning& folder, const NumberTable& table) { return PlaceReader(stem, folder, table, false).read(); }

FolderMeaning meaning_below(const FolderMeaning& above, const WalkedFolder& folder, std::size_t index, const NumberTable& table, NamePlace& place) {
  FolderMeaning out = above;
  place = PlaceReader(folder.name, above, table, true).read();
  out.hidden = folder.hidden;
  if (!place.title.empty()) out.title = place.title;
  if (place.kind == PlaceKind::ids) {
    out.ids = place.ids;
    out.doubt = {place.number.unknown_joined, {}, index};
  } else if (place.kind == PlaceKind::unknown || place.kind == PlaceKind::unclear) {
    out.ids.clear();
    out.group.clear();
    out.doubt = {place.unknown, place.readings, index};
  } else if (place.kind == PlaceKind::group) {
    out.above = above.group;
    out.group = place.group;
    if (!place.group.empty()) out.doubt = {};
    if (place.takes_all) out.ids = table.below(place.group);
  }
  return out;
}

}  // namespace lvce
