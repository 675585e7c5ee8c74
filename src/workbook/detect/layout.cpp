#include "workbook/detect/layout.h"

#include <algorithm>
#include <map>
#include <set>

#include "office/carriers.h"
#include "support/text.h"
#include "workbook/detect/candidate_parts.h"
#include "workbook/detect/official_fuel.h"
#include "workbook/detect/series.h"
#include "workbook/detect/title_doubts.h"
#include "workbook/detect/words.h"

namespace lvce::formats {
namespace {

using Indexes = std::vector<std::size_t>;

class Settler {
 public:
  explicit Settler(SeriesCandidates found) : all_(std::move(found.all)) {
    settle_official_fuel(all_);
    out_.left_out = std::move(found.left_out);
    out_.questions = std::move(found.questions);
    unused_ = std::move(found.unused);
    gone_.assign(all_.size(), false);
  }

  Layout settle() {
    doubt_file_years(all_);
    doubt_parts_of_years(all_);
    drop_yearly();
    std::set<int> blocks;
    for (const Candidate& candidate : all_) blocks.insert(candidate.block);
    for (const Carrier carrier : all_carriers()) {
      for (const int block : blocks) weigh(carrier, [&](const Candidate& one) { return one.block == block; });
      weigh(carrier, [](const Candidate&) { return true; });
    }
    ask_doubts();
    ask_unused();
    CarrierYears years;
    for (const Candidate& one : all_)
      for (const auto& [month, value] : one.values) years.emplace(one.carrier, std::get<0>(month));
    keep();
    make_series(out_, std::move(years));
    compare_years(out_, yearly_);
    out_.perhaps_official = perhaps_official(out_.used);
    return std::move(out_);
  }

 private:
  void leave(std::size_t i, const std::string& why) {
    gone_[i] = true;
    out_.left_out.push_back({all_[i].place(), all_[i].header, why});
  }

  void ask(std::size_t i) {
    gone_[i] = true;
    out_.questions.push_back(question_of(i, all_[i].place()));
  }

  /// A whole year's figure beside the months of that year is only compared.
  void drop_yearly() {
    for (std::size_t i = 0; i < all_.size(); ++i) {
      if (all_[i].values.empty()) {
        if (all_[i].doubts.empty()) leave(i, "没有数");
        continue;
      }
      const auto [year, first, last] = all_[i].values.begin()->first;
      if (first != 0) continue;
      const bool months = std::any_of(all_.begin(), all_.end(), [&, y = year](const Candidate& other) {
        return other.carrier == all_[i].carrier && std::any_of(other.values.begin(), other.values.end(), [&](const auto& value) {
                 return std::get<0>(value.first) == y && std::get<1>(value.first) > 0;
               });
      });
      if (!months || (!all_[i].doubts.empty() && count_months(all_[i].carrier, year_of(i)) < 12)) continue;
      if (all_[i].doubts.empty() && !all_[i].part && all_[i].other.empty()) yearly_.push_back(all_[i]);
      leave(i, "是全年数，已有各月");
    }
  }

  int year_of(std::size_t i) const { return std::get<0>(all_[i].values.begin()->first); }

  /// Months of the year that candidates without a doubt give.
  std::size_t count_months(Carrier carrier, int year) const {
    std::set<int> months;
    for (const Candidate& one : all_)
      for (const auto& [month, value] : one.values)
        for (int m = std::get<1>(month); one.carrier == carrier && one.doubts.empty() && std::get<0>(month) == year && m > 0 && m <= std::get<2>(month); ++m)
          months.insert(m);
    return months.size();
  }

  template <typename Test>
  void weigh(Carrier carrier, Test of_group) {
    Indexes group;
    for (std::size_t i = 0; i < all_.size(); ++i)
      if (!gone_[i] && all_[i].carrier == carrier && of_group(all_[i])) group.push_back(i);
    while (!group.empty()) {
      Indexes rivals{group.front()};
      for (bool grown = true; grown;) {
        grown = false;
        for (std::size_t i : group) {
          if (std::find(rivals.begin(), rivals.end(), i) != rivals.end()) continue;
          if (!std::any_of(rivals.begin(), rivals.end(), [&](std::size_t r) { return overlap(all_[r], all_[i]); })) continue;
          rivals.push_back(i);
          grown = true;
        }
      }
      std::erase_if(group, [&](std::size_t i) { return std::find(rivals.begin(), rivals.end(), i) != rivals.end(); });
      if (rivals.size() > 1) settle_rivals(rivals);
    }
  }

  /// Several columns for the same months of one carrier.
  void settle_rivals(Indexes rivals) {
    if (keep_sum(rivals)) return;
    drop_vague(rivals);
    drop_copies(rivals);
    if (rivals.size() < 2 || keep_sum(rivals) || drop_parts(rivals)) return;
    const bool sure = std::all_of(rivals.begin(), rivals.end(), [&](std::size_t i) { return all_[i].doubts.empty(); });
    if (!sure) return ask_all(rivals, "有几列都像是" + std::string(carrier_name(all_[rivals.front()].carrier)) + "，其中有看不明白的，不知道用哪一列");
    if (any_header(rivals, speaks_of_others)) return ask_all(rivals, "有不属于本单位的部分（家属区、出租等），不知道用哪一处");
    if (any_header(rivals, speaks_of_shares)) return ask_all(rivals, "有分摊的数，不知道用哪一处");
    if (are_offices(rivals)) return ask_all(rivals, "像是几个单位的，不知道哪一处是本单位的");
    if (are_other_counts(rivals)) return ask_all(rivals, "有的像是另一种数（无功、核定、结算、购进等），不知道用哪一处");
    if (has_whole(rivals)) return ask_all(rivals, "有一处像是总的，其余像是其中一部分，不知道用哪一处，还是要相加");
    if (has_twins(rivals)) return ask_all(rivals, "几处的数逐月几乎一样，是同一份用量的几种记录，还是要相加");
    if (some_hidden(rivals)) return ask_all(rivals, "有的列是隐藏的，要不要相加看不出来");
    if (are_parts(rivals)) return add_up(rivals);
    ask_all(rivals, "同一年月有几处不同的数，不知道用哪一处，还是要相加");
  }

  /// Beside a column that says what it is, and names no part, others whose words say nothing are not it.
  void drop_vague(Indexes& rivals) {
    const bool clear = std::any_of(rivals.begin(), rivals.end(), [&](std::size_t i) { return all_[i].doubts.empty() && all_[i].other.empty(); });
    if (!clear) return;
    for (std::size_t i : rivals)
      if (all_[i].vague) leave(i, "看不出是不是用量");
    std::erase_if(rivals, [&](std::size_t i) { return all_[i].vague; });
  }

  void drop_copies(Indexes& rivals) {
    Indexes kept;
    for (std::size_t i : rivals) {
      const auto same = std::find_if(kept.begin(), kept.end(), [&](std::size_t k) {
        const bool one_block = all_[i].block == all_[k].block;
        const bool totals = all_[i].total || all_[k].total;
        const bool named = one_block ? !part_name(all_[i]).empty() && part_name(all_[i]) != part_name(all_[k]) : part_of(all_[i]) != part_of(all_[k]);
        const bool different_parts = !totals && named;
        return same_where_both(all_[k], all_[i]) && all_[k].values.size() >= all_[i].values.size() && !different_parts && contained(all_[i], all_[k]);
      });
      if (same != kept.end()) leave(i, "与 " + all_[*same].place() + " 相同");
      else kept.push_back(i);
    }
    rivals = kept;
  }

  /// True when one of them is the sum of all others (or of all others that are no totals): it stays alone, or they do where only they are clear.
  bool keep_sum(const Indexes& rivals) {
    for (std::size_t whole : rivals) {
      Indexes others, no_totals, no_parts;
      for (std::size_t i : rivals) {
        if (i == whole) continue;
        others.push_back(i);
        if (!all_[i].total) no_totals.push_back(i);
        if (!all_[i].total && !all_[i].part) no_parts.push_back(i);
      }
      const bool all = is_sum_of(whole, others);
      if (!all && !is_sum_of(whole, no_totals) && !is_sum_of(whole, no_parts)) continue;
      if (any_header(rivals, speaks_of_others)) {
        ask_all(rivals, "合计里有不属于本单位的部分（家属区、出租等），不知道用哪一处");
        return true;
      }
      if (are_offices(rivals)) {
        ask_all(rivals, "像是几个单位的，不知道哪一处是本单位的");
        return true;
      }
      if (!is_clear(whole) && std::all_of(no_totals.begin(), no_totals.end(), [&](std::size_t i) { return is_clear(i); }) && are_parts(no_totals))
        keep_parts(rivals, whole, no_totals);
      else {
        keep_only(rivals, whole, "是其中一部分，各部分之和与合计相符");
        all_[whole].remarks.push_back("与各部分之和相符");
      }
      return true;
    }
    return false;
  }

  bool any_header(const Indexes& rivals, bool (*test)(const std::string&)) const {
    return std::any_of(rivals.begin(), rivals.end(), [&](std::size_t i) { return test(all_[i].header); });
  }

  /// Some, not all, are called so.
  bool has_whole(const Indexes& rivals) const {
    const auto wholes = std::count_if(rivals.begin(), rivals.end(), [&](std::size_t i) { return speaks_of_whole(all_[i].header); });
    const bool held = std::any_of(rivals.begin(), rivals.end(), [&](std::size_t a) {
      return std::any_of(rivals.begin(), rivals.end(), [&](std::size_t b) { return a != b && says_it_holds(all_[a], all_[b]); });
    });
    return held || (wholes > 0 && static_cast<std::size_t>(wholes) < rivals.size());
  }

  bool has_twins(const Indexes& rivals) const {
    return rivals.size() <= kCountsAtMost && !any_header(rivals, is_tariff) && std::any_of(rivals.begin(), rivals.end(), [&](std::size_t a) {
             return std::any_of(rivals.begin(), rivals.end(), [&](std::size_t b) {
               const bool grades = !petrol_grade(all_[a].header).empty() && !petrol_grade(all_[b].header).empty();
               return a < b && !grades && nearly_same(all_[a].values, all_[b].values);
             });
           });
  }

  /// Two at least are named like offices, by their headers or their sheets.
  bool are_offices(const Indexes& rivals) const {
    std::set<std::string> names;
    for (std::size_t i : rivals) {
      std::vector<std::string> said = split(all_[i].header, '/');
      said.push_back(all_[i].sheet);
      const auto name = std::find_if(said.begin(), said.end(), names_an_office);
      if (name != said.end()) names.insert(*name);
    }
    return names.size() > 1;
  }

  /// Not all are the same kind of count: 抄表 beside 开票, 用量 beside 无功.
  bool are_other_counts(const Indexes& rivals) const {
    std::set<std::string> words;
    for (std::size_t i : rivals) words.insert(count_word(all_[i].header) + count_word(all_[i].sheet));
    return words.size() > 1;
  }

  bool some_hidden(const Indexes& rivals) const {
    return std::any_of(rivals.begin(), rivals.end(), [&](std::size_t i) { return is_hidden(all_[i]); });
  }

  bool is_clear(std::size_t i) const { return all_[i].doubts.empty(); }

  bool is_sum_of(std::size_t whole, const Indexes& parts) const {
    std::vector<const Candidate*> found;
    for (std::size_t i : parts) found.push_back(&all_[i]);
    return is_sum(all_[whole], found);
  }

  void keep_parts(const Indexes& rivals, std::size_t whole, const Indexes& parts) {
    for (std::size_t i : rivals)
      if (std::find(parts.begin(), parts.end(), i) == parts.end()) leave(i, i == whole ? "是合计，各部分之和与它相符，采用各部分" : "是小计");
    add_up(parts);
    for (std::size_t i : parts) all_[i].remarks.push_back("与合计相符");
  }

  void add_up(const Indexes& parts) {
    for (std::size_t i : parts) {
      all_[i].rule.sum = true;
      all_[i].remarks.push_back(std::to_string(parts.size()) + "处相加");
    }
  }

  /// True where all but one are parts of it by their words.
  bool drop_parts(const Indexes& rivals) {
    Indexes wholes;
    for (std::size_t i : rivals)
      if (!all_[i].part) wholes.push_back(i);
    if (wholes.size() != 1) return false;
    const Candidate& whole = all_[wholes.front()];
    const bool holds = std::all_of(rivals.begin(), rivals.end(), [&](std::size_t i) { return is_never_more(all_[i], whole); });
    if (!whole.other.empty() && !holds) return false;
    keep_only(rivals, wholes.front(), "是其中项");
    return true;
  }

  void keep_only(const Indexes& rivals, std::size_t kept, const std::string& why) {
    for (std::size_t i : rivals)
      if (i != kept) leave(i, why);
  }

  /// Meters, buildings, tariffs: all named, and each otherwise. On several sheets the names of sheets or files tell them apart.
  bool are_parts(const Indexes& rivals) const {
    std::set<std::string> names;
    for (std::size_t i : rivals) {
      const Candidate& one = all_[i];
      if (one.total || one.part) return false;
      std::string name = part_name(one);
      const bool one_block = std::all_of(rivals.begin(), rivals.end(), [&](std::size_t r) { return all_[r].block == one.block; });
      if (!one_block) {
        const std::string sheet = what_else(one.sheet), file = what_else(one.file.substr(0, one.file.rfind('.')));
        for (const char* copy : {"核对", "副本", "备份", "旧", "草稿", "初稿", "修改", "汇总", "合计", "copy"})
          if (one.sheet.find(copy) != std::string::npos || one.file.find(copy) != std::string::npos) return false;
        if (names_a_part(sheet)) name += "/" + sheet;
        if (names_a_part(file)) name += "/" + file;
      }
      if (name.empty() || !names.insert(name).second) return false;
    }
    return true;
  }

  void ask_all(const Indexes& rivals, const std::string& what) {
    std::vector<std::string> places;
    for (std::size_t i : rivals) {
      gone_[i] = true;
      places.push_back(all_[i].place() + (all_[i].header.empty() ? "" : "「" + all_[i].header + "」"));
    }
    out_.questions.push_back(std::string(carrier_name(all_[rivals.front()].carrier)) + "：" + what + "：" + join(places, "、"));
  }

  /// Alike ones (a sheet for each month) together.
  void ask_doubts() {
    constexpr std::size_t kMostPlaces = 3;
    std::map<std::string, std::vector<std::size_t>> alike;
    for (std::size_t i = 0; i < all_.size(); ++i)
      if (!gone_[i] && !all_[i].doubts.empty()) alike[question_of(i, "")].push_back(i);
    for (std::size_t i = 0; i < all_.size(); ++i) {
      if (gone_[i] || all_[i].doubts.empty()) continue;
      const std::vector<std::size_t>& same = alike[question_of(i, "")];
      if (same.size() <= kMostPlaces) {
        ask(i);
        continue;
      }
      std::vector<std::string> places;
      for (std::size_t at : same) {
        gone_[at] = true;
        if (places.size() < kMostPlaces) places.push_back(all_[at].place());
      }
      out_.questions.push_back(question_of(i, join(places, "、") + " 等 " + std::to_string(same.size()) + " 处"));
    }
  }

  std::string question_of(std::size_t i, const std::string& place) const {
    return std::string(carrier_name(all_[i].carrier)) + " ← " + place + (all_[i].header.empty() ? "" : "「" + all_[i].header + "」") + "：" +
           told_briefly(all_[i].doubts);
  }

  /// Readings and running totals of what nothing else gives.
  void ask_unused() {
    std::set<std::string> asked;
    for (const Unused& one : unused_) {
      const bool given = std::any_of(all_.begin(), all_.end(), [&](const Candidate& other) { return !one.carrier || other.carrier == *one.carrier; });
      const std::string name = one.carrier ? "（" + std::string(carrier_name(*one.carrier)) + "）" : "";
      const std::string what = one.file + " " + one.sheet +
                               (one.readings ? "：只有表的读数" + name + "，没有用量；请在表里加一列用量（止码减起码，再乘倍率）"
                                             : "：只有累计数" + name + "，没有各月用量；请在表里加一列当月用量");
      if (!given && asked.insert(what).second) out_.questions.push_back(what);
    }
  }

  void keep() {
    for (std::size_t i = 0; i < all_.size(); ++i)
      if (!gone_[i]) out_.used.push_back(std::move(all_[i]));
  }

  std::vector<Candidate> all_;
  std::vector<bool> gone_;
  std::vector<Unused> unused_;
  std::vector<Candidate> yearly_;  ///< whole years' figures that were left out for months
  Layout out_;
};

}  // namespace

Layout settle(SeriesCandidates found) { return Settler(std::move(found)).settle(); }

}  // namespace lvce::formats
