// What a volume is made of, in order: our documents and the evidence between them. Pure.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "compose/compose.h"
#include "layout/page.h"

namespace lvce {

/// A run of pages that belong together: one document of ours, or one evidence PDF bound page by page.
struct Piece {
  Document document;               ///< ours; without sections for an evidence PDF
  std::string anchor;              ///< name of its first page, for bookmarks and links; empty: none
  bool begins_sheet = false;       ///< on an odd page when both sides are printed
  bool restarts = false;           ///< a file of its own behind the bound one: numbers begin with 1 again
  std::string indicator;           ///< evidence: stamped with this number
  std::vector<std::size_t> files;  ///< evidence: indexes into EvidenceFolder::files
  int foreign_pages = 0;           ///< evidence PDF: its pages; 0: a document of ours

  // Filled by paginate().
  LaidOut laid_out;
  int blanks = 0;  ///< empty pages before it
  int first = 0;   ///< printed number of its first page
  int pages() const { return foreign_pages > 0 ? foreign_pages : static_cast<int>(laid_out.pages.size()); }
  bool is_foreign() const { return foreign_pages > 0; }
};

/// Pieces that make one output file of their own: [begin, end).
struct Part {
  std::string kind;  ///< "bound", "report" …
  std::string stem;  ///< file name without ending
  std::string title;
  std::size_t begin = 0, end = 0;
  bool keeps_numbers = false;  ///< printed numbers of the bound file; else from 1
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

/// Puts the pieces in order: cover, contents, 01–04 each behind its divider, 05, then 06 on its own. Never throws.
Binding arrange(const Assessment& assessment, const Composed& composed, const Templates& templates);

}  // namespace lvce
