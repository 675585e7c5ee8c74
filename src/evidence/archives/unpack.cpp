#include "evidence/archives/unpack.h"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <memory>

#include "evidence/folder/names.h"
#include "evidence/job/content.h"
#include "evidence/refused_kinds.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr std::size_t kBlock = 1 << 16;
constexpr std::uintmax_t kAlwaysAllowed = 64U << 20;  ///< bytes that even the smallest archive may hold
constexpr std::uintmax_t kRatioAtMost = 200;          ///< of what comes out to what lies on the disk
constexpr int kRetriesAtMost = 16;
const std::string kUnpackYourself = "请自己解压，把需要的文件按指标编号放入";

/// libarchive turns names of one kind into another by the thread's locale.
class Utf8Names {
 public:
  Utf8Names() : names_(newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)), before_(names_ != nullptr ? uselocale(names_) : nullptr) {}
  ~Utf8Names() {
    if (names_ == nullptr) return;
    uselocale(before_);
    freelocale(names_);
  }
  Utf8Names(const Utf8Names&) = delete;
  Utf8Names& operator=(const Utf8Names&) = delete;

 private:
  locale_t names_;
  locale_t before_;
};

/// Whether a name leads out of the folder that it is unpacked into.
bool leads_out(const std::string& name) {
  const std::string slashed = replace_all(name, "\\", "/");
  const std::vector<std::string> steps = split(slashed, '/');
  const bool drive = slashed.size() > 2 && slashed[1] == ':' && slashed[2] == '/';
  return slashed.starts_with("/") || drive || std::find(steps.begin(), steps.end(), "..") != steps.end();
}

std::uint32_t u32_at(std::string_view bytes, std::size_t at) {
  std::uint32_t out = 0;
  for (std::size_t i = 4; i-- > 0;) out = out << 8U | static_cast<unsigned char>(bytes[at + i]);
  return out;
}

/// A ZIP ends in its list of files. One that was cut may end in the list of another ZIP inside it: its place then differs from what it says.
bool ends_as_zip(const FileEnds& ends, std::uintmax_t size) {
  constexpr std::size_t kEndRecord = 22, kListSize = 12, kListBegin = 16, kLocator = 20;
  constexpr std::uint32_t kElsewhere = 0xFFFFFFFF;
  const std::size_t at = ends.tail.rfind("PK\x05\x06");
  if (at == std::string::npos || at + kEndRecord > ends.tail.size()) return false;
  const std::uint32_t begin = u32_at(ends.tail, at + kListBegin);
  if (begin == kElsewhere) return true;
  const std::uintmax_t end = std::uintmax_t{begin} + u32_at(ends.tail, at + kListSize);
  const bool large = at >= kLocator && ends.tail.compare(at - kLocator, 4, "PK\x06\x07") == 0;  // ZIP64 has records of its own between
  return large || end == size - ends.tail.size() + at;
}

class Unpacker {
 public:
  Unpacker(const ProbeJob& job, Probed& probed) : job_(job), probed_(probed), archive_(archive_read_new(), archive_read_free) {
    room_ = std::min(job.unpack_at_most, std::max(kAlwaysAllowed, probed.bytes * kRatioAtMost));
  }

  void run() {
    archive_read_support_filter_gzip(archive_.get());
    archive_read_support_filter_bzip2(archive_.get());
    archive_read_support_filter_xz(archive_.get());
    archive_read_support_format_zip(archive_.get());
    archive_read_support_format_rar(archive_.get());
    archive_read_support_format_rar5(archive_.get());
    archive_read_support_format_7zip(archive_.get());
    archive_read_support_format_tar(archive_.get());
    if (archive_read_open_filename(archive_.get(), job_.file.c_str(), kBlock) != ARCHIVE_OK) return stop_broken();
    opened_ = true;
    int retries = 0;
    while (!stopped_) {
      archive_entry* entry = nullptr;
      const int result = archive_read_next_header(archive_.get(), &entry);
      if (result == ARCHIVE_EOF) break;
      if (result == ARCHIVE_RETRY && ++retries < kRetriesAtMost) continue;
      if (result < ARCHIVE_WARN) stop_broken();
      else if (archive_entry_filetype(entry) != AE_IFDIR) take(entry);
    }
    if (!stopped_ && probed_.entries.empty()) probed_.error("evidence-archive-empty", "压缩包里没有文件", "请放入正确的文件");
  }

  /// Says that it is damaged, or locked.
  void stop_broken() {
    stopped_ = true;
    if (opened_ && archive_read_has_encrypted_entries(archive_.get()) > 0) {  // libarchive asks a format that it has not chosen yet
      probed_.error("evidence-archive-locked", "压缩包有密码，读不出里面的文件", kUnpackYourself);
      return;
    }
    const std::size_t read = probed_.entries.size();
    probed_.error("evidence-archive-broken",
                  read == 0 ? "压缩包损坏或不完整，读不出里面的文件" : "压缩包损坏或不完整，只读出" + std::to_string(read) + "个文件",
                  "请重新下载或复制；分卷的，请把各卷放在一起解压后再放入");
  }

 private:
  void stop_large(const std::string& what) {
    stopped_ = true;
    probed_.error("evidence-archive-large", what, kUnpackYourself);
  }

  static std::string name_of(archive_entry* entry) {
    if (const char* raw = archive_entry_pathname(entry); raw != nullptr) return raw;
    const char* utf8 = archive_entry_pathname_utf8(entry);
    return utf8 != nullptr ? utf8 : "未命名";
  }

  void take(archive_entry* entry) {
    if (probed_.entries.size() >= kEntriesAtMost) return stop_large("压缩包里的文件超过" + std::to_string(kEntriesAtMost) + "个，其余未读取");
    ArchiveEntry& out = probed_.entries.emplace_back();
    out.name = name_of(entry);
    const bool link = archive_entry_hardlink(entry) != nullptr || archive_entry_symlink(entry) != nullptr || archive_entry_filetype(entry) != AE_IFREG;
    if (leads_out(shown_name(out.name))) {
      refuse(out, "evidence-archive-climbs", "压缩包里这个文件的路径指向文件夹之外，未读取", "请核对压缩包的来源；需要的，请单独放入");
    } else if (link) {
      refuse(out, "evidence-special-file", "压缩包里的链接或设备，未读取", "请放入文件本身");
    } else if (archive_entry_is_data_encrypted(entry) != 0) {
      refuse(out, "evidence-archive-locked", "压缩包里这个文件有密码", "请用密码解压后放入");
    } else {
      write(out);
    }
  }

  static void refuse(ArchiveEntry& out, std::string code, std::string reason, std::string hint) {
    out.code = std::move(code);
    out.reason = std::move(reason);
    out.hint = std::move(hint);
  }

  /// Under a number, with the ending that tells text from other files.
  std::filesystem::path disk_for(const ArchiveEntry& out) const {
    char number[32];
    std::snprintf(number, sizeof number, "%06zu", probed_.entries.size());
    const std::string ending = ending_of(shown_name(out.name));
    return job_.unpack_into / (ending.empty() ? std::string(number) : std::string(number) + "." + ending);
  }

  void write(ArchiveEntry& out) {
    out.disk = disk_for(out);
    std::ofstream file(out.disk, std::ios::binary);
    const void* block = nullptr;
    std::size_t size = 0;
    la_int64_t at = 0;
    int result = ARCHIVE_OK;
    while (file && (result = archive_read_data_block(archive_.get(), &block, &size, &at)) == ARCHIVE_OK) {
      const std::uintmax_t end = static_cast<std::uintmax_t>(at) + size;  // what is left out between blocks is zeros
      if (at < 0 || end > room_) {
        out.disk.clear();
        refuse(out, "evidence-archive-large", "解压后过大，未读取", kUnpackYourself);
        return stop_large("压缩包解压后过大，其余未读取");
      }
      file.seekp(at);
      file.write(static_cast<const char*>(block), static_cast<std::streamsize>(size));
      out.bytes = std::max(out.bytes, end);
    }
    room_ -= std::min(room_, out.bytes);
    file.close();
    if (!file) {
      refuse(out, "evidence-not-prepared", "无法写入临时文件", "请检查磁盘空间");
    } else if (result != ARCHIVE_EOF) {
      refuse(out, "evidence-archive-broken", "压缩包里这个文件损坏，或压缩方法读不了", kUnpackYourself);
      if (result == ARCHIVE_FATAL) stop_broken();
    }
  }

  const ProbeJob& job_;
  Probed& probed_;
  std::unique_ptr<archive, int (*)(archive*)> archive_;
  std::uintmax_t room_ = 0;
  bool opened_ = false;
  bool stopped_ = false;
};

}  // namespace

void unpack_archive(const ProbeJob& job, Probed& probed) {
  const std::optional<FileEnds> ends = read_ends(job.file);
  // cut in the beginning, or of another kind under an archive's name: what it is will be told when it is opened as a file
  if (!ends || content_of(*ends) != Content::archive) return;
  probed.is_archive = true;
  std::error_code error;
  probed.bytes = std::filesystem::file_size(job.file, error);
  const Utf8Names names;
  Unpacker unpacker(job, probed);
  unpacker.run();
  if (ends->head.starts_with("PK") && !ends_as_zip(*ends, probed.bytes) && !probed.rejected()) unpacker.stop_broken();
}

}  // namespace lvce
