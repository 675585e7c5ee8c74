// 新建, which unit is open, and folders in the file manager.
#include <system_error>

#include "desk/browser.h"
#include "desk/http/exchange.h"
#include "desk/http/made.h"
#include "desk/steps/steps.h"
#include "desk/units.h"
#include "support/text.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

void make_unit(Exchange& exchange) {
  const auto body = body_of(exchange);
  if (!body) return;
  const std::string name = trim(text_in(*body, "name")), rubric = text_in(*body, "rubric");
  if (exchange.room.is_single()) return refuse_with(exchange, HttpStatus::HTTP_CONFLICT, "这个文件夹已经是一个单位");
  if (exchange.room.has_made_unit()) return refuse_with(exchange, HttpStatus::HTTP_CONFLICT, "这一次已经新建过一个单位；还要新建的，请结束后重新打开");
  if (!is_plain_name(name)) return refuse_with(exchange, HttpStatus::HTTP_BAD_REQUEST, "单位名称不能作文件夹名：不要写 / 和 \\，不要以点开头");
  const fs::path folder = exchange.room.options().folder / name;
  std::error_code error;
  if (fs::exists(fs::symlink_status(folder, error)))
    return refuse_with(exchange, HttpStatus::HTTP_CONFLICT, "已有叫“" + name + "”的文件夹，请换一个名称，或直接打开它");
  CommandRun run(exchange.room.options().probe.worker);
  const RunReport made = run.run_now("init", {"init", folder.string(), "--rubric", rubric});
  if (made.exit != 0)
    return refuse_with(exchange, HttpStatus::HTTP_BAD_REQUEST, "没有建成：" + (made.words.empty() ? std::string("请检查文件夹权限") : made.words.front()));
  exchange.room.made_unit();
  exchange.room.open_unit(folder);
  answer_json(exchange, {{"done", true}, {"said", "已新建“" + name + "”"}, {"version", exchange.room.version()}});
}

void choose_unit(Exchange& exchange) {
  const auto body = body_of(exchange);
  if (!body) return;
  const std::string name = text_in(*body, "name");
  for (const std::string& unit : units_below(exchange.room.options().folder)) {
    if (unit != name || exchange.room.is_single()) continue;
    exchange.room.open_unit(exchange.room.options().folder / unit);
    return answer_json(exchange, {{"done", true}, {"said", "已打开“" + name + "”"}, {"version", exchange.room.version()}});
  }
  refuse_with(exchange, HttpStatus::HTTP_NOT_FOUND, "没有这个单位");
}

void leave_unit(Exchange& exchange) {
  if (!body_of(exchange)) return;
  exchange.room.close_unit();
  answer_json(exchange, {{"done", true}, {"said", ""}, {"version", exchange.room.version()}});
}

/// The folder of a file that the unit has; 佐证材料 or the unit folder itself where none is named.
fs::path folder_asked(const Exchange& exchange, const DeskJson& body) {
  const auto unit = exchange.room.unit();
  if (!unit) return exchange.room.options().folder;
  const std::string what = text_in(body, "what"), path = text_in(body, "path");
  std::error_code error;
  if (what == "unit") return unit->folder();
  if (what != "evidence") return made_folder(*unit, what);
  const auto state = unit->state();
  if (const Assessment* assessment = state->judgement.assessment.get()) {
    for (const EvidenceFile& file : assessment->dossier->evidence.files) {
      if (file.path == path && fs::exists(unit->evidence() / path, error)) return (unit->evidence() / path).parent_path();
    }
  }
  return unit->evidence();
}

void show_folder(Exchange& exchange) {
  const auto body = body_of(exchange);
  if (!body) return;
  const fs::path folder = folder_asked(exchange, *body);
  std::error_code error;
  if (!fs::is_directory(folder, error)) return refuse_with(exchange, HttpStatus::HTTP_NOT_FOUND, "还没有这个文件夹");
  const bool shown = open_outside(folder.string());
  answer_json(exchange, {{"done", shown}, {"said", (shown ? "已打开文件夹：" : "这台电脑上不能自动打开文件夹，它在：") + folder.string()}});
}

}  // namespace

bool serve_units(Exchange& exchange) {
  if (exchange.is("POST", "/api/new")) make_unit(exchange);
  else if (exchange.is("POST", "/api/choose")) choose_unit(exchange);
  else if (exchange.is("POST", "/api/leave")) leave_unit(exchange);
  else if (exchange.is("POST", "/api/folder")) show_folder(exchange);
  else return false;
  return true;
}

}  // namespace lvce
