// What a package was printed as: enough to add to it later without changing a page of it.
#pragma once

#include <string>
#include <vector>

#include "layout/page_label.h"

namespace lvce {

struct PrintedPage {
  PageLabel label;
  std::string digest;  ///< of what the page shows; "-": an empty page
};

/// A run of pages that belong together, with the empty ones behind them.
struct PrintedPiece {
  std::string key;  ///< tells it in every later run: "divider:2.1", "2.1.1 2.1.1 通知.pdf"
  std::vector<PrintedPage> pages;
  bool kept = false;  ///< evidence: its pages must stay as they are
};

/// An evidence file that is bound, or for which a page says that it could not be.
struct PrintedFile {
  std::string path, sha256;
  int round = 0;         ///< 0: first print; 1, 2 …: added later
  bool refused = false;  ///< may be put right: its page is replaced then
};

struct PrintRecord {
  std::string unit;    ///< 单位名称
  std::string rubric;  ///< id
  bool duplex = true;
  bool screen = false;
  bool full_size = false;
  bool repeat_pages = false;
  bool economy = false;
  int volume_pages = 0;
  int dpi = 200;
  int round = 0;                     ///< how often something was added
  std::vector<int> supplements;      ///< pages of the sheets to add of each round, from the first; 0: they are not kept any more
  std::vector<PrintedPiece> pieces;  ///< of the bound file, then covers and contents of volumes
  std::vector<PrintedFile> files;
  std::vector<std::string> volumes;  ///< keys of the pieces that the volumes of 05 begin with; empty: 05 is one file
};

}  // namespace lvce
