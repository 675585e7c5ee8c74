#include "bind/press.h"

#include "bind/append/supplement_name.h"
#include "bind/pdf/volume_writer.h"
#include "layout/layout.h"
#include "render/render.h"

namespace lvce {
namespace {

BindOptions for_paper(BindOptions options) {
  options.screen = false;
  return options;
}

}  // namespace

LayOutFunction layout_function(const Faces& faces) {
  return [&faces](const Document& document, const PageNumbers& numbers, const LayoutOptions& where) { return lay_out(document, faces, numbers, where); };
}

Press::Press(const ToPrint& what, const BindOptions& options, EvidenceStore* store)
    : author_(what.author),
      options_(options),
      on_paper_(for_paper(options)),
      store_(store),
      leaves_(spread(what.binding)),
      assembler_(what.binding, leaves_, what.gathered, what.evidence, what.faces, options_),
      paper_assembler_(what.binding, leaves_, what.gathered, what.evidence, what.faces, on_paper_),
      own_(render_pdf(assembler_.own_pages(), what.faces, assembler_.stamp_characters())) {
  assembler_.place_photos(own_);
}

std::vector<std::size_t> Press::leaves_on_paper(std::size_t begin, std::size_t end, bool whole_sheets) const {
  return paper_assembler_.leaves_in(begin, end, whole_sheets);
}

OutputPdf Press::print(const Part& part, bool with_evidence, const std::filesystem::path& folder) {
  const std::string name = part.stem + ".pdf";
  OutputPdf output = write(assembler_.volume(part, author_), with_evidence, {part.kind, name, folder / name});
  output.check_code = assembler_.check_code(part);
  return output;
}

OutputPdf Press::print_supplement(const std::vector<Assembler::ChosenLeaf>& leaves, const std::filesystem::path& folder) {
  return write(paper_assembler_.volume_of(leaves, "补页", author_), true, {OutputKind::supplement, kSupplementName, folder / kSupplementName});
}

OutputPdf Press::print_chosen(const std::vector<Assembler::ChosenLeaf>& leaves, const std::string& title, const std::string& name,
                              const std::filesystem::path& folder) {
  return write(paper_assembler_.volume_of(leaves, title, author_), true, {OutputKind::none, name, folder / name});
}

OutputPdf Press::write(Volume volume, bool with_evidence, OutputPdf output) {
  QPDF fresh;
  fresh.emptyPDF();
  const bool shows = with_evidence && store_ != nullptr;
  if (shows) volume.layers = store_->layers();
  output.pages = static_cast<int>(volume.sheets.size());
  output.sheets = options_.screen ? 0 : options_.duplex ? (output.pages + 1) / 2 : output.pages;
  output.sha256 = write_volume(volume, own_, shows ? store_->pdf() : fresh, output.path);
  return output;
}

}  // namespace lvce
