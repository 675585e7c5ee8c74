// The last steps of every binding: pieces with their numbers → PDF files.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "bind/assemble.h"
#include "bind/bind.h"
#include "bind/pdf/evidence_store.h"
#include "bind/plan/paginate.h"

namespace lvce {

/// The typesetter as plan/ asks for it. Borrows the faces.
LayOutFunction layout_function(const Faces& faces);

/// What is to be printed; all borrowed, as long as the press lives.
struct ToPrint {
  const Binding& binding;  ///< paginated
  const Gathered& gathered;
  const EvidenceFolder& evidence;
  const Faces& faces;
  std::string author;
};

/// Spreads the pieces over leaves, renders the own pages once with their photos, and writes volumes of them. Throws std::exception when a
/// file cannot be written.
class Press {
 public:
  /// `store`: that the evidence was gathered into; nullptr where there is none.
  Press(const ToPrint& what, const BindOptions& options, EvidenceStore* store);

  const Leaves& leaves() const { return leaves_; }
  /// Writes <folder>/<stem>.pdf. `with_evidence`: the part may show evidence.
  OutputPdf print(const Part& part, bool with_evidence, const std::filesystem::path& folder);
  /// Sheets to add: always for paper, also where the rest is for the screen.
  OutputPdf print_supplement(const std::vector<Assembler::ChosenLeaf>& leaves, const std::filesystem::path& folder);
  /// Chosen leaves as a file of their own.
  OutputPdf print_chosen(const std::vector<Assembler::ChosenLeaf>& leaves, const std::string& title, const std::string& name,
                         const std::filesystem::path& folder);
  /// The leaves of pieces [begin, end) as they lie on paper; `whole_sheets`: with the blanks behind them.
  std::vector<std::size_t> leaves_on_paper(std::size_t begin, std::size_t end, bool whole_sheets) const;

 private:
  OutputPdf write(Volume volume, bool with_evidence, OutputPdf output);

  std::string author_;
  BindOptions options_, on_paper_;
  EvidenceStore* store_;
  Leaves leaves_;
  Assembler assembler_, paper_assembler_;
  OwnPages own_;
};

}  // namespace lvce
