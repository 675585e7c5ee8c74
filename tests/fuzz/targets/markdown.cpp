// Text and Markdown evidence, from its characters to the PDF of its pages.
#include "compose/compose.h"
#include "evidence/budget.h"
#include "evidence/plain_text.h"
#include "fuzz/kit.h"
#include "layout/layout.h"
#include "render/render.h"
#include "support/files.h"

namespace lvce::fuzz {
namespace {

const Faces& own_faces() {
  static const Faces faces = Faces::load(data_folder() / "fonts");
  return faces;
}

}  // namespace

void markdown(std::string_view input) {
  EvidenceFile file;
  file.title = "情况说明";
  file.format = input.starts_with("\n") ? EvidenceFormat::text : EvidenceFormat::markdown;
  const auto read = decode_plain_text(input);
  if (!read || weight_of_text(*read, true) > kFileWeight) return;
  file.text = *read;
  const LaidOut laid_out = lay_out(compose_text_evidence(file), own_faces(), {}, {});
  must(!laid_out.pages.empty(), "text makes at least a page");
  if (laid_out.pages.size() > 2) return;
  std::vector<const Page*> pages;
  for (const Page& page : laid_out.pages) pages.push_back(&page);
  must(!render_pdf(pages, own_faces(), {}).bytes.empty(), "pages can be printed");
}

}  // namespace lvce::fuzz
