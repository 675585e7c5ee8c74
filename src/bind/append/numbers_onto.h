// Numbers for a volume to which something is added after it was printed. Pure.
#pragma once

#include <map>

#include "bind/append/print_record.h"
#include "bind/plan/numbering.h"

namespace lvce {

/// What was printed keeps its numbers. A document that has become longer goes on with supplements behind its last page, one that has become
/// shorter leaves its last pages empty; the page of a file that could not be bound and is gone is an empty one of the piece before it. New pieces are
/// supplements behind the page before them: 57-1, 57-2 …, after those that are there already. Printed on both sides they come behind the back of that sheet
/// (58-1 for page 57) and fill sheets of their own.
class NumbersOnto : public Numbering {
 public:
  NumbersOnto(const PrintRecord& printed, bool duplex);
  PageLabel first_of(const Binding& binding, std::size_t index) override;
  std::vector<PageLabel> take(const Binding& binding, std::size_t index) override;

 private:
  using Labels = std::vector<PageLabel>;
  int page_before() const;
  void learn_gone(const Binding& binding);
  void add_behind(int number, int pages, Labels& labels);
  void fill_sheet(int number, Labels& labels);
  bool goes_on_with_next(const Binding& binding, std::size_t index) const;

  bool duplex_;
  std::map<std::string, Labels> printed_;  ///< by key
  std::vector<std::string> order_;         ///< keys as printed
  std::map<std::string, Labels> gone_;     ///< labels of pieces that are gone, by the key of the piece before them
  bool learnt_ = false;
  std::map<int, int> used_;  ///< supplements behind each page
  PageLabel last_ = 1;       ///< of the piece before
  RunningNumbers others_;
};

}  // namespace lvce
