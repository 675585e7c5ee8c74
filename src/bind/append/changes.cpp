#include "bind/append/changes.h"

#include <algorithm>
#include <map>

namespace lvce {
namespace {

/// "volume:2:cover" → 2; else 0.
int volume_of_key(const std::string& key) {
  constexpr std::string_view kPrefix = "volume:";
  if (!key.starts_with(kPrefix)) return 0;
  const auto label = parse_page_label(key.substr(kPrefix.size(), key.find(':', kPrefix.size()) - kPrefix.size()));
  return label ? label->number : 0;
}

Place page_place(const PageLabel& label) {
  Place place = on_page("申报材料全本.pdf", label.number);
  if (label.supplement > 0) place.part = "第" + label.text() + "页";
  return place;
}

Finding spoilt_page(const std::string& key, const PageLabel& label) {
  return Finding::error("append-page-changed", page_place(label), "已经打印的佐证材料页会改变（" + key + "）",
                        "请恢复原来的文件名、图说和内容后再运行；确实要改，请去掉 --append 重新生成并全部重印");
}

class Comparison {
 public:
  Comparison(const PrintRecord& printed, const PrintRecord& now) : now_(now) {
    for (const PrintedPiece& piece : printed.pieces) {
      before_.emplace(piece.key, &piece);
      if (volume_of_key(piece.key) > 0) continue;
      for (const PrintedPage& page : piece.pages) printed_.insert(page.label);
    }
  }

  Changes run() {
    for (const PrintedPiece& piece : now_.pieces) {
      const auto found = before_.find(piece.key);
      const int volume = volume_of_key(piece.key);
      if (volume > 0) {
        if (found == before_.end() || differs(*found->second, piece)) out_.volumes.insert(volume);
      } else {
        compare(found == before_.end() ? PrintedPiece() : *found->second, piece);
      }
      if (found != before_.end()) before_.erase(found);
    }
    for (const auto& [key, piece] : before_) {
      if (piece->kept) out_.spoilt.push_back(spoilt_page(key, piece->pages.front().label));
    }
    return std::move(out_);
  }

 private:
  static bool differs(const PrintedPiece& a, const PrintedPiece& b) {
    return !std::equal(a.pages.begin(), a.pages.end(), b.pages.begin(), b.pages.end(),
                       [](const PrintedPage& x, const PrintedPage& y) { return x.label == y.label && x.digest == y.digest; });
  }

  void compare(const PrintedPiece& before, const PrintedPiece& now) {
    for (std::size_t i = 0; i < now.pages.size(); ++i) {
      const PrintedPage& page = now.pages[i];
      if (i >= before.pages.size()) {  // more of it, or an empty page where another file's notice was
        (printed_.contains(page.label) ? out_.changed : out_.fresh).insert(page.label);
      } else if (page.digest != before.pages[i].digest || page.label != before.pages[i].label) {
        if (before.kept) out_.spoilt.push_back(spoilt_page(now.key, page.label));
        out_.changed.insert(page.label);
      }
    }
  }

  std::map<std::string, const PrintedPiece*> before_;
  const PrintRecord& now_;
  std::set<PageLabel> printed_;
  Changes out_;
};

}  // namespace

Changes changes_since(const PrintRecord& printed, const PrintRecord& now) { return Comparison(printed, now).run(); }

std::set<PageLabel> pages_to_print(const Changes& changes, bool duplex) {
  std::set<PageLabel> pages = changes.fresh;
  pages.insert(changes.changed.begin(), changes.changed.end());
  if (!duplex) return pages;
  std::set<PageLabel> both = pages;
  for (const PageLabel& page : pages) {
    const int step = page.is_front() ? 1 : -1;
    both.insert(page.supplement > 0 ? PageLabel(page.number, page.supplement + step) : PageLabel(page.number + step));
  }
  return both;
}

}  // namespace lvce
