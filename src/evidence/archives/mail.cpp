#include "evidence/archives/mail.h"

#include <fcntl.h>
#include <gmime/gmime.h>

#include <algorithm>
#include <cstdio>
#include <memory>

#include "evidence/refused_kinds.h"
#include "support/files.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr std::uintmax_t kMailAtMost = 256U << 20;
constexpr std::size_t kPartsAtMost = 1000;
constexpr int kMailsInMails = 5;
constexpr std::size_t kBoundariesAtMost = 400;  ///< the library goes down a level for each
constexpr const char* kSaveAttachments = "请打开邮件，把附件另存为文件放入；正文要用的，打印成PDF";

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <typename T>
using Owned = std::unique_ptr<T, Unref>;

/// The last step of a path of any system; never a name that leads somewhere.
std::string safe_name(const std::string& name) {
  const std::string slashed = replace_all(name, "\\", "/");
  std::string out = trim(slashed.substr(slashed.rfind('/') == slashed.npos ? 0 : slashed.rfind('/') + 1));
  std::erase(out, '\0');
  return out == "." || out == ".." ? "" : out;
}

std::string ending_for(GMimeContentType* type) {
  for (const auto& [major, minor, ending] : {std::tuple{"application", "pdf", ".pdf"},
                                             {"application", "ofd", ".ofd"},
                                             {"application", "xml", ".xml"},
                                             {"text", "xml", ".xml"},
                                             {"application", "zip", ".zip"},
                                             {"image", "jpeg", ".jpg"},
                                             {"image", "png", ".png"}}) {
    if (type != nullptr && g_mime_content_type_is_type(type, major, minor)) return ending;
  }
  return "";
}

class MailUnpacker {
 public:
  MailUnpacker(const ProbeJob& job, Probed& probed) : job_(job), probed_(probed), room_(job.unpack_at_most) {}

  void run(GMimeMessage* message) {
    open_.push_back({g_mime_message_get_mime_part(message), "", 0, false});
    while (!open_.empty() && !stopped_) {
      const Part part = open_.back();
      open_.pop_back();
      if (++seen_ > kPartsAtMost) return stop("邮件的附件超过" + std::to_string(kPartsAtMost) + "个，其余未读取");
      if (part.object != nullptr) take(part);
    }
    if (stopped_ || !probed_.entries.empty()) return;
    probed_.error("evidence-mail-empty", pictures_ > 0 ? "邮件没有附件，图片在正文里" : "邮件没有附件", "正文要用的，请打开邮件打印成PDF后放入");
  }

 private:
  struct Part {
    GMimeObject* object;  ///< borrowed of the message
    std::string folder;   ///< "附件邮件1/"
    int depth;            ///< mails that it lies in
    bool related;         ///< belongs to the words of the mail
  };

  void stop(const std::string& what) {
    stopped_ = true;
    probed_.error("evidence-archive-large", what, kSaveAttachments);
  }

  void take(const Part& part) {
    if (GMIME_IS_MULTIPART(part.object)) {
      auto* many = reinterpret_cast<GMimeMultipart*>(part.object);
      GMimeContentType* type = g_mime_object_get_content_type(part.object);
      const bool related = part.related || (type != nullptr && g_mime_content_type_is_type(type, "multipart", "related"));
      for (int i = std::min<int>(g_mime_multipart_get_count(many), static_cast<int>(kPartsAtMost)); i-- > 0;)
        open_.push_back({g_mime_multipart_get_part(many, i), part.folder, part.depth, related});
    } else if (GMIME_IS_MESSAGE_PART(part.object)) {
      take_mail(part);
    } else if (GMIME_IS_PART(part.object)) {
      take_leaf(part, reinterpret_cast<GMimePart*>(part.object));
    }
  }

  void take_mail(const Part& part) {
    GMimeMessage* inner = g_mime_message_part_get_message(reinterpret_cast<GMimeMessagePart*>(part.object));
    if (inner == nullptr) return;
    const std::string folder = part.folder + "附件邮件" + std::to_string(++mails_) + "/";
    if (part.depth + 1 > kMailsInMails) {
      ArchiveEntry& entry = probed_.entries.emplace_back();
      entry.name = part.folder + "附件邮件" + std::to_string(mails_) + ".eml";
      refuse(entry, "evidence-archive-nested", "邮件套邮件超过" + std::to_string(kMailsInMails) + "层，没有打开", kSaveAttachments);
      return;
    }
    open_.push_back({g_mime_message_get_mime_part(inner), folder, part.depth + 1, false});
  }

  void take_leaf(const Part& part, GMimePart* leaf) {
    const char* given = g_mime_part_get_filename(leaf);
    GMimeContentType* type = g_mime_object_get_content_type(part.object);
    const char* placed = g_mime_object_get_disposition(part.object);
    const bool attached = placed != nullptr && g_ascii_strcasecmp(placed, "attachment") == 0;
    const bool words = type != nullptr && g_mime_content_type_is_type(type, "text", "*") && !attached && given == nullptr;
    const bool drawn = part.related && !attached && type != nullptr && g_mime_content_type_is_type(type, "image", "*");
    if (drawn) ++pictures_;
    if (words || drawn) return;
    std::string name = given != nullptr ? safe_name(given) : "";
    if (name.empty()) name = "附件" + std::to_string(probed_.entries.size() + 1) + ending_for(type);
    ArchiveEntry& entry = probed_.entries.emplace_back();
    entry.name = part.folder + name;
    write(entry, leaf, name);
  }

  static void refuse(ArchiveEntry& entry, std::string code, std::string reason, std::string hint) {
    entry.code = std::move(code);
    entry.reason = std::move(reason);
    entry.hint = std::move(hint);
  }

  void write(ArchiveEntry& entry, GMimePart* leaf, const std::string& name) {
    char number[32];
    std::snprintf(number, sizeof number, "%06zu", probed_.entries.size());
    const std::string ending = ending_of(name);
    entry.disk = job_.unpack_into / (ending.empty() ? std::string(number) : std::string(number) + "." + ending);
    GMimeDataWrapper* content = g_mime_part_get_content(leaf);
    const Owned<GMimeStream> to(g_mime_stream_fs_open(entry.disk.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600, nullptr));
    const bool written = to && (content == nullptr || g_mime_data_wrapper_write_to_stream(content, to.get()) >= 0) && g_mime_stream_flush(to.get()) == 0;
    std::error_code error;
    entry.bytes = written ? std::filesystem::file_size(entry.disk, error) : 0;
    if (!written || error) {
      refuse(entry, "evidence-archive-broken", "邮件里这个附件损坏，或写不进临时文件", kSaveAttachments);
    } else if (entry.bytes > room_) {
      refuse(entry, "evidence-archive-large", "附件过大，未读取", kSaveAttachments);
    } else {
      room_ -= entry.bytes;
      return;
    }
    std::filesystem::remove(entry.disk, error);
    entry.disk.clear();
    entry.bytes = 0;
  }

  const ProbeJob& job_;
  Probed& probed_;
  std::uintmax_t room_;
  std::vector<Part> open_;
  std::size_t seen_ = 0;
  int mails_ = 0, pictures_ = 0;
  bool stopped_ = false;
};

/// Names in GB18030 without a word about it are met, too.
GMimeParserOptions* chinese_options() {
  GMimeParserOptions* options = g_mime_parser_options_new();
  const char* charsets[] = {"utf-8", "gb18030", nullptr};
  g_mime_parser_options_set_fallback_charsets(options, charsets);
  return options;
}

bool nests_too_deep(const std::string& bytes) {
  std::size_t found = 0;
  for (std::size_t at = bytes.find("boundary"); at != std::string::npos && found <= kBoundariesAtMost; at = bytes.find("boundary", at + 1)) ++found;
  for (std::size_t at = bytes.find("essage/rfc822"); at != std::string::npos && found <= kBoundariesAtMost; at = bytes.find("essage/rfc822", at + 1)) ++found;
  return found > kBoundariesAtMost;
}

bool has_mail_fields(GMimeMessage* message) {
  constexpr const char* kFields[] = {"From", "Subject", "Date", "Received", "MIME-Version", "Message-Id"};
  return std::any_of(std::begin(kFields), std::end(kFields),
                     [&](const char* field) { return g_mime_object_get_header(reinterpret_cast<GMimeObject*>(message), field) != nullptr; });
}

}  // namespace

void unpack_mail(const ProbeJob& job, Probed& probed) {
  const std::optional<std::string> bytes = read_file(job.file, kMailAtMost);
  if (!bytes || nests_too_deep(*bytes)) {
    probed.is_archive = true;
    return probed.error("evidence-mail-broken", bytes ? "邮件层次过多，没有打开" : "邮件超过256 MB，没有打开", kSaveAttachments);
  }
  g_mime_init();
  const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes->data(), bytes->size()));
  const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  GMimeParserOptions* options = chinese_options();
  const Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), options));
  probed.is_archive = message && has_mail_fields(message.get());
  if (probed.is_archive) MailUnpacker(job, probed).run(message.get());
  g_mime_parser_options_free(options);
}

}  // namespace lvce
