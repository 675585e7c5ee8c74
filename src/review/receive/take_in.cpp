#include "review/receive/take_in.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "support/text.h"

namespace lvce {
namespace {

bool counts(const Arrival& arrival) { return arrival.state == "ok" || arrival.state == "late" || arrival.state == "double"; }

/// Not as it was made: its files differ from its sums, or its words from its data.
bool is_altered(const Arrival& arrival) {
  if (arrival.whole && arrival.readable) return !arrival.differences.empty();
  static const std::set<std::string> kAltered = {"verify-digest", "verify-record", "verify-zip-differs", "verify-page-number"};
  return std::any_of(arrival.faults.begin(), arrival.faults.end(), [](const Fault& fault) { return kAltered.contains(fault.code); });
}

std::string first_words(const Arrival& arrival) {
  if (!arrival.differences.empty()) {
    const Difference& one = arrival.differences.front();
    const std::string more = arrival.differences.size() > 1 ? " 等 " + std::to_string(arrival.differences.size()) + " 处" : "";
    return one.what + "报送的是 " + one.claimed + "，按数据重算是 " + one.recomputed + more;
  }
  if (arrival.faults.empty()) return "";
  const Fault& fault = arrival.faults.front();
  return fault.where == arrival.source ? fault.message : fault.where + " " + fault.message;
}

const char* const kUndecided = "同一单位有内容不同的几套材料，请核定采用哪一套，只用那一套再收一次";

class TakingIn {
 public:
  TakingIn(DeskRecord& record, std::vector<Arrival> fresh, const TakeInOptions& options)
      : record_(record), fresh_(std::move(fresh)), options_(options), roster_(record.roster) {
    for (std::size_t i = 0; i < record.arrivals.size(); ++i) {
      if (const ExpectedUnit* unit = roster_.find(record.arrivals[i].unit)) record.arrivals[i].unit = unit->name;
      here_[unit_key(record.arrivals[i].unit)].push_back(i);
    }
  }

  void run() {
    for (Arrival& arrival : fresh_) {
      find_owner(arrival);
      sources_.insert(arrival.source);
      if (is_sound(arrival)) contents_[unit_key(arrival.unit)].insert(arrival.sha256);
    }
    for (Arrival& arrival : fresh_) take(std::move(arrival));
    for (auto& [unit, arrivals] : added_) give_round(unit, arrivals);
    settle_known_doubles();
    for (auto& [unit, arrivals] : added_) std::move(arrivals.begin(), arrivals.end(), std::back_inserter(record_.arrivals));
    for (Arrival& arrival : record_.arrivals) judge(arrival);
    settle(record_);
  }

 private:
  static bool is_sound(const Arrival& arrival) { return arrival.whole && arrival.readable && arrival.differences.empty(); }

  /// A package that cannot be asked is whose its file says it is.
  void find_owner(Arrival& arrival) const {
    const ExpectedUnit* unit = roster_.find(arrival.unit);
    if (unit == nullptr && !arrival.named) unit = roster_.named_in(arrival.source);
    if (unit != nullptr) arrival.unit = unit->name;
  }

  void take(Arrival arrival) {
    Arrival* const old = known(arrival);
    if (old == nullptr) added_[unit_key(arrival.unit)].push_back(std::move(arrival));
    else if (old->source == arrival.source || !sources_.contains(old->source)) renew(*old, std::move(arrival));
    else note_copy(*old, std::move(arrival));
  }

  /// The same content of the same unit, best from the same place; what cannot be opened is known by its place.
  Arrival* known(const Arrival& arrival) {
    Arrival* found = nullptr;
    const auto look = [&](Arrival& old) {
      const bool here = old.source == arrival.source;
      if (old.sha256 == arrival.sha256 && (here || (!arrival.sha256.empty() && found == nullptr))) found = &old;
    };
    const std::string unit = unit_key(arrival.unit);
    for (const std::size_t old : here_[unit]) look(record_.arrivals[old]);
    for (Arrival& old : added_[unit]) look(old);
    return found;
  }

  /// The same package once more: what is found out is taken, what the bureau has made of it stays.
  static void renew(Arrival& old, Arrival arrival) {
    arrival.folder = old.folder;
    arrival.state = old.state;
    arrival.reason = old.reason;
    arrival.received = old.received;
    arrival.round = old.round;
    arrival.changes = old.changes;
    old = std::move(arrival);
  }

  void note_copy(const Arrival& old, Arrival arrival) {
    arrival.folder.clear();
    arrival.state = "double";
    arrival.reason = "内容与“" + old.source + "”相同，不重复计";
    added_[unit_key(arrival.unit)].push_back(std::move(arrival));
  }

  static bool is_copy(const Arrival& arrival) { return arrival.state == "double" && arrival.reason != kUndecided; }

  /// What was recorded of the unit before this run.
  std::vector<const Arrival*> recorded(const std::string& unit) const {
    std::vector<const Arrival*> out;
    if (const auto found = here_.find(unit); found != here_.end())
      for (const std::size_t old : found->second) out.push_back(&record_.arrivals[old]);
    return out;
  }

  /// The last round of which something was counted before this run; 0: none.
  int last_round(const std::string& unit) const {
    int round = 0;
    for (const Arrival* old : recorded(unit))
      if (counts(*old)) round = std::max(round, old->round);
    return round;
  }

  /// Packages of different contents stand in the round, and none of them counts.
  bool is_open(const std::string& unit, int round) const {
    bool undecided = false;
    for (const Arrival* old : recorded(unit)) {
      if (old->round != round || !counts(*old) || is_copy(*old)) continue;
      if (old->state != "double") return false;
      undecided = true;
    }
    return undecided;
  }

  /// Of several new contents of a unit none counts; one that comes where none has counted yet settles the round.
  void give_round(const std::string& unit, std::vector<Arrival>& arrivals) {
    std::set<std::string> contents;
    for (const Arrival& arrival : arrivals)
      if (is_sound(arrival) && !is_copy(arrival)) contents.insert(arrival.sha256);
    const int last = last_round(unit);
    const int round = last == 0 ? 1 : is_open(unit, last) && contents.size() == 1 ? last : last + 1;
    for (Arrival& arrival : arrivals) {
      arrival.received = date_of(arrival, last == 0);
      arrival.round = is_copy(arrival) && contents.empty() ? std::max(last, 1) : round;
      if (contents.size() > 1 && is_sound(arrival) && !is_copy(arrival)) {
        arrival.state = "double";
        arrival.reason = kUndecided;
      }
    }
  }

  std::string date_of(const Arrival& arrival, bool first) const {
    const ExpectedUnit* unit = roster_.find(arrival.unit);
    return first && unit != nullptr && !unit->received.empty() ? unit->received : options_.received;
  }

  /// One of them that comes alone is the one that counts.
  void settle_known_doubles() {
    for (Arrival& old : record_.arrivals) {
      const auto contents = contents_.find(unit_key(old.unit));
      const bool alone = contents != contents_.end() && contents->second.size() == 1 && contents->second.contains(old.sha256);
      if (alone && old.state == "double" && !is_copy(old) && is_open(unit_key(old.unit), old.round)) old.state = "ok";
    }
  }

  void judge(Arrival& arrival) {
    take_from_roster(arrival);
    arrival.due = options_.due ? options_.due(arrival).value_or("") : "";
    if (is_altered(arrival)) return say(arrival, "altered", first_words(arrival));
    if (!arrival.whole || !arrival.readable) return say(arrival, "broken", first_words(arrival));
    if (!roster_.empty() && roster_.find(arrival.unit) == nullptr) return say(arrival, "unknown", "名单里没有这个单位");
    if (arrival.state == "double") return;
    const bool late = !arrival.due.empty() && arrival.received > arrival.due;  // without a date nobody is late
    if (late) return say(arrival, "late", "收件日期 " + arrival.received + "，期限 " + arrival.due);
    say(arrival, "ok", "");
  }

  static void say(Arrival& arrival, const char* state, std::string reason) {
    arrival.state = state;
    arrival.reason = std::move(reason);
  }

  void take_from_roster(Arrival& arrival) const {
    const ExpectedUnit* unit = roster_.find(arrival.unit);
    if (unit == nullptr) return;
    arrival.number = unit->number;
    arrival.department = unit->department;
    arrival.named_year = unit->named_year;
    if (!unit->level.empty()) arrival.level = unit->level;
    if (!unit->category.empty()) arrival.category = unit->category;
  }

  DeskRecord& record_;
  std::vector<Arrival> fresh_;
  const TakeInOptions& options_;
  const ExpectedUnits roster_;
  std::map<std::string, std::vector<std::size_t>> here_;   ///< recorded before this run, by unit
  std::set<std::string> sources_;                          ///< of this run
  std::map<std::string, std::set<std::string>> contents_;  ///< of this run, by unit: digests of sound packages
  std::map<std::string, std::vector<Arrival>> added_;      ///< new ones, by unit
};

}  // namespace

void take_in(DeskRecord& record, std::vector<Arrival> fresh, const TakeInOptions& options) { TakingIn(record, std::move(fresh), options).run(); }

}  // namespace lvce
