#include <map>
#include <set>
#include <utility>

#include "bind/plan/digest.h"
#include "bind/plan/evidence_pieces.h"
#include "bind/plan/piece.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr const char* kBoundStem = "申报材料全本";
constexpr const char* kEvidenceStem = "05 佐证材料汇编";
constexpr std::size_t kTitleCharacters = 24;

std::string shortened(const std::string& text, std::size_t characters) {
  const std::u32string all = decode_utf8(text);
  return all.size() <= characters ? text : encode_utf8(all.substr(0, characters)) + "…";
}

/// "02 自评打分表" → "02", "自评打分表".
std::pair<std::string, std::string> number_and_title(const std::string& stem) {
  const std::size_t space = stem.find(' ');
  return space == std::string::npos ? std::pair(stem, stem) : std::pair(stem.substr(0, space), stem.substr(space + 1));
}

class Arranger {
 public:
  Arranger(const Assessment& assessment, const Composed& composed, const Templates& templates, const StandIns& stand_ins, const ArrangeOptions& options)
      : assessment_(assessment),
        composed_(composed),
        templates_(templates),
        stand_ins_(stand_ins),
        options_(options),
        evidence_(assessment.dossier->evidence.files) {
    for (std::size_t file = 0; file < evidence_.size(); ++file) index_of_.emplace(evidence_[file].path, file);
  }

  Binding run() {
    add(composed_.cover, "cover").unnumbered = true;
    out_.contents = out_.pieces.size();
    bookmark(0, "目录", "contents");
    add({}, "contents").begins_sheet = true;
    for (const Document* paper : composed_.papers()) add_part(*paper);
    add_evidence();
    const std::size_t bound_end = out_.pieces.size();
    out_.parts.insert(out_.parts.begin(), {OutputKind::bound, kBoundStem, kBoundStem, 0, bound_end, true});
    add_replaced();
    const std::size_t missing = out_.pieces.size();
    Piece& missing_piece = add(composed_.missing, "missing");
    missing_piece.restarts = true;
    missing_piece.key.clear();
    out_.parts.push_back({composed_.missing.kind, composed_.missing.stem, composed_.missing.title, missing, missing + 1, false});
    compose_lists();
    return std::move(out_);
  }

 private:
  Piece& add(Document document, std::string anchor) {
    Piece piece;
    piece.document = std::move(document);
    piece.key = anchor;
    piece.anchor = std::move(anchor);
    return push(std::move(piece));
  }

  /// The first piece behind a divider that has no sheet carries it.
  Piece& push(Piece piece) {
    piece.divider = std::exchange(divider_, {});
    piece.divider_label = std::exchange(divider_label_, {});
    return out_.pieces.emplace_back(std::move(piece));
  }

  void bookmark(int level, std::string title, std::string target) { out_.bookmarks.push_back({level, std::move(title), std::move(target)}); }

  void add_part_divider(const std::string& stem) {
    const auto [number, title] = number_and_title(stem);
    bookmark(0, stem, "part:" + number);
    if (!options_.economy) {
      add(compose_part_divider(number, title, templates_), "part:" + number).begins_sheet = true;
      return;
    }
    divider_ = "part:" + number;
    divider_label_ = stem;
  }

  /// 01–04: the divider is in the bound file only.
  void add_part(const Document& document) {
    add_part_divider(document.stem);
    const std::size_t at = out_.pieces.size();
    const auto sealed = stand_ins_.find(document.stem.substr(0, 2));
    if (sealed == stand_ins_.end()) {
      begin_chapter(add(with_digest(document), "document:" + std::string(output_kind_name(document.kind))));
    } else {
      add_sealed(*sealed, document);
    }
    for (const Bookmark& mark : document.bookmarks) {
      if (sealed == stand_ins_.end() || sealed->second.anchors.contains(mark.target)) bookmark(mark.level + 1, mark.title, qualified(at, mark.target));
    }
    out_.parts.push_back({document.kind, document.stem, document.title, at, at + 1, false});
  }

  void begin_chapter(Piece& piece) const {
    piece.begins_sheet = true;
    piece.behind_divider = !options_.economy;
  }

  static Document with_digest(Document document) {
    document.digest_note = digest_note(document);
    return document;
  }

  void add_sealed(const StandIns::value_type& sealed, const Document& document) {
    Piece& piece = add({}, "document:" + std::string(output_kind_name(document.kind)));
    begin_chapter(piece);
    piece.sealed = sealed.first;
    piece.label = sealed.second.label;
    piece.source_digest = sealed.second.digest;
    piece.foreign_pages = sealed.second.pages;
    piece.laid_out.anchors = sealed.second.anchors;
    replaced_.emplace_back(out_.parts.size(), &document);
  }

  /// Generated documents that a sealed copy stands for: still files of their own.
  void add_replaced() {
    for (const auto& [part, document] : replaced_) {
      const std::size_t at = out_.pieces.size();
      add(with_digest(*document), "").restarts = true;
      out_.parts[part + 1].begin = at;  // the bound file stands before it
      out_.parts[part + 1].end = at + 1;
    }
  }

  void add_evidence() {
    const std::size_t begin = out_.pieces.size();
    add_part_divider(kEvidenceStem);
    out_.index = out_.pieces.size();
    begin_chapter(add({}, "evidence-index"));
    bookmark(1, "佐证材料索引", "evidence-index");
    for (const Unit& unit : assessment_.rubric->units) {
      bool first_of_unit = true;
      for (const Item& item : unit.items) {
        if (!has_files(item)) continue;
        if (first_of_unit) bookmark(1, unit.id + " " + unit.name, kItemDivider + item.id);
        first_of_unit = false;
        add_item(item);
      }
    }
    out_.parts.push_back({OutputKind::evidence, kEvidenceStem, number_and_title(kEvidenceStem).second, begin, out_.pieces.size(), true});
  }

  bool has_files(const Item& item) const {
    for (const Indicator& indicator : item.indicators) {
      if (!bindable_files(assessment_, indicator, Refused::with).empty()) return true;
    }
    return false;
  }

  void add_item(const Item& item) {
    const std::string anchor = kItemDivider + item.id, name = item.id + (item.name.empty() ? "" : " " + item.name);
    bookmark(2, name, anchor);
    if (options_.economy) {
      divider_ = anchor;
      divider_label_ = name + "（" + item.points.text() + "分）";
    } else {
      add(compose_divider(assessment_, item, templates_), anchor).begins_sheet = true;
    }
    for (const Indicator& indicator : item.indicators) add_indicator(indicator);
    if (divider_.empty()) return;
    divider_.clear();  // all its files are bound elsewhere: nothing but a sheet of its own says so
    divider_label_.clear();
    add(compose_divider(assessment_, item, templates_), anchor);
  }

  void add_indicator(const Indicator& indicator) {
    const std::vector<std::size_t> files = bindable_files(assessment_, indicator, Refused::with);
    if (files.empty()) return;
    std::vector<std::size_t> here;
    std::set<std::size_t> contents;
    for (const std::size_t file : files) {
      const bool again = options_.repeat_pages || !bound_at_.contains(first_copy(file));
      if (again && contents.insert(first_copy(file)).second) here.push_back(file);
    }
    std::map<std::size_t, std::string> anchors;
    for (Piece& piece : evidence_pieces(assessment_, indicator, here, templates_, options_.rounds)) {
      for (const std::size_t file : piece.files) anchors[file] = qualified(out_.pieces.size(), file_anchor(file));
      push(std::move(piece));
    }
    const auto first = anchors.find(files.front());
    bookmark(3, indicator.id + " " + shortened(indicator.text, kTitleCharacters),
             first != anchors.end() ? first->second : bound_at_.at(first_copy(files.front())).anchor);
    for (const std::size_t file : files) {
      const auto own = anchors.find(file);
      list(indicator, file, own == anchors.end() ? "" : own->second);
    }
  }

  /// The file whose pages stand for this one's: itself, or the first of the same content.
  std::size_t first_copy(std::size_t file) const {
    const auto found = index_of_.find(evidence_[file].copy_of);
    return found == index_of_.end() ? file : found->second;
  }

  /// A row of the index and a bookmark. Without an anchor of its own the file is bound at an earlier indicator, and both lead there.
  void list(const Indicator& indicator, std::size_t file, const std::string& anchor) {
    const EvidenceFile& evidence = evidence_[file];
    const bool elsewhere = anchor.empty();
    if (!elsewhere) bound_at_.try_emplace(first_copy(file), PlacedFile{indicator.id, anchor});
    const PlacedFile& placed = bound_at_.at(first_copy(file));
    IndexedFile row;
    row.file = file;
    row.indicator = indicator.id;
    row.pages = elsewhere ? 0 : static_cast<int>(evidence.pages.size());
    row.target = elsewhere ? placed.anchor : anchor;
    row.refused = is_refused(evidence);
    if (elsewhere) row.same_as = row.target;
    out_.indexed.push_back(row);
    const std::string remark = row.refused ? "（未能装订）" : elsewhere ? "（已装订在 " + placed.indicator + "）" : "";
    bookmark(4, title_of(evidence) + remark, row.target);
  }

  /// The contents name the parts, the chapters of 01–04, and the units and items of 05; indicators and files have the evidence index.
  std::vector<Bookmark> printed_bookmarks() const {
    std::vector<Bookmark> printed;
    int deepest = 1;
    for (const Bookmark& mark : out_.bookmarks) {
      if (mark.target == "evidence-index") deepest = 2;
      if (mark.target != "contents" && mark.level <= deepest) printed.push_back(mark);
    }
    return printed;
  }

  void compose_lists() {
    out_.pieces[out_.contents].document = compose_contents(printed_bookmarks(), templates_);
    out_.pieces[out_.index].document = compose_evidence_index(assessment_, out_.indexed, templates_);
  }

  const Assessment& assessment_;
  const Composed& composed_;
  const Templates& templates_;
  const StandIns& stand_ins_;
  const ArrangeOptions& options_;
  std::vector<std::pair<std::size_t, const Document*>> replaced_;
  const std::vector<EvidenceFile>& evidence_;
  Binding out_;
  std::string divider_, divider_label_;  ///< that the next piece carries
  struct PlacedFile {
    std::string indicator, anchor;
  };
  std::map<std::string, std::size_t> index_of_;  ///< by path
  std::map<std::size_t, PlacedFile> bound_at_;   ///< where each file (of copies the first) was bound first
};

}  // namespace

std::string qualified(std::size_t index, const std::string& name) { return std::to_string(index) + "/" + name; }

Binding arrange(const Assessment& assessment, const Composed& composed, const Templates& templates, const StandIns& stand_ins, const ArrangeOptions& options) {
  return Arranger(assessment, composed, templates, stand_ins, options).run();
}

}  // namespace lvce
