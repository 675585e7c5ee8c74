#include "review/receive/job.h"

#include <nlohmann/json.hpp>

#include "support/json/checked.h"

namespace lvce {
namespace {

constexpr JsonCaps kLineCaps{16U << 20, 12, 4'000'000};

/// File names need not be UTF-8.
std::string hexadecimal_of(const std::string& bytes) {
  static const char* const kDigits = "0123456789abcdef";
  std::string out;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    out += kDigits[byte >> 4U];
    out += kDigits[byte & 15U];
  }
  return out;
}

std::string from_hexadecimal(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i + 1 < text.size(); i += 2) out += static_cast<char>(std::stoi(text.substr(i, 2), nullptr, 16));
  return out;
}

}  // namespace

std::string receive_job_to_line(const ReceiveJob& job) {
  const nlohmann::json line = {{"path", hexadecimal_of(job.parcel.path.native())},
                               {"source", job.parcel.source},
                               {"folder", job.parcel.folder},
                               {"scratch", hexadecimal_of(job.scratch.native())},
                               {"standards", job.standards}};
  return line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::optional<ReceiveJob> receive_job_from_line(const std::string& line) {
  try {
    const nlohmann::json job = nlohmann::json::parse(line);
    return ReceiveJob{{from_hexadecimal(job.at("path")), job.at("source"), job.at("folder")}, from_hexadecimal(job.at("scratch")), job.at("standards")};
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

std::string arrivals_to_line(const std::vector<Arrival>& arrivals) {
  nlohmann::ordered_json line = nlohmann::ordered_json::array();
  for (const Arrival& arrival : arrivals) line.push_back(arrival_to_json(arrival));
  return line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

std::optional<std::vector<Arrival>> arrivals_from_line(const std::string& line) {
  try {
    const nlohmann::json rows = parse_json(line, kLineCaps);
    if (!rows.is_array() || rows.empty()) return std::nullopt;
    std::vector<Arrival> out;
    for (const nlohmann::json& row : rows) out.push_back(arrival_from_json(row));
    return out;
  } catch (const JsonFault&) {
    return std::nullopt;
  }
}

}  // namespace lvce
