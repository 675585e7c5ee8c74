#include "evidence/documents/convert.h"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <deque>
#include <system_error>
#include <thread>

#include "evidence/documents/soffice.h"
#include "evidence/job/content.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::size_t kBatch = 16;
constexpr int kBadEnds = 3;  ///< and never a good one: it is LibreOffice itself that does not work
constexpr std::chrono::milliseconds kLook{40};

/// A PDF that was written to its end.
bool is_whole(const fs::path& pdf) {
  const std::optional<FileEnds> ends = read_ends(pdf);
  return ends && ends->head.starts_with("%PDF-") && ends->tail.find("%%EOF") != std::string::npos;
}

std::string number_of(std::size_t index) {
  char name[32];
  std::snprintf(name, sizeof name, "%06zu", index);
  return name;
}

class Converter {
 public:
  Converter(const std::vector<ConversionJob>& jobs, const ConvertOptions& options) : jobs_(jobs), options_(options) {
    std::error_code error;
    const fs::path folder = fs::absolute(options.folder, error);  // LibreOffice runs in a folder of its own
    folders_ = {folder / "profile", folder / "in", folder / "out"};
    result_.files.resize(jobs.size());
  }

  Converted run() {
    if (!write_profile(folders_)) return std::move(result_);
    std::vector<std::size_t> left;
    for (std::size_t i = 0; i < jobs_.size(); ++i) {
      if (!take_from_cache(i)) left.push_back(i);
    }
    for (std::size_t at = 0; at < left.size(); at += kBatch)
      batches_.emplace_back(left.begin() + static_cast<std::ptrdiff_t>(at), left.begin() + static_cast<std::ptrdiff_t>(std::min(at + kBatch, left.size())));
    while (!batches_.empty()) {
      const Batch batch = std::move(batches_.front());
      batches_.pop_front();
      if (!run_batch(batch)) break;
    }
    return std::move(result_);
  }

 private:
  using Batch = std::vector<std::size_t>;

  fs::path copy_of(std::size_t index) const { return folders_.in / (number_of(index) + "." + jobs_[index].kind); }
  fs::path pdf_of(std::size_t index) const { return folders_.out / (number_of(index) + ".pdf"); }
  fs::path kept(std::size_t index) const { return options_.cache / (jobs_[index].sha256 + "." + jobs_[index].kind + ".pdf"); }

  bool take_from_cache(std::size_t index) {
    if (options_.cache.empty() || jobs_[index].sha256.empty()) return false;
    std::error_code error;
    if (!is_whole(kept(index))) return false;
    fs::copy_file(kept(index), pdf_of(index), fs::copy_options::overwrite_existing, error);
    if (error) return false;
    finish(index, ConversionEnd::converted);
    return true;
  }

  /// Written beside and renamed, so that a killed run leaves no half entry.
  void keep(std::size_t index) {
    if (options_.cache.empty() || jobs_[index].sha256.empty()) return;
    std::error_code error;
    fs::create_directories(options_.cache, error);
    fs::path half = kept(index);
    half += "." + std::to_string(getpid());
    if (!error) fs::copy_file(pdf_of(index), half, fs::copy_options::overwrite_existing, error);
    if (!error) fs::rename(half, kept(index), error);
    if (!error) return;
    result_.cache_failed = true;
    std::error_code ignored;
    fs::remove(half, ignored);
  }

  /// False when LibreOffice cannot be run at all.
  bool run_batch(const Batch& batch) {
    std::vector<fs::path> copies;
    for (const std::size_t index : batch) {
      std::error_code error;
      fs::copy_file(jobs_[index].file, copy_of(index), fs::copy_options::overwrite_existing, error);
      if (!error) copies.push_back(copy_of(index));  // else it fails for want of a result
    }
    std::optional<SofficeRun> soffice = SofficeRun::start(options_.soffice, folders_, copies);
    if (!soffice) return false;
    const bool in_time = watch(*soffice, batch);
    const bool clean = in_time && soffice->clean();
    soffice.reset();
    if (clean || results_of(batch) > 0) works_ = true;
    else ++bad_ends_;
    settle(batch, clean, in_time);
    for (const fs::path& copy : copies) {
      std::error_code ignored;
      fs::remove(copy, ignored);
    }
    return works_ || bad_ends_ < kBadEnds;
  }

  std::size_t results_of(const Batch& batch) const {
    std::error_code ignored;
    return static_cast<std::size_t>(std::count_if(batch.begin(), batch.end(), [&](std::size_t index) { return fs::exists(pdf_of(index), ignored); }));
  }

  /// False when no new result came in time.
  bool watch(SofficeRun& soffice, const Batch& batch) const {
    const std::chrono::seconds patience(options_.seconds_per_file);
    Clock::time_point deadline = Clock::now() + patience + std::chrono::seconds(options_.seconds_to_start);
    std::size_t results = 0;
    while (!soffice.ended()) {
      if (const std::size_t now = results_of(batch); now > results) {
        results = now;
        deadline = std::max(deadline, Clock::now() + patience);
        if (options_.progress) options_.progress(done_ + results);
      }
      if (Clock::now() >= deadline) return false;
      std::this_thread::sleep_for(kLook);
    }
    return true;
  }

  /// After a clean end what has no result has failed. Else the first without one is to blame: it is tried alone, and those behind it again.
  void settle(const Batch& batch, bool clean, bool in_time) {
    std::size_t last = 0;  // behind the last result
    for (std::size_t i = 0; i < batch.size(); ++i) {
      if (is_whole(pdf_of(batch[i]))) last = i + 1;
    }
    for (std::size_t i = 0; i < batch.size(); ++i) {
      if (is_whole(pdf_of(batch[i]))) {
        keep(batch[i]);
        finish(batch[i], ConversionEnd::converted);
      } else if (clean || i < last) {
        finish(batch[i], ConversionEnd::failed);
      }
    }
    if (clean || last == batch.size()) return;
    if (batch.size() == 1) return finish(batch[0], in_time ? ConversionEnd::failed : ConversionEnd::timed_out);
    const auto suspect = batch.begin() + static_cast<std::ptrdiff_t>(last);
    if (suspect + 1 != batch.end()) batches_.push_front(Batch(suspect + 1, batch.end()));
    batches_.push_front({*suspect});
  }

  void finish(std::size_t index, ConversionEnd end) {
    result_.files[index] = {end, end == ConversionEnd::converted ? pdf_of(index) : fs::path()};
    ++done_;
    if (options_.progress) options_.progress(done_);
  }

  const std::vector<ConversionJob>& jobs_;
  const ConvertOptions& options_;
  SofficeFolders folders_;
  std::deque<Batch> batches_;
  Converted result_;
  std::size_t done_ = 0;
  bool works_ = false;  ///< it has come to a good end, or to a result
  int bad_ends_ = 0;
};

}  // namespace

Converted convert_office(const std::vector<ConversionJob>& jobs, const ConvertOptions& options) { return Converter(jobs, options).run(); }

}  // namespace lvce
