#include "evidence/documents/convert.h"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <memory>
#include <optional>
#include <system_error>
#include <thread>

#include "evidence/documents/soffice.h"
#include "evidence/job/content.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr int kMostAtOnce = 4;
constexpr int kBase = 120;
constexpr int kEach = 6;
constexpr std::chrono::milliseconds kLook{20};

/// Written to its end, as far as its kind lets us see.
bool is_whole(const fs::path& file, const std::string& kind) {
  const std::optional<FileEnds> ends = read_ends(file);
  if (!ends) return false;
  if (kind != "pdf") return ends->head.starts_with("PK") && ends->tail.find("PK\x05\x06") != std::string::npos;
  return ends->head.starts_with("%PDF-") && ends->tail.find("%%EOF") != std::string::npos;
}

std::string number_of(std::size_t index) {
  char name[32];
  std::snprintf(name, sizeof name, "%06zu", index);
  return name;
}

/// One document on its way, in folders of its own: it does not meet the others.
struct Run {
  std::size_t index;
  fs::path document;
  std::unique_ptr<Sheltered> soffice;
  Clock::time_point deadline;
};

class Converter {
 public:
  Converter(const std::vector<ConversionJob>& jobs, const ConvertOptions& options) : jobs_(jobs), options_(options) {
    std::error_code error;
    folder_ = fs::absolute(options.folder, error);  // LibreOffice runs in a folder of its own
    result_.files.resize(jobs.size());
  }

  Converted run() {
    for (std::size_t i = 0; i < jobs_.size(); ++i) {
      if (!take_from_cache(i)) left_.push_back(i);
    }
    if (!left_.empty()) convert();
    return std::move(result_);
  }

 private:
  SofficeFolders folders_of(std::size_t index) const { return SofficeFolders::below(folder_ / number_of(index)); }
  fs::path result_of(std::size_t index) const { return folders_of(index).out / ("document." + jobs_[index].to); }
  fs::path kept(std::size_t index) const { return options_.cache / (jobs_[index].sha256 + "." + jobs_[index].kind + "." + jobs_[index].to); }
  bool is_cached(std::size_t index) const { return !options_.cache.empty() && !jobs_[index].sha256.empty(); }

  bool take_from_cache(std::size_t index) {
    if (!is_cached(index) || !is_whole(kept(index), jobs_[index].to)) return false;
    std::error_code error;
    fs::create_directories(folders_of(index).out, error);
    fs::copy_file(kept(index), result_of(index), fs::copy_options::overwrite_existing, error);
    if (error) return false;
    finish(index, ConversionEnd::converted);
    return true;
  }

  /// Written beside and renamed, so that a killed run leaves no half entry.
  void keep(std::size_t index) {
    if (!is_cached(index)) return;
    std::error_code error;
    fs::create_directories(options_.cache, error);
    fs::path half = kept(index);
    half += "." + std::to_string(getpid());
    if (!error) fs::copy_file(result_of(index), half, fs::copy_options::overwrite_existing, error);
    if (!error) fs::rename(half, kept(index), error);
    if (!error) return;
    result_.cache_failed = true;
    std::error_code ignored;
    fs::remove(half, ignored);
  }

  void convert() {
    const int seconds = options_.seconds_in_all > 0 ? options_.seconds_in_all : kBase + kEach * static_cast<int>(left_.size());
    end_of_all_ = Clock::now() + std::chrono::seconds(seconds);
    const auto at_once = static_cast<std::size_t>(std::clamp(options_.at_once, 1, kMostAtOnce));
    std::size_t next = 0;
    while (next < left_.size() || !runs_.empty()) {
      while (next < left_.size() && runs_.size() < at_once) start(left_[next++]);
      look();
      if (!runs_.empty()) std::this_thread::sleep_for(kLook);
    }
  }

  void start(std::size_t index) {
    if (Clock::now() >= end_of_all_) return finish(index, ConversionEnd::no_time_left);
    const SofficeFolders folders = folders_of(index);
    const fs::path document = folders.in / ("document." + jobs_[index].kind);
    if (!write_profile(folders)) return finish(index, ConversionEnd::not_started);
    std::error_code error;
    fs::copy_file(jobs_[index].file, document, fs::copy_options::overwrite_existing, error);
    if (error) return finish(index, ConversionEnd::failed);
    const ShelterPlan plan = soffice_plan(options_.soffice, folders, document);
    if (!shelter_) shelter_ = best_shelter(plan, options_.most);
    result_.unsheltered = *shelter_ == Shelter::none;
    const Clock::time_point own = Clock::now() + std::chrono::seconds(options_.seconds_per_file);
    runs_.push_back({index, document, std::make_unique<Sheltered>(*shelter_, plan, soffice_command(options_.soffice, folders, document, jobs_[index].to)),
                     std::min(own, end_of_all_)});
  }

  void look() {
    for (Run& run : runs_) {
      if (run.soffice->ended()) settle(run);
      else if (Clock::now() >= run.deadline) give_up(run);
    }
    runs_.erase(std::remove_if(runs_.begin(), runs_.end(), [](const Run& run) { return !run.soffice; }), runs_.end());
  }

  void settle(Run& run) {
    const int code = run.soffice->code();
    if (is_whole(result_of(run.index), jobs_[run.index].to)) {
      keep(run.index);
      finish(run.index, ConversionEnd::converted);
    } else {
      finish(run.index, code == Sheltered::kNoProgram || code == Sheltered::kNoShelter ? ConversionEnd::not_started : ConversionEnd::failed);
    }
    clean(run);
  }

  void give_up(Run& run) {
    const bool own = run.deadline < end_of_all_;
    run.soffice->end();
    finish(run.index, own ? ConversionEnd::timed_out : ConversionEnd::no_time_left);
    clean(run);
  }

  /// What only the run needed goes at once; the result stays.
  void clean(Run& run) {
    run.soffice.reset();
    std::error_code ignored;
    fs::remove(run.document, ignored);
    fs::remove_all(folders_of(run.index).profile, ignored);
  }

  void finish(std::size_t index, ConversionEnd end) {
    result_.files[index] = {end, end == ConversionEnd::converted ? result_of(index) : fs::path()};
    ++done_;
    if (options_.progress) options_.progress(done_);
  }

  const std::vector<ConversionJob>& jobs_;
  const ConvertOptions& options_;
  fs::path folder_;
  std::vector<std::size_t> left_;
  std::vector<Run> runs_;
  std::optional<Shelter> shelter_;
  Clock::time_point end_of_all_;
  Converted result_;
  std::size_t done_ = 0;
};

}  // namespace

Converted convert_office(const std::vector<ConversionJob>& jobs, const ConvertOptions& options) { return Converter(jobs, options).run(); }

}  // namespace lvce
