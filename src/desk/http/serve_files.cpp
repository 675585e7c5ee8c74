// Evidence to look at: a file itself, or its thumbnail. Only what the last judgement knows has an address here: no path is ever put together.
#include "desk/http/exchange.h"

namespace lvce {
namespace {

/// For a file that cannot be drawn.
constexpr const char* kBlankSheet =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"210\" height=\"297\"><path d=\"M0 0h210v297H0z\" fill=\"#fff\"/><path d=\"M75 118l60 60m0-60l-60 60\" "
    "stroke=\"#8b9491\" stroke-width=\"6\"/></svg>";

std::filesystem::path disk_of(const Exchange& exchange) {
  const auto unit = exchange.room.unit();
  const auto state = unit ? unit->state() : nullptr;
  const Assessment* assessment = state ? state->judgement.assessment.get() : nullptr;
  if (assessment == nullptr) return {};
  const std::string path = exchange.asked("path");
  for (const EvidenceFile& file : assessment->dossier->evidence.files) {
    if (file.path == path) return file.disk;
  }
  return {};
}

std::string last_name(const std::string& path) { return path.substr(path.rfind('/') == std::string::npos ? 0 : path.rfind('/') + 1); }

void serve_thumbnail(Exchange& exchange) {
  const std::filesystem::path disk = disk_of(exchange);
  const auto jpeg = disk.empty() ? nullptr : exchange.room.thumbnails().of(disk);
  if (disk.empty()) return refuse_with(exchange, HttpStatus::HTTP_NOT_FOUND, "没有这个文件，可能已经移走或改名");
  if (!jpeg) return answer_bytes(exchange, "image/svg+xml", kBlankSheet);
  exchange.response.set("Cache-Control", "private, max-age=86400");  // its address names the file's digest
  answer_bytes(exchange, "image/jpeg", *jpeg);
}

}  // namespace

bool serve_files(Exchange& exchange) {
  if (exchange.reads("/api/thumbnail")) serve_thumbnail(exchange);
  else if (exchange.reads("/api/file")) answer_file(exchange, disk_of(exchange), last_name(exchange.asked("path")), exchange.asked("save") == "1");
  else return false;
  return true;
}

}  // namespace lvce
