#include "bind/separate.h"

#include "bind/missing_characters.h"
#include "bind/plan/paginate.h"
#include "bind/press.h"

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
  paginate(binding, options.duplex, layout_function(faces));
  const Gathered gathered;
  const EvidenceFolder no_evidence;
  Press press({binding, gathered, no_evidence, faces, author}, options, nullptr);
  for (const Part& part : binding.parts) out.files.push_back(press.print(part, false, folder));
  report_missing_characters(binding, out.findings);
  return out;
}

}  // namespace lvce
