// The page's own files, and its end.
#include <algorithm>
#include <system_error>

#include "desk/http/exchange.h"
#include "support/files.h"

namespace lvce {
namespace {

constexpr std::uintmax_t kPagePartAtMost = 1U << 20;

std::string type_of_part(const std::string& name) {
  if (name.ends_with(".html")) return "text/html; charset=utf-8";
  if (name.ends_with(".css")) return "text/css; charset=utf-8";
  if (name.ends_with(".js")) return "text/javascript; charset=utf-8";
  if (name.ends_with(".svg")) return "image/svg+xml";
  return "";
}

/// Small letters and marks only: no way out of the folder can be written so.
bool is_part_name(const std::string& name) {
  return !name.empty() && !name.starts_with('.') &&
         std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-'; });
}

void serve_part(Exchange& exchange, const std::string& name) {
  const std::string type = type_of_part(name);
  const auto bytes = type.empty() || !is_part_name(name) ? std::nullopt : read_file(data_folder() / "templates" / "page" / name, kPagePartAtMost);
  if (!bytes) return refuse_with(exchange, HttpStatus::HTTP_NOT_FOUND, "没有这个页面");
  answer_bytes(exchange, type, *bytes);
}

}  // namespace

bool serve_page(Exchange& exchange) {
  const std::string folder = "/page/";
  if (exchange.reads("/")) {
    serve_part(exchange, "index.html");
    return true;
  }
  if (exchange.path.starts_with(folder)) {
    serve_part(exchange, exchange.path.substr(folder.size()));
    return true;
  }
  if (!exchange.is("POST", "/api/end")) return false;
  answer_json(exchange, {{"done", true}, {"said", "已结束"}});
  exchange.room.end();
  return true;
}

}  // namespace lvce
