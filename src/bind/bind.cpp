#include "bind/bind.h"

#include <algorithm>
#include <set>

#include "bind/append/changes.h"
#include "bind/append/numbers_onto.h"
#include "bind/append/record.h"
#include "bind/append/rounds.h"
#include "bind/append/supplement.h"
#include "bind/append/supplement_name.h"
#include "bind/assemble.h"
#include "bind/gather.h"
#include "bind/missing_characters.h"
#include "bind/pdf/volume_writer.h"
#include "bind/plan/evidence_pieces.h"
#include "bind/plan/leaves.h"
#include "bind/plan/paginate.h"
#include "bind/plan/spine.h"
#include "bind/plan/split.h"
#include "bind/sealed/sealed_parts.h"
#include "layout/layout.h"
#include "render/render.h"

namespace lvce {
namespace {

/// Text evidence has its pages only when it is laid out: the index is composed again with them.
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

/// Photos that share pages: the page on which the file's own anchor lies.
std::vector<BoundFile> bound_files(const Binding& binding, const EvidenceFolder& evidence) {
  std::vector<BoundFile> bound;
  const PageNumbers numbers = page_numbers(binding);
  for (std::size_t i = 0; i < binding.pieces.size(); ++i) {
    const Piece& piece = binding.pieces[i];
    for (const std::size_t file : piece.files) {
      if (evidence.files[file].state == EvidenceState::rejected) continue;
      const auto place = numbers.find(qualified(i, file_anchor(file)));
      const PageLabel first = place == numbers.end() ? piece.first() : place->second;
      bound.push_back({file, piece.indicator, first, piece.files.size() == 1 ? piece.pages() : 1});
    }
  }
  return bound;
}

/// 01–04.
std::vector<const Document*> own_documents(const Composed& composed) {
  std::vector<const Document*> documents = {&composed.report, &composed.scores, &composed.energy};
  for (const Document& form : composed.form) documents.push_back(&form);
  return documents;
}

std::vector<OutputPdf> write_parts(const Binding& binding, const Assembler& assembler, OwnPages& own, EvidenceStore& store, const std::string& author,
                                   const std::filesystem::path& staging, const std::function<void(const OutputPdf&)>& written) {
  std::vector<OutputPdf> outputs;
  for (const Part& part : binding.parts) {
    Volume volume = assembler.volume(part, author);
    if (part.keeps_numbers) volume.layers = store.layers();
    OutputPdf output = {part.kind, part.stem + ".pdf", staging / (part.stem + ".pdf"), static_cast<int>(volume.sheets.size())};
    QPDF fresh;
    fresh.emptyPDF();
    output.sha256 = write_volume(volume, own, part.keeps_numbers ? store.pdf() : fresh, output.path);
    if (written) written(output);
    outputs.push_back(std::move(output));
  }
  return outputs;
}

NumberingMaker numbering_for(const BindOptions& options) {
  if (!options.printed) return {};
  return [&options] { return std::make_unique<NumbersOnto>(*options.printed, options.duplex); };
}

/// A printed volume stays one, and one file stays one file.
SplitOptions split_options(const BindOptions& options, const std::string& unit_name) {
  SplitOptions split = {options.volume_pages, options.duplex, unit_name};
  if (options.printed) split.begins = options.printed->volumes;
  if (options.printed && options.printed->volumes.empty()) split.pages = 0;
  return split;
}

/// 06 names what binding has found too: it is not in the bound file, so it can wait.
void compose_missing_last(Binding& binding, Assessment& assessment, Composed& composed, const Templates& templates, const Findings& found,
                          const LayOutAlone& lay_out_alone) {
  add_findings(assessment, found);
  if (found.empty()) return;
  composed.missing = compose_missing(assessment, templates);
  for (Piece& piece : binding.pieces) {
    if (piece.anchor != "missing" || !piece.restarts) continue;
    piece.document = composed.missing;
    piece.laid_out = lay_out_alone(piece.document);
    piece.labels.clear();
    for (int page = 0; page < piece.pages(); ++page) piece.labels.emplace_back(page + 1);
  }
}

/// For volumes only: a strip for the back of each.
void add_spines(Binding& binding, const BindOptions& options, const std::string& unit_name, int year, const Faces& faces) {
  std::vector<Spine> spines;
  for (const Part& part : binding.parts) {
    if (part.front_begin == part.front_end) continue;
    int pages = 0;
    for (std::size_t i = part.begin; i < part.end; ++i) pages += static_cast<int>(binding.pieces[i].labels.size());
    for (std::size_t i = part.front_begin; i < part.front_end; ++i) pages += binding.pieces[i].pages();
    const std::string years = year > 0 ? std::to_string(year) + "年度" : "";
    spines.push_back({options.duplex ? (pages + 1) / 2 : pages, {unit_name, years, "节约型机关创建申报材料", "第" + std::to_string(spines.size() + 1) + "册"}});
  }
  if (spines.empty()) return;
  Piece& piece = binding.pieces.emplace_back();
  piece.restarts = true;
  piece.unnumbered = true;
  piece.laid_out.pages = lay_out_spines(spines, faces);
  for (int page = 0; page < piece.pages(); ++page) piece.labels.emplace_back(page + 1);
  Part part = {"spine", "书脊", "书脊", 0, 0, false};
  part.front_begin = binding.pieces.size() - 1;
  part.front_end = binding.pieces.size();
  const auto behind = std::find_if(binding.parts.rbegin(), binding.parts.rend(), [](const Part& one) { return one.kind == "evidence"; }).base();
  binding.parts.insert(behind, part);
}

/// What is printed now, as one round more than before.
PrintRecord record_with(const BindOptions& options, PrintRecord record) {
  record.duplex = options.duplex;
  record.screen = options.screen;
  record.full_size = options.full_size;
  record.repeat_pages = options.repeat_pages;
  record.volume_pages = options.volume_pages;
  record.round = options.printed ? options.printed->round + 1 : 0;
  if (options.printed) record.supplements = options.printed->supplements;
  return record;
}

/// Against what is printed; nothing when this is the first print. Where nothing changed the round stays.
Changes changes_of(const BindOptions& options, PrintRecord& record) {
  if (!options.printed) return {};
  Changes changes = changes_since(*options.printed, record);
  if (changes.any()) return changes;
  record.round = options.printed->round;
  return changes;
}

/// The first sheet of 补页.pdf as a piece of its own.
void add_supplement_list(Binding& binding, const Assessment& assessment, const Changes& changes, const Templates& templates, const BindOptions& options,
                         int round, const LayOutAlone& lay_out_alone) {
  const std::vector<SheetsToAdd> sheets = sheets_to_add(binding, spread(binding), changes, assessment.dossier->evidence, options.duplex);
  Piece& piece = binding.pieces.emplace_back();
  piece.document = compose_supplement_list(assessment, sheets, round, options.duplex, templates);
  piece.restarts = true;
  piece.unnumbered = true;
  piece.laid_out = lay_out_alone(piece.document);
  if (options.duplex && piece.laid_out.pages.size() % 2 != 0) piece.laid_out.pages.emplace_back().blank = true;
  for (int page = 0; page < piece.pages(); ++page) piece.labels.emplace_back(page + 1);
}

struct Supplement {
  const Binding& binding;
  const Leaves& leaves;
  const Changes& changes;
  std::size_t list;  ///< piece
};

OutputPdf write_supplement(const Supplement& supplement, const Assembler& assembler, OwnPages& own, EvidenceStore& store, const std::string& author,
                           const BindOptions& options, const std::filesystem::path& staging) {
  std::vector<Assembler::ChosenLeaf> chosen;
  for (const std::size_t leaf : assembler.leaves_in(supplement.list, supplement.list + 1, false)) chosen.push_back({leaf});
  const std::set<PageLabel> pages = pages_to_print(supplement.changes, options.duplex);
  for (const std::size_t leaf : assembler.leaves_in(0, bound_end(supplement.binding), true)) {
    const PageLabel& label = supplement.leaves.leaves[leaf].label;
    if (pages.contains(label)) chosen.push_back({leaf, label});
  }
  int volume = 0;
  for (const Part& part : supplement.binding.parts) {
    if (part.kind != "evidence" || part.front_begin == part.front_end || !supplement.changes.volumes.contains(++volume)) continue;
    for (const std::size_t leaf : assembler.leaves_in(part.front_begin, part.front_end, false))
      chosen.push_back({leaf, {}, "第" + std::to_string(volume) + "册 "});
  }
  Volume out = assembler.volume_of(chosen, "补页", author);
  out.layers = store.layers();
  OutputPdf pdf = {"supplement", kSupplementName, staging / kSupplementName, static_cast<int>(out.sheets.size())};
  pdf.sha256 = write_volume(out, own, store.pdf(), pdf.path);
  return pdf;
}

}  // namespace

BoundPackage bind_package(Assessment& assessment, Dossier& dossier, Composed& composed, const Templates& templates, const Faces& faces,
                          const BindOptions& options, const std::filesystem::path& staging) {
  BoundPackage package;
  EvidenceStore store;
  const auto lay_out_one = [&](const Document& document, const PageNumbers& numbers, const LayoutOptions& where) {
    return lay_out(document, faces, numbers, where);
  };
  const auto lay_out_alone = [&](const Document& document) { return lay_out(document, faces, {}, {1, options.duplex}); };
  SealedParts sealed = take_sealed_copies(options.sealed, own_documents(composed), store, lay_out_alone, package.findings);
  const std::vector<int> rounds = rounds_of(dossier.evidence, options.printed);
  Binding binding = arrange(assessment, composed, templates, sealed.stand_ins, {options.repeat_pages, rounds});
  const bool stable = paginate(binding, options.duplex, lay_out_one, numbering_for(options),
                               [&](Binding& all) { count_text_pages(all, assessment, templates); });
  if (!stable) {
    package.findings.push_back({"page-numbers-unstable", Severity::warning, "申报材料全本.pdf", "目录页码未能稳定", "请核对目录与页码", ""});
  }

  const std::string unit_name = dossier.workbook.unit.text("单位名称");
  split_evidence(binding, split_options(options, unit_name), templates, lay_out_one);

  Gathered gathered = gather_evidence(binding, dossier.evidence, store, package.findings);
  gather_sealed(binding, std::move(sealed.pages), gathered);
  report_unreadable_photos(binding, dossier.evidence, package.findings);
  report_missing_characters(binding, package.findings);
  compose_missing_last(binding, assessment, composed, templates, package.findings, lay_out_alone);
  add_spines(binding, options, dossier.workbook.unit.text("单位名称"), assessment.years.work, faces);
  package.record = record_with(options, record_of(binding, dossier.evidence, rounds));
  const Changes changes = changes_of(options, package.record);
  if (!changes.spoilt.empty()) {
    package.refused = true;
    package.findings = changes.spoilt;
    return package;
  }
  const std::size_t list = binding.pieces.size();
  if (changes.any()) add_supplement_list(binding, assessment, changes, templates, options, package.record.round, lay_out_alone);
  const Leaves leaves = spread(binding);
  const Assembler assembler(binding, leaves, gathered, dossier.evidence, faces, options);
  OwnPages own(render_pdf(assembler.own_pages(), faces, assembler.stamp_characters()));
  assembler.place_photos(own);
  package.files = write_parts(binding, assembler, own, store, unit_name, staging, options.written);
  if (changes.any()) {
    BindOptions on_paper = options;  // these sheets are printed, also where the rest is for the screen
    on_paper.screen = false;
    const Assembler printing(binding, leaves, gathered, dossier.evidence, faces, on_paper);
    package.files.push_back(write_supplement({binding, leaves, changes, list}, printing, own, store, unit_name, options, staging));
    package.record.supplements.push_back(package.files.back().pages);
  }
  package.evidence = bound_files(binding, dossier.evidence);
  return package;
}

}  // namespace lvce
