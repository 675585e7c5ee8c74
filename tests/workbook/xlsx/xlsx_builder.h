// Builds .xlsx bytes for tests: a zip of hand-written parts, or a plain book from rows of cells.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace lvce::test {

using Parts = std::vector<std::pair<std::string, std::string>>;

/// A deflated zip of these parts.
std::string zip_of(const Parts& parts);

/// One cell's XML without its reference.
struct CellXml {
  std::string attributes;  ///< " t=\"s\" s=\"1\""
  std::string content;     ///< "<v>0</v>"
};
CellXml blank();
CellXml text(const std::string& value);  ///< inline string; escapes & < >
CellXml number(const std::string& value);
CellXml percent(const std::string& value);  ///< style 1 of styles_xml()
CellXml date(const std::string& serial);    ///< style 2 of styles_xml()
CellXml boolean(bool value);
CellXml error(const std::string& value);
CellXml formula(const std::string& result);  ///< "": saved without its result

using Row = std::vector<CellXml>;
/// Texts become text cells.
Row words(const std::vector<std::string>& values);

struct SheetXml {
  std::string name;
  std::vector<Row> rows;
  std::string after;  ///< behind sheetData: "<mergeCells>…"
  std::string state;  ///< "hidden"
};

std::string styles_xml();
std::string sheet_xml(const SheetXml& sheet);
/// All parts of a book, as Excel lays them out; change some before zipping.
Parts book_parts(const std::vector<SheetXml>& sheets);
std::string book_of(const std::vector<SheetXml>& sheets);
/// Replaces a part's content, or adds it.
void set_part(Parts& parts, const std::string& name, const std::string& content);

}  // namespace lvce::test
