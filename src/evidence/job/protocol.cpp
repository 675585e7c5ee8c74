#include "evidence/job/protocol.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "evidence/job/invoice_json.h"
#include "support/json/whole.h"

namespace lvce {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMaxNotices = 40;

std::string to_hex(const std::string& bytes) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string out;
  for (char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    out += kDigits[byte >> 4];
    out += kDigits[byte & 15];
  }
  return out;
}

std::string from_hex(const std::string& hex) {
  const auto nibble = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
  std::string out;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) out += static_cast<char>(nibble(hex[i]) * 16 + nibble(hex[i + 1]));
  return out;
}

std::string line_of(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json entry_to_json(const ArchiveEntry& entry) { return {to_hex(entry.name), to_hex(entry.disk.native()), entry.bytes, entry.code, entry.reason, entry.hint}; }

ArchiveEntry entry_of(const Json& json) {
  return {from_hex(json.at(0)), from_hex(json.at(1)), whole_number<std::uintmax_t>(json.at(2)), json.at(3), json.at(4), json.at(5)};
}

Probed probed_of(const Json& json) {
  Probed out;
  out.format = static_cast<EvidenceFormat>(whole_number<int>(json.at("format")));
  for (const Json& notice : json.at("notices")) {
    out.notices.push_back({notice.at(0), static_cast<Severity>(whole_number<int>(notice.at(1))), notice.at(2), notice.at(3)});
  }
  out.bytes = whole_number<std::uintmax_t>(json.at("bytes"));
  out.sha256 = json.at("sha256");
  for (const Json& page : json.at("pages")) out.pages.push_back({page.at(0), page.at(1), page.at(2)});
  out.pixel_width = whole_number<int>(json.at("pixels").at(0));
  out.pixel_height = whole_number<int>(json.at("pixels").at(1));
  out.date = {json.at("date"), static_cast<DateOrigin>(whole_number<int>(json.at("origin")))};
  out.prepared = from_hex(json.at("prepared"));
  out.text = json.at("text");
  out.searchable = json.at("searchable");
  out.fonts_embedded = json.at("fonts_embedded");
  out.seal = static_cast<SealState>(whole_number<int>(json.at("seal")));
  for (const Json& page : json.at("unread")) out.unread.push_back(whole_number<std::size_t>(page));
  if (json.contains("page")) out.page = read_page_from_json(json.at("page").get<std::string>());
  out.office = json.at("office");
  out.is_archive = json.at("is_archive");
  for (const Json& entry : json.at("entries")) out.entries.push_back(entry_of(entry));
  for (const Json& invoice : json.at("invoices")) out.invoices.push_back(invoice_of_json(invoice));
  out.invoice_data = json.at("invoice_data");
  out.weight = whole_number<decltype(out.weight)>(json.at("weight"));
  out.stamp = json.at("stamp");
  return out;
}

}  // namespace

bool Probed::rejected() const {
  return std::any_of(notices.begin(), notices.end(), [](const Notice& notice) { return notice.severity == Severity::error; });
}

void Probed::add(std::string code, Severity severity, std::string reason, std::string hint) {
  const bool said = std::any_of(notices.begin(), notices.end(), [&](const Notice& notice) { return notice.code == code; });
  if (!said && notices.size() < kMaxNotices) notices.push_back({std::move(code), severity, std::move(reason), std::move(hint)});
}

std::string job_to_line(const ProbeJob& job) {
  return line_of({{"file", to_hex(job.file.native())},
                  {"prepared", to_hex(job.prepared_stem.native())},
                  {"dpi", job.dpi},
                  {"converted", job.converted},
                  {"first_page", job.first_page},
                  {"invoices", job.invoices},
                  {"thumbnail", job.thumbnail},
                  {"unpack", to_hex(job.unpack_into.native())},
                  {"unpack_at_most", job.unpack_at_most},
                  {"memory", job.memory},
                  {"seals", job.seals},
                  {"read_page", job.read_page},
                  {"language", to_hex(job.language.native())},
                  {"layer", to_hex(job.layer.native())},
                  {"digest_only", job.digest_only}});
}

std::optional<ProbeJob> job_from_line(std::string_view line) {
  try {
    const Json json = Json::parse(line);
    ProbeJob job;
    job.file = from_hex(json.at("file"));
    job.prepared_stem = from_hex(json.at("prepared"));
    job.dpi = whole_number<decltype(job.dpi)>(json.at("dpi"));
    job.digest_only = json.at("digest_only");
    job.converted = json.at("converted");
    job.first_page = json.at("first_page");
    job.invoices = json.at("invoices");
    job.thumbnail = json.at("thumbnail");
    job.unpack_into = from_hex(json.at("unpack"));
    job.unpack_at_most = whole_number<decltype(job.unpack_at_most)>(json.at("unpack_at_most"));
    job.memory = whole_number<decltype(job.memory)>(json.at("memory"));
    job.seals = json.at("seals");
    job.read_page = whole_number<int>(json.at("read_page"));
    job.language = from_hex(json.at("language"));
    job.layer = from_hex(json.at("layer"));
    return job;
  } catch (const Json::exception&) {
    return std::nullopt;
  }
}

std::string answer_to_line(const Probed& probed) {
  Json notices = Json::array();
  for (const Notice& notice : probed.notices) notices.push_back({notice.code, static_cast<int>(notice.severity), notice.reason, notice.hint});
  Json pages = Json::array();
  for (const PageSize& page : probed.pages) pages.push_back({page.width_pt, page.height_pt, page.goes_on});
  Json entries = Json::array();
  for (const ArchiveEntry& entry : probed.entries) entries.push_back(entry_to_json(entry));
  Json invoices = Json::array();
  for (const Invoice& invoice : probed.invoices) invoices.push_back(invoice_to_json(invoice));
  Json answer = {{"format", static_cast<int>(probed.format)},
                 {"notices", std::move(notices)},
                 {"bytes", probed.bytes},
                 {"sha256", probed.sha256},
                 {"pages", std::move(pages)},
                 {"pixels", {probed.pixel_width, probed.pixel_height}},
                 {"date", probed.date.text},
                 {"origin", static_cast<int>(probed.date.origin)},
                 {"prepared", to_hex(probed.prepared.native())},
                 {"text", probed.text},
                 {"searchable", probed.searchable},
                 {"fonts_embedded", probed.fonts_embedded},
                 {"stamp", probed.stamp},
                 {"is_archive", probed.is_archive},
                 {"entries", std::move(entries)},
                 {"invoices", std::move(invoices)},
                 {"invoice_data", probed.invoice_data},
                 {"office", probed.office},
                 {"seal", static_cast<int>(probed.seal)},
                 {"unread", probed.unread},
                 {"weight", probed.weight}};
  if (probed.page) answer["page"] = read_page_to_json(*probed.page);
  return line_of(answer);
}

std::optional<Probed> answer_from_line(std::string_view line) {
  try {
    return probed_of(Json::parse(line));
  } catch (const Json::exception&) {
    return std::nullopt;
  }
}

}  // namespace lvce
