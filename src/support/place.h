// Where a finding is: facts that stay facts. Only text() puts them into words, and nothing takes the words apart again.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lvce {

/// The evidence folder inside a unit folder.
inline constexpr std::string_view kEvidenceFolder = "佐证材料";

/// Any part may be unknown: empty, or 0.
struct Place {
  std::string file;       ///< a workbook, a document or a file of ours, as the office knows it: "台账.xlsx", "rubrics/x.yaml"
  std::string sheet;      ///< "能耗台账"
  std::string cell;       ///< one cell or a range: "C5", "C14:C25"
  std::string path;       ///< in the unit folder: "佐证材料/2.1.1 通知.pdf"; else as it was given: an output folder
  std::string indicator;  ///< "2.2.5.4": what it concerns; never in text() by itself
  std::string part;       ///< what of it, in words, where no cell, page or line says so: "煤种", "第3行", "（单位类别）"
  int page = 0;           ///< from 1
  int line = 0;           ///< of a text file, from 1
  int column = 0;         ///< of that line, from 1

  /// "台账.xlsx 能耗台账!C5", "佐证材料 2.2.5.4", "佐证材料/2.1.1 通知.pdf", "x.yaml:4:5", "全本.pdf 第3页"; one line, unseen characters made visible
  std::string text() const;
  /// The same place, said to concern an indicator.
  Place of(std::string concerned) const;
  /// What lies in 佐证材料 lies in another folder.
  void move_evidence(const std::string& folder);
  bool operator==(const Place&) const = default;
  auto operator<=>(const Place&) const = default;
};

/// Many places in one line: "台账.xlsx 能耗台账!C5、C6、D7 等168处", at most `most` of them by name.
std::string text_of(const std::vector<Place>& places, std::size_t most);

Place in_file(std::string file, std::string part = {});
Place in_sheet(std::string file, std::string sheet, std::string part = {});
Place in_cell(std::string file, std::string sheet, std::string cell);
Place in_lines(std::string file, int line, int column = 0);
Place on_page(std::string file, int page);
Place on_disk(std::string path);
/// A file or folder below 佐证材料; "" is 佐证材料 itself.
Place in_evidence(const std::string& path);
/// What 佐证材料 holds, or lacks, for an indicator.
Place evidence_of(const std::string& indicator);
/// "指标 2.2.5.4"
Place at_indicator(const std::string& indicator);

}  // namespace lvce
