#include "desk/http/exchange.h"

#include <array>
#include <istream>
#include <ostream>
#include <system_error>

#include <Poco/URI.h>

namespace lvce {
namespace {

constexpr std::size_t kBodyAtMost = 64U << 10;

/// Nothing here but what our own modules ask of this server; what a stranger's text pretends to be is never run.
constexpr const char* kPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action "
    "'none'; "
    "frame-ancestors 'none'";
constexpr const char* kFilePolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; object-src 'self'; frame-ancestors 'self'";

struct ShownKind {
  const char* ending;
  const char* type;
};
constexpr auto kShown = std::to_array<ShownKind>({{".pdf", "application/pdf"},
                                                  {".jpg", "image/jpeg"},
                                                  {".jpeg", "image/jpeg"},
                                                  {".png", "image/png"},
                                                  {".webp", "image/webp"},
                                                  {".gif", "image/gif"},
                                                  {".bmp", "image/bmp"},
                                                  {".txt", "text/plain; charset=utf-8"}});

std::string shown_type(const std::string& name) {
  std::string ending = std::filesystem::path(name).extension().string();
  for (char& c : ending) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  for (const ShownKind& kind : kShown) {
    if (ending == kind.ending) return kind.type;
  }
  return "";
}

std::string encoded(const std::string& name) {
  std::string out;
  Poco::URI::encode(name, "!#$&'()*+,;=:@[]/?\"\\%", out);
  return out;
}

}  // namespace

std::string Exchange::asked(const std::string& name) const {
  const auto found = query.find(name);
  return found == query.end() ? "" : found->second;
}

void guard_answer(Poco::Net::HTTPServerResponse& response) {
  response.set("Content-Security-Policy", kPolicy);
  response.set("X-Content-Type-Options", "nosniff");
  response.set("Referrer-Policy", "no-referrer");
  response.set("Cross-Origin-Resource-Policy", "same-origin");
  response.set("Cross-Origin-Opener-Policy", "same-origin");
  response.set("Cache-Control", "no-store");
}

void answer_bytes(Exchange& exchange, const std::string& type, const std::string& bytes, HttpStatus status) {
  exchange.response.setStatusAndReason(status);
  exchange.response.setContentType(type);
  exchange.response.setContentLength64(static_cast<Poco::Int64>(bytes.size()));
  std::ostream& out = exchange.response.send();
  if (exchange.request.getMethod() != "HEAD") out << bytes;
}

void answer_json(Exchange& exchange, const DeskJson& json, HttpStatus status) {
  answer_bytes(exchange, "application/json; charset=utf-8", json.dump(-1, ' ', false, DeskJson::error_handler_t::replace), status);
}

void refuse_with(Exchange& exchange, HttpStatus status, const std::string& said) { answer_json(exchange, {{"done", false}, {"said", said}}, status); }

void answer_file(Exchange& exchange, const std::filesystem::path& file, const std::string& name, bool save) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(file, error)) return refuse_with(exchange, HttpStatus::HTTP_NOT_FOUND, "没有这个文件，可能已经移走或改名");
  const std::string type = shown_type(name);
  const bool shown = !save && !type.empty();
  exchange.response.set("Content-Security-Policy", kFilePolicy);
  exchange.response.set("Content-Disposition", std::string(shown ? "inline" : "attachment") + "; filename*=UTF-8''" + encoded(name));
  exchange.response.sendFile(file.native(), type.empty() ? "application/octet-stream" : type);
}

std::optional<DeskJson> body_of(Exchange& exchange) {
  std::string text;
  char chunk[4096];
  std::istream& in = exchange.request.stream();
  while (text.size() <= kBodyAtMost && in.good()) {
    in.read(chunk, sizeof chunk);
    text.append(chunk, static_cast<std::size_t>(in.gcount()));
  }
  if (text.size() > kBodyAtMost) {
    refuse_with(exchange, HttpStatus::HTTP_REQUEST_ENTITY_TOO_LARGE, "请求过长");
    return std::nullopt;
  }
  DeskJson json = DeskJson::parse(text, nullptr, false);
  if (!json.is_object()) {
    refuse_with(exchange, HttpStatus::HTTP_BAD_REQUEST, "请求不是 JSON");
    return std::nullopt;
  }
  return json;
}

std::string text_in(const DeskJson& body, const char* name) {
  const auto found = body.find(name);
  return found != body.end() && found->is_string() ? found->get<std::string>() : "";
}

}  // namespace lvce
