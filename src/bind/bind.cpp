#include "bind/bind.h"

#include <set>

#include "bind/append/changes.h"
#include "bind/append/numbers_onto.h"
#include "bind/append/record.h"
#include "bind/append/rounds.h"
#include "bind/gather.h"
#include "bind/late_pieces.h"
#include "bind/missing_characters.h"
#include "bind/plan/evidence_pieces.h"
#include "bind/plan/paginate.h"
#include "bind/plan/split.h"
#include "bind/press.h"
#include "bind/sealed/sealed_parts.h"
#include "layout/layout.h"

namespace lvce {
namespace {

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

/// What is printed now, as one round more than before.
PrintRecord record_with(const BindOptions& options, PrintRecord record) {
  record.duplex = options.duplex;
  record.screen = options.screen;
  record.full_size = options.full_size;
  record.repeat_pages = options.repeat_pages;
  record.economy = options.economy;
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

/// One package on its way, with a copy of what is judged: what binding finds goes into the copy first.
class Binder {
 public:
  Binder(const Assessment& assessment, const Composed& composed, const Templates& templates, const Faces& faces, const BindOptions& options)
      : dossier_(*assessment.dossier), assessment_(assessment), composed_(composed), templates_(templates), faces_(faces), options_(options) {
    assessment_.dossier = &dossier_;
  }

  BoundPackage run(const std::filesystem::path& staging) {
    plan();
    gather();
    add_findings(assessment_, package_.findings);
    package_.missing = package_.findings.empty() ? composed_.missing : compose_missing(assessment_, templates_);
    replace_missing(binding_, package_.missing, lay_out_alone_);
    add_spines(binding_, options_.duplex, unit_name_, assessment_.years.work, faces_);
    package_.record = record_with(options_, record_of(binding_, dossier_.evidence, rounds_));
    const Changes changes = changes_of(options_, package_.record);
    package_.refused = !changes.spoilt.empty();
    if (package_.refused) package_.findings = changes.spoilt;
    if (!package_.refused) print(changes, staging);
    package_.folder = std::move(dossier_.evidence);
    return std::move(package_);
  }

 private:
  void plan() {
    SealedParts sealed = take_sealed_copies(options_.sealed, composed_.papers(), store_, lay_out_alone_, package_.findings);
    sealed_pages_ = std::move(sealed.pages);
    binding_ = arrange(assessment_, composed_, templates_, sealed.stand_ins, {options_.repeat_pages, rounds_, options_.economy});
    const bool stable = paginate(binding_, options_.duplex, layout_function(faces_), numbering_for(options_),
                                 [&](Binding& all) { count_text_pages(all, assessment_, templates_); });
    if (!stable) {
      package_.findings.push_back(Finding::warning("page-numbers-unstable", in_file("申报材料全本.pdf"), "目录页码未能稳定", "请核对目录与页码"));
    }
    split_evidence(binding_, split_options(options_, unit_name_), templates_, layout_function(faces_));
  }

  void gather() {
    gathered_ = gather_evidence(binding_, dossier_.evidence, store_, package_.findings);
    gather_sealed(binding_, std::move(sealed_pages_), gathered_);
    report_unreadable_photos(binding_, dossier_.evidence, package_.findings);
    report_missing_characters(binding_, package_.findings);
  }

  void print(const Changes& changes, const std::filesystem::path& staging) {
    const std::size_t list = binding_.pieces.size();
    if (changes.any()) add_supplement_list(binding_, assessment_, changes, package_.record.round, options_.duplex, templates_, lay_out_alone_);
    Press press({binding_, gathered_, dossier_.evidence, faces_, unit_name_}, options_, &store_);
    for (const Part& part : binding_.parts) {
      package_.files.push_back(press.print(part, part.keeps_numbers, staging));
      if (options_.written) options_.written(package_.files.back());
    }
    if (changes.any()) {
      package_.files.push_back(press.print_supplement(leaves_to_add(press, changes, list), staging));
      package_.record.supplements.push_back(package_.files.back().pages);
    }
    package_.evidence = bound_files(binding_, dossier_.evidence);
  }

  /// The list, the sheets of the bound file that are new or changed, and covers and contents of volumes.
  std::vector<Assembler::ChosenLeaf> leaves_to_add(const Press& press, const Changes& changes, std::size_t list) const {
    std::vector<Assembler::ChosenLeaf> chosen;
    for (const std::size_t leaf : press.leaves_on_paper(list, list + 1, false)) chosen.push_back({leaf});
    const std::set<PageLabel> pages = pages_to_print(changes, options_.duplex);
    for (const std::size_t leaf : press.leaves_on_paper(0, bound_end(binding_), true)) {
      const PageLabel& label = press.leaves().leaves[leaf].label;
      if (pages.contains(label)) chosen.push_back({leaf, label});
    }
    int volume = 0;
    for (const Part& part : binding_.parts) {
      if (part.kind != OutputKind::evidence || part.front_begin == part.front_end || !changes.volumes.contains(++volume)) continue;
      const std::string prefix = "第" + std::to_string(volume) + "册 ";
      for (const std::size_t leaf : press.leaves_on_paper(part.front_begin, part.front_end, false)) chosen.push_back({leaf, {}, prefix});
    }
    return chosen;
  }

  Dossier dossier_;
  Assessment assessment_;
  const Composed& composed_;
  const Templates& templates_;
  const Faces& faces_;
  const BindOptions& options_;
  const std::string unit_name_ = dossier_.workbook.unit.text("单位名称");
  const std::vector<int> rounds_ = rounds_of(dossier_.evidence, options_.printed);
  const LayOutAlone lay_out_alone_ = [this](const Document& document) { return lay_out(document, faces_, {}, {1, options_.duplex}); };
  EvidenceStore store_;
  SealedPages sealed_pages_;
  Binding binding_;
  Gathered gathered_;
  BoundPackage package_;
};

}  // namespace

BoundPackage bind_package(const Assessment& assessment, const Composed& composed, const Templates& templates, const Faces& faces, const BindOptions& options,
                          const std::filesystem::path& staging) {
  return Binder(assessment, composed, templates, faces, options).run(staging);
}

}  // namespace lvce
