#include "bind/plan/paginate.h"

#include <algorithm>

namespace lvce {
namespace {

bool refers(const std::vector<Run>& runs) {
  return std::any_of(runs.begin(), runs.end(), [](const Run& run) { return !run.page_of.empty(); });
}

bool prints_numbers(const Table& table) {
  for (const TableRow& row : table.rows) {
    for (const TableCell& cell : row.cells) {
      if (refers(cell.runs)) return true;
    }
  }
  return false;
}

bool prints_numbers(const Block& block) {
  if (std::holds_alternative<Contents>(block)) return true;
  if (const auto* paragraph = std::get_if<Paragraph>(&block)) return refers(paragraph->runs);
  if (const auto* table = std::get_if<Table>(&block)) return prints_numbers(*table);
  return false;
}

/// The numbers as piece `index` sees them: its own anchors before equal ones of others.
PageNumbers numbers_for(const Binding& binding, std::size_t index, const PageNumbers& all) {
  PageNumbers numbers = all;
  const Piece& piece = binding.pieces[index];
  for (const auto& [name, place] : piece.laid_out.anchors) numbers[name] = label_of(piece, place.page);
  return numbers;
}

/// One walk over all pieces: places them, lays out what is new, has moved to the other side, or prints numbers.
class Pass {
 public:
  Pass(Binding& binding, bool duplex, const LayOutFunction& lay_out, const PageNumbers& numbers)
      : binding_(binding), duplex_(duplex), lay_out_(lay_out), numbers_(numbers) {}

  void run(Numbering& numbering) {
    for (std::size_t i = 0; i < binding_.pieces.size(); ++i) {
      Piece& piece = binding_.pieces[i];
      const PageLabel first = numbering.first_of(binding_, i);
      if (!piece.is_foreign()) set(i, first);
      piece.labels = numbering.take(binding_, i);
    }
  }

 private:
  void set(std::size_t index, const PageLabel& first) {
    Piece& piece = binding_.pieces[index];
    const bool same_side = !duplex_ || piece.first().is_front() == first.is_front();
    if (!piece.labels.empty() && same_side && !prints_numbers(piece.document)) return;
    piece.laid_out = lay_out_(piece.document, numbers_for(binding_, index, numbers_), {first.is_front() ? 1 : 2, duplex_});
  }

  Binding& binding_;
  bool duplex_;
  const LayOutFunction& lay_out_;
  const PageNumbers& numbers_;
};

}  // namespace

bool prints_numbers(const Document& document) {
  for (const Section& section : document.sections) {
    for (const Block& block : section.blocks) {
      if (prints_numbers(block)) return true;
    }
  }
  return false;
}

PageLabel label_of(const Piece& piece, int page) {
  const auto at = static_cast<std::size_t>(page);
  return at < piece.labels.size() ? piece.labels[at] : piece.first();
}

PageNumbers page_numbers(const Binding& binding) {
  PageNumbers numbers;
  const std::size_t end = bound_end(binding);
  for (std::size_t i = 0; i < end; ++i) {
    const Piece& piece = binding.pieces[i];
    for (const std::string& anchor : {piece.anchor, piece.divider}) {
      if (anchor.empty()) continue;
      numbers.try_emplace(anchor, piece.first());
      numbers[qualified(i, anchor)] = piece.first();
    }
    for (const auto& [name, place] : piece.laid_out.anchors) {
      numbers.try_emplace(name, label_of(piece, place.page));
      numbers[qualified(i, name)] = label_of(piece, place.page);
    }
  }
  return numbers;
}

bool paginate(Binding& binding, bool duplex, const LayOutFunction& lay_out, const NumberingMaker& numbering, const RefreshFunction& refresh) {
  PageNumbers known;
  for (int pass = 0; pass < kPassesAtMost; ++pass) {
    const std::unique_ptr<Numbering> numbers = numbering ? numbering() : std::make_unique<RunningNumbers>(duplex);
    Pass(binding, duplex, lay_out, known).run(*numbers);
    if (pass == 0 && refresh) refresh(binding);
    PageNumbers found = page_numbers(binding);
    if (pass > 0 && found == known) return true;
    known = std::move(found);
  }
  return false;
}

}  // namespace lvce
