// 图说.txt, 图说.xlsx and their like beside the pictures of a folder: lines `文件名：图说`, or the columns 文件名 and 图说.
#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "support/finding.h"

namespace lvce {

/// How the captions stand in a caption file. A further one is read by a function beside read_text and read_sheet.
enum class CaptionForm {
  lines,  ///< 文件名：图说
  sheet,  ///< columns 文件名 and 图说
};

struct CaptionEnding {
  std::string_view ending;
  CaptionForm form;
};

/// Caption files that are read: 图说 with one of these endings. Of each form the first is the one that clerks are told of. What else is named 图说 is told
/// of, see is_caption_file_name.
inline constexpr auto kCaptionEndings = std::to_array<CaptionEnding>(
    {{".txt", CaptionForm::lines}, {".csv", CaptionForm::lines}, {".xlsx", CaptionForm::sheet}});

/// A way to part a line into name and caption.
struct CaptionParting {
  std::string name;  ///< as typed
  std::string caption;
};
/// Every way that a line may be parted; the whole line as a name where there is none.
std::vector<CaptionParting> caption_partings(const std::string& line);
/// Of a file's name as it is compared: folded to half width, lower case.
std::string caption_key(std::string_view name);
/// The one with the longest name that is known (as caption_key gives it); nullptr: the line speaks of none of these.
const CaptionParting* best_parting(const std::vector<CaptionParting>& partings, const std::set<std::string>& known);

/// Captions of one folder by the file's name, with or without its extension, as typed there (folded to half width, lower case). The name ends at a
/// colon, comma, tab, blank or dash: at the one that makes the longest name of a file.
class CaptionList {
 public:
  /// Adds one caption file (by its ending, one of kCaptionEndings; any other is told and not read). Of two captions for a file the one that was read
  /// first counts. `shown` is its path for findings.
  void read(const std::filesystem::path& file, const std::string& shown, Findings& findings);
  /// Says which files there are: their names, and paths below the folder.
  void match(const std::vector<std::string>& names);
  /// The caption of a file that `match` was told of.
  std::optional<std::string> take(std::string_view name) const;
  /// One warning for each caption file with lines that name no file.
  void report_unused(Findings& findings) const;

 private:
  struct Line {
    Place place;  ///< in its caption file
    std::vector<CaptionParting> partings;
    bool used = false;
  };
  void read_text(std::string_view bytes, const std::string& shown, Findings& findings);
  void read_sheet(std::string_view bytes, const std::string& shown, Findings& findings);

  std::vector<Line> lines_;
  std::map<std::string, std::string> captions_;  ///< by key of the name
};

}  // namespace lvce
