#include "bind/append/supplement.h"

#include <algorithm>

#include "bind/plan/evidence_pieces.h"
#include "bind/plan/numbering.h"

namespace lvce {
namespace {

constexpr const char* kDividerKey = "divider:";
constexpr const char* kPartKey = "part:";

/// What the clerk calls it.
std::string name_of(const Piece& piece, const EvidenceFolder& evidence) {
  if (!piece.files.empty()) {
    const std::string more = piece.files.size() > 1 ? " 等" + std::to_string(piece.files.size()) + "张图片" : "";
    return piece.indicator + " " + title_of(evidence.files.at(piece.files.front())) + more;
  }
  if (piece.key.starts_with(kDividerKey)) return piece.key.substr(std::string(kDividerKey).size()) + " 项目隔页";
  if (piece.key.starts_with(kPartKey)) return piece.key.substr(std::string(kPartKey).size()) + " 隔页";
  if (piece.key == "cover") return "封面";
  if (!piece.label.empty()) return piece.label;
  return piece.document.stem.empty() ? piece.document.title : piece.document.stem;
}

/// Pages that follow each other and are all new or all not: of one piece, or of those that share a sheet.
struct PageRun {
  std::vector<const Piece*> pieces;
  bool fresh = false;
  PageLabel first, last;
};

bool goes_on(const PageRun& run, const Piece* piece, const PageLabel& label, bool fresh, bool duplex) {
  if (run.fresh != fresh || run.last.next() != label) return false;
  return run.pieces.back() == piece || (duplex && run.last.is_front());
}

std::vector<PageRun> runs_of(const Binding& binding, const Leaves& leaves, const Changes& changes, bool duplex) {
  const std::set<PageLabel> pages = pages_to_print(changes, duplex);
  const std::size_t end = bound_end(binding);
  std::vector<PageRun> runs;
  for (const Leaf& leaf : leaves.leaves) {
    if (leaf.piece >= end || !pages.contains(leaf.label)) continue;
    const Piece* piece = &binding.pieces[leaf.piece];
    const bool fresh = changes.fresh.contains(leaf.label);
    if (runs.empty() || !goes_on(runs.back(), piece, leaf.label, fresh, duplex)) runs.push_back({{}, fresh, leaf.label, leaf.label});
    PageRun& run = runs.back();
    if (run.pieces.empty() || run.pieces.back() != piece) run.pieces.push_back(piece);
    run.last = leaf.label;
  }
  return runs;
}

std::string pages_of(const PageRun& run) { return "第" + run.first.text() + (run.first == run.last ? "" : "至" + run.last.text()) + "页"; }

std::string content_of(const PageRun& run, const EvidenceFolder& evidence) {
  std::string content;
  for (const Piece* piece : run.pieces) content += (content.empty() ? "" : "；") + name_of(*piece, evidence);
  return content;
}

std::string action_of(const PageRun& run) {
  if (!run.fresh) return "换下原来的" + pages_of(run);
  const PageLabel before = run.first.supplement > 1 ? PageLabel(run.first.number, run.first.supplement - 1) : PageLabel(run.first.number);
  return "插在第" + before.text() + "页后面";
}

}  // namespace

std::vector<SheetsToAdd> sheets_to_add(const Binding& binding, const Leaves& leaves, const Changes& changes, const EvidenceFolder& evidence, bool duplex) {
  std::vector<SheetsToAdd> out;
  for (const PageRun& run : runs_of(binding, leaves, changes, duplex)) out.push_back({pages_of(run), content_of(run, evidence), action_of(run)});
  for (const int volume : changes.volumes) {
    const std::string name = "第" + std::to_string(volume) + "册";
    out.push_back({"不编页码", name + "的封面和目录", "换下" + name + "原来的封面和目录（分册装订的才需要）"});
  }
  return out;
}

}  // namespace lvce
