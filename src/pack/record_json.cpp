#include "pack/record_json.h"

#include <exception>

#include "pack/names.h"
#include "pack/sums.h"
#include "support/files.h"
#include "support/json/whole.h"
#include "support/text.h"

namespace lvce {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kPiecesAtMost = 200'000;

/// "31:0a1b… 32:-"
std::string pages_to_text(const std::vector<PrintedPage>& pages) {
  std::string text;
  for (const PrintedPage& page : pages) text += (text.empty() ? "" : " ") + page.label.text() + ":" + page.digest;
  return text;
}

std::optional<std::vector<PrintedPage>> parse_pages(const std::string& text) {
  std::vector<PrintedPage> pages;
  for (const std::string& one : split(text, ' ')) {
    const std::size_t colon = one.find(':');
    const auto label = colon == std::string::npos ? std::nullopt : parse_page_label(one.substr(0, colon));
    if (!label) return std::nullopt;
    pages.push_back({*label, one.substr(colon + 1)});
  }
  return pages;
}

bool read_pieces(const Json& from, PrintRecord& record) {
  for (const Json& one : from) {
    auto pages = parse_pages(one.at("pages").get<std::string>());
    if (!pages || pages->empty() || record.pieces.size() >= kPiecesAtMost) return false;
    record.pieces.push_back({one.at("key").get<std::string>(), std::move(*pages), one.at("kept").get<bool>()});
  }
  return true;
}

std::optional<PrintRecord> record_of_json(const Json& result) {
  const Json& from = result.at("binding");
  PrintRecord record;
  record.unit = result.at("unit").at("name").get<std::string>();
  record.rubric = result.at("rubric").at("id").get<std::string>();
  record.duplex = from.at("duplex").get<bool>();
  record.screen = from.at("screen").get<bool>();
  record.full_size = from.at("full_size").get<bool>();
  record.repeat_pages = from.at("repeat_pages").get<bool>();
  record.economy = from.value("economy", false);  // packages made before there was the option
  record.volume_pages = whole_number<int>(from.at("volume_pages"));
  record.dpi = whole_number<int>(from.at("dpi"));
  record.round = whole_number<int>(from.at("round"));
  for (const auto& pages : from.at("supplements")) record.supplements.push_back(whole_number<int>(pages));
  record.volumes = from.at("volumes").get<std::vector<std::string>>();
  for (const Json& one : from.at("files")) {
    record.files.push_back(
        {one.at("path").get<std::string>(), one.at("sha256").get<std::string>(), whole_number<int>(one.at("round")), one.at("refused").get<bool>()});
  }
  const bool sound = record.dpi >= 72 && record.dpi <= 600 && record.volume_pages >= 0 && record.round >= 0 &&
                     record.supplements.size() == static_cast<std::size_t>(record.round);
  return sound && read_pieces(from.at("pieces"), record) ? std::optional(std::move(record)) : std::nullopt;
}

}  // namespace

Json record_to_json(const PrintRecord& record) {
  Json files = Json::array(), pieces = Json::array();
  for (const PrintedFile& file : record.files)
    files.push_back({{"path", file.path}, {"sha256", file.sha256}, {"round", file.round}, {"refused", file.refused}});
  for (const PrintedPiece& piece : record.pieces) pieces.push_back({{"key", piece.key}, {"pages", pages_to_text(piece.pages)}, {"kept", piece.kept}});
  return {{"duplex", record.duplex},
          {"screen", record.screen},
          {"full_size", record.full_size},
          {"repeat_pages", record.repeat_pages},
          {"economy", record.economy},
          {"volume_pages", record.volume_pages},
          {"dpi", record.dpi},
          {"round", record.round},
          {"supplements", record.supplements},
          {"volumes", record.volumes},
          {"files", std::move(files)},
          {"pieces", std::move(pieces)}};
}

std::optional<PrintRecord> read_print_record(const std::filesystem::path& package) {
  const auto bytes = read_file(package / kResultName, kResultBytesAtMost);
  const auto sums = read_sums(package, kSumsName);
  if (!bytes || !sums || !sums->contains(kResultName) || sums->at(kResultName) != sha256_of(*bytes)) return std::nullopt;
  try {
    const Json result = Json::parse(*bytes, nullptr, false);
    return result.is_object() ? record_of_json(result) : std::nullopt;
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

}  // namespace lvce
