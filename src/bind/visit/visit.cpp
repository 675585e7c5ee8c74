#include "bind/visit/visit.h"

#include <algorithm>

#include "bind/gather.h"
#include "bind/late_pieces.h"
#include "bind/missing_characters.h"
#include "bind/plan/front.h"
#include "bind/plan/paginate.h"
#include "bind/press.h"
#include "bind/sealed/sealed_parts.h"
#include "bind/visit/cut.h"
#include "bind/visit/rows.h"
#include "layout/layout.h"

namespace lvce {
namespace {

constexpr const char* kReadFirst = "验收先看";
constexpr const char* kForms = "能耗计算表等";
constexpr const char* kEvidence = "佐证材料";

/// One set on its way.
class VisitPrinter {
 public:
  VisitPrinter(const Assessment& assessment, const Composed& composed, const Templates& templates, const Faces& faces, const VisitOptions& options,
               const std::filesystem::path& folder)
      : assessment_(assessment), composed_(composed), templates_(templates), faces_(faces), options_(options), folder_(folder) {
    out_.folder = assessment.dossier->evidence;
  }

  VisitSet run() {
    plan();
    add_fronts();
    Press press({binding_, gathered_, out_.folder, faces_, assessment_.dossier->workbook.unit.text("单位名称")}, bind_options(), &store_);
    print_fronts(press);
    if (options_.whole) print(press, kForms, options_.copies, {forms_on_paper(press)});
    print(press, kEvidence, options_.copies, evidence_leaves(press));
    return std::move(out_);
  }

 private:
  BindOptions bind_options() const {
    BindOptions bind;
    bind.duplex = options_.duplex;
    return bind;
  }

  void plan() {
    const LayOutAlone alone = [this](const Document& document) { return lay_out(document, faces_, {}, {1, options_.duplex}); };
    SealedParts sealed = take_sealed_copies(options_.sealed, composed_.papers(), store_, alone, out_.findings);
    binding_ = arrange(assessment_, composed_, templates_, sealed.stand_ins);
    paginate(binding_, options_.duplex, layout_function(faces_), {}, [&](Binding& all) { count_text_pages(all, assessment_, templates_); });
    gathered_ = gather_evidence(binding_, out_.folder, store_, out_.findings);
    gather_sealed(binding_, std::move(sealed.pages), gathered_);
    report_unreadable_photos(binding_, out_.folder, out_.findings);
    bound_ = bound_end(binding_);
  }

  /// The covers, then the sheets of the units: pieces behind all others.
  void add_fronts() {
    int next = 1;
    for (const std::string& copy : copies()) {
      covers_.push_back(binding_.pieces.size());
      add(cover_of_copy(composed_.cover, copy), next);
    }
    sheets_ = binding_.pieces.size();
    add(compose_visit(assessment_, visit_rows(binding_, out_.folder), options_.chosen, templates_, out_.findings), next);
    report_missing_characters(binding_, out_.findings);
  }

  void add(Document document, int& next) {
    LaidOut laid_out = lay_out(document, faces_, page_numbers(binding_), {next, options_.duplex});
    add_front(binding_, "", std::move(document), std::move(laid_out), options_.duplex, next);
  }

  std::vector<std::string> copies() const {
    if (options_.copies < 2) return {""};
    return {"正本", "副本"};
  }

  void print_fronts(Press& press) {
    const std::vector<std::string> names = copies();
    for (std::size_t i = 0; i < names.size(); ++i) {
      const std::size_t end = i + 1 < covers_.size() ? covers_[i + 1] : sheets_;
      LeafList leaves = press.leaves_on_paper(covers_[i], end, true);
      if (options_.whole) append(leaves, press.leaves_on_paper(document("report"), document("report") + 1, true));
      if (options_.whole) append(leaves, press.leaves_on_paper(document("scores"), document("scores") + 1, true));
      append(leaves, press.leaves_on_paper(sheets_, binding_.pieces.size(), true));
      const int copies = names.size() == 1 ? 1 : i == 0 ? 1 : options_.copies - 1;
      print(press, kReadFirst + (names[i].empty() ? "" : "（" + names[i] + "）"), copies, {std::move(leaves)});
    }
  }

  /// Every bound paper but those that are read first.
  std::vector<std::size_t> forms_on_paper(Press& press) const {
    LeafList leaves;
    const std::size_t read_first[] = {document("report"), document("scores"), evidence_begin()};
    for (std::size_t i = 1; i < std::size(read_first); ++i) append(leaves, press.leaves_on_paper(read_first[i - 1] + 1, read_first[i], true));
    return leaves;
  }

  using LeafList = std::vector<std::size_t>;
  static void append(LeafList& to, const LeafList& more) { to.insert(to.end(), more.begin(), more.end()); }

  /// Where 01, 02 … are bound.
  std::size_t document(const std::string& kind) const {
    const auto found = std::find_if(binding_.pieces.begin(), binding_.pieces.end(), [&](const Piece& piece) { return piece.key == "document:" + kind; });
    return static_cast<std::size_t>(found - binding_.pieces.begin());
  }
  std::size_t evidence_begin() const {
    return binding_.index > 0 ? binding_.index - 1 : 0;  // its divider
  }

  /// The leaves of each item with evidence; the index goes with the first. In part: those of the chosen indicators, whole sheets of them.
  std::vector<LeafList> evidence_leaves(const Press& press) const {
    std::vector<LeafList> items(1);
    bool first = true;
    for (std::size_t at = evidence_begin(); at < bound_; ++at) {
      const Piece& piece = binding_.pieces[at];
      if (piece.begins_item() && !std::exchange(first, false)) items.emplace_back();
      if (options_.whole || options_.chosen.contains(piece.indicator) || divides_chosen(at)) append(items.back(), press.leaves_on_paper(at, at + 1, true));
    }
    if (!options_.whole) std::for_each(items.begin(), items.end(), [&](LeafList& leaves) { complete_sheets(press, leaves); });
    std::erase_if(items, [](const LeafList& leaves) { return leaves.empty(); });
    return items;
  }

  /// The divider of an item of which something is chosen.
  bool divides_chosen(std::size_t at) const {
    if (!binding_.pieces[at].begins_item()) return false;
    for (std::size_t next = at + 1; next < bound_ && !binding_.pieces[next].begins_item(); ++next) {
      if (options_.chosen.contains(binding_.pieces[next].indicator)) return true;
    }
    return false;
  }

  /// Printed on both sides, the other side of each sheet belongs to it.
  void complete_sheets(const Press& press, LeafList& leaves) const {
    if (!options_.duplex) return;
    std::set<std::size_t> all;
    for (const std::size_t leaf : leaves) {
      all.insert(leaf);
      const std::size_t other = press.leaves().leaves[leaf].label.is_front() ? leaf + 1 : leaf - 1;
      const auto& label = press.leaves().leaves[leaf].label;
      if (other < press.leaves().leaves.size() && press.leaves().leaves[other].piece < bound_ && label.number > 0) all.insert(other);
    }
    leaves.assign(all.begin(), all.end());
  }

  /// `stretches` in one file, or in as many as they need.
  void print(Press& press, const std::string& name, int copies, const std::vector<LeafList>& stretches) {
    const auto write = [&](const LeafList& leaves, const std::string& file) {
      std::vector<Assembler::ChosenLeaf> chosen;
      for (const std::size_t leaf : leaves) {
        const bool front = press.leaves().leaves[leaf].piece >= bound_;
        chosen.push_back({leaf, front ? PageLabel() : press.leaves().leaves[leaf].label});
      }
      return press.print_chosen(chosen, name, file, folder_);
    };
    for (OutputPdf& pdf : write_cut(stretches, {name, static_cast<int>(out_.files.size()) + 1, options_.most_bytes}, write, folder_, out_.findings))
      out_.files.push_back({std::move(pdf), copies});
  }

  const Assessment& assessment_;
  const Composed& composed_;
  const Templates& templates_;
  const Faces& faces_;
  const VisitOptions& options_;
  const std::filesystem::path& folder_;
  EvidenceStore store_;
  Binding binding_;
  Gathered gathered_;
  std::size_t bound_ = 0;  ///< pieces before are those of the bound file
  std::vector<std::size_t> covers_;
  std::size_t sheets_ = 0;
  VisitSet out_;
};

}  // namespace

VisitSet print_visit(const Assessment& assessment, const Composed& composed, const Templates& templates, const Faces& faces, const VisitOptions& options,
                     const std::filesystem::path& folder) {
  return VisitPrinter(assessment, composed, templates, faces, options, folder).run();
}

}  // namespace lvce
