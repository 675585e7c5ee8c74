// Captions typed on the page, written into 图说.txt beside the picture.
#include <system_error>

#include "desk/steps/caption_log.h"
#include "desk/steps/caption_text.h"
#include "desk/steps/places.h"
#include "desk/steps/steps.h"
#include "evidence/caption_file.h"
#include "evidence/plain_text.h"
#include "support/files.h"
#include "support/inside.h"
#include "support/text.h"
#include "support/write_in_place.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

constexpr const char* kCaptionFile = "图说.txt";
constexpr std::uintmax_t kCaptionFileAtMost = 4U << 20;
constexpr std::size_t kCaptionAtMost = 200;  ///< characters

std::vector<std::string> names_beside(const fs::path& folder) {
  std::vector<std::string> out;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) out.push_back(at->path().filename().string());
  return out;
}

/// One line, without what could end it.
std::string one_caption(const std::string& typed) {
  std::u32string out;
  for (const char32_t c : decode_utf8(typed)) out += c < 0x20 || c == 0x7F || c == 0x2028 || c == 0x2029 ? U' ' : c;
  return trim(encode_utf8(out.substr(0, kCaptionAtMost)));
}

}  // namespace

CaptionChange change_caption(const fs::path& evidence, const std::string& path, const std::string& caption) {
  const fs::path picture = evidence / path;
  const fs::path file = picture.parent_path() / kCaptionFile;
  std::error_code error;
  if (!is_inside(picture, evidence) || !is_inside(file, evidence)) return {false, "", "文件不在佐证材料文件夹里"};
  std::string text;
  if (fs::exists(file, error)) {
    const auto bytes = read_file(file, kCaptionFileAtMost);
    const auto decoded = bytes ? decode_plain_text(*bytes) : std::nullopt;
    if (!decoded) return {false, "", "已有的图说.txt读不出来，没有改动；请用记事本另存为UTF-8编码的文本"};
    text = *decoded;
  }
  const std::vector<std::string> names = names_beside(file.parent_path());
  const std::string name = picture.filename().string();
  const std::string before = caption_in(text, names, name);
  if (!write_in_place(file, "\xEF\xBB\xBF" + with_caption(text, names, name, caption))) return {false, "", "图说.txt写不进去；请检查文件夹权限和磁盘空间"};
  return {true, before, ""};
}

Step write_caption(const StepGround& ground, const std::string& path, const std::string& caption) {
  const EvidenceFile* file = file_at(ground, path);
  const std::string disk = file == nullptr ? "" : disk_path(ground, *file);
  if (disk.empty()) return {false, "“" + path + "”不在佐证材料文件夹里（或者在压缩包里），图说没有写", ""};
  const std::string text = one_caption(caption);
  std::vector<CaptionStep> steps = read_caption_steps(ground.evidence);
  const int round = next_step_number(ground.evidence);
  const CaptionChange change = change_caption(ground.evidence, disk, text);
  if (!change.done) return {false, change.why, path};
  if (change.before == text) return {true, "图说没有变化", path};
  steps.push_back({round, disk, change.before, text});
  if (!write_caption_steps(ground.evidence, steps)) {
    change_caption(ground.evidence, disk, change.before);
    return {false, "记录写不进去，图说没有改；请检查文件夹权限和磁盘空间", path};
  }
  return {true, text.empty() ? "已去掉图说" : "图说已写入图说.txt", path};
}

}  // namespace lvce
