#include "bind/sealed/sealed_copies.h"

#include <algorithm>
#include <set>
#include <system_error>

#include "bind/sealed/copy_folder.h"
#include "bind/sealed/word_copy.h"
#include "document/paper_names.h"
#include "support/ascii.h"
#include "support/endings.h"
#include "support/files.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

/// "01" of "01 自评报告（盖章）.pdf"; empty: no document of 01–04.
std::string number_of(const std::string& name, bool word_too) {
  const bool numbered = name.size() >= 6 && name[0] == '0' && name[1] >= '1' && name[1] <= '4' && !is_ascii_digit(name[2]);
  const std::string ending = small_ending(name);
  return numbered && (ending == ".pdf" || (word_too && is_one_of(kWordEndings, ending))) ? name.substr(0, 2) : "";
}

/// What is told of a folder.
struct CopyFolder {
  const char* name;
  bool edited;  ///< PDF or what Word writes; else PDF alone
  const char* unused;
  const char* unreadable;
  const char* what_to_put_in;
  const char* what_to_do;
  const char* scratch;
};

const CopyFolder& sealed_folder() {
  static const CopyFolder kFolder = {kSealedFolder,
                                     false,
                                     "sealed-copy-unused",
                                     "sealed-copy-unreadable",
                                     "盖章扫描件请存为PDF，文件名以01、02、03或04开头，每份一个",
                                     "请重新扫描为PDF，替换原文件",
                                     "sealed"};
  return kFolder;
}

const CopyFolder& edited_folder() {
  static const CopyFolder kFolder = {kEditedFolder,
                                     true,
                                     "edited-copy-unused",
                                     "edited-copy-unreadable",
                                     "修改稿请存为Word文档或PDF，文件名以01、02、03或04开头，每份一个",
                                     "请另存为PDF，替换原文件",
                                     "edited"};
  return kFolder;
}

/// The first document of each number that `taken` does not hold.
std::vector<SealedCopy> choose(const fs::path& unit_folder, const CopyFolder& kind, std::set<std::string> taken, Findings& findings) {
  std::vector<SealedCopy> copies;
  std::set<std::string> here;
  std::error_code error;
  if (fs::is_symlink(fs::symlink_status(unit_folder, error)))
    findings.push_back(Finding::warning(kind.unused, on_disk(kind.name), "是一个链接，没有读取", "请放入文件夹本身"));
  for (const ListedCopy& one : list_copies(unit_folder)) {
    const std::string number = number_of(one.name, kind.edited), word = kind.name;
    if (kind.edited && number.empty() && names_a_paper(one.name)) continue;  // lvce papers --final takes it
    SealedCopy copy{number, {}, kind.edited};
    copy.file.path = copy.file.title = one.name;
    copy.file.disk = one.disk;
    const auto unused = [&](const std::string& why) { findings.push_back(Finding::warning(kind.unused, copy.place(), why, kind.what_to_put_in)); };
    if (!one.regular) unused("不是普通文件，没有使用");
    else if (number.empty()) unused("看不出是哪一份材料的" + word + "，没有使用");
    else if (taken.contains(number))
      findings.push_back(Finding::note(kind.unused, copy.place(), number + " 已有盖章件，装订盖章件，没有使用" + word, "修改后尚未盖章的，请换成新的盖章件"));
    else if (!here.insert(number).second) unused(number + " 已另有一个" + word + "，这一个没有使用");
    else copies.push_back(std::move(copy));
  }
  return copies;
}

/// What the worker noticed, said of the right folder. That a scan holds no text is nothing to tell of a sealed paper; errors are told as
/// the copy's own.
void tell_notices(Findings notices, const CopyFolder& kind, Findings& findings) {
  move_evidence(notices, kind.name);
  for (Finding& notice : notices) {
    if (notice.severity == Severity::error || notice.code == "evidence-pdf-scan") continue;
    findings.push_back(std::move(notice));
  }
}

/// A PDF with pages, or what `build` will make one of.
bool is_usable(const EvidenceFile& file, bool is_building) {
  const bool accepted = file.state == EvidenceState::bound || file.state == EvidenceState::bound_with_warning;
  return accepted && ((file.format == EvidenceFormat::pdf && !file.pages.empty()) || (!is_building && file.format == EvidenceFormat::office));
}

/// The bound file numbers its pages: a Word file's own numbers are left out, in a copy.
void leave_out_page_numbers(EvidenceFile& file, const fs::path& work_folder) {
  constexpr std::uintmax_t kLargestCopy = 256U << 20;
  if (!is_own_word_file(file.path) || work_folder.empty()) return;
  const auto package = read_file(file.disk, kLargestCopy);
  const auto plain = package ? without_page_numbers(*package) : std::nullopt;
  if (!plain) return;  // probing tells what is wrong with it
  const fs::path copy = work_folder / ("unnumbered" + file.path.substr(0, 2) + ".docx");
  if (write_file(copy, *plain)) file.disk = copy;
}

std::vector<SealedCopy> probed(std::vector<SealedCopy> copies, const CopyFolder& kind, const ProbeOptions& probe, Findings& findings) {
  ProbeOptions options = probe;
  options.ocr = false;  // they are compared with our own text: words that are only guessed at would differ
  std::error_code error;
  if (!options.work_folder.empty()) {
    options.work_folder /= kind.scratch;
    fs::create_directories(options.work_folder, error);
  }
  EvidenceFolder as_evidence;
  as_evidence.exists = true;
  for (const SealedCopy& copy : copies) as_evidence.files.push_back(copy.file);
  if (kind.edited) {
    for (EvidenceFile& file : as_evidence.files) leave_out_page_numbers(file, options.work_folder);
  }
  Findings notices;
  probe_evidence(as_evidence, options, notices);
  tell_notices(std::move(notices), kind, findings);
  std::vector<SealedCopy> usable;
  for (std::size_t i = 0; i < copies.size(); ++i) {
    const EvidenceFile& file = as_evidence.files[i];
    if (is_usable(file, !options.work_folder.empty())) {
      usable.push_back({copies[i].number, file, kind.edited});
      continue;
    }
    const std::string why = file.reason.empty() ? "不是可以装订的PDF" : file.reason;
    findings.push_back(
        Finding::error(kind.unreadable, copies[i].place(), std::string(kind.name) + "不能装订（" + why + "），全本中仍是生成的页面", kind.what_to_do));
  }
  return usable;
}

}  // namespace

std::vector<SealedCopy> read_sealed_copies(const fs::path& folder, const ProbeOptions& probe, Findings& findings) {
  std::vector<SealedCopy> copies = choose(folder, sealed_folder(), {}, findings);
  return copies.empty() ? copies : probed(std::move(copies), sealed_folder(), probe, findings);
}

void add_edited_copies(std::vector<SealedCopy>& copies, const fs::path& folder, const ProbeOptions& probe, Findings& findings) {
  std::set<std::string> taken;
  for (const SealedCopy& copy : copies) taken.insert(copy.number);
  std::vector<SealedCopy> edited = choose(folder, edited_folder(), taken, findings);
  if (edited.empty()) return;
  for (SealedCopy& copy : probed(std::move(edited), edited_folder(), probe, findings)) copies.push_back(std::move(copy));
}

}  // namespace lvce
