#include "bind/plan/split.h"

#include <algorithm>
#include <map>

#include "bind/plan/front.h"

namespace lvce {
namespace {

/// Pieces [begin, end) of one volume.
struct Stretch {
  std::size_t begin = 0, end = 0;
};

std::string volume_key(std::size_t number) { return "volume:" + std::to_string(number) + ":"; }

Paragraph line(ParagraphStyle style, const std::string& text) {
  Paragraph made;
  made.style = style;
  made.runs.emplace_back().text = text;
  return made;
}

class Splitter {
 public:
  Splitter(Binding& binding, const SplitOptions& options, const Templates& templates, const LayOutFunction& lay_out)
      : binding_(binding), options_(options), templates_(templates), lay_out_(lay_out), numbers_(page_numbers(binding)) {
    for (std::size_t i = 0; i < binding.pieces.size(); ++i) {
      piece_of_.try_emplace(binding.pieces[i].anchor, i);
      if (!binding.pieces[i].divider.empty()) piece_of_.try_emplace(binding.pieces[i].divider, i);
    }
  }

  void run() {
    const auto whole = std::find_if(binding_.parts.begin(), binding_.parts.end(), [](const Part& part) { return part.kind == OutputKind::evidence; });
    if (whole == binding_.parts.end()) return;
    const Part part = *whole;
    const std::vector<Stretch> volumes = options_.begins.empty() ? cut(items(part)) : cut_as_before(part);
    if (volumes.size() < 2) return;
    std::vector<Part> parts;
    for (std::size_t i = 0; i < volumes.size(); ++i) parts.push_back(volume(part, volumes[i], i + 1, volumes.size()));
    binding_.parts.insert(binding_.parts.erase(whole), parts.begin(), parts.end());
  }

 private:
  /// The stretches between item borders; what stands before the first item goes with it.
  std::vector<Stretch> items(const Part& part) const {
    std::vector<Stretch> out = {{part.begin, part.end}};
    bool first = true;
    for (std::size_t i = part.begin; i < part.end; ++i) {
      if (!binding_.pieces[i].begins_item()) continue;
      if (!first) {
        out.back().end = i;
        out.push_back({i, part.end});
      }
      first = false;
    }
    return out;
  }

  /// Each volume takes items as long as they fit.
  std::vector<Stretch> cut(const std::vector<Stretch>& items) const {
    std::vector<Stretch> volumes = {items.front()};
    for (std::size_t i = 1; i < items.size(); ++i) {
      const Stretch both = {volumes.back().begin, items[i].end};
      if (front_pages(contents_of(both)) + pages_of(both) <= options_.pages) {
        volumes.back() = both;
      } else {
        volumes.push_back(items[i]);
      }
    }
    return volumes;
  }

  /// The same volumes as were printed; what is new goes with what stands before it.
  std::vector<Stretch> cut_as_before(const Part& part) const {
    std::vector<Stretch> volumes = {{part.begin, part.end}};
    for (std::size_t i = part.begin + 1; i < part.end; ++i) {
      if (std::find(options_.begins.begin(), options_.begins.end(), binding_.pieces[i].key) == options_.begins.end()) continue;
      volumes.back().end = i;
      volumes.push_back({i, part.end});
    }
    return volumes;
  }

  int pages_of(const Stretch& stretch) const {
    int pages = 0;
    for (std::size_t i = stretch.begin; i < stretch.end; ++i) pages += static_cast<int>(binding_.pieces[i].labels.size());
    return pages;
  }

  PageLabel last_page(const Stretch& stretch) const {
    PageLabel last;
    for (std::size_t i = stretch.begin; i < stretch.end; ++i) {
      const Piece& piece = binding_.pieces[i];
      for (int page = 0; page < piece.pages(); ++page) last = std::max(last, label_of(piece, page));
    }
    return last;
  }

  int even(int pages) const { return options_.duplex ? pages + pages % 2 : pages; }
  int front_pages(const LaidOut& contents) const { return even(1) + even(static_cast<int>(contents.pages.size())); }

  bool holds(const Stretch& stretch, const Bookmark& mark) const {
    const auto piece = piece_of_.find(mark.target);
    return piece != piece_of_.end() && piece->second >= stretch.begin && piece->second < stretch.end;
  }

  /// Index, units and items; a unit that began in an earlier volume is named again.
  Document contents_document(const Stretch& stretch) const {
    std::vector<Bookmark> entries;
    std::string unit;
    for (const Bookmark& mark : binding_.bookmarks) {
      if (mark.level == 1) unit = mark.title;
      if (mark.level < 1 || mark.level > 2 || !holds(stretch, mark)) continue;
      if (entries.empty() && mark.level == 2) entries.push_back({0, unit, mark.target});
      entries.push_back({mark.level - 1, mark.title, mark.target});
    }
    return compose_contents(entries, templates_);
  }

  LaidOut contents_of(const Stretch& stretch) const { return lay_out_(contents_document(stretch), numbers_, {1 + even(1), options_.duplex}); }

  Document cover(const Part& part, const Stretch& stretch, std::size_t number, std::size_t count) const {
    const PageLabel first = binding_.pieces[stretch.begin].first(), last = last_page(stretch);
    Document document;
    document.kind = OutputKind::cover;
    document.title = part.title;
    Section& section = document.sections.emplace_back();
    section.centred_vertically = true;
    section.numbered = false;
    section.blocks.emplace_back(line(ParagraphStyle::cover_title, part.title));
    section.blocks.emplace_back(Space{2});
    section.blocks.emplace_back(line(ParagraphStyle::cover_line, "第" + std::to_string(number) + "册（共" + std::to_string(count) + "册）"));
    section.blocks.emplace_back(line(ParagraphStyle::cover_line, "第" + first.text() + "页至第" + last.text() + "页"));
    section.blocks.emplace_back(Space{6});
    section.blocks.emplace_back(line(ParagraphStyle::cover_line, options_.unit_name));
    return document;
  }

  Part volume(const Part& part, const Stretch& stretch, std::size_t number, std::size_t count) {
    Part out = part;
    const std::string name = " 第" + std::to_string(number) + "册";
    out.stem += name;
    out.title += name;
    out.begin = stretch.begin;
    out.end = stretch.end;
    out.front_begin = binding_.pieces.size();
    int next = 1;
    Document face = cover(part, stretch, number, count);
    LaidOut laid_face = lay_out_(face, numbers_, {next, options_.duplex});
    add_front(binding_, volume_key(number) + "cover", std::move(face), std::move(laid_face), options_.duplex, next);
    add_front(binding_, volume_key(number) + "contents", contents_document(stretch), contents_of(stretch), options_.duplex, next);
    out.front_end = binding_.pieces.size();
    return out;
  }

  Binding& binding_;
  const SplitOptions& options_;
  const Templates& templates_;
  const LayOutFunction& lay_out_;
  PageNumbers numbers_;
  std::map<std::string, std::size_t> piece_of_;
};

}  // namespace

void split_evidence(Binding& binding, const SplitOptions& options, const Templates& templates, const LayOutFunction& lay_out) {
  if (options.pages > 0) Splitter(binding, options, templates, lay_out).run();
}

}  // namespace lvce
