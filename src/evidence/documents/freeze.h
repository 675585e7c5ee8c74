// A copy of an office document in which nothing depends on the day, the folder or chance: fields and formulas stand as they were saved,
// tracked changes as accepted, and no sheet reaches further than what it holds.
#pragma once

#include <string>
#include <string_view>

namespace lvce {

/// What was met, as counts.
struct Frozen {
  std::string bytes;      ///< the copy; empty: nothing had to change
  int fields = 0;         ///< and formulas whose text would have been another one, now as saved
  int without_text = 0;   ///< of them, those with no saved text: nothing is printed
  int unsaved = 0;        ///< formulas of the day or of chance without a result: the document cannot be bound
  int revisions = 0;      ///< tracked changes, now accepted
  int comments = 0;       ///< not printed
  int hidden = 0;         ///< runs of hidden text, hidden sheets and slides
  bool foreign = false;   ///< text in altChunks, which would be lost
  bool binary = false;    ///< .xlsb, whose formulas cannot be frozen
  int pictures = 0;       ///< of a web archive, which are lost
  int refused = 0;        ///< fields and formulas of an old binary format, which cannot be frozen
  std::string scattered;  ///< a cell with content that lies too far from all others
};

/// `kind` as office_kind says. What lies under the names .doc and .xls may also be a web page or 2003 XML.
Frozen freeze_document(std::string_view kind, std::string_view bytes);

// ---- one part each; `found` is added to ----------------------------------------------------------------------------------------
std::string freeze_word(std::string xml, Frozen& found);
std::string freeze_slide(std::string_view xml, Frozen& found);
std::string freeze_open_document(std::string xml, Frozen& found);
std::string freeze_rtf(std::string_view rtf, Frozen& found);
std::string freeze_spreadsheet_xml(std::string_view xml, Frozen& found);
/// The page in an MHT file; empty when there is none.
std::string page_of_archive(std::string_view bytes, Frozen& found);
/// HTML without scripts and LibreOffice's own fields.
std::string freeze_page(std::string_view html);
/// How many fields (.doc) or formulas and headers (.xls) hold the day, the hour, chance or the file's place.
int changing_in_old_format(std::string_view kind, std::string_view bytes);

}  // namespace lvce
