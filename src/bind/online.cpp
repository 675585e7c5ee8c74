#include "bind/online.h"

#include <algorithm>

#include "bind/assemble.h"
#include "bind/gather.h"
#include "bind/pdf/volume_writer.h"
#include "bind/plan/evidence_pieces.h"
#include "bind/plan/paginate.h"
#include "layout/layout.h"
#include "render/render.h"
#include "support/files.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr std::size_t kNameBytes = 96;  ///< with .pdf: 100
constexpr std::size_t kFewCharacters = 4;  ///< too few to tell what it is

/// In GBK, and no trouble on any file system.
bool is_safe(char32_t c) {
  if (std::u32string_view(U"、《》（）“”·-%").find(c) != std::u32string_view::npos) return true;
  const bool ascii = (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
  return ascii || (c >= 0x4E00 && c <= 0x9FA5);
}

/// Where a text makes its first pause.
bool is_pause(char32_t c) { return std::u32string_view(U"，。；：,;:！!？?\n").find(c) != std::u32string_view::npos; }

/// Words that are too long, cut where a list or a quotation in them ends.
std::u32string cut_well(std::u32string words, std::size_t at_most) {
  if (words.size() <= at_most) return words;
  const bool at_comma = words[at_most] == U'、';
  words.resize(at_most);
  if (at_comma) return words;
  const std::size_t end = words.find_last_of(U"、》”）");
  if (end == std::u32string::npos || end < kFewCharacters) return words;
  words.resize(words[end] == U'、' ? end : end + 1);
  return words;
}

/// The first clause of a text in safe characters; empty when it has none.
std::string first_words(const std::string& text, std::size_t bytes_at_most) {
  std::u32string words;
  for (const char32_t c : decode_utf8(text)) {
    if (is_pause(c) && words.size() >= kFewCharacters) break;
    if (is_safe(c) || c == U'/') words += c == U'/' ? U'-' : c;
    if (words.size() > bytes_at_most) break;
  }
  std::size_t characters = words.size(), bytes = encode_utf8(words).size();
  while (bytes > bytes_at_most) bytes -= encode_utf8(std::u32string(1, words[--characters])).size();
  return encode_utf8(cut_well(std::move(words), characters));
}

/// One part for each indicator with evidence.
Binding one_part_each(const Assessment& assessment, const Templates& templates, std::vector<OnlineFile>& files) {
  Binding binding;
  for (const IndicatorResult& result : assessment.indicators) {
    if (result.indicator == nullptr) continue;
    const std::vector<std::size_t> bound = bindable_files(assessment, *result.indicator, Refused::without);
    if (bound.empty()) continue;
    const std::size_t begin = binding.pieces.size();
    for (Piece& piece : evidence_pieces(assessment, *result.indicator, bound, templates)) binding.pieces.push_back(std::move(piece));
    binding.pieces[begin].restarts = true;
    for (std::size_t i = begin; i < binding.pieces.size(); ++i) {
      for (const std::size_t file : binding.pieces[i].files) {
        const std::string title = title_of(assessment.dossier->evidence.files[file]);
        binding.bookmarks.push_back({0, title, qualified(i, file_anchor(file))});
      }
    }
    const std::string name = online_name(*result.indicator);
    const std::string stem = name.substr(0, name.size() - 4);
    binding.parts.push_back({"indicator", stem, stem, begin, binding.pieces.size(), false});
    OnlineFile& file = files.emplace_back();
    file.indicator = result.indicator->id;
    file.name = name;
    file.papers = static_cast<int>(bound.size());
  }
  return binding;
}

}  // namespace

std::string online_name(const Indicator& indicator) {
  std::string id;
  for (const char c : indicator.id) id += (c >= '0' && c <= '9') || c == '.' ? c : '_';
  id.resize(std::min(id.size(), kNameBytes - 1));
  const std::string words = first_words(indicator.text, kNameBytes - id.size() - 1);
  return id + (words.empty() ? "" : " " + words) + ".pdf";
}

std::vector<OnlineFile> write_online(const Assessment& assessment, EvidenceFolder& evidence, const Templates& templates, const Faces& faces, bool full_size,
                                     const std::filesystem::path& folder) {
  std::vector<OnlineFile> files;
  Binding binding = one_part_each(assessment, templates, files);
  const std::filesystem::path place = folder / kOnlineFolder;
  std::filesystem::create_directories(place);
  if (files.empty()) return files;
  BindOptions options;
  options.duplex = false;
  options.screen = true;
  options.full_size = full_size;
  paginate(binding, false, [&](const Document& document, const PageNumbers& numbers, const LayoutOptions& where) {
    return lay_out(document, faces, numbers, where);
  });
  EvidenceStore store;
  Findings told_before;
  const Gathered gathered = gather_evidence(binding, evidence, store, told_before);
  const Leaves leaves = spread(binding);
  const Assembler assembler(binding, leaves, gathered, evidence, faces, options);
  OwnPages own(render_pdf(assembler.own_pages(), faces, assembler.stamp_characters()));
  assembler.place_photos(own);
  for (std::size_t i = 0; i < binding.parts.size(); ++i) {
    Volume volume = assembler.volume(binding.parts[i], assessment.dossier->workbook.unit.text("单位名称"));
    volume.layers = store.layers();
    const std::filesystem::path path = place / files[i].name;
    files[i].sha256 = write_volume(volume, own, store.pdf(), path);
    files[i].pages = static_cast<int>(volume.sheets.size());
    files[i].bytes = std::filesystem::file_size(path);
  }
  return files;
}

}  // namespace lvce
