// One request and its answer, and the ways to answer.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <nlohmann/json.hpp>

#include "desk/http/room.h"

namespace lvce {

using DeskJson = nlohmann::ordered_json;

inline constexpr std::uintmax_t kUploadAtMost = 250U << 20;  ///< bytes a file

struct Exchange {
  Poco::Net::HTTPServerRequest& request;
  Poco::Net::HTTPServerResponse& response;
  DeskRoom& room;
  std::string path;
  std::map<std::string, std::string> query;

  bool is(const char* method, const char* wanted) const { return request.getMethod() == method && path == wanted; }
  /// GET or HEAD.
  bool reads(const char* wanted) const { return (request.getMethod() == "GET" || request.getMethod() == "HEAD") && path == wanted; }
  /// Empty where it is not given.
  std::string asked(const std::string& name) const;
};

using HttpStatus = Poco::Net::HTTPResponse::HTTPStatus;

/// Headers that every answer carries.
void guard_answer(Poco::Net::HTTPServerResponse& response);

void answer_bytes(Exchange& exchange, const std::string& type, const std::string& bytes, HttpStatus status = HttpStatus::HTTP_OK);
void answer_json(Exchange& exchange, const DeskJson& json, HttpStatus status = HttpStatus::HTTP_OK);
/// A refusal, in words: {"said": "…"}.
void refuse_with(Exchange& exchange, HttpStatus status, const std::string& said);
/// A file of the disk. Kinds that a browser shows without running anything are shown, all others are saved. `name` is what it is saved as.
void answer_file(Exchange& exchange, const std::filesystem::path& file, const std::string& name, bool save);

/// The body of a JSON write, an object; nothing (and answered) when it is none or too long.
std::optional<DeskJson> body_of(Exchange& exchange);
/// A text field of it; empty where it is missing or no text.
std::string text_in(const DeskJson& body, const char* name);

// Each group of routes says whether the request was one of its own.
bool serve_page(Exchange& exchange);
bool serve_state(Exchange& exchange);
bool serve_files(Exchange& exchange);
bool serve_steps(Exchange& exchange);
bool serve_uploads(Exchange& exchange);
bool serve_units(Exchange& exchange);
bool serve_runs(Exchange& exchange);

}  // namespace lvce
