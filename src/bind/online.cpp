#include "bind/online.h"

#include <algorithm>

#include "bind/gather.h"
#include "bind/plan/evidence_pieces.h"
#include "bind/plan/paginate.h"
#include "bind/press.h"
#include "support/files.h"
#include "support/first_words.h"

namespace lvce {
namespace {

constexpr std::size_t kNameBytes = 96;  ///< with .pdf: 100

/// One part for each indicator with evidence.
Binding one_indicator_each(const Assessment& assessment, const Templates& templates, std::vector<OnlineFile>& files) {
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
    binding.parts.push_back({OutputKind::indicator, stem, stem, begin, binding.pieces.size(), false});
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

std::vector<OnlineFile> write_online(const Assessment& assessment, const Templates& templates, const Faces& faces, bool full_size,
                                     const std::filesystem::path& folder) {
  std::vector<OnlineFile> files;
  Binding binding = one_indicator_each(assessment, templates, files);
  const std::filesystem::path place = folder / kOnlineFolder;
  std::filesystem::create_directories(place);
  if (files.empty()) return files;
  BindOptions options;
  options.duplex = false;
  options.screen = true;
  options.full_size = full_size;
  paginate(binding, false, layout_function(faces));
  EvidenceStore store;
  EvidenceFolder bound = assessment.dossier->evidence;
  Findings told_before;
  const Gathered gathered = gather_evidence(binding, bound, store, told_before);
  Press press({binding, gathered, bound, faces, assessment.dossier->workbook.unit.text("单位名称")}, options, &store);
  for (std::size_t i = 0; i < binding.parts.size(); ++i) {
    const OutputPdf written = press.print(binding.parts[i], true, place);
    files[i].sha256 = written.sha256;
    files[i].pages = written.pages;
    files[i].bytes = std::filesystem::file_size(written.path);
  }
  return files;
}

}  // namespace lvce
