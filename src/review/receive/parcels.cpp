#include "review/receive/parcels.h"

#include <algorithm>
#include <set>
#include <system_error>

#include "evidence/archive_opener.h"
#include "evidence/archives/unpack.h"
#include "evidence/folder/names.h"
#include "office/unit_data.h"
#include "pack/names.h"
#include "review/report/report.h"
#include "support/litter.h"
#include "support/text.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

constexpr int kDepthAtMost = 12;
constexpr std::size_t kInboxFilesAtMost = 200000;

/// What a folder holds that is a package, or was one.
bool is_package_folder(const fs::path& folder) {
  std::error_code error;
  for (const char* name : {kSumsName, kResultName, kUnitDataName, kBoundName})
    if (fs::is_regular_file(fs::symlink_status(folder / name, error))) return true;
  return false;
}

/// By its name, or by its bytes where the name says nothing else: documents of office programs are zips, too.
bool is_archive_file(const fs::path& file) {
  static const std::set<std::string> kDocuments = {"docx", "docm", "dotx", "xlsx", "xlsm", "xltx", "pptx", "pptm",
                                                   "odt",  "ods",  "odp",  "ofd",  "wps",  "et",   "dps"};
  const std::string name = file.filename().string();
  return archive_stem(name) || (!kDocuments.contains(split_name(name).extension) && begins_as_archive(file));
}

class InboxWalk {
 public:
  InboxWalk(fs::path inbox, std::string roster) : inbox_(std::move(inbox)), roster_(std::move(roster)) {}

  Inbox run() {
    std::error_code error;
    if (fs::is_regular_file(inbox_, error)) take_file(inbox_, shown_name(inbox_.filename().string()));
    else if (is_package_folder(inbox_)) out_.parcels.push_back({inbox_, shown_name(fs::absolute(inbox_).lexically_normal().filename().string()), true});
    else walk(inbox_, "", 0);
    std::sort(out_.parcels.begin(), out_.parcels.end(), [](const Parcel& a, const Parcel& b) { return natural_less(a.source, b.source); });
    std::sort(out_.strays.begin(), out_.strays.end(), natural_less);
    return std::move(out_);
  }

 private:
  void say(const char* code, const std::string& source, std::string what, std::string hint) {
    out_.findings.push_back(Finding::error(code, on_disk(source.empty() ? inbox_.string() : source), std::move(what), std::move(hint)));
  }

  void walk(const fs::path& folder, const std::string& source, int depth) {
    if (depth > kDepthAtMost) return say("inbox-too-deep", source, "文件夹套得太深，没有往下看", "请把材料移到上层");
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) take(at->path(), source, depth);
    if (error) say("inbox-unreadable", source, "读不出来：" + error.message(), "请检查权限");
  }

  void take(const fs::path& path, const std::string& above, int depth) {
    const std::string name = shown_name(path.filename().string());
    if (is_litter(name) || name.starts_with(".") || name == "__MACOSX" || ++seen_ > kInboxFilesAtMost) return tell_too_many();
    const std::string source = above.empty() ? name : above + "/" + name;
    std::error_code error;
    const fs::file_status status = fs::symlink_status(path, error);
    if (fs::is_regular_file(status)) return take_file(path, source);
    if (!fs::is_directory(status)) return out_.strays.push_back(source);
    if (fs::exists(path / kReportName, error)) return;  // from a bureau below, no unit's package
    if (is_package_folder(path)) return out_.parcels.push_back({path, source, true});
    walk(path, source, depth + 1);
  }

  void tell_too_many() {
    if (seen_ != kInboxFilesAtMost + 1) return;
    say("inbox-unreadable", "", "文件超过 " + std::to_string(kInboxFilesAtMost) + " 个，其余没有看", "请分几次收件");
  }

  void take_file(const fs::path& path, const std::string& source) {
    if (is_archive_file(path)) return out_.parcels.push_back({path, source, false});
    if (source.ends_with(".sha256") || (!roster_.empty() && path.filename() == roster_)) return;
    out_.strays.push_back(source);
  }

  const fs::path inbox_;
  const std::string roster_;
  Inbox out_;
  std::size_t seen_ = 0;
};

}  // namespace

Inbox look_through(const fs::path& inbox, const std::string& roster) { return InboxWalk(inbox, roster).run(); }

}  // namespace lvce
