#include "bind/sealed/sealed_copies.h"

#include <algorithm>
#include <set>
#include <system_error>

#include "support/ascii.h"
#include "support/litter.h"
#include "support/text.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFilesAtMost = 200;

/// "01" of "01 自评报告（盖章）.pdf"; empty: no PDF of 01–04.
std::string number_of(const std::string& name) {
  std::string ending = name.size() < 6 ? "" : name.substr(name.size() - 4);
  for (char& c : ending) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  const bool numbered = ending == ".pdf" && name[0] == '0' && name[1] >= '1' && name[1] <= '4' && !is_ascii_digit(name[2]);
  return numbered ? name.substr(0, 2) : "";
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

void report_unused(const std::string& name, const std::string& why, Findings& findings) {
  findings.push_back(Finding::warning("sealed-copy-unused", in_sealed(name), why, "盖章扫描件请存为PDF，文件名以01、02、03或04开头，每份一个"));
}

/// The first PDF of each number.
std::vector<SealedCopy> choose(const fs::path& folder, Findings& findings) {
  std::vector<SealedCopy> copies;
  std::set<std::string> taken;
  for (const Listed& one : list(folder)) {
    const std::string number = number_of(one.name);
    if (!one.regular) {
      report_unused(one.name, "不是普通文件，没有使用", findings);
    } else if (number.empty()) {
      report_unused(one.name, "看不出是哪一份材料的盖章件，没有使用", findings);
    } else if (!taken.insert(number).second) {
      report_unused(one.name, number + " 已另有一个盖章件，这一个没有使用", findings);
    } else {
      SealedCopy& copy = copies.emplace_back();
      copy.number = number;
      copy.file.path = one.name;
      copy.file.disk = one.disk;
      copy.file.title = one.name;
    }
  }
  return copies;
}

/// What the worker noticed, said of the right folder. That a scan holds no text is nothing to tell of a sealed paper; errors are told as
/// sealed-copy-unreadable.
void tell_notices(Findings notices, Findings& findings) {
  move_evidence(notices, kSealedFolder);
  for (Finding& notice : notices) {
    if (notice.severity == Severity::error || notice.code == "evidence-pdf-scan") continue;
    findings.push_back(std::move(notice));
  }
}

bool is_usable(const EvidenceFile& file) {
  const bool accepted = file.state == EvidenceState::bound || file.state == EvidenceState::bound_with_warning;
  return accepted && file.format == EvidenceFormat::pdf && !file.pages.empty();
}

}  // namespace

std::vector<SealedCopy> read_sealed_copies(const fs::path& folder, const ProbeOptions& probe, Findings& findings) {
  std::vector<SealedCopy> copies = choose(folder, findings);
  if (copies.empty()) return copies;
  ProbeOptions options = probe;
  std::error_code error;
  if (!options.work_folder.empty()) {
    options.work_folder /= "sealed";
    fs::create_directories(options.work_folder, error);
  }
  EvidenceFolder as_evidence;
  as_evidence.exists = true;
  for (const SealedCopy& copy : copies) as_evidence.files.push_back(copy.file);
  Findings notices;
  probe_evidence(as_evidence, options, notices);
  tell_notices(std::move(notices), findings);
  std::vector<SealedCopy> usable;
  for (std::size_t i = 0; i < copies.size(); ++i) {
    const EvidenceFile& file = as_evidence.files[i];
    if (is_usable(file)) {
      usable.push_back({copies[i].number, file});
      continue;
    }
    const std::string why = file.reason.empty() ? "不是可以装订的PDF" : file.reason;
    findings.push_back(
        Finding::error("sealed-copy-unreadable", in_sealed(file.path), "盖章件不能装订（" + why + "），全本中仍是生成的页面", "请重新扫描为PDF，替换原文件"));
  }
  return usable;
}

}  // namespace lvce
