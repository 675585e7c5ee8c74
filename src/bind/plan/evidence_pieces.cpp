#include "bind/plan/evidence_pieces.h"

#include <algorithm>

namespace lvce {
namespace {

bool is_bindable(const EvidenceFile& file) {
  const bool accepted = file.state == EvidenceState::bound || file.state == EvidenceState::bound_with_warning;
  if (has_foreign_pages(file)) return accepted && !file.pages.empty();
  return accepted && (file.format == EvidenceFormat::picture || file.format == EvidenceFormat::text || file.format == EvidenceFormat::markdown);
}

Piece piece_of(std::string anchor, const Indicator& indicator, std::vector<std::size_t> files) {
  Piece piece;
  piece.anchor = std::move(anchor);
  piece.indicator = indicator.id;
  piece.files = std::move(files);
  return piece;
}

}  // namespace

bool is_photo(const EvidenceFile& file) { return file.format == EvidenceFormat::picture && !is_in_pieces(file) && !is_refused(file); }

std::string file_anchor(std::size_t file) { return "file:" + std::to_string(file); }

std::string title_of(const EvidenceFile& file) { return file.title.empty() ? file.path : file.title; }

bool is_refused(const EvidenceFile& file) { return file.state == EvidenceState::rejected; }

bool is_in_pieces(const EvidenceFile& file) { return file.format == EvidenceFormat::picture && file.prepared.extension() == ".pdf"; }

bool has_foreign_pages(const EvidenceFile& file) { return file.format == EvidenceFormat::pdf || is_in_pieces(file); }

std::vector<std::size_t> bindable_files(const Assessment& assessment, const Indicator& indicator, Refused refused) {
  std::vector<std::size_t> files;
  const std::vector<EvidenceFile>& all = assessment.dossier->evidence.files;
  for (const IndicatorResult& result : assessment.indicators) {
    if (result.indicator == nullptr || result.indicator->id != indicator.id) continue;
    std::copy_if(result.evidence.begin(), result.evidence.end(), std::back_inserter(files), [&](std::size_t file) {
      if (file >= all.size()) return false;
      return is_bindable(all[file]) || (refused == Refused::with && is_refused(all[file]));
    });
  }
  return files;
}

std::vector<Piece> evidence_pieces(const Assessment& assessment, const Indicator& indicator, const std::vector<std::size_t>& files, const Templates& templates,
                                   const std::vector<int>& rounds) {
  const std::vector<EvidenceFile>& all = assessment.dossier->evidence.files;
  const auto round_of = [&](std::size_t file) { return file < rounds.size() ? rounds[file] : 0; };
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i < files.size();) {
    const EvidenceFile& file = all[files[i]];
    std::size_t end = i + 1;
    while (is_photo(file) && end < files.size() && is_photo(all[files[end]]) && round_of(files[end]) == round_of(files[i])) ++end;
    const auto from = files.begin() + static_cast<std::ptrdiff_t>(i), to = files.begin() + static_cast<std::ptrdiff_t>(end);
    Piece& piece = pieces.emplace_back(piece_of(file_anchor(files[i]), indicator, {from, to}));
    piece.key = indicator.id + " " + file.path;
    if (is_refused(file)) {
      IndexedFile row;
      row.file = files[i];
      row.indicator = indicator.id;
      row.refused = true;
      piece.document = compose_stand_in(assessment, row, templates);
    } else if (has_foreign_pages(file)) {
      piece.source_digest = file.sha256;
      piece.foreign_pages = static_cast<int>(file.pages.size());
    } else if (file.format == EvidenceFormat::picture) {
      piece.document = compose_photos(assessment, indicator, piece.files);
    } else {
      piece.document = compose_text_evidence(file);
    }
    i = end;
  }
  return pieces;
}

}  // namespace lvce
