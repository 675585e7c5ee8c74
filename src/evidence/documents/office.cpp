#include "evidence/documents/office.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <set>
#include <string_view>

#include "evidence/folder/names.h"
#include "support/files.h"
#include "workbook/package/package.h"

namespace lvce {
namespace {

constexpr std::string_view kCompound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
constexpr std::size_t kDirectoryEntry = 128;  // of a compound file's directory ([MS-CFB] 2.6), on multiples of 128 after the header
constexpr std::size_t kNameLengthAt = 64;     // bytes with the closing zero
constexpr std::size_t kTypeAt = 66;
constexpr char kStream = 2;
constexpr std::uintmax_t kMaxCompound = 256U << 20;
constexpr std::uintmax_t kMaxPackage = 64U << 20;

struct Named {
  std::string_view name;
  std::string_view kind;
};

/// By falling weight: a document may have others embedded in it.
constexpr std::array kStreams = {Named{"EncryptedPackage", "locked"}, Named{"WordDocument", "doc"}, Named{"Workbook", "xls"}, Named{"Book", "xls"},
                                 Named{"PowerPoint Document", "ppt"}};

constexpr std::array kParts = {Named{"OFD.xml", "ofd"},
                               Named{"word/", "docx"},
                               Named{"xl/", "xlsx"},
                               Named{"ppt/", "pptx"},
                               Named{"opendocument.text", "odt"},
                               Named{"opendocument.spreadsheet", "ods"},
                               Named{"opendocument.presentation", "odp"}};

/// Endings that say which of several kinds in one file is its own.
constexpr std::array kEndings = {Named{"doc", "doc"}, Named{"dot", "doc"}, Named{"wps", "doc"}, Named{"wpt", "doc"}, Named{"xls", "xls"}, Named{"xlt", "xls"},
                                 Named{"et", "xls"},  Named{"ett", "xls"}, Named{"ppt", "ppt"}, Named{"pps", "ppt"}, Named{"dps", "ppt"}, Named{"dpt", "ppt"}};

constexpr std::string_view kNames[] = {"docx", "docm", "dotx", "xlsx", "xlsm", "pptx", "pptm", "ppsx", "odt", "ods", "odp", "ofd"};

std::string utf16_of(std::string_view ascii) {
  std::string out;
  for (char c : ascii) out += {c, '\0'};
  return out + std::string(2, '\0');
}

bool is_entry_of(std::string_view entry, std::string_view name) {
  const std::string wanted = utf16_of(name);
  return entry[kTypeAt] == kStream && static_cast<unsigned char>(entry[kNameLengthAt]) == wanted.size() && entry.starts_with(wanted);
}

/// The kinds whose main stream a compound file names anywhere.
std::set<std::string_view> kinds_inside(const std::filesystem::path& file) {
  std::set<std::string_view> found;
  std::ifstream in(file, std::ios::binary);
  std::string chunk(kDirectoryEntry * 1024, '\0');
  std::uintmax_t seen = 0;
  in.seekg(512);
  while (in && seen < kMaxCompound) {
    in.read(chunk.data(), static_cast<std::streamsize>(chunk.size()));
    const auto got = static_cast<std::size_t>(in.gcount());
    seen += got;
    for (std::size_t at = 0; at + kDirectoryEntry <= got; at += kDirectoryEntry) {
      const std::string_view entry = std::string_view(chunk).substr(at, kDirectoryEntry);
      for (const Named& stream : kStreams) {
        if (is_entry_of(entry, stream.name)) found.insert(stream.kind);
      }
    }
  }
  return found;
}

std::string compound_kind(const std::filesystem::path& file) {
  const std::set<std::string_view> kinds = kinds_inside(file);
  const std::string ending = split_name(file.filename().native()).extension;
  for (const Named& known : kEndings) {
    if (known.name == ending && kinds.contains(known.kind) && !kinds.contains("locked")) return std::string(known.kind);
  }
  for (const Named& stream : kStreams) {
    if (kinds.contains(stream.kind)) return std::string(stream.kind);
  }
  return {};
}

/// Text of the property dcterms:created.
class Created : public xlsx::XmlHandler {
 public:
  void start(const std::string& name, const xlsx::Attributes&) override { inside_ = name == "created"; }
  void end(const std::string& name) override { stopped = name == "created"; }
  void text(std::string_view part) override {
    if (inside_ && value.size() < 64) value += part;
  }
  std::string value;

 private:
  bool inside_ = false;
};

/// "doc" or "xls" by the name, where the content is markup that both Office and LibreOffice open under it.
std::string markup_kind(const std::filesystem::path& file, const FileEnds& ends) {
  const std::string ending = split_name(file.filename().native()).extension;
  const bool word = ending == "doc" || ending == "docx" || ending == "wps" || ending == "dot";
  const bool sheet = ending == "xls" || ending == "xlsx" || ending == "et" || ending == "xlt";
  std::string head;
  for (const char c : ends.head.substr(0, 2048)) {
    if (c != '\0') head += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  const bool page = head.starts_with("mime-version:") || head.find("<html") != std::string::npos || head.find("<!doctype html") != std::string::npos ||
                    head.find("<table") != std::string::npos || head.find("\nmime-version:") != std::string::npos;
  const bool word_xml = head.find("office/word/2003/wordml") != std::string::npos;
  const bool sheet_xml = head.find("urn:schemas-microsoft-com:office:spreadsheet") != std::string::npos;
  if (word && (page || word_xml)) return "doc";
  return sheet && (page || sheet_xml) ? "xls" : "";
}

}  // namespace

std::string office_kind(const std::filesystem::path& file, const FileEnds& ends) {
  if (ends.head.starts_with("{\\rtf")) return "rtf";
  if (ends.head.starts_with(kCompound)) return compound_kind(file);
  for (const Named& part : kParts) {
    if (ends.head.find(part.name) != std::string::npos || ends.tail.find(part.name) != std::string::npos) return std::string(part.kind);
  }
  return markup_kind(file, ends);
}

bool is_office_markup(const std::filesystem::path& file, const FileEnds& ends) { return !markup_kind(file, ends).empty(); }

bool has_office_name(const std::filesystem::path& file) {
  const std::string ending = split_name(file.filename().native()).extension;
  return std::find(std::begin(kNames), std::end(kNames), ending) != std::end(kNames) ||
         std::any_of(kEndings.begin(), kEndings.end(), [&](const Named& known) { return known.name == ending; });
}

EvidenceDate office_date(const std::filesystem::path& file) {
  const std::optional<std::string> bytes = read_file(file, kMaxPackage);
  if (!bytes || !bytes->starts_with("PK")) return {};
  xlsx::Package package(*bytes);
  Created created;
  if (!package.readable() || package.parse("docProps/core.xml", created) != xlsx::PartResult::ok) return {};
  int year = 0;
  int month = 0;
  int day = 0;
  if (std::sscanf(created.value.c_str(), "%4d-%2d-%2d", &year, &month, &day) != 3 || month == 0 || day == 0) return {};
  const auto date = date_text(year, month, day);
  return date ? EvidenceDate{*date, DateOrigin::document} : EvidenceDate{};
}

}  // namespace lvce
