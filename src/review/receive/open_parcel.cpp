#include "review/receive/open_parcel.h"

#include <algorithm>
#include <system_error>

#include "evidence/archives/unpack.h"
#include "evidence/folder/names.h"
#include "pack/names.h"
#include "pack/sums.h"
#include "support/files.h"
#include "support/text.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

constexpr int kArchivesDeep = 3;
constexpr std::size_t kPackagesAtMost = 500;
constexpr std::size_t kStepBytes = 255;
constexpr std::uintmax_t kAlwaysOpened = 256ULL << 20;  ///< however small the archive is
constexpr std::uintmax_t kExpandsAtMost = 20;           ///< beyond that: as many times as large. Our PDFs and sheets are packed already

Finding parcel_refused(const std::string& source, std::string what) {
  return Finding::error("parcel-refused", on_disk(source), std::move(what), "没有打开；请单位用 lvce build 生成的 申报材料.zip 重新报送");
}

Finding parcel_damaged(const std::string& source, std::string what) {
  return Finding::error("parcel-damaged", on_disk(source), std::move(what), "请单位重新报送");
}

std::string megabytes(std::uintmax_t bytes) { return std::to_string(bytes >> 20U) + " MB"; }

/// A path of plain steps; empty when it is none.
fs::path plain_path(const std::string& name) {
  fs::path out;
  for (const std::string& step : split(replace_all(name, "\\", "/"), '/')) {
    if (step.empty() || step == ".") continue;
    if (step == ".." || step.size() > kStepBytes || step.find('\0') != std::string::npos) return {};
    out /= step;
  }
  return out;
}

class ParcelOpener {
 public:
  explicit ParcelOpener(fs::path scratch) : scratch_(std::move(scratch)) {}

  std::vector<UnpackedPackage> open(const Parcel& parcel) {
    if (parcel.folder) copy(parcel);
    else unpack(parcel, 1);
    return std::move(out_);
  }

 private:
  fs::path next_folder() { return scratch_ / ("p" + std::to_string(++folders_)); }

  void refuse(const std::string& source, Finding trouble) { out_.push_back({{}, source, {std::move(trouble)}, {}}); }

  /// A folder's files, and nothing that a link leads to.
  void copy(const Parcel& parcel) {
    const fs::path into = next_folder();
    std::error_code error;
    fs::create_directories(into, error);
    std::uintmax_t bytes = 0;
    for (const std::string& name : list_package(parcel.path)) {
      const fs::path file = package_file(parcel.path, name);
      if (file.empty()) {  // a link, a folder that is none of a package's
        extra_.push_back(name);
        continue;
      }
      bytes += fs::file_size(file, error);
      if (error || bytes > kParcelBytesAtMost) return refuse(parcel.source, parcel_refused(parcel.source, "材料超过 " + megabytes(kParcelBytesAtMost)));
      fs::create_directories((into / name).parent_path(), error);
      fs::copy_file(file, into / name, error);
      if (error) return refuse(parcel.source, parcel_damaged(parcel.source, name + " 读不出来：" + error.message()));
    }
    out_.push_back({into, parcel.source, {}, std::move(extra_)});
  }

  void unpack(const Parcel& parcel, int depth) {
    std::error_code error;
    const std::uintmax_t packed = fs::file_size(parcel.path, error);
    if (error) return refuse(parcel.source, parcel_damaged(parcel.source, "读不出来：" + error.message()));
    if (packed > kParcelBytesAtMost)
      return refuse(parcel.source, parcel_refused(parcel.source, "压缩包有 " + megabytes(packed) + "，超过 " + megabytes(kParcelBytesAtMost)));
    if (differs_from_its_sum(parcel.path)) return refuse(parcel.source, parcel_damaged(parcel.source, "与旁边的 .sha256 校验值不符，文件被改动或未传完整"));
    const fs::path taken = next_folder(), tree = next_folder();
    fs::create_directories(taken, error);
    fs::create_directories(tree, error);
    ProbeJob job;
    job.file = parcel.path;
    job.unpack_into = taken;
    job.unpack_at_most = std::min(left_, std::max(kAlwaysOpened, packed * kExpandsAtMost));
    Probed probed;
    unpack_as_archive(job, probed);
    if (auto trouble = trouble_of(parcel.source, probed)) return refuse(parcel.source, std::move(*trouble));
    if (auto trouble = plant(parcel.source, probed.entries, tree)) return refuse(parcel.source, std::move(*trouble));
    open_tree(parcel.source, tree, depth);
  }

  static bool differs_from_its_sum(const fs::path& archive) {
    const auto sums = read_sums(archive.parent_path(), archive.filename().string() + ".sha256");
    return sums && sums->size() == 1 && sha256_of_file(archive) != sums->begin()->second;
  }

  static std::optional<Finding> trouble_of(const std::string& source, const Probed& probed) {
    if (!probed.is_archive) return parcel_damaged(source, "不是压缩包，或已损坏，打不开");
    for (const ArchiveEntry& entry : probed.entries) {
      if (entry.code == "evidence-archive-climbs") return parcel_refused(source, "压缩包里“" + shown_name(entry.name) + "”的路径指向文件夹之外");
    }
    for (const Notice& notice : probed.notices) {
      const bool too_large = notice.code == "evidence-archive-large";
      if (notice.severity == Severity::error) return too_large ? parcel_refused(source, notice.reason) : parcel_damaged(source, notice.reason);
    }
    for (const ArchiveEntry& entry : probed.entries)
      if (!entry.code.empty()) return parcel_refused(source, "“" + shown_name(entry.name) + "”：" + entry.reason);
    return std::nullopt;
  }

  /// Each entry to its place in a tree of our own.
  std::optional<Finding> plant(const std::string& source, const std::vector<ArchiveEntry>& entries, const fs::path& tree) {
    for (const ArchiveEntry& entry : entries) {
      const fs::path place = plain_path(shown_name(entry.name));
      std::error_code error;
      if (place.empty()) return parcel_refused(source, "压缩包里的文件名“" + shown_name(entry.name) + "”不合规则");
      left_ -= std::min(left_, entry.bytes);
      fs::create_directories((tree / place).parent_path(), error);
      if (fs::exists(fs::symlink_status(tree / place, error))) return parcel_refused(source, "压缩包里“" + place.string() + "”出现两次");
      fs::rename(entry.disk, tree / place, error);
      if (error) return parcel_refused(source, "压缩包里的“" + place.string() + "”放不下：" + error.message());
    }
    return std::nullopt;
  }

  void open_tree(const std::string& source, const fs::path& tree, int depth) {
    const Inbox inside = look_through(tree);
    const std::size_t before = out_.size();
    for (const Parcel& parcel : inside.parcels) {
      if (out_.size() >= kPackagesAtMost) return refuse(source, parcel_refused(source, "一个压缩包里超过 " + std::to_string(kPackagesAtMost) + " 套材料"));
      const bool whole = parcel.path == tree;
      const std::string name = whole ? source : source + "/" + parcel.source;
      if (parcel.folder) take_folder(parcel.path, name);
      else if (depth < kArchivesDeep) unpack({parcel.path, name, false}, depth + 1);
      else refuse(name, parcel_refused(name, "压缩包套了 " + std::to_string(kArchivesDeep) + " 层以上"));
    }
    if (out_.size() == before)
      return refuse(source,
                    Finding::error("parcel-without-package", on_disk(source), "里面没有 lvce build 生成的材料（没有 SHA256SUMS）", "请单位报送 申报材料.zip"));
    if (out_.size() == before + 1 && !out_.back().folder.empty()) out_.back().extra.insert(out_.back().extra.end(), inside.strays.begin(), inside.strays.end());
  }

  /// It is ours already: what does not belong to a package is put aside.
  void take_folder(const fs::path& folder, const std::string& source) {
    UnpackedPackage opened{folder, source, {}, {}};
    for (const std::string& name : list_package(folder))
      if (package_file(folder, name).empty()) opened.extra.push_back(name);
    out_.push_back(std::move(opened));
  }

  const fs::path scratch_;
  std::vector<UnpackedPackage> out_;
  std::vector<std::string> extra_;
  std::uintmax_t left_ = kParcelBytesAtMost;
  int folders_ = 0;
};

}  // namespace

std::vector<UnpackedPackage> open_parcel(const Parcel& parcel, const fs::path& scratch) { return ParcelOpener(scratch).open(parcel); }

}  // namespace lvce
