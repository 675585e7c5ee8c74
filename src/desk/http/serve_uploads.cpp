// Files from the desktop: streamed to the disk, then named by their indicator.
#include <atomic>
#include <fstream>
#include <istream>
#include <system_error>

#include <Poco/Net/HTTPServerRequestImpl.h>
#include <Poco/Net/StreamSocket.h>
#include <Poco/Timespan.h>

#include "desk/http/exchange.h"
#include "desk/steps/steps.h"
#include "prepare/rename_log.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kDrainedAtMost = 16U << 20;
constexpr int kDrainSeconds = 2;  ///< that nothing comes

/// What still comes of a refused body is read for a while, so that the browser hears why.
void drain(Poco::Net::HTTPServerRequest& request) {
  if (auto* open = dynamic_cast<Poco::Net::HTTPServerRequestImpl*>(&request)) open->socket().setReceiveTimeout(Poco::Timespan(kDrainSeconds, 0));
  std::istream& in = request.stream();
  char chunk[1 << 16];
  std::uintmax_t left = kDrainedAtMost;
  while (in.good() && left > 0) {
    in.read(chunk, sizeof chunk);
    left -= std::min<std::uintmax_t>(left, static_cast<std::uintmax_t>(in.gcount()));
  }
}

void refuse_upload(Exchange& exchange, HttpStatus status, const std::string& said) {
  refuse_with(exchange, status, said);
  drain(exchange.request);
}

/// A name of its own for each upload under way, in 佐证材料/.撤回/.
fs::path place_to_arrive(const fs::path& evidence) {
  static std::atomic<unsigned> count{0};
  std::error_code error;
  fs::create_directories(evidence / kWithdrawnFolder, error);
  return evidence / kWithdrawnFolder / (".正在上传-" + std::to_string(++count));
}

bool receive(Exchange& exchange, const fs::path& file, std::uintmax_t bytes) {
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  std::istream& in = exchange.request.stream();
  char chunk[1 << 16];
  std::uintmax_t got = 0;
  while (out.good() && in.good() && got < bytes) {
    in.read(chunk, sizeof chunk);
    out.write(chunk, in.gcount());
    got += static_cast<std::uintmax_t>(in.gcount());
  }
  out.close();
  return out.good() && got == bytes;
}

std::vector<std::string> asked_indicators(const Exchange& exchange) {
  const std::string id = exchange.asked("indicator");
  return id.empty() ? std::vector<std::string>{} : std::vector<std::string>{id};
}

void serve_upload(Exchange& exchange) {
  const std::string name = exchange.asked("name");
  const auto length = exchange.request.getContentLength64();
  if (length < 0) return refuse_with(exchange, HttpStatus::HTTP_LENGTH_REQUIRED, "没有说明文件大小");
  if (static_cast<std::uintmax_t>(length) > kUploadAtMost)
    return refuse_upload(exchange, HttpStatus::HTTP_REQUEST_ENTITY_TOO_LARGE, "“" + name + "”超过 250 MB，没有存；请缩小，或自己复制到佐证材料文件夹");
  if (!is_plain_name(name)) return refuse_upload(exchange, HttpStatus::HTTP_BAD_REQUEST, "文件名不能用（过长，或有看不见的字符），请改名后再放");
  const auto unit = exchange.room.unit();
  const auto state = unit ? unit->judged_state() : nullptr;
  if (!state || !state->judgement.assessment) return refuse_upload(exchange, HttpStatus::HTTP_CONFLICT, "单位还没有打开，或台账读不出来");
  const fs::path arrived = place_to_arrive(unit->evidence());
  std::error_code error;
  if (!receive(exchange, arrived, static_cast<std::uintmax_t>(length))) {
    fs::remove(arrived, error);
    return refuse_with(exchange, HttpStatus::HTTP_INTERNAL_SERVER_ERROR, "“" + name + "”没有传完或写不进去，没有存；请检查磁盘空间和文件夹权限");
  }
  const Assessment& assessment = *state->judgement.assessment;
  Step step;
  {
    const std::lock_guard lock(unit->steps());
    step = take_upload({unit->evidence(), *assessment.rubric, assessment.dossier->evidence, state->proposals}, arrived, name, asked_indicators(exchange));
  }
  unit->judge_now();
  answer_json(exchange, {{"done", step.done}, {"said", step.said}, {"path", step.path}, {"version", unit->state()->version}});
}

}  // namespace

bool serve_uploads(Exchange& exchange) {
  if (!exchange.is("PUT", "/api/upload")) return false;
  serve_upload(exchange);
  return true;
}

}  // namespace lvce
