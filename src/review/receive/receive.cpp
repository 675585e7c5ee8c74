#include "review/receive/receive.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <exception>
#include <iterator>
#include <system_error>

#include "bind/separate.h"
#include "render/render.h"
#include "review/opinion/write_opinion.h"
#include "review/receive/crew.h"
#include "review/receive/keep.h"
#include "review/receive/receive_tables.h"
#include "review/receive/recompute.h"
#include "review/receive/take_in.h"
#include "rubric/deadlines.h"
#include "support/files.h"
#include "support/system_words.h"
#include "support/write_in_place.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

constexpr const char* kDeskWork = ".lvce-receive";
constexpr const char* kDeskLock = ".lvce-receive.lock";

/// One run at a time in a bureau's folder; who holds the lock owns what a killed run left.
class DeskLock {
 public:
  explicit DeskLock(const fs::path& desk) : file_(desk / kDeskLock), descriptor_(::open(file_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644)) {
    held_ = descriptor_ >= 0 && (::flock(descriptor_, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK);
  }
  ~DeskLock() {
    if (held_) ::unlink(file_.c_str());
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  DeskLock(const DeskLock&) = delete;
  DeskLock& operator=(const DeskLock&) = delete;
  bool busy() const { return descriptor_ >= 0 && !held_; }
  bool held() const { return held_; }

 private:
  const fs::path file_;
  const int descriptor_;
  bool held_ = false;
};

/// Scratch on the disk of the bureau's folder, so that packages move into place in one step.
class DeskScratch {
 public:
  explicit DeskScratch(const fs::path& desk) : path_(fs::absolute(desk / kDeskWork)) {
    std::error_code error;
    fs::remove_all(path_, error);
    fs::create_directories(path_, error);
  }
  ~DeskScratch() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  DeskScratch(const DeskScratch&) = delete;
  DeskScratch& operator=(const DeskScratch&) = delete;
  const fs::path& path() const { return path_; }

 private:
  const fs::path path_;
};

Finding desk_fault(const fs::path& desk, std::string what, std::string hint) {
  return Finding::error("review-not-written", on_disk(desk.string()), std::move(what), std::move(hint));
}

class Receiving {
 public:
  explicit Receiving(const ReceiveOptions& options) : options_(options) {}

  Received run() {
    std::error_code error;
    if (!fs::exists(options_.inbox, error))
      return unusable(Finding::error("inbox-missing", on_disk(options_.inbox.string()), "没有这个文件夹", "请核对收件文件夹的路径"));
    fs::create_directories(options_.desk, error);
    const DeskLock lock(options_.desk);
    if (lock.busy()) return fail(desk_fault(options_.desk, "另一个正在运行的本程序在写这个评审文件夹", "等它完成后再运行"));
    if (!lock.held()) return fail(desk_fault(options_.desk, "评审文件夹不能写入", "请检查路径、权限和磁盘空间"));
    auto record = read_desk_record(options_.desk, out_.findings);
    if (!record) return end(ReceiveEnd::unusable);
    out_.record = std::move(*record);
    if (!read_units() || !read_rubrics()) return end(ReceiveEnd::unusable);
    const DeskScratch scratch(options_.desk);
    take_in(out_.record, open_all(scratch.path()), {options_.received, [this](const Arrival& arrival) { return due(arrival); }});
    const bool kept = keep_packages(out_.record, options_.desk, scratch.path(), out_.findings);
    return end(kept && write_sheets() ? ReceiveEnd::done : ReceiveEnd::not_written);
  }

 private:
  Received end(ReceiveEnd how) {
    out_.end = how;
    return std::move(out_);
  }
  Received unusable(Finding finding) {
    out_.findings.push_back(std::move(finding));
    return end(ReceiveEnd::unusable);
  }
  Received fail(Finding finding) {
    out_.findings.push_back(std::move(finding));
    return end(ReceiveEnd::not_written);
  }

  /// A roster that is given takes the place of the one before.
  bool read_units() {
    if (!options_.roster) return true;
    ReadRoster read = read_roster(*options_.roster);
    append(out_.findings, std::move(read.findings));
    if (!read.roster) return false;
    out_.record.roster.clear();
    out_.record.roster_file = options_.roster->filename().string();
    for (const RosterUnit& unit : read.roster->units) out_.record.roster.push_back(expected_unit(unit));
    return true;
  }

  bool read_rubrics() {
    if (!keep_standards(options_.rubrics, data_folder(), options_.desk, out_.findings)) return false;
    rubrics_.emplace(data_folder(), own_standards(options_.desk));
    append(out_.findings, rubrics_->findings());
    return rubrics_->findings().empty();
  }

  std::vector<Arrival> open_all(const fs::path& scratch) {
    Inbox inbox = look_through(options_.inbox, out_.record.roster_file);
    append(out_.findings, std::move(inbox.findings));
    out_.strays = std::move(inbox.strays);
    CrewOptions crew{options_.worker, scratch, {}, options_.jobs, {}};
    for (const fs::path& standard : own_standards(options_.desk)) crew.standards.push_back(standard.string());
    const std::size_t all = inbox.parcels.size();
    if (options_.progress) crew.progress = [this, all](std::size_t done) { options_.progress(done, all); };
    std::vector<Arrival> out;
    for (std::vector<Arrival>& held : receive_parcels(inbox.parcels, crew)) std::move(held.begin(), held.end(), std::back_inserter(out));
    for (const Arrival& arrival : out) out_.sources.push_back(arrival.source);
    return out;
  }

  /// First packages are due by the day that the standard prints, a later round by the day that the opinion on the round before set.
  std::optional<std::string> due(const Arrival& arrival) {
    if (arrival.round == 1) {
      const Rubric* rubric = arrival.year > 0 ? rubrics_->find(arrival.rubric) : nullptr;
      return rubric == nullptr ? std::nullopt : package_deadline(*rubric, arrival.year);
    }
    constexpr std::uintmax_t kOpinionAtMost = 4U << 20;
    const auto bytes = read_file(opinion_file(options_.desk, arrival.unit, arrival.round - 1), kOpinionAtMost);
    const ReadReviewOpinion read = read_review_opinion(bytes.value_or(""), kReviewOpinionName);
    return read.opinion && !read.opinion->due.empty() ? std::optional(read.opinion->due) : std::nullopt;
  }

  bool write_sheets() {
    try {
      const Faces faces = Faces::load(data_folder() / "fonts");
      for (const Document& document : {compose_arrival_list(out_.record), compose_form_check(out_.record)})
        if (!write_both(document, faces)) return false;
    } catch (const std::exception& error) {
      out_.findings.push_back(desk_fault(options_.desk, std::string("生成表格时出错：") + error.what(), "请检查磁盘空间和文件夹权限"));
      return false;
    }
    if (write_in_place(options_.desk / kDeskRecordName, desk_record_to_json(out_.record))) return true;
    out_.findings.push_back(desk_fault(options_.desk / kDeskRecordName, "写不进去" + because(errno), "请检查磁盘空间和文件夹权限，再收一次"));
    return false;
  }

  bool write_both(const Document& document, const Faces& faces) {
    if (!keep_sheet(out_.record, options_.desk, document.stem + ".xlsx", render_xlsx(document, ""), out_.findings)) return false;
    const DeskScratch scratch(options_.desk / kDeskWork);
    SeparatePdfs pdf = write_separate({document}, "", "", faces, scratch.path(), true);
    append(out_.findings, std::move(pdf.findings));
    const auto bytes = read_file(scratch.path() / (document.stem + ".pdf"), SIZE_MAX);
    return bytes && keep_sheet(out_.record, options_.desk, document.stem + ".pdf", *bytes, out_.findings);
  }

  const ReceiveOptions& options_;
  std::optional<BureauStandards> rubrics_;
  Received out_;
};

}  // namespace

Received receive_inbox(const ReceiveOptions& options) { return Receiving(options).run(); }

}  // namespace lvce
