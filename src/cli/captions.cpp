// lvce captions: 图说.xlsx with the pictures that have no caption, to fill in.
#include <algorithm>
#include <iostream>
#include <map>
#include <set>

#include "cli/commands.h"
#include "cli/pipeline.h"
#include "cli/print.h"
#include "prepare/caption_sheet.h"
#include "support/scratch_folder.h"
#include "support/unseen.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

constexpr int kThumbnailDpi = 20;  ///< of the printed size: about 150 pixels
const char* const kSheet = "图说.xlsx";

/// Pictures to be opened for their thumbnails, those without a place too: what has no caption, and what the sheet names already.
void keep_pictures(EvidenceFolder& folder, const std::set<std::string>& named) {
  std::erase_if(folder.files, [&](EvidenceFile& file) {
    const bool unplaced = file.state == EvidenceState::unassigned && !file.declined;
    const bool stands = unplaced || file.state == EvidenceState::bound || file.state == EvidenceState::bound_with_warning;
    if (unplaced) file.state = EvidenceState::bound;  // else it would not be opened
    return !stands || (!file.caption.empty() && !named.contains(visible(file.path)));
  });
}

std::vector<CaptionSheetRow> caption_rows_for(const EvidenceFolder& folder, const std::vector<CaptionRow>& earlier) {
  std::map<std::string, const EvidenceFile*> pictures;
  for (const EvidenceFile& file : folder.files) {
    if (file.format == EvidenceFormat::picture && file.state != EvidenceState::rejected) pictures.emplace(visible(file.path), &file);
  }
  std::vector<CaptionSheetRow> rows;
  std::set<std::string> listed;
  for (const CaptionRow& row : earlier) {
    const auto picture = pictures.find(row.name);
    rows.push_back({row.name, row.caption, picture == pictures.end() ? fs::path() : picture->second->prepared});
    listed.insert(row.name);
  }
  for (const EvidenceFile& file : folder.files) {
    const std::string name = visible(file.path);
    if (pictures.contains(name) && file.caption.empty() && !listed.contains(name)) rows.push_back({name, "", file.prepared});
  }
  return rows;
}

}  // namespace

int run_captions(const UnitOptions& options) {
  OpenedUnit opened = open_unit(options);
  if (!opened.judged) return refuse(opened.findings, kUnusable);
  const fs::path evidence = evidence_folder(options);
  const fs::path sheet = evidence / kSheet;
  std::error_code error;
  std::vector<CaptionRow> earlier;
  if (fs::exists(sheet, error)) {
    auto rows = read_caption_sheet(sheet);
    if (!rows)
      return refuse({Finding::error("captions-not-written", in_evidence(kSheet), "已有的图说.xlsx读不出“文件名”“图说”两列，没有改动", "请改名或移走后再试")},
                    kNotWritten);
    earlier = std::move(*rows);
  }
  Findings findings;
  const ScratchFolder unpacked("unpacked");
  EvidenceFolder folder = scan_unit_evidence(options, opened.judged->rubric, findings, {probe_options(options, {}, 0).worker, unpacked.path()});
  if (!folder.exists) return refuse(findings, kNotWritten);
  const bool empty = std::all_of(folder.files.begin(), folder.files.end(), [](const EvidenceFile& file) { return file.state == EvidenceState::auxiliary; });
  std::set<std::string> named;
  for (const CaptionRow& row : earlier) named.insert(row.name);
  keep_pictures(folder, named);
  const ScratchFolder work("captions");
  Findings ignored;  // check says what is wrong with a picture
  probe_evidence(folder, probe_options(options, work.path(), kThumbnailDpi), ignored);
  const std::vector<CaptionSheetRow> rows = caption_rows_for(folder, earlier);
  if (rows.empty()) {
    std::cout << (empty ? "佐证材料里还没有文件\n" : "照片都有图说，不用再写\n");
    return kDone;
  }
  if (!write_caption_sheet(sheet, rows)) {
    return refuse({Finding::error("captions-not-written", in_evidence(kSheet), "图说.xlsx写不进去", "请关闭已打开的图说.xlsx，检查文件夹权限和磁盘空间")},
                  kNotWritten);
  }
  if (!options.quiet) {
    std::cout << "已写入 " << visible_path(sheet) << "：" << rows.size() << " 张照片，其中新增 " << rows.size() - earlier.size()
              << " 张；请在“图说”一列填写，再运行 " << command_on("check", options.unit) << "\n";
  }
  return kDone;
}

}  // namespace lvce
