// Plan + pages → volumes ready to be written.
#pragma once

#include <map>
#include <set>

#include "bind/bind.h"
#include "bind/gather.h"
#include "bind/pdf/own_pages.h"
#include "bind/pdf/volume.h"
#include "bind/plan/leaves.h"

namespace lvce {

/// Makes a Volume of each part. Borrows everything that it is given.
class Assembler {
 public:
  Assembler(const Binding& binding, const Leaves& leaves, const Gathered& gathered, const EvidenceFolder& evidence, const Faces& faces,
            const BindOptions& options);

  /// Pages to render, in the order in which volumes count them.
  std::vector<const Page*> own_pages() const;
  /// Characters that stamps need besides those of the pages.
  std::map<FontId, std::set<char32_t>> stamp_characters() const;
  /// Draws the photos of all own pages; the place of one that cannot be drawn stays empty.
  void place_photos(OwnPages& own) const;
  Volume volume(const Part& part, const std::string& author) const;
  /// What a part prints as 校验; empty where it is not one document that prints one.
  std::string check_code(const Part& part) const;

  /// A leaf and what its label says in a volume.
  struct ChosenLeaf {
    std::size_t leaf = 0;
    PageLabel label = {};     ///< none: not numbered
    std::string prefix = {};  ///< before i, ii … of such a one
  };
  /// `divided`: what stands for dividers that have no sheet (--economy) is printed.
  Volume volume_of(const std::vector<ChosenLeaf>& chosen, const std::string& title, const std::string& author, bool divided = true) const;
  /// The leaves of pieces [begin, end) as they lie; `whole_sheets`: with the blanks behind them.
  std::vector<std::size_t> leaves_in(std::size_t begin, std::size_t end, bool whole_sheets) const;

 private:
  BoundSheet sheet_of(std::size_t leaf, const PageLabel& number, bool divided) const;
  BoundSheet foreign_sheet(const Leaf& leaf, bool even) const;
  bool goes_on(const Leaf& leaf) const;  ///< a piece of a long picture or page, not its first
  void mark_fixed(const Leaf& leaf, BoundSheet& sheet, bool even, bool divided) const;
  using SheetOfLeaf = std::map<std::size_t, int>;
  void add_links(const Leaf& leaf, const SheetOfLeaf& sheets, BoundSheet& sheet) const;
  std::vector<OutlineEntry> outline(const SheetOfLeaf& sheets) const;
  const Page& page_of(const Leaf& leaf) const;

  const Binding& binding_;
  const Leaves& leaves_;
  const Gathered& gathered_;
  const EvidenceFolder& evidence_;
  const Faces& faces_;
  const BindOptions& options_;
  std::map<std::size_t, std::size_t> own_index_;    ///< leaf → page in the rendered file
  std::map<std::size_t, std::string> check_codes_;  ///< piece → what its document prints as 校验
};

}  // namespace lvce
