#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <new>
#include <system_error>

#include "bind/append/supplement_name.h"
#include "pack/names.h"
#include "pack/pack.h"
#include "pack/record_json.h"
#include "pack/sums.h"
#include "pack/unzip.h"
#include "pack/verify_labels.h"
#include "pack/verify_pages.h"
#include "pack/verify_record.h"
#include "support/files.h"
#include "support/scratch_folder.h"
#include "support/text.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

Finding fault(const char* code, const std::string& where, std::string message, std::string hint) {
  return Finding::error(code, in_file(where), std::move(message), std::move(hint));
}

bool is_outside_the_sums(const std::string& name) { return name == kSumsName || name == kZipName || name == kZipSumName; }

/// The digest that stands beside the zip, when there is one.
Findings verify_zip_digest(const fs::path& zip) {
  const std::string sum_name = zip.filename().string() + ".sha256";
  std::error_code error;
  if (!fs::exists(zip.parent_path() / sum_name, error)) return {};
  const auto sums = read_sums(zip.parent_path(), sum_name);
  const auto digest = sha256_of_file(zip);
  // The clerk may have renamed the pair: the only digest there is the zip's.
  if (!sums || sums->size() != 1) return {fault("verify-sums-unreadable", sum_name, "校验文件格式不对", "重新生成材料")};
  if (digest && *digest == sums->begin()->second) return {};
  return {fault("verify-digest", zip.filename().string(), "与 " + sum_name + " 的校验值不符，文件被改动或未传完整", "重新取得或重新生成材料")};
}

void verify_listed(const fs::path& folder, const Sums& sums, Findings& findings) {
  for (const auto& [name, digest] : sums) {
    const fs::path file = package_file(folder, name);
    const auto actual = file.empty() ? std::nullopt : sha256_of_file(file);
    if (!actual) {
      findings.push_back(fault("verify-file-missing", name, "清单中有，文件夹中没有或读不出来", "补回该文件或重新生成材料"));
    } else if (*actual != digest) {
      findings.push_back(fault("verify-digest", name, "与 SHA256SUMS 的校验值不符，文件被改动过", "重新生成材料"));
    }
  }
}

void verify_nothing_else(const fs::path& folder, const Sums& sums, Findings& findings) {
  for (const std::string& name : list_package(folder)) {
    if (!sums.contains(name) && !is_outside_the_sums(name))
      findings.push_back(fault("verify-file-extra", name, "不在 SHA256SUMS 清单中", "移走该文件，或确认来源"));
  }
}

/// A copy for the screen leaves empty pages out; sheets to be added are not in a row.
PageOrder order_of(const std::string& name, bool screen) {
  if (name == kBoundName) return screen ? PageOrder::whole_with_gaps : PageOrder::whole;
  return screen || is_supplement_name(name) ? PageOrder::with_gaps : PageOrder::counting;
}

/// The zip beside the files holds the same ones.
void verify_zip_content(const fs::path& folder, Sums sums, Findings& findings) {
  Sums inside;
  Findings unreadable = digest_zip(folder / kZipName, {}, inside);
  if (!unreadable.empty()) return append(findings, std::move(unreadable));
  sums[kSumsName] = sha256_of_file(folder / kSumsName).value_or("");
  const std::string hint = "不要使用这套材料，重新取得或重新生成";
  for (const auto& [name, digest] : sums) {
    const auto same = inside.find(name);
    if (same == inside.end()) findings.push_back(fault("verify-zip-differs", name, "申报材料.zip 里没有这个文件", hint));
    else if (same->second != digest) findings.push_back(fault("verify-zip-differs", name, "与 申报材料.zip 里的不是同一份", hint));
  }
  for (const auto& [name, digest] : inside) {
    if (!sums.contains(name)) findings.push_back(fault("verify-zip-differs", name, "申报材料.zip 里多出这个文件", hint));
  }
}

void verify_zip_beside(const fs::path& folder, const Sums& sums, Findings& findings) {
  std::error_code error;
  const bool zip = fs::is_regular_file(folder / kZipName, error), digest = fs::is_regular_file(folder / kZipSumName, error);
  if (!zip && !digest) return;  // what was in a zip, unpacked
  if (!zip || !digest) return findings.push_back(fault("verify-file-missing", zip ? kZipSumName : kZipName, "文件夹中没有", "补回该文件或重新生成材料"));
  Findings changed = verify_zip_digest(folder / kZipName);
  if (changed.empty()) verify_zip_content(folder, sums, findings);
  append(findings, std::move(changed));
}

/// What the record says of one PDF. Sheets to be added keep the codes of their time.
ExpectedPages wanted_pages(const std::string& name, bool screen, const Record& record) {
  ExpectedPages wanted{order_of(name, screen)};
  const auto recorded = record.files.find(name);
  if (recorded == record.files.end()) return wanted;
  wanted.pages = recorded->second.pages;
  if (is_supplement_name(name)) return wanted;
  const auto& own = recorded->second.check_code;
  if (name == kBoundName) wanted.check_codes = record.check_codes();
  else if (own) wanted.check_codes = {*own};
  wanted.prints_code = name != kBoundName && own && !own->empty();
  return wanted;
}

void verify_numbers(const fs::path& folder, const Sums& sums, const Record& record, Findings& findings) {
  const auto printed = read_print_record(folder);
  const bool screen = printed && printed->screen;
  if (!sums.contains(kBoundName)) findings.push_back(fault("verify-file-missing", kBoundName, "材料中没有全本", "重新生成材料"));
  std::uintmax_t left = kContentsAtMost;
  for (const auto& [name, digest] : sums) {
    const fs::path file = name.ends_with(".pdf") ? package_file(folder, name) : fs::path();
    if (file.empty() || left == 0) continue;
    std::vector<PageLabel> labels;
    Findings faults = verify_pages(file, name, wanted_pages(name, screen, record), left, &labels);
    if (name == kBoundName && faults.empty()) faults = verify_labels(labels, record, printed);
    append(findings, std::move(faults));
  }
}

using MoreChecks = std::function<Findings(const fs::path&)>;

Findings verify_folder(const fs::path& folder, const MoreChecks& more) {
  Findings findings;
  const auto sums = read_sums(folder, kSumsName);
  if (!sums) return {fault("verify-sums-unreadable", (folder / kSumsName).string(), "没有校验清单，或格式不对", "给出 lvce build 生成的材料文件夹或压缩包")};
  verify_listed(folder, *sums, findings);
  verify_nothing_else(folder, *sums, findings);
  Record record;
  append(findings, verify_record(folder, *sums, record));
  verify_numbers(folder, *sums, record, findings);
  verify_zip_beside(folder, *sums, findings);
  if (findings.empty() && more) append(findings, more(folder));
  return findings;
}

Findings verify_zip(const fs::path& zip, const MoreChecks& more) {
  Findings findings = verify_zip_digest(zip);
  const ScratchFolder folder("verify");
  if (folder.path().empty()) return {fault("verify-no-space", zip.string(), "不能建立临时文件夹，无法解压核对", "检查临时目录的空间和权限")};
  Findings unpacked = unzip(zip, folder.path(), {});
  const bool whole = unpacked.empty();
  append(findings, std::move(unpacked));
  if (whole) append(findings, verify_folder(folder.path(), more));
  return findings;
}

}  // namespace

Findings verify_package(const fs::path& target, const MoreChecks& more) try {
  std::error_code error;
  if (fs::is_directory(target, error)) return verify_folder(target, more);
  if (fs::is_regular_file(target, error)) return verify_zip(target, more);
  return {fault("verify-not-found", target.string(), "不存在，或不是文件夹、压缩包", "给出 lvce build 生成的材料文件夹或 申报材料.zip")};
} catch (const std::bad_alloc&) {  // memory is bounded where strangers' packages are looked at
  return {fault("verify-too-large", target.string(), "内容大得超出核对所用的内存，没有核对完", "不要使用这套材料，重新取得或重新生成")};
}

}  // namespace lvce
