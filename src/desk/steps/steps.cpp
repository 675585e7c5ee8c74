#include "desk/steps/steps.h"

#include <algorithm>
#include <system_error>

#include "desk/steps/caption_log.h"
#include "desk/steps/caption_text.h"
#include "desk/steps/places.h"
#include "evidence/folder/names.h"
#include "prepare/rename_log.h"
#include "prepare/sort_apply.h"
#include "support/text.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kNameAtMost = 200;  ///< bytes; a file system takes 255, the number in front needs some

Step not_found(const std::string& path) { return {false, "没有找到“" + path + "”：可能已经移走或改名，请看最新的列表", ""}; }

std::string name_of(const std::string& path) { return path.substr(path.rfind('/') == std::string::npos ? 0 : path.rfind('/') + 1); }

bool knows_all(const Rubric& rubric, const std::vector<std::string>& indicators) {
  return std::all_of(indicators.begin(), indicators.end(), [&](const std::string& id) { return find_indicator(rubric, id) != nullptr; });
}

Step renamed(const StepGround& ground, const std::string& from, const NewPlace& place, const std::string& said) {
  const std::string& to = place.path;
  auto round = RenameRound::begin(ground.evidence, next_step_number(ground.evidence));
  if (!round) return {false, "改名记录.csv读不出来，没有改名；请移走它再试", from};
  const Renamed made = place.folder.empty() ? Renamed::done : round->make_folder(place.folder);
  switch (made == Renamed::done ? round->rename(from, to) : made) {
    case Renamed::done: return {true, said, to};
    case Renamed::not_logged: return {false, "改名记录.csv写不进去，没有改名；请关闭已打开的改名记录.csv，检查文件夹权限和磁盘空间", from};
    case Renamed::not_renamed: break;
  }
  return {false, "没有改成“" + to + "”；请检查文件夹权限，文件名过长的请改短", from};
}

std::string withdrawn_path(const fs::path& evidence, const std::string& name) {
  std::error_code error;
  fs::create_directories(evidence / kWithdrawnFolder, error);
  return free_path(evidence, std::string(kWithdrawnFolder) + "/" + name);
}

std::string list_of(const std::vector<std::string>& indicators) { return join(indicators, "、"); }

/// Out of an archive: a copy in .撤回, which then takes its place as any other file.
Step copy_out(const StepGround& ground, const EvidenceFile& file, const std::vector<std::string>& indicators) {
  const std::string name = name_of(file.path);
  const std::string copy = withdrawn_path(ground.evidence, name);
  std::error_code error;
  if (!fs::copy_file(file.disk, ground.evidence / copy, error)) return {false, "“" + file.path + "”没有复制出来；请检查磁盘空间", ""};
  return renamed(ground, copy, place_for(ground, name, indicators), "已从压缩包复制到 " + list_of(indicators));
}

Step undo_caption(const fs::path& evidence, std::vector<CaptionStep> steps) {
  const CaptionStep last = steps.back();
  const CaptionChange change = change_caption(evidence, last.path, last.before);
  if (!change.done) return {false, change.why, last.path};
  steps.pop_back();
  if (!write_caption_steps(evidence, steps)) return {false, "记录写不进去；请检查文件夹权限和磁盘空间", last.path};
  return {true, "已撤销：图说", last.path};
}

std::vector<Rename> last_round(const fs::path& evidence) {
  std::vector<Rename> out;
  for (const Rename& rename : read_renames(evidence / kRenameRecord).value_or(std::vector<Rename>{})) {
    if (!out.empty() && rename.round > out.front().round) out.clear();
    if (out.empty() || rename.round == out.front().round) out.push_back(rename);
  }
  return out;
}

bool caption_is_later(const std::vector<CaptionStep>& captions, const std::vector<Rename>& renames) {
  return !captions.empty() && (renames.empty() || captions.back().round > renames.front().round);
}

/// What a file without a place would be named, as its proposal says, where its own name says nothing; a telling one stays as it is.
std::string new_name(const StepGround& ground, const std::string& path) {
  const std::string own = split_name(name_of(path)).stem;
  const auto proposal = std::find_if(ground.proposals.begin(), ground.proposals.end(), [&](const Proposal& each) { return each.path == path; });
  return proposal == ground.proposals.end() || proposal->name.empty() || proposal->name.starts_with(own) ? name_of(path) : proposal->name;
}

}  // namespace

Step place_file(const StepGround& ground, const std::string& path, const std::vector<std::string>& indicators) {
  const EvidenceFile* file = file_at(ground, path);
  if (file == nullptr) return not_found(path);
  if (indicators.empty() || !knows_all(ground.rubric, indicators)) return {false, "评价标准里没有这个指标编号", path};
  if (file->indicators == indicators) return {true, "已经在 " + list_of(indicators), path};
  const std::string from = disk_path(ground, *file);
  if (from.empty()) return copy_out(ground, *file, indicators);
  return renamed(ground, from, place_for(ground, new_name(ground, path), indicators), "已归入 " + list_of(indicators));
}

Step withdraw_file(const StepGround& ground, const std::string& path) {
  const EvidenceFile* file = file_at(ground, path);
  const std::string from = file == nullptr ? "" : disk_path(ground, *file);
  if (file != nullptr && from.empty()) return {false, "“" + path + "”在压缩包里，不能单独撤回；可以把压缩包撤回", path};
  if (from.empty()) return not_found(path);
  return renamed(ground, from, {"", withdrawn_path(ground.evidence, name_of(path))}, "已撤回到 佐证材料/.撤回");
}

Step take_upload(const StepGround& ground, const fs::path& arrived, const std::string& name, const std::vector<std::string>& indicators) {
  std::error_code error;
  if (!is_plain_name(name) || !knows_all(ground.rubric, indicators)) {
    fs::remove(arrived, error);
    return {false, "文件名或指标编号不对，没有存", ""};
  }
  const std::string kept = withdrawn_path(ground.evidence, name);
  if (!rename_to_free_name(arrived, ground.evidence / kept)) {
    fs::remove(arrived, error);
    return {false, "“" + name + "”没有存下；请检查文件夹权限和磁盘空间", ""};
  }
  return renamed(ground, kept, place_for(ground, name, indicators), indicators.empty() ? "已放入佐证材料" : "已归入 " + list_of(indicators));
}

Step undo_step(const fs::path& evidence) {
  const std::vector<Rename> renames = last_round(evidence);
  std::vector<CaptionStep> captions = read_caption_steps(evidence);
  if (caption_is_later(captions, renames)) return undo_caption(evidence, std::move(captions));
  if (renames.empty()) return {false, "没有可以撤销的步骤", ""};
  const Sorted undone = undo_renames(evidence);
  if (!undone.findings.empty())
    return {undone.renamed > 0, undone.findings.front().where() + "：" + undone.findings.front().told() + "；" + undone.findings.front().hint, ""};
  return {true, "已撤销：放回 " + std::to_string(undone.renamed) + " 个文件", ""};
}

std::string next_undo(const fs::path& evidence) {
  const std::vector<Rename> renames = last_round(evidence);
  const std::vector<CaptionStep> captions = read_caption_steps(evidence);
  if (caption_is_later(captions, renames)) return "图说（" + name_of(captions.back().path) + "）";
  if (renames.empty()) return "";
  const auto files = std::count_if(renames.begin(), renames.end(), [](const Rename& each) { return !each.from.empty(); });
  if (files > 1) return "移动 " + std::to_string(files) + " 个文件";
  const Rename& rename = renames.back();
  const std::string withdrawn = std::string(kWithdrawnFolder) + "/";
  const char* what = rename.to.starts_with(withdrawn) ? "撤回" : rename.from.starts_with(withdrawn) ? "放入" : "归位";
  return std::string(what) + "“" + name_of(rename.to) + "”";
}

bool is_plain_name(const std::string& name) {
  if (name.empty() || name.size() > kNameAtMost || name.front() == '.' || name.front() == ' ' || !is_valid_utf8(name)) return false;
  for (const char32_t c : decode_utf8(name)) {
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    const bool direction = (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
    if (control || direction || c == '/' || c == '\\' || c == 0xFFFD) return false;
  }
  return true;
}

}  // namespace lvce
