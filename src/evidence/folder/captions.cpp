#include "evidence/folder/captions.h"

#include "evidence/folder/names.h"
#include "evidence/plain_text.h"
#include "support/files.h"
#include "support/text.h"
#include "workbook/xlsx/xlsx.h"

namespace lvce {
namespace {

constexpr std::uintmax_t kMaxCaptionFile = 8U << 20;
constexpr std::size_t kMaxLines = 50'000;

std::string key_of(std::string_view name) {
  std::string key = trim(fold_width(name));
  for (char& c : key) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return key;
}

/// In a caption file.
Place place_in(const std::string& shown, std::string sheet, std::string cell, std::string part = {}) {
  Place place = in_evidence(shown);
  place.sheet = std::move(sheet);
  place.cell = std::move(cell);
  place.part = std::move(part);
  return place;
}

Finding unreadable(const std::string& shown, std::string message, std::string hint) {
  return Finding::warning("evidence-caption-file", in_evidence(shown), std::move(message), std::move(hint));
}

/// Text of a caption cell: numbers too, since "1" is a file's name.
std::string cell_text(const xlsx::Book& book, const xlsx::Cell& cell) {
  if (cell.kind == xlsx::Cell::Kind::text) return trim(book.text(cell));
  if (cell.kind != xlsx::Cell::Kind::number) return "";
  const auto number = Decimal::from_cell(cell.number);
  return number ? number->shortest() : "";
}

struct Columns {
  int row = 0;
  int name = 0;
  int caption = 0;
};

/// The first row that heads both columns.
std::optional<Columns> find_columns(const xlsx::Book& book, const xlsx::Sheet& sheet) {
  for (const auto& [row, cells] : sheet.rows) {
    Columns found{row, 0, 0};
    for (const auto& [column, cell] : cells) {
      const std::string text = cell_text(book, cell);
      if (text == "文件名" || text == "文件") found.name = column;
      if (text == "图说" || text == "说明") found.caption = column;
    }
    if (found.name > 0 && found.caption > 0) return found;
  }
  return std::nullopt;
}

}  // namespace

void CaptionList::read(const std::filesystem::path& file, const std::string& shown, Findings& findings) {
  const std::string extension = split_name(file.filename().native()).extension;
  if (extension != "txt" && extension != "xlsx") return;
  const std::optional<std::string> bytes = read_file(file, kMaxCaptionFile);
  if (!bytes) {
    findings.push_back(unreadable(shown, "图说文件无法读取或过大", "请检查后重新放入"));
  } else if (extension == "txt") {
    read_text(*bytes, shown, findings);
  } else {
    read_sheet(*bytes, shown, findings);
  }
}

void CaptionList::add(std::string_view name, std::string_view caption, Place place) {
  const std::string key = key_of(name);
  const std::string text = trim(caption);
  if (key.empty() || text.empty() || lines_.size() >= kMaxLines) return;
  lines_.emplace(key, Line{trim(name), text, std::move(place), false});
}

void CaptionList::read_text(std::string_view bytes, const std::string& shown, Findings& findings) {
  const std::optional<std::string> text = decode_plain_text(bytes);
  if (!text) {
    findings.push_back(unreadable(shown, "图说文件不是文本", "请用记事本另存为UTF-8编码的文本"));
    return;
  }
  int number = 0;
  for (const std::string& line : split(*text, '\n')) {
    ++number;
    const std::string folded = replace_all(replace_all(line, "：", ":"), "\t", ":");
    const std::size_t colon = folded.find(':');
    if (colon == std::string::npos) continue;
    add(std::string_view(folded).substr(0, colon), std::string_view(folded).substr(colon + 1), place_in(shown, "", "", "第" + std::to_string(number) + "行"));
  }
}

void CaptionList::read_sheet(std::string_view bytes, const std::string& shown, Findings& findings) {
  const xlsx::ReadBook read = xlsx::read_xlsx(bytes, [](const std::string&) { return true; });
  if (!read.book) {
    findings.push_back(unreadable(shown, "图说文件无法读取：" + read.failure.message, read.failure.hint));
    return;
  }
  bool found = false;
  for (const xlsx::Sheet& sheet : read.book->sheets) {
    const std::optional<Columns> columns = find_columns(*read.book, sheet);
    if (!columns) continue;
    found = true;
    for (auto row = sheet.rows.upper_bound(columns->row); row != sheet.rows.end(); ++row) {
      add(cell_text(*read.book, sheet.at(row->first, columns->name)), cell_text(*read.book, sheet.at(row->first, columns->caption)),
          place_in(shown, sheet.name, xlsx::cell_name(row->first, columns->name)));
    }
  }
  if (!found) findings.push_back(unreadable(shown, "图说表没有“文件名”“图说”两列", "请在首行写明这两个列名"));
}

std::optional<std::string> CaptionList::take(std::string_view file_name) {
  if (lines_.empty()) return std::nullopt;
  auto found = lines_.find(key_of(file_name));
  if (found == lines_.end()) found = lines_.find(key_of(split_name(file_name).stem));
  if (found == lines_.end()) return std::nullopt;
  found->second.used = true;
  return found->second.caption;
}

void CaptionList::report_unused(Findings& findings) const {
  for (const auto& [key, line] : lines_) {
    if (line.used) continue;
    findings.push_back(Finding::warning("evidence-caption-unused", line.place, "图说写给“" + line.name + "”，但旁边没有这个文件", "请核对文件名"));
  }
}

}  // namespace lvce
