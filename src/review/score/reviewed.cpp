#include "review/score/reviewed.h"

#include <algorithm>
#include <map>
#include <utility>

#include "review/sheets/sheet_file.h"
#include "support/text.h"

namespace lvce {
namespace {

using SheetKey = std::pair<std::string, std::string>;  ///< unit, level

Place fingerprint_place(const ReturnedSheet& sheet) { return in_cell(sheet.file, kFingerprintSheet, "B6"); }

/// Sheets by the unit and level that they speak of; those of no present package are refused.
class SheetSorter {
 public:
  SheetSorter(const Register& received, Findings& findings) : received_(received), findings_(findings) {
    for (const ReceivedPackage* package : packages_to_review(received)) current_[package->about.name] = package;
  }

  std::map<SheetKey, std::vector<const ReturnedSheet*>> sort(const std::vector<ReturnedSheet>& sheets) {
    std::map<SheetKey, std::vector<const ReturnedSheet*>> out;
    for (const ReturnedSheet& sheet : sheets)
      if (belongs(sheet)) out[{sheet.identity.unit, sheet.identity.level}].push_back(&sheet);
    return out;
  }

 private:
  bool belongs(const ReturnedSheet& sheet) {
    const auto found = current_.find(sheet.identity.unit);
    if (found != current_.end() && found->second->package_sha256 == sheet.identity.package_sha256) return true;
    if (sheet.entries.empty()) return false;  // nothing was entered: nothing is lost
    if (found == current_.end())
      refuse(sheet, "review-sheet-unknown", "收件里没有“" + sheet.identity.unit + "”的材料，这张核查表没有计入", "请核对是不是放错了评审文件夹");
    else if (is_earlier(sheet))
      findings_.push_back(Finding::note("review-sheet-earlier", fingerprint_place(sheet), "是“" + sheet.identity.unit + "”前一轮材料的核查表，本轮不计入", ""));
    else
      refuse(sheet, "review-package-changed", "“" + sheet.identity.unit + "”的材料在发出核查表以后变了，这张表没有计入",
             "请在按现在的材料写出的核查表里重新核查（lvce review sheets），原来填的仍在这个文件里");
    return false;
  }

  bool is_earlier(const ReturnedSheet& sheet) const {
    return std::any_of(received_.received.begin(), received_.received.end(), [&](const ReceivedPackage& package) {
      return package.about.name == sheet.identity.unit && package.package_sha256 == sheet.identity.package_sha256;
    });
  }

  void refuse(const ReturnedSheet& sheet, const char* code, std::string message, std::string hint) {
    findings_.push_back(Finding::error(code, fingerprint_place(sheet), std::move(message), std::move(hint)));
  }

  const Register& received_;
  Findings& findings_;
  std::map<std::string, const ReceivedPackage*> current_;
};

/// Puts together what several sheets of one level say.
class LevelReader {
 public:
  LevelReader(const ReviewSheet& asked, Findings& findings) : asked_(asked), findings_(findings) {}

  LevelReview read(const std::vector<const ReturnedSheet*>& sheets) {
    LevelReview out;
    out.level = asked_.identity.level;
    for (const ReturnedSheet* sheet : sheets) {
      out.returned |= !sheet->entries.empty();
      check_rows(*sheet);
    }
    for (const SheetRow& row : asked_.rows)
      if (row.applies) out.indicators.push_back(read_row(row, sheets));
    if (out.missing() == 0 && keeps_items(out)) out.total = sum_of(out);
    return out;
  }

 private:
  void error(const char* code, Place place, std::string message, std::string hint) {
    findings_.push_back(Finding::error(code, std::move(place), std::move(message), std::move(hint)));
  }

  void check_rows(const ReturnedSheet& sheet) {
    for (const auto& one_entry : sheet.entries) {
      const std::string& id = one_entry.first;
      const SheetEntry& entry = one_entry.second;
      const auto row = std::find_if(asked_.rows.begin(), asked_.rows.end(), [&](const SheetRow& one) { return one.indicator->id == id; });
      if (row == asked_.rows.end()) error("review-row-unknown", entry.score_place, "评价标准里没有指标“" + id + "”，这一行没有计入", "请改回原来的指标编号");
      else if (!row->applies && gives_something(entry))
        error("review-row-not-applicable", entry.score ? entry.score_place : entry.places_place,
              "指标 " + id + " 对“" + sheet.identity.unit + "”不适用（走的是另一条），填的没有计入", "请清空这一格");
    }
  }

  /// A nought in a row that does not apply changes nothing.
  static bool gives_something(const SheetEntry& entry) { return (entry.score && *entry.score > Points{}) || (entry.places && *entry.places > 0); }

  ReviewedIndicator read_row(const SheetRow& row, const std::vector<const ReturnedSheet*>& sheets) {
    ReviewedIndicator out;
    out.indicator = row.indicator;
    out.maximum = row.maximum;
    out.supported = row.supported;
    const SheetEntry entry = merged(row, sheets);
    out.places = entry.places;
    out.opinion = entry.opinion;
    out.reviewer = entry.reviewer;
    if (entry.score) {
      out.score = entry.score;
      out.place = entry.score_place;
    } else if (entry.places) {
      out.place = entry.places_place;
      out.by_places = true;
      if (row.deduction) out.score = points_after(*row.deduction, row.supported, *entry.places);
      if (!out.score)
        error("review-score-needed", entry.score_place,
              "指标 " + row.indicator->id + " 只填了扣分处数，但" + (row.deduction ? "不知道单位申报了几项" : "标准没有规定每处扣多少分"), "请填核查得分");
    }
    return out;
  }

  /// What is blank in one sheet and given in another is given; two different figures are none.
  SheetEntry merged(const SheetRow& row, const std::vector<const ReturnedSheet*>& sheets) {
    SheetEntry out;
    bool scores_differ = false, places_differ = false;
    for (const ReturnedSheet* sheet : sheets) {
      const auto found = sheet->entries.find(row.indicator->id);
      if (found == sheet->entries.end()) continue;
      SheetEntry entry = found->second;
      if (entry.score && !is_in_range(row, entry)) entry.score.reset();
      scores_differ |= differs(row, "核查得分", out.score, out.score_place, entry.score, entry.score_place);
      places_differ |= differs(row, "扣分处数", out.places, out.places_place, entry.places, entry.places_place);
      add_words(out.opinion, entry.opinion);
      add_words(out.reviewer, entry.reviewer);
    }
    if (scores_differ) out.score.reset();
    if (scores_differ || places_differ) out.places.reset();
    return out;
  }

  bool is_in_range(const SheetRow& row, const SheetEntry& entry) {
    if (*entry.score >= Points() && *entry.score <= row.maximum) return true;
    error("review-out-of-range", entry.score_place,
          "指标 " + row.indicator->id + " 的核查得分 " + entry.score->text() + " 不在 0 到 " + row.maximum.text() + " 之间，没有计入", "请按分值改正");
    return false;
  }

  template <typename Value>
  bool differs(const SheetRow& row, const char* column, std::optional<Value>& kept, Place& kept_place, const std::optional<Value>& entered,
               const Place& place) {
    if (!entered) {
      if (!kept && kept_place == Place()) kept_place = place;
      return false;
    }
    if (!kept) {
      kept = entered;
      kept_place = place;
      return false;
    }
    if (*kept == *entered) return false;
    error("review-sheets-differ", place, "指标 " + row.indicator->id + " 的" + column + "和另一张交回的核查表不同（" + kept_place.text() + "），两处都没有计入",
          "请留下正确的一处，改正或移走另一张");
    return true;
  }

  static void add_words(std::string& kept, const std::string& more) {
    if (more.empty() || kept.find(more) != std::string::npos) return;
    kept += (kept.empty() ? "" : "；") + more;
  }

  /// The indicators of an item give at most what it has.
  bool keeps_items(const LevelReview& level) {
    std::map<std::string, std::pair<Points, Place>> sums;
    for (const ReviewedIndicator& one : level.indicators) {
      auto& [sum, place] = sums[item_of(*one.indicator)];
      if (place == Place()) place = one.place;
      sum += *one.score;
    }
    bool keeps = true;
    for (const auto& [item, told] : sums) {
      if (told.first <= item_maximum_.at(item)) continue;
      keeps = false;
      error("review-item-over", told.second, "项目 " + item + " 各指标的核查得分合计 " + told.first.text() + "，超过项目满分 " + item_maximum_.at(item).text(),
            "请改正其中的得分");
    }
    return keeps;
  }

  std::string item_of(const Indicator& indicator) const { return item_by_indicator_.at(indicator.id); }

  static Points sum_of(const LevelReview& level) {
    Points sum;
    for (const ReviewedIndicator& one : level.indicators) sum += *one.score;
    return sum;
  }

 public:
  void know_items(const Rubric& rubric) {
    for (const Unit& unit : rubric.units) {
      for (const Item& item : unit.items) {
        item_maximum_[item.id] = item.points;
        for (const Indicator& indicator : item.indicators) item_by_indicator_[indicator.id] = item.id;
      }
    }
  }

 private:
  const ReviewSheet& asked_;
  Findings& findings_;
  std::map<std::string, std::string> item_by_indicator_;
  std::map<std::string, Points> item_maximum_;
};

}  // namespace

std::size_t LevelReview::missing() const {
  return static_cast<std::size_t>(std::count_if(indicators.begin(), indicators.end(), [](const ReviewedIndicator& one) { return !one.score; }));
}

std::vector<ReviewedUnit> reviewed_units(const std::filesystem::path& desk, const Register& received, BureauStandards& rubrics, Findings& findings) {
  const std::vector<ReturnedSheet> sheets = read_returned_sheets(desk, findings);
  const auto sorted = SheetSorter(received, findings).sort(sheets);
  std::vector<ReviewedUnit> out;
  for (const ReceivedPackage* package : packages_to_review(received)) {
    const Rubric* rubric = rubrics.find(package->rubric, findings);
    auto facts = rubric == nullptr ? std::nullopt : read_package_facts(desk, *package, findings);
    ReviewedUnit unit{package, facts ? rubric : nullptr, facts ? std::move(*facts) : PackageFacts(), {}};
    if (unit.rubric != nullptr && !is_as_received(desk, *package)) {
      findings.push_back(Finding::error("review-package-altered", on_disk(package->folder), "“" + package->about.name + "”的材料和收件时登记的不一样，没有评分",
                                        "请换回收件时的材料，或重新收件"));
      unit.rubric = nullptr;
    }
    if (unit.rubric == nullptr) {
      out.push_back(std::move(unit));
      continue;
    }
    for (const std::string& level : levels_of(*rubric, package->about).value_or(std::vector<std::string>())) {
      const ReviewSheet asked = review_sheet(*rubric, *package, unit.facts, level);
      const auto found = sorted.find({package->about.name, level});
      LevelReader reader(asked, findings);
      reader.know_items(*rubric);
      unit.levels.push_back(reader.read(found == sorted.end() ? std::vector<const ReturnedSheet*>{} : found->second));
    }
    out.push_back(std::move(unit));
  }
  return out;
}

}  // namespace lvce
