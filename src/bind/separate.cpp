#include "bind/separate.h"

#include "bind/assemble.h"
#include "bind/missing_characters.h"
#include "bind/pdf/volume_writer.h"
#include "bind/plan/paginate.h"
#include "layout/layout.h"

namespace lvce {
namespace {

Binding one_part_each(const std::vector<Document>& documents, const std::string& mark) {
  Binding binding;
  for (const Document& document : documents) {
    const std::size_t at = binding.pieces.size();
    Piece piece;
    piece.document = document;
    piece.restarts = true;
    piece.label = mark;
    binding.pieces.push_back(std::move(piece));
    binding.parts.push_back({document.kind, document.stem, document.title, at, at + 1, false});
    for (const Bookmark& bookmark : document.bookmarks) binding.bookmarks.push_back({bookmark.level, bookmark.title, qualified(at, bookmark.target)});
  }
  return binding;
}

}  // namespace

SeparatePdfs write_separate(const std::vector<Document>& documents, const std::string& mark, const std::string& author, const Faces& faces,
                            const std::filesystem::path& folder, bool screen) {
  SeparatePdfs out;
  const BindOptions options{false, screen, false, {}};
  Binding binding = one_part_each(documents, mark);
  const auto lay_out_one = [&](const Document& document, const PageNumbers& numbers, const LayoutOptions& where) {
    return lay_out(document, faces, numbers, where);
  };
  paginate(binding, options.duplex, lay_out_one);
  const Leaves leaves = spread(binding);
  const Gathered gathered;
  const EvidenceFolder no_evidence;
  const Assembler assembler(binding, leaves, gathered, no_evidence, faces, options);
  OwnPages own(render_pdf(assembler.own_pages(), faces, assembler.stamp_characters()));
  for (const Part& part : binding.parts) {
    const Volume volume = assembler.volume(part, author);
    QPDF fresh;
    fresh.emptyPDF();
    const std::filesystem::path path = folder / (part.stem + ".pdf");
    const std::string sha256 = write_volume(volume, own, fresh, path);
    out.files.push_back({part.kind, part.stem + ".pdf", path, static_cast<int>(volume.sheets.size()), sha256});
  }
  report_missing_characters(binding, out.findings);
  return out;
}

}  // namespace lvce
