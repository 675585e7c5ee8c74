// What a text (a name, folders, a first page) speaks of, by the topics of sorting.yaml. Pure; used by propose.cpp alone.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "prepare/sort_words.h"
#include "rubric/model.h"

namespace lvce {

using IndicatorIds = std::set<std::string>;

/// What one source speaks of. Hints count only where nothing is said plainly.
struct Hearing {
  IndicatorIds ids;
  std::string word;       ///< the longest that was heard
  bool is_hint = false;   ///< nothing plain was said
  bool doubtful = false;  ///< it also speaks of something else
  bool is_plain() const { return !ids.empty() && !is_hint; }
};

/// `id` lies under a unit, item or group; all do where none is given.
bool is_below(const std::string& id, const std::string& under);
IndicatorIds shared_by(const IndicatorIds& left, const IndicatorIds& right);

/// Borrows rubric and words.
class Listener {
 public:
  Listener(const Rubric& rubric, const SortWords& words);

  /// A name. A remark in brackets behind it does not govern it: one that speaks of something else makes it doubtful, unless it says what is held (含…).
  Hearing name(const std::string& name, const std::string& under) const;
  /// Folders and name together: only what the name itself has a share in.
  Hearing folders_and_name(const std::string& folders, const std::string& name, const std::string& under) const;
  /// The beginning of a first page; only its title can be about another matter.
  Hearing page(const std::string& text, const std::string& title, const std::string& under) const;
  /// A title and what stands below it, together: only what the title itself has a share in (会议纪要 … 节能).
  Hearing title_and_body(const std::string& title, const std::string& body, const std::string& under) const;
  /// The text says, or hints at, something that one of `ids` asks for.
  bool touches(const IndicatorIds& ids, const std::string& text) const;
  /// The name of a file whose folder speaks of `ids` says no more than that.
  bool adds_nothing(const std::string& name, const IndicatorIds& ids) const;
  /// It is about another matter altogether.
  bool is_foreign(const std::string& name) const;

 private:
  struct Reading;
  /// How a text is weighed.
  struct Weighing {
    int unknown = 0;                           ///< Han characters that no word explains
    bool may_be_foreign = true;                ///< words of another matter count
    bool is_name = true;                       ///< what a reading leaves unexplained makes it doubtful
    std::size_t share_from = 0;                ///< a reading has to explain something from that byte on,
    std::size_t share_to = std::string::npos;  ///< and before that one
  };

  Hearing whole_name(const std::string& name, const std::string& under) const;
  Hearing hear(const HeardWords& heard, const std::string& under, const Weighing& weighing) const;
  std::optional<Reading> read(const Topic& topic, const IndicatorIds& asking, const HeardWords& heard, const std::string& under) const;
  static bool is_settled(const Topic& aside, const HeardWords& heard, const std::vector<bool>& explained);
  /// Behind what these indicators' topics explain, the name goes on about what they do not know, or ends as a paper that proves nothing of them.
  bool goes_on(const IndicatorIds& ids, const HeardWords& heard, std::vector<bool> explained, int at_most) const;
  /// Marks in `explained` what was taken.
  static Hearing heard_in(const std::vector<Reading>& readings, std::vector<bool>& explained);

  const SortWords& words_;
  std::vector<std::pair<const Topic*, IndicatorIds>> topics_;  ///< with the indicators that ask for them
};

}  // namespace lvce
