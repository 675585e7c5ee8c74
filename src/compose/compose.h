// Assessment → documents. Wording and form grids come from templates/; nothing here is layout.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "assess/assess.h"
#include "document/document.h"

namespace lvce {

/// Templates that were read before: each file is parsed once.
class TemplateShelf;
std::shared_ptr<TemplateShelf> empty_template_shelf();

/// Templates read from <data>/templates. A broken or missing template is an error finding and exit code 3. For one thread at a time.
struct Templates {
  std::filesystem::path folder;
  std::shared_ptr<TemplateShelf> shelf = empty_template_shelf();
};

struct Composed {
  Document cover;
  Document report;             ///< 01
  Document scores;             ///< 02
  Document energy;             ///< 03
  std::vector<Document> form;  ///< 04: none or one
  Document missing;            ///< 06
  Findings findings;           ///< unknown fields, formulas dropped …

  /// The papers of the bound file in its order: 01–04. All that becomes of a paper follows from this list: its PDF, its place in the bound file,
  /// its worksheets, the checks of its cells.
  std::vector<const Document*> papers() const;
};

/// Some section of it is a worksheet: it is written as XLSX too.
bool has_worksheets(const Document& document);

Composed compose_documents(const Assessment& assessment, const Templates& templates);
/// 06 alone, for what later stages have found.
Document compose_missing(const Assessment& assessment, const Templates& templates);

/// One divider sheet before an item's evidence: unit, item, its indicators with points and file counts. Anchor "divider:2.2".
Document compose_divider(const Assessment& assessment, const Item& item, const Templates& templates);
/// Divider before documents 01–05. Anchor "part:01" ….
Document compose_part_divider(const std::string& number, const std::string& title, const Templates& templates);

struct IndexedFile {
  std::size_t file = 0;  ///< index into EvidenceFolder::files
  std::string indicator;
  int pages = 0;
  std::string target;    ///< anchor of its first page: "file:12"
  std::string same_as;   ///< 见第57页: anchor of the page where it is bound; empty when bound here
  bool refused = false;  ///< could not be bound: a page that says so stands there
};
/// Evidence index (order no., indicator, title, date, pages, first page, digest): page numbers are filled in by layout through links.
Document compose_evidence_index(const Assessment& assessment, const std::vector<IndexedFile>& files, const Templates& templates);

/// Pages to be put into a printed volume, in words.
struct SheetsToAdd {
  std::string pages;  ///< "第58-1至58-2页"
  std::string content;
  std::string action;  ///< "插在第58页后面"
};
/// The list before such pages.
Document compose_supplement_list(const Assessment& assessment, const std::vector<SheetsToAdd>& sheets, int round, bool duplex, const Templates& templates);

/// An indicator's evidence as a file of its own (bind/online.h).
struct OnlineFile {
  std::string indicator;
  std::string name;  ///< file name
  int papers = 0;    ///< evidence files in it
  int pages = 0;
  std::uintmax_t bytes = 0;
  std::string sha256;
};
/// 线上填报对照表: all indicators in official order with points, score and file. Stem "线上填报对照表".
Document compose_online_list(const Assessment& assessment, const std::vector<OnlineFile>& files, const Templates& templates, Findings& findings);

/// Contents of the bound file from the bookmarks of its parts.
Document compose_contents(const std::vector<Bookmark>& bookmarks, const Templates& templates);

/// Photos of one indicator as pages; a text or Markdown file as pages.
Document compose_photos(const Assessment& assessment, const Indicator& indicator, const std::vector<std::size_t>& files);
Document compose_text_evidence(const EvidenceFile& file);
/// The page that stands in the place of a file that could not be bound: what is missing, why, what to do. Anchor "file:12".
Document compose_stand_in(const Assessment& assessment, const IndexedFile& file, const Templates& templates);

}  // namespace lvce
