#include "bind/sealed/sealed_copies.h"

#include <algorithm>
#include <set>
#include <system_error>

#include "evidence/documents/parts.h"
#include "support/ascii.h"
#include "support/files.h"
#include "support/litter.h"
#include "support/text.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFilesAtMost = 200;
constexpr const char* kEmptyFoot =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:ftr "
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:p/></w:ftr>";

/// ".pdf"
std::string small_ending(const std::string& name) {
  const std::size_t dot = name.rfind('.');
  std::string ending = dot == std::string::npos ? "" : name.substr(dot);
  for (char& c : ending) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  return ending;
}

/// "01" of "01 自评报告（盖章）.pdf"; empty: no document of 01–04.
std::string number_of(const std::string& name, const std::set<std::string>& endings) {
  const bool numbered = name.size() >= 6 && name[0] == '0' && name[1] >= '1' && name[1] <= '4' && !is_ascii_digit(name[2]);
  return numbered && endings.contains(small_ending(name)) ? name.substr(0, 2) : "";
}

struct Listed {
  std::string name;
  fs::path disk;
  bool regular = false;
};

std::vector<Listed> list(const fs::path& folder) {
  std::vector<Listed> out;
  std::error_code error;
  if (!fs::is_directory(fs::symlink_status(folder, error))) return out;
  for (fs::directory_iterator at(folder, error), end; !error && at != end && out.size() < kFilesAtMost; at.increment(error)) {
    const std::string bytes = at->path().filename().string();
    const std::string name = is_valid_utf8(bytes) ? bytes : encode_utf8(decode_utf8(bytes));
    std::error_code unread;
    if (!name.starts_with(".") && !is_litter(name)) out.push_back({name, at->path(), fs::is_regular_file(at->symlink_status(unread))});
  }
  std::sort(out.begin(), out.end(), [](const Listed& a, const Listed& b) {
    return a.name != b.name && (natural_less(a.name, b.name) || (!natural_less(b.name, a.name) && a.name < b.name));
  });
  return out;
}

/// What is told of a folder.
struct CopyFolder {
  const char* name;
  bool edited;
  std::set<std::string> endings;
  const char* unused;
  const char* unreadable;
  const char* what_to_put_in;
  const char* what_to_do;
  const char* scratch;
};

const CopyFolder& sealed_folder() {
  static const CopyFolder kFolder = {kSealedFolder,
                                     false,
                                     {".pdf"},
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
                                     {".docx", ".doc", ".wps", ".odt", ".rtf", ".pdf"},
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
  for (const Listed& one : list(unit_folder)) {
    const std::string number = number_of(one.name, kind.endings), word = kind.name;
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

bool is_usable(const EvidenceFile& file) {
  const bool accepted = file.state == EvidenceState::bound || file.state == EvidenceState::bound_with_warning;
  return accepted && file.format == EvidenceFormat::pdf && !file.pages.empty();
}

/// A foot that holds nothing but a page number: dashes, digits, 第…页 共…页.
bool is_number_foot(const std::string& xml) {
  std::string words;
  bool inside = false;
  for (std::size_t at = 0; at < xml.size(); ++at) {
    if (xml.compare(at, 5, "<w:t>") == 0 || xml.compare(at, 5, "<w:t ") == 0) inside = true;
    if (xml.compare(at, 6, "</w:t>") == 0) inside = false;
    if (xml[at] == '<') at = std::min(xml.find('>', at), xml.size());
    else if (inside) words += xml[at];
  }
  const std::u32string allowed = U"0123456789-—–－ /第共页";
  const std::u32string characters = decode_utf8(words);
  return xml.find("PAGE") != std::string::npos &&
         std::all_of(characters.begin(), characters.end(), [&](char32_t c) { return allowed.find(c) != std::u32string::npos; });
}

/// The bound file numbers its pages: a Word file's own numbers are left out, in a copy.
void leave_out_page_numbers(EvidenceFile& file, const fs::path& work_folder) {
  constexpr std::uintmax_t kLargestWordFile = 256U << 20;
  if (small_ending(file.path) != ".docx" || work_folder.empty()) return;
  const auto package = read_file(file.disk, kLargestWordFile);
  auto parts = package ? read_parts(*package) : std::nullopt;
  if (!parts) return;  // probing tells what is wrong with it
  bool changed = false;
  for (PackagePart& part : *parts) {
    if (!part.name.starts_with("word/footer") || !is_number_foot(part.bytes)) continue;
    part.bytes = kEmptyFoot;
    changed = true;
  }
  const fs::path copy = work_folder / ("unnumbered" + file.path.substr(0, 2) + ".docx");
  if (changed && write_file(copy, write_parts(*parts))) file.disk = copy;
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
    if (is_usable(file)) {
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
