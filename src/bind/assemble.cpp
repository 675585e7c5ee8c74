#include "bind/assemble.h"

#include <algorithm>

#include "bind/plan/digest.h"
#include "bind/plan/evidence_pieces.h"
#include "bind/plan/stamps.h"
#include "evidence/reading/text_layer.h"

namespace lvce {
namespace {

/// The sheet as its reader holds it.
StampedSheet viewed(const BoundSheet& sheet, bool even, const BindOptions& options) {
  StampedSheet seen;
  const bool framed = sheet.form.isInitialized();
  const int turned = framed ? sheet.frame.view_rotate : sheet.view_rotate;
  if (framed) {
    seen.width = sheet.frame.width;
    seen.height = sheet.frame.height;
  }
  if (turned != 0) std::swap(seen.width, seen.height);
  seen.binding_right = options.duplex && even && turned == 0 && !(framed && options.screen);
  seen.over_content = framed && options.full_size;
  return seen;
}

Matrix image_matrix(const Page& page, const ImageBox& box) {
  const Matrix upright = {box.width, 0, 0, box.height, box.x, box.y};
  return page.landscape ? then(upright, turn_landscape()) : upright;
}

LinkArea area_of(const Page& page, const LinkBox& box) {
  LinkArea area;
  double x0 = box.x, y0 = box.y, x1 = box.x + box.width, y1 = box.y + box.height;
  if (page.landscape) {
    apply(turn_landscape(), x0, y0);
    apply(turn_landscape(), x1, y1);
  }
  area.x0 = std::min(x0, x1);
  area.y0 = std::min(y0, y1);
  area.x1 = std::max(x0, x1);
  area.y1 = std::max(y0, y1);
  return area;
}

}  // namespace

Assembler::Assembler(const Binding& binding, const Leaves& leaves, const Gathered& gathered, const EvidenceFolder& evidence, const Faces& faces,
                     const BindOptions& options)
    : binding_(binding), leaves_(leaves), gathered_(gathered), evidence_(evidence), faces_(faces), options_(options) {
  for (std::size_t i = 0; i < leaves_.leaves.size(); ++i) {
    if (leaves_.leaves[i].kind == LeafKind::own) own_index_.emplace(i, own_index_.size());
  }
  for (std::size_t i = 0; i < binding_.pieces.size(); ++i) {
    const Document& document = binding_.pieces[i].document;
    if (!document.digest_note.empty()) check_codes_.emplace(i, short_digest(document));
  }
}

std::string Assembler::check_code(const Part& part) const {
  const auto found = check_codes_.find(part.begin);
  return part.end == part.begin + 1 && found != check_codes_.end() ? found->second : "";
}

const Page& Assembler::page_of(const Leaf& leaf) const { return binding_.pieces[leaf.piece].laid_out.pages[static_cast<std::size_t>(leaf.page)]; }

std::vector<const Page*> Assembler::own_pages() const {
  std::vector<const Page*> pages;
  for (const auto& [leaf, index] : own_index_) pages.push_back(&page_of(leaves_.leaves[leaf]));
  return pages;
}

std::map<FontId, std::set<char32_t>> Assembler::stamp_characters() const {
  std::map<FontId, std::set<char32_t>> characters;
  collect_characters(number_mark({1234567890, 1}, {}, false, faces_), characters);
  for (std::size_t i = 0; i < leaves_.leaves.size(); ++i) {
    for (const Mark& mark : sheet_of(i, 1, true).marks) collect_characters(mark, characters);
  }
  return characters;
}

void Assembler::place_photos(OwnPages& own) const {
  std::map<std::string, std::size_t> by_path;
  for (std::size_t i = 0; i < evidence_.files.size(); ++i) by_path[evidence_.files[i].path] = i;
  for (const auto& [leaf, index] : own_index_) {
    const Page& page = page_of(leaves_.leaves[leaf]);
    for (const ImageBox& box : page.images) {
      const auto file = by_path.find(box.file_key);
      if (file == by_path.end()) continue;
      const EvidenceFile& photo = evidence_.files[file->second];
      own.place_image(index, photo.prepared, image_matrix(page, box));
      if (photo.layer.empty()) continue;
      for (const auto& [number, words] : load_read_pages(photo.layer)) own.place_words(index, words, image_matrix(page, box));
    }
  }
}

BoundSheet Assembler::foreign_sheet(const Leaf& leaf, bool even) const {
  BoundSheet sheet;
  const StoredPage& page = gathered_.at(leaf.piece).at(static_cast<std::size_t>(leaf.page));
  if (page.fault.empty()) {
    sheet.form = page.form;
    sheet.frame = frame_page(page.shape, {options_.duplex && even && !options_.screen, options_.full_size, options_.screen});
    return sheet;
  }
  const EvidenceFile& file = evidence_.files.at(binding_.pieces[leaf.piece].files.front());
  sheet.marks.push_back(notice_mark(
      {"此页未能装订", "文件：" + file.path, "第" + std::to_string(leaf.page + 1) + "页：" + page.fault, "请重新导出或打印后扫描，替换原文件"}, faces_));
  return sheet;
}

bool Assembler::goes_on(const Leaf& leaf) const {
  const Piece& piece = binding_.pieces[leaf.piece];
  if (leaf.kind != LeafKind::foreign || piece.files.empty()) return false;
  const std::vector<PageSize>& pages = evidence_.files.at(piece.files.front()).pages;
  const auto page = static_cast<std::size_t>(leaf.page);
  return page < pages.size() && pages[page].goes_on;
}

/// Marks that do not depend on the volume: strips over evidence, 此页空白.
void Assembler::mark_fixed(const Leaf& leaf, BoundSheet& sheet, bool even, bool divided) const {
  const Piece& piece = binding_.pieces[leaf.piece];
  if (leaf.kind == LeafKind::blank) {
    sheet.marks.push_back(blank_mark(faces_));
    return;
  }
  std::string label = strip_label(piece, evidence_);
  const bool own = label.empty();
  if (divided && leaf.page == 0 && !leaf.behind && !piece.divider_label.empty()) label = piece.divider_label + (own ? "" : "　" + label);
  if (label.empty()) return;
  const std::string running = own ? "" : (goes_on(leaf) ? "接上页　" : "") + std::to_string(leaf.page + 1) + " / " + std::to_string(piece.pages());
  sheet.marks.push_back(strip_mark(label, running, viewed(sheet, even, options_), faces_));
}

BoundSheet Assembler::sheet_of(std::size_t index, const PageLabel& number, bool divided) const {
  const Leaf& leaf = leaves_.leaves[index];
  const bool even = !leaf.label.is_front();
  BoundSheet sheet;
  if (leaf.kind == LeafKind::foreign) sheet = foreign_sheet(leaf, even);
  if (leaf.kind == LeafKind::own) {
    sheet.own = own_index_.at(index);
    sheet.view_rotate = options_.screen && page_of(leaf).landscape ? 90 : 0;
  }
  mark_fixed(leaf, sheet, even, divided);
  const bool framed = leaf.kind == LeafKind::foreign && sheet.form.isInitialized();
  const bool at_foot = sheet.view_rotate != 0 || (framed && (options_.full_size || sheet.frame.view_rotate != 0));
  if (binding_.pieces[leaf.piece].unnumbered && !leaf.behind) return sheet;
  sheet.marks.push_back(number_mark(number, viewed(sheet, even, options_), at_foot, faces_));
  const auto code = check_codes_.find(leaf.piece);
  if (leaf.kind == LeafKind::own && code != check_codes_.end() && !page_of(leaf).blank) sheet.marks.back().check_code = code->second;
  return sheet;
}

void Assembler::add_links(const Leaf& leaf, const SheetOfLeaf& sheets, BoundSheet& sheet) const {
  if (leaf.kind != LeafKind::own) return;
  const Page& page = page_of(leaf);
  for (const LinkBox& box : page.links) {
    const auto place = leaves_.find(leaf.piece, box.target);
    if (!place || !sheets.contains(place->leaf)) continue;
    LinkArea area = area_of(page, box);
    area.sheet = sheets.at(place->leaf);
    area.top = place->top;
    sheet.links.push_back(area);
  }
}

/// The bookmarks whose pages are among the sheets, the highest of them at the top.
std::vector<OutlineEntry> Assembler::outline(const SheetOfLeaf& sheets) const {
  std::vector<OutlineEntry> entries;
  for (const Bookmark& mark : binding_.bookmarks) {
    const auto place = leaves_.places.find(mark.target);
    if (place == leaves_.places.end() || !sheets.contains(place->second.leaf)) continue;
    entries.push_back({mark.level, mark.title, sheets.at(place->second.leaf), place->second.top});
  }
  int least = entries.empty() ? 0 : entries.front().level;
  for (const OutlineEntry& entry : entries) least = std::min(least, entry.level);
  for (OutlineEntry& entry : entries) entry.level -= least;
  return entries;
}

std::vector<std::size_t> Assembler::leaves_in(std::size_t begin, std::size_t end, bool whole_sheets) const {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < leaves_.leaves.size(); ++i) {
    const Leaf& leaf = leaves_.leaves[i];
    if (leaf.piece < begin || leaf.piece >= end || (leaf.behind && !whole_sheets)) continue;
    if (options_.screen && leaf.kind == LeafKind::blank) continue;
    out.push_back(i);
  }
  return out;
}

Volume Assembler::volume(const Part& part, const std::string& author) const {
  std::vector<ChosenLeaf> chosen;
  for (const std::size_t leaf : leaves_in(part.front_begin, part.front_end, false)) chosen.push_back({leaf});
  int next = 1;
  for (const std::size_t leaf : leaves_in(part.begin, part.end, part.keeps_numbers)) {
    chosen.push_back({leaf, part.keeps_numbers ? leaves_.leaves[leaf].label : PageLabel(next++)});
  }
  return volume_of(chosen, part.title.empty() ? part.stem : part.title, author, part.keeps_numbers);
}

Volume Assembler::volume_of(const std::vector<ChosenLeaf>& chosen, const std::string& title, const std::string& author, bool divided) const {
  SheetOfLeaf sheets;
  for (std::size_t i = 0; i < chosen.size(); ++i) sheets.emplace(chosen[i].leaf, static_cast<int>(i));
  Volume volume;
  volume.title = author.empty() || title.find(author) != std::string::npos ? title : author + title;
  volume.author = author;
  volume.duplex = options_.duplex && !options_.screen;
  for (const ChosenLeaf& one : chosen) {
    volume.sheets.push_back(sheet_of(one.leaf, one.label, divided));
    volume.sheets.back().label = one.label;
    volume.sheets.back().label_prefix = one.prefix;
    add_links(leaves_.leaves[one.leaf], sheets, volume.sheets.back());
  }
  volume.outline = outline(sheets);
  return volume;
}

}  // namespace lvce
