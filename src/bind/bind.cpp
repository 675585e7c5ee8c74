#include "bind/bind.h"

#include <algorithm>
#include <set>

#include "bind/assemble.h"
#include "bind/gather.h"
#include "bind/pdf/volume_writer.h"
#include "bind/plan/leaves.h"
#include "bind/plan/paginate.h"
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
  for (const Piece& piece : binding.pieces) {
    for (const std::size_t file : piece.files) {
      if (evidence.files[file].state == EvidenceState::rejected) continue;
      const auto place = numbers.find("file:" + std::to_string(file));
      const int first = place == numbers.end() ? piece.first : place->second;
      bound.push_back({file, first, piece.files.size() == 1 ? piece.pages() : 1});
    }
  }
  return bound;
}

void report_missing_characters(const Binding& binding, Findings& findings) {
  std::set<std::string> told;
  for (const Piece& piece : binding.pieces) {
    for (const std::string& character : piece.laid_out.missing_characters) {
      if (!told.insert(character).second) continue;
      const std::string where = piece.document.stem.empty() ? piece.document.title : piece.document.stem;
      findings.push_back({"character-without-face", Severity::warning, where, "“" + character + "”没有可用的字形，纸面上显示为〓",
                          "请改用通用规范汉字，或在打印件上手写补正", ""});
    }
  }
}

/// 01–04.
std::vector<const Document*> own_documents(const Composed& composed) {
  std::vector<const Document*> documents = {&composed.report, &composed.scores, &composed.energy};
  for (const Document& form : composed.form) documents.push_back(&form);
  return documents;
}

std::vector<OutputPdf> write_parts(const Binding& binding, const Assembler& assembler, OwnPages& own, EvidenceStore& store,
                                   const std::string& author, const std::filesystem::path& staging) {
  std::vector<OutputPdf> outputs;
  for (const Part& part : binding.parts) {
    Volume volume = assembler.volume(part, author);
    if (part.keeps_numbers) volume.layers = store.layers();
    OutputPdf output = {part.kind, part.stem + ".pdf", staging / (part.stem + ".pdf"), static_cast<int>(volume.sheets.size())};
    QPDF fresh;
    fresh.emptyPDF();
    write_volume(volume, own, part.keeps_numbers ? store.pdf() : fresh, output.path);
    outputs.push_back(std::move(output));
  }
  return outputs;
}

}  // namespace

BoundPackage bind_package(Assessment& assessment, Dossier& dossier, const Composed& composed, const Templates& templates,
                          const Faces& faces, const BindOptions& asked, const std::filesystem::path& staging) {
  BoundPackage package;
  BindOptions options = asked;
  if (options.screen) options.duplex = false;

  EvidenceStore store;
  const auto lay_out_one = [&](const Document& document, const PageNumbers& numbers, const LayoutOptions& where) {
    return lay_out(document, faces, numbers, where);
  };
  const auto lay_out_alone = [&](const Document& document) { return lay_out(document, faces, {}, {1, options.duplex}); };
  SealedParts sealed = take_sealed_copies(options.sealed, own_documents(composed), store, lay_out_alone, package.findings);
  Binding binding = arrange(assessment, composed, templates, sealed.stand_ins);
  const bool stable = paginate(binding, options.duplex, lay_out_one, [&](Binding& all) { count_text_pages(all, assessment, templates); });
  if (!stable) {
    package.findings.push_back(
        {"page-numbers-unstable", Severity::warning, "申报材料全本.pdf", "目录页码未能稳定", "请核对目录与页码", ""});
  }

  const std::string unit_name = dossier.workbook.unit.text("单位名称");
  split_evidence(binding, {options.volume_pages, options.duplex, unit_name}, templates, lay_out_one);

  Gathered gathered = gather_evidence(binding, dossier.evidence, store, package.findings);
  gather_sealed(binding, std::move(sealed.pages), gathered);
  const Leaves leaves = spread(binding);
  const Assembler assembler(binding, leaves, gathered, dossier.evidence, faces, options);
  OwnPages own(render_pdf(assembler.own_pages(), faces, assembler.stamp_characters()));
  assembler.place_photos(own, package.findings);
  package.files = write_parts(binding, assembler, own, store, unit_name, staging);
  package.evidence = bound_files(binding, dossier.evidence);
  report_missing_characters(binding, package.findings);
  return package;
}

}  // namespace lvce
