#include "evidence/folder/captions.h"

#include <algorithm>
#include <map>
#include <set>

#include "evidence/evidence.h"
#include "evidence/folder/names.h"
#include "evidence/plain_text.h"
#include "support/endings.h"
#include "support/files.h"
#include "support/text.h"
#include "support/unseen.h"
#include "workbook/xlsx/xlsx.h"

namespace lvce {
namespace {

constexpr std::uintmax_t kMaxCaptionFile = 64U << 20;  ///< thumbnails lie in the sheet too
constexpr std::size_t kMaxLines = 50'000;
constexpr std::size_t kMaxPartings = 24;
constexpr std::size_t kNamedLines = 5;

}  // namespace

std::string caption_key(std::string_view name) {
  std::string key = trim(fold_width(visible(name)));
  for (char& c : key) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return key;
}

namespace {

bool is_heading(std::string_view name) { return name == "文件名" || name == "文件" || name == "图片" || name == "照片"; }

/// A name ends at a sign of the first kind that a line has.
bool is_strong(char32_t c) { return c == ':' || c == '\t'; }
bool is_weak(char32_t c) { return c == ' ' || c == ',' || c == U'、' || c == '-' || c == U'—' || c == U'–' || c == ';' || c == '=' || c == '|'; }

/// Signs between name and caption are no part of either.
std::string without_signs(std::string_view text) {
  std::u32string points = decode_utf8(trim(text));
  const auto begin = std::find_if(points.begin(), points.end(),
                                  [](char32_t c) { return !is_strong(c) && !is_weak(c) && c != U'：' && c != U'，' && c != U'－' && c != U'\u3000'; });
  return trim(encode_utf8(std::u32string(begin, points.end())));
}

/// In a caption file.
Place place_in(const std::string& shown, std::string sheet, std::string cell, std::string part = {}) {
  Place place = in_evidence(shown);
  place.sheet = std::move(sheet);
  place.cell = std::move(cell);
  place.part = std::move(part);
  return place;
}

/// "第2行、第3行、图说!A4等", at most kNamedLines of them.
std::string named_places(const std::vector<Place>& places) {
  std::vector<std::string> named;
  for (std::size_t i = 0; i < std::min(places.size(), kNamedLines); ++i) {
    named.push_back(places[i].part.empty() ? places[i].sheet + "!" + places[i].cell : places[i].part);
  }
  return join(named, "、") + (places.size() > kNamedLines ? "等" : "");
}

std::optional<CaptionForm> caption_form(std::string_view ending) {
  for (const CaptionEnding& known : kCaptionEndings) {
    if (known.ending == ending) return known.form;
  }
  return std::nullopt;
}

/// 图说.txt, 图说.xlsx.
std::string usual_caption_file(CaptionForm form) {
  for (const CaptionEnding& known : kCaptionEndings) {
    if (known.form == form) return "图说" + std::string(known.ending);
  }
  return "图说";
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

struct PlacedRow {
  CaptionRow row;
  std::string sheet;
  std::string cell;
};

/// Rows that name a file; nothing when no sheet heads both columns.
std::optional<std::vector<PlacedRow>> rows_of(const xlsx::Book& book) {
  std::optional<std::vector<PlacedRow>> out;
  for (const xlsx::Sheet& sheet : book.sheets) {
    const std::optional<Columns> columns = find_columns(book, sheet);
    if (!columns) continue;
    if (!out) out.emplace();
    for (auto row = sheet.rows.upper_bound(columns->row); row != sheet.rows.end(); ++row) {
      const std::string name = cell_text(book, sheet.at(row->first, columns->name));
      if (name.empty()) continue;
      out->push_back({{name, cell_text(book, sheet.at(row->first, columns->caption))}, sheet.name, xlsx::cell_name(row->first, columns->name)});
    }
  }
  return out;
}

}  // namespace

std::optional<std::vector<CaptionRow>> read_caption_sheet(const std::filesystem::path& file) {
  const std::optional<std::string> bytes = read_file(file, kMaxCaptionFile);
  if (!bytes) return std::nullopt;
  const xlsx::ReadBook read = xlsx::read_xlsx(*bytes, [](const std::string&) { return true; });
  const auto rows = read.book ? rows_of(*read.book) : std::nullopt;
  if (!rows) return std::nullopt;
  std::vector<CaptionRow> out;
  for (const PlacedRow& row : *rows) out.push_back(row.row);
  return out;
}

void CaptionList::read(const std::filesystem::path& file, const std::string& shown, Findings& findings) {
  const std::optional<CaptionForm> form = caption_form(small_ending(file.filename().native()));
  if (!form) {
    findings.push_back(unreadable(shown, "这种格式的图说没有读取",
                                  "请另存为 " + usual_caption_file(CaptionForm::sheet) + "（“文件名”“图说”两列），或 " +
                                      usual_caption_file(CaptionForm::lines) + "（每行“文件名：图说”）"));
    return;
  }
  const std::optional<std::string> bytes = read_file(file, kMaxCaptionFile);
  if (!bytes) {
    findings.push_back(unreadable(shown, "图说文件无法读取或过大", "请检查后重新放入"));
    return;
  }
  switch (*form) {
    case CaptionForm::lines: return read_text(*bytes, shown, findings);
    case CaptionForm::sheet: return read_sheet(*bytes, shown, findings);
  }
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
    const std::string whole = trim(line);
    if (whole.empty() || lines_.size() >= kMaxLines) continue;
    Line read{place_in(shown, "", "", "第" + std::to_string(number) + "行"), caption_partings(whole), false};
    if (!is_heading(read.partings.front().name)) lines_.push_back(std::move(read));
  }
}

std::vector<CaptionParting> caption_partings(const std::string& line) {
  std::vector<CaptionParting> out;
  const std::u32string points = decode_utf8(line);
  const std::u32string folded = decode_utf8(fold_width(line));
  for (const auto& splits : {is_strong, is_weak}) {
    for (std::size_t i = 1; i < folded.size() && out.size() < kMaxPartings; ++i) {
      if (!splits(folded[i])) continue;
      const std::string caption = without_signs(encode_utf8(std::u32string_view(points).substr(i)));
      if (!caption.empty()) out.push_back({trim(encode_utf8(std::u32string_view(points).substr(0, i))), caption});
    }
  }
  if (out.empty()) out.push_back({line, ""});
  return out;
}

void CaptionList::read_sheet(std::string_view bytes, const std::string& shown, Findings& findings) {
  const xlsx::ReadBook read = xlsx::read_xlsx(bytes, [](const std::string&) { return true; });
  if (!read.book) {
    findings.push_back(unreadable(shown, "图说文件无法读取：" + read.failure.message, read.failure.hint));
    return;
  }
  const std::optional<std::vector<PlacedRow>> rows = rows_of(*read.book);
  if (!rows) {
    findings.push_back(unreadable(shown, "图说表没有“文件名”“图说”两列", "请在首行写明这两个列名"));
    return;
  }
  for (const PlacedRow& row : *rows) {
    if (row.row.caption.empty() || lines_.size() >= kMaxLines) continue;
    lines_.push_back({place_in(shown, row.sheet, row.cell), {{row.row.name, row.row.caption}}, false});
  }
}

const CaptionParting* best_parting(const std::vector<CaptionParting>& partings, const std::set<std::string>& known) {
  const CaptionParting* best = nullptr;
  for (const CaptionParting& parting : partings) {
    if (known.contains(caption_key(parting.name)) && (best == nullptr || parting.name.size() > best->name.size())) best = &parting;
  }
  return best;
}

namespace {

std::string file_name_of(const std::string& path) { return path.substr(path.rfind('/') + 1); }

/// File names that only one path has.
std::map<std::string, std::string> paths_by_name(const std::vector<std::string>& paths) {
  std::map<std::string, std::string> out;
  for (const std::string& path : paths) {
    const auto [same, first] = out.try_emplace(caption_key(file_name_of(path)), path);
    if (!first) same->second.clear();
  }
  return out;
}

/// A caption for a path that is no more, while one file below bears that name: it has been moved (lvce sort).
std::string moved_file(const std::vector<CaptionParting>& partings, const std::map<std::string, std::string>& by_name) {
  for (const CaptionParting& parting : partings) {
    const auto found = by_name.find(caption_key(file_name_of(parting.name)));
    if (found != by_name.end() && !found->second.empty()) return found->second;
  }
  return "";
}

}  // namespace

void CaptionList::match(const std::vector<std::string>& names) {
  std::set<std::string> known;
  for (const std::string& name : names) {
    known.insert(caption_key(name));
    known.insert(caption_key(split_name(name).stem));
  }
  const std::map<std::string, std::string> by_name = paths_by_name(names);
  for (Line& line : lines_) {
    const CaptionParting* best = best_parting(line.partings, known);
    const std::string moved = best == nullptr ? moved_file(line.partings, by_name) : "";
    if (!moved.empty()) captions_.emplace(caption_key(moved), line.partings.front().caption);
    line.used = best != nullptr || !moved.empty();
    if (best == nullptr) continue;
    if (!best->caption.empty()) captions_.emplace(caption_key(best->name), best->caption);
  }
}

std::optional<std::string> CaptionList::take(std::string_view name) const {
  auto found = captions_.find(caption_key(name));
  if (found == captions_.end()) found = captions_.find(caption_key(split_name(name).stem));
  return found == captions_.end() ? std::nullopt : std::optional<std::string>(found->second);
}

void CaptionList::report_unused(Findings& findings) const {
  std::map<std::string, std::vector<const Line*>> unused;  // by caption file
  for (const Line& line : lines_) {
    if (!line.used) unused[line.place.path].push_back(&line);
  }
  const std::string hint = "请核对文件名，每行写“文件名：图说”";
  for (const auto& [path, lines] : unused) {
    const std::string first = "“" + lines.front()->partings.front().name + "”";
    if (lines.size() == 1) {
      findings.push_back(Finding::warning("evidence-caption-unused", lines.front()->place, "图说写给" + first + "，但旁边没有这个文件", hint));
      continue;
    }
    std::vector<Place> places;
    for (const Line* line : lines) places.push_back(line->place);
    findings.push_back(Finding::warning("evidence-caption-unused", on_disk(path),
                                        std::to_string(lines.size()) + "行没有对应的文件：" + named_places(places) + "（如" + first + "）", hint)
                           .at_all(std::move(places)));
  }
}

}  // namespace lvce
