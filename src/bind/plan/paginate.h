// Numbers for every piece: lays documents out until the page references in contents and index stand still. Pure but for `lay_out`.
#pragma once

#include <functional>
#include <memory>

#include "bind/plan/numbering.h"
#include "bind/plan/piece.h"

namespace lvce {

using LayOutFunction = std::function<LaidOut(const Document&, const PageNumbers&, const LayoutOptions&)>;
/// Called when all pages are counted for the first time: text evidence has its pages now, so the index can say how many.
using RefreshFunction = std::function<void(Binding&)>;

/// Makes the numbers of one pass; empty: RunningNumbers.
using NumberingMaker = std::function<std::unique_ptr<Numbering>()>;

/// Fills laid_out and labels of each piece. Only documents that print page numbers of others are laid out again. False when the
/// numbers did not stand still within kPassesAtMost passes (a fault of this program: the caller says so).
bool paginate(Binding& binding, bool duplex, const LayOutFunction& lay_out, const NumberingMaker& numbering = {}, const RefreshFunction& refresh = {});

inline constexpr int kPassesAtMost = 5;

/// Printed number of page `page` (from 0) of a piece.
PageLabel label_of(const Piece& piece, int page);

/// Printed numbers of the bound file: anchors of pieces, and of documents both plain (the first wins) and qualified.
PageNumbers page_numbers(const Binding& binding);

/// True when the document prints page numbers of anchors (contents, 见第57页).
bool prints_numbers(const Document& document);

}  // namespace lvce
