// 生成, 补页, 文稿, 打印: commands of lvce as processes of their own, and what they have made.
#include <algorithm>

#include "desk/http/exchange.h"
#include "desk/http/made.h"

namespace lvce {
namespace {

struct KnownRun {
  const char* what;
  const char* made;                  ///< as made_folder() knows it
  std::vector<std::string> command;  ///< before the unit
  std::vector<std::string> behind;   ///< behind -o OUT
};

/// A command reads everything for itself: what the page remembers is not asked.
std::vector<KnownRun> known_runs() {
  return {{"build", "package", {"build"}, {}},
          {"append", "package", {"build"}, {"--append"}},
          {"papers", "papers", {"papers"}, {}},
          {"print", "print", {"print"}, {"--for", "验收"}}};
}

void start_run(Exchange& exchange) {
  const auto body = body_of(exchange);
  if (!body) return;
  const auto unit = exchange.room.unit();
  if (!unit) return refuse_with(exchange, HttpStatus::HTTP_CONFLICT, "还没有打开单位");
  const std::string what = text_in(*body, "what");
  for (const KnownRun& run : known_runs()) {
    if (what != run.what || (what == "print" && !exchange.room.options().can_print)) continue;
    std::vector<std::string> arguments = run.command;
    arguments.insert(arguments.end(), {unit->folder().string(), "-o", made_out(*unit, run.made).string()});
    arguments.insert(arguments.end(), run.behind.begin(), run.behind.end());
    if (!exchange.room.run().start(what, arguments)) return refuse_with(exchange, HttpStatus::HTTP_CONFLICT, "另一项正在进行，请等它完成");
    return answer_json(exchange, {{"done", true}, {"said", "已开始"}});
  }
  refuse_with(exchange, HttpStatus::HTTP_BAD_REQUEST, "没有这一项");
}

void tell_run(Exchange& exchange) {
  const RunReport report = exchange.room.run().report();
  answer_json(exchange, {{"what", report.what},
                         {"running", report.running},
                         {"progress", report.progress},
                         {"words", report.words},
                         {"exit", report.exit ? DeskJson(*report.exit) : DeskJson(nullptr)}});
}

void list_made(Exchange& exchange) {
  const auto unit = exchange.room.unit();
  DeskJson out = DeskJson::object();
  for (const char* what : {"package", "papers", "print"}) {
    const std::filesystem::path folder = unit ? made_folder(*unit, what) : std::filesystem::path();
    out[what] = {{"folder", folder.string()}, {"files", folder.empty() ? std::vector<std::string>{} : made_files(folder)}};
  }
  answer_json(exchange, out);
}

/// Only what the list names has an address.
void serve_made(Exchange& exchange) {
  const auto unit = exchange.room.unit();
  const std::filesystem::path folder = unit ? made_folder(*unit, exchange.asked("of")) : std::filesystem::path();
  const std::string name = exchange.asked("name");
  const std::vector<std::string> files = folder.empty() ? std::vector<std::string>{} : made_files(folder);
  if (std::find(files.begin(), files.end(), name) == files.end()) return refuse_with(exchange, HttpStatus::HTTP_NOT_FOUND, "没有这个文件");
  answer_file(exchange, folder / name, std::filesystem::path(name).filename().string(), exchange.asked("save") == "1");
}

}  // namespace

bool serve_runs(Exchange& exchange) {
  if (exchange.is("POST", "/api/run")) start_run(exchange);
  else if (exchange.reads("/api/run")) tell_run(exchange);
  else if (exchange.reads("/api/made")) list_made(exchange);
  else if (exchange.reads("/api/made-file")) serve_made(exchange);
  else return false;
  return true;
}

}  // namespace lvce
