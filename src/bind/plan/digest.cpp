#include "bind/plan/digest.h"

#include "support/files.h"

namespace lvce {
namespace {

/// Collects text and numbers, each closed by a separator so that "1", "2" differs from "12".
class Sayings {
 public:
  std::string of(const Document& document) {
    say(document.title);
    for (const Section& section : document.sections) {
      for (const Block& block : section.blocks) std::visit([this](const auto& one) { take(one); }, block);
    }
    return std::move(said_);
  }

 private:
  void say(const std::string& text) {
    said_ += text;
    said_ += '\x1f';
  }

  void take(const std::vector<Run>& runs) {
    for (const Run& run : runs) {
      if (run.page_of.empty()) said_ += run.text;
    }
    said_ += '\x1f';
  }

  void take(const CellValue& cell) {
    if (const auto* text = std::get_if<std::string>(&cell.value)) say(*text);
    if (const auto* number = std::get_if<Decimal>(&cell.value)) say(number->shortest());
  }

  void take(const Paragraph& paragraph) { take(paragraph.runs); }

  void take(const Table& table) {
    for (const std::string* text : {&table.title, &table.unit_line, &table.unit_line_right}) say(*text);
    take(table.unit_line_value.value);
    for (const TableRow& row : table.rows) {
      for (const TableCell& cell : row.cells) {
        take(cell.value);
        take(cell.runs);
      }
      said_ += '\x1e';
    }
  }

  void take(const Chart& chart) {
    say(chart.title + chart.unit);
    for (const std::string& category : chart.categories) say(category);
    for (const ChartSeries& series : chart.series) {
      say(series.name);
      for (const auto& value : series.values) say(value ? value->shortest() : "");
    }
  }

  void take(const PageBreak&) {}
  void take(const Space&) {}
  void take(const Signature& signature) { say(signature.name + "\x1f" + signature.date); }

  void take(const PhotoPages& pages) {
    for (const Photo& photo : pages.photos) say(photo.caption);
  }

  void take(const Contents& contents) {
    for (const ContentsEntry& entry : contents.entries) say(entry.text);
  }

  std::string said_;
};

}  // namespace

std::string short_digest(const Document& document) { return sha256_of(Sayings().of(document)).substr(0, kShortDigestLength); }

std::string digest_note(const Document& document) { return std::string(kDigestWord) + " " + short_digest(document); }

}  // namespace lvce
