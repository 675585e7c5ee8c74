#include "evidence/documents/freeze.h"

#include <algorithm>
#include <exception>
#include <map>
#include <vector>

#include "evidence/documents/markup.h"
#include "evidence/documents/parts.h"
#include "evidence/documents/sheet.h"
#include "evidence/documents/shrink_numbers.h"
#include "evidence/plain_text.h"
#include "workbook/package/package.h"

namespace lvce {
namespace {

using Kind = Token::Kind;
using PackageParts = std::vector<PackagePart>;

/// UTF-16 parts become UTF-8, so that markup is found in them.
void make_utf8(PackagePart& part) {
  if (!part.bytes.starts_with("\xFF\xFE") && !part.bytes.starts_with("\xFE\xFF")) return;
  const std::optional<std::string> text = decode_plain_text(part.bytes);
  if (!text) return;
  const std::size_t end = text->starts_with("<?xml") ? text->find("?>") : std::string::npos;
  part.bytes = end == std::string::npos ? *text : "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text->substr(end + 2);
}

bool is_below(const PackagePart& part, std::string_view folder) { return part.name.starts_with(folder) && part.name.ends_with(".xml"); }

int count_elements(std::string_view xml, std::string_view name) {
  Tokens tokens(xml);
  Token token;
  int out = 0;
  while (tokens.next(token)) out += token.name == name && token.kind != Kind::close ? 1 : 0;
  return out;
}

PackagePart* find_part(PackageParts& parts, const std::string& name) {
  const auto found = std::find_if(parts.begin(), parts.end(), [&](const PackagePart& part) { return part.name == name; });
  return found == parts.end() ? nullptr : &*found;
}

/// Targets of a part's relationships, by identifier.
std::map<std::string, std::string> targets_of(PackageParts& parts, const std::string& name) {
  std::map<std::string, std::string> out;
  const std::size_t slash = name.rfind('/');
  const PackagePart* relationships = find_part(parts, name.substr(0, slash + 1) + "_rels/" + name.substr(slash + 1) + ".rels");
  if (relationships == nullptr) return out;
  Tokens tokens(relationships->bytes);
  Token token;
  while (tokens.next(token)) {
    if (token.name != "Relationship" || token.kind == Kind::close) continue;
    const std::string_view tag = tokens.bytes(token);
    out[std::string(attribute_of(tag, "Id"))] = xlsx::resolve_target(name, std::string(attribute_of(tag, "Target")));
  }
  return out;
}

void freeze_document_parts(PackageParts& parts, Frozen& found) {
  for (PackagePart& part : parts) {
    if (!is_below(part, "word/")) continue;
    if (part.name == "word/comments.xml") found.comments += count_elements(part.bytes, "comment");
    const bool plain = part.name.find('/', 5) == std::string::npos && part.name != "word/settings.xml" && part.name != "word/styles.xml" &&
                       part.name != "word/numbering.xml" && !part.name.starts_with("word/comments");
    if (plain) part.bytes = freeze_word(part.bytes, found);
  }
}

Extent drawn_on(PackageParts& parts, const std::string& sheet) {
  Extent out;
  for (const auto& [id, target] : targets_of(parts, sheet)) {
    const PackagePart* drawing = target.find("drawings/") != std::string::npos && target.ends_with(".xml") ? find_part(parts, target) : nullptr;
    if (drawing == nullptr) continue;
    const Extent extent = extent_of_drawing(drawing->bytes);
    out = {std::max(out.rows, extent.rows), std::max(out.columns, extent.columns)};
  }
  return out;
}

void freeze_workbook(PackageParts& parts, Frozen& found) {
  const PackagePart* strings = find_part(parts, "xl/sharedStrings.xml");
  const std::vector<bool> blanks = strings != nullptr ? blank_strings(strings->bytes) : std::vector<bool>();
  std::map<std::string, Extent> extents;
  ShrinkingStyles shrinking;
  if (PackagePart* styles = find_part(parts, "xl/styles.xml")) styles->bytes = add_shrinking_styles(styles->bytes, shrinking);
  for (PackagePart& part : parts) {
    if (part.name.starts_with("xl/comments") && part.name.ends_with(".xml")) found.comments += count_elements(part.bytes, "comment");
    if (part.name == "xl/workbook.bin") found.binary = true;
    if (!is_below(part, "xl/") || part.name.find("sheets/") == std::string::npos) continue;
    part.bytes = shrink_numbers(freeze_sheet(part.bytes, blanks, drawn_on(parts, part.name), extents[part.name], found), shrinking);
  }
  PackagePart* book = find_part(parts, "xl/workbook.xml");
  if (book == nullptr) return;
  const std::map<std::string, std::string> targets = targets_of(parts, book->name);
  std::vector<Extent> in_order;
  Tokens tokens(book->bytes);
  Token token;
  while (tokens.next(token)) {
    if (token.name != "sheet" || token.kind == Kind::close) continue;
    const auto target = targets.find(std::string(attribute_of(tokens.bytes(token), "id")));
    in_order.push_back(target == targets.end() ? Extent{} : extents[target->second]);
  }
  book->bytes = cut_print_areas(book->bytes, in_order, found);
}

void freeze_slides(PackageParts& parts, Frozen& found) {
  for (PackagePart& part : parts) {
    if (is_below(part, "ppt/comments")) found.comments += count_elements(part.bytes, "cm");
    Frozen unseen;  // what layouts and masters hold is seldom shown
    const bool slide = is_below(part, "ppt/slides/");
    if (slide || is_below(part, "ppt/slideLayouts/") || is_below(part, "ppt/slideMasters/")) part.bytes = freeze_slide(part.bytes, slide ? found : unseen);
  }
}

void freeze_open_parts(PackageParts& parts, Frozen& found) {
  for (PackagePart& part : parts) {
    if (part.name == "content.xml" || part.name == "styles.xml") part.bytes = freeze_open_document(part.bytes, found);
  }
}

Frozen freeze_package(std::string_view kind, std::string_view bytes) {
  Frozen found;
  std::optional<PackageParts> parts = read_parts(bytes);
  if (!parts) return found;  // LibreOffice will refuse it too
  for (PackagePart& part : *parts) make_utf8(part);
  if (kind == "docx") freeze_document_parts(*parts, found);
  else if (kind == "xlsx") freeze_workbook(*parts, found);
  else if (kind == "pptx") freeze_slides(*parts, found);
  else freeze_open_parts(*parts, found);
  found.bytes = write_parts(*parts);
  return found;
}

/// Under the names .doc and .xls: the binary format, 2003 XML, a web page or an archive of one.
Frozen freeze_old(std::string_view kind, std::string_view bytes) {
  Frozen found;
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) {
    found.refused = changing_in_old_format(kind, bytes);
    return found;
  }
  PackagePart part{"", std::string(bytes)};
  make_utf8(part);
  const std::string_view head = std::string_view(part.bytes).substr(0, 4096);
  if (head.find("office/word/2003/wordml") != std::string_view::npos) found.bytes = freeze_word(part.bytes, found);
  else if (head.find("urn:schemas-microsoft-com:office:spreadsheet") != std::string_view::npos) found.bytes = freeze_spreadsheet_xml(part.bytes, found);
  else if (const std::string page = page_of_archive(bytes, found); !page.empty()) found.bytes = freeze_page(page);
  else found.bytes = freeze_page(part.bytes);
  return found;
}

}  // namespace

Frozen freeze_document(std::string_view kind, std::string_view bytes) {
  Frozen found;
  if (kind == "rtf") {
    found.bytes = freeze_rtf(bytes, found);
  } else if (bytes.starts_with("PK")) {
    try {
      return freeze_package(kind, bytes);
    } catch (const std::exception&) {
      return found;
    }
  } else if (kind == "doc" || kind == "xls") {
    return freeze_old(kind, bytes);
  } else if (kind == "fodt" || kind == "fods" || kind == "fodp") {
    found.bytes = freeze_open_document(std::string(bytes), found);
  }
  return found;
}

}  // namespace lvce
