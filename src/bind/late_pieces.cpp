#include "bind/late_pieces.h"

#include <algorithm>
#include <map>

#include "bind/append/supplement.h"
#include "bind/plan/leaves.h"
#include "bind/plan/spine.h"

namespace lvce {
namespace {

/// Numbered from 1, for files of their own.
void number_from_one(Piece& piece) {
  piece.labels.clear();
  for (int page = 0; page < piece.pages(); ++page) piece.labels.emplace_back(page + 1);
}

}  // namespace

void count_text_pages(Binding& binding, const Assessment& assessment, const Templates& templates) {
  std::map<std::size_t, int> pages;
  for (const Piece& piece : binding.pieces) {
    if (piece.files.size() == 1) pages[piece.files.front()] = piece.pages();
  }
  for (IndexedFile& row : binding.indexed) {
    if (row.same_as.empty() && !row.refused && row.pages == 0 && pages.contains(row.file)) row.pages = pages[row.file];
  }
  binding.pieces[binding.index].document = compose_evidence_index(assessment, binding.indexed, templates);
}

void replace_missing(Binding& binding, const Document& missing, const LayOutAlone& lay_out_alone) {
  for (Piece& piece : binding.pieces) {
    if (piece.anchor != "missing" || !piece.restarts) continue;
    piece.document = missing;
    piece.laid_out = lay_out_alone(piece.document);
    number_from_one(piece);
  }
}

void add_spines(Binding& binding, bool duplex, const std::string& unit_name, int year, const Faces& faces) {
  std::vector<Spine> spines;
  for (const Part& part : binding.parts) {
    if (part.front_begin == part.front_end) continue;
    int pages = 0;
    for (std::size_t i = part.begin; i < part.end; ++i) pages += static_cast<int>(binding.pieces[i].labels.size());
    for (std::size_t i = part.front_begin; i < part.front_end; ++i) pages += binding.pieces[i].pages();
    const std::string years = year > 0 ? std::to_string(year) + "年度" : "";
    spines.push_back({duplex ? (pages + 1) / 2 : pages, {unit_name, years, "节约型机关创建申报材料", "第" + std::to_string(spines.size() + 1) + "册"}});
  }
  if (spines.empty()) return;
  Piece& piece = binding.pieces.emplace_back();
  piece.restarts = true;
  piece.unnumbered = true;
  piece.laid_out.pages = lay_out_spines(spines, faces);
  number_from_one(piece);
  Part part = {OutputKind::spine, "书脊", "书脊", 0, 0, false};
  part.front_begin = binding.pieces.size() - 1;
  part.front_end = binding.pieces.size();
  const auto behind = std::find_if(binding.parts.rbegin(), binding.parts.rend(), [](const Part& one) { return one.kind == OutputKind::evidence; }).base();
  binding.parts.insert(behind, part);
}

void add_supplement_list(Binding& binding, const Assessment& assessment, const Changes& changes, int round, bool duplex, const Templates& templates,
                         const LayOutAlone& lay_out_alone) {
  const std::vector<SheetsToAdd> sheets = sheets_to_add(binding, spread(binding), changes, assessment.dossier->evidence, duplex);
  Piece& piece = binding.pieces.emplace_back();
  piece.document = compose_supplement_list(assessment, sheets, round, duplex, templates);
  piece.restarts = true;
  piece.unnumbered = true;
  piece.laid_out = lay_out_alone(piece.document);
  if (duplex && piece.laid_out.pages.size() % 2 != 0) piece.laid_out.pages.emplace_back().blank = true;
  number_from_one(piece);
}

}  // namespace lvce
