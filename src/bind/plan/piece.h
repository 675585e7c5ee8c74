// What a volume is made of, in order: our documents and the evidence between them. Pure.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "compose/compose.h"
#include "layout/page.h"

namespace lvce {

inline constexpr const char* kItemDivider = "divider:";  ///< begins the anchors of items, "divider:2.2"

/// A run of pages that belong together: one document of ours, or one evidence PDF bound page by page.
struct Piece {
  Document document;               ///< ours; without sections for an evidence PDF
  std::string key;                 ///< tells it in later runs (print_record.h); empty: not in the bound file
  std::string source_digest;       ///< SHA-256 of the evidence PDF or sealed copy
  std::string anchor;              ///< name of its first page, for bookmarks and links; empty: none
  bool begins_sheet = false;       ///< on an odd page when both sides are printed …
  bool behind_divider = false;     ///< … but where it is one page only: on the back of its divider
  bool restarts = false;           ///< a file of its own behind the bound one: numbers begin with 1 again
  std::string indicator;           ///< evidence: stamped with this number
  std::vector<std::size_t> files;  ///< evidence: indexes into EvidenceFolder::files
  int foreign_pages = 0;           ///< evidence PDF or sealed copy: its pages; 0: a document of ours
  std::string sealed;              ///< sealed copy: number of the document that it stands for ("01"); else empty
  std::string label;               ///< sealed copy: on the strip above its pages
  bool unnumbered = false;         ///< no page number is printed: covers and contents of volumes
  std::string divider;             ///< anchor of the divider that its first page carries (--economy); else empty
  std::string divider_label;       ///< words of that divider, above the page

  // Filled by paginate().
  LaidOut laid_out;
  std::vector<PageLabel> labels;  ///< printed numbers: of its pages, then of the empty pages behind them
  PageLabel first() const { return labels.empty() ? PageLabel() : labels.front(); }
  int pages() const { return foreign_pages > 0 ? foreign_pages : static_cast<int>(laid_out.pages.size()); }
  bool is_foreign() const { return foreign_pages > 0; }
  bool takes_new_sheet() const { return begins_sheet && !(behind_divider && pages() == 1); }
  /// The first piece of an item of 05.
  bool begins_item() const { return anchor.starts_with(kItemDivider) || divider.starts_with(kItemDivider); }
};

/// Pieces that make one output file of their own: [begin, end).
struct Part {
  OutputKind kind = OutputKind::none;
  std::string stem;  ///< file name without ending
  std::string title;
  std::size_t begin = 0, end = 0;
  bool keeps_numbers = false;                  ///< printed numbers of the bound file; else from 1
  std::size_t front_begin = 0, front_end = 0;  ///< pieces that stand before it, unnumbered: cover and contents of a volume
};

/// The anchor `name` of piece `index`, told apart from equal names in other documents.
std::string qualified(std::size_t index, const std::string& name);

struct Binding {
  std::vector<Piece> pieces;
  std::vector<Part> parts;
  std::vector<Bookmark> bookmarks;   ///< of the bound file; targets are anchors of pieces or qualified ones
  std::size_t contents = 0;          ///< piece that holds the contents
  std::size_t index = 0;             ///< piece that holds the evidence index
  std::vector<IndexedFile> indexed;  ///< rows of the evidence index
};

/// A sealed copy that is bound in place of a generated document.
struct StandIn {
  std::string label;   ///< "01 自评报告（盖章件）"
  std::string digest;  ///< SHA-256
  int pages = 0;
  std::map<std::string, AnchorPlace> anchors;  ///< of the generated document, when both have as many pages; else empty
};
using StandIns = std::map<std::string, StandIn>;  ///< by number of the document: "01"

struct ArrangeOptions {
  bool repeat_pages = false;     ///< a file of several indicators is bound at each
  std::vector<int> rounds = {};  ///< of each evidence file: 0 with the first print, 1, 2 … added later; empty: all 0
  bool economy = false;          ///< no sheets for dividers: their words stand above the first page of what they divide
};

/// Puts the pieces in order: cover, contents, 01–04 each behind its divider, 05, then 06 on its own. A document with a stand-in is bound as
/// that, and its generated pages become a file of their own behind the bound one. Never throws.
Binding arrange(const Assessment& assessment, const Composed& composed, const Templates& templates, const StandIns& stand_ins = {},
                const ArrangeOptions& options = {});

}  // namespace lvce
