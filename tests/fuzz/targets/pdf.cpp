// A PDF as evidence: probed, prepared, and bound into a volume.
#include "evidence/pdf/pdf.h"

#include <qpdf/QPDFWriter.hh>

#include "bind/pdf/evidence_store.h"
#include "fuzz/kit.h"

namespace lvce::fuzz {
namespace {

/// All that the pages draw with, written as a file.
void write_forms(EvidenceStore& store, const StoredFile& stored) {
  PdfObject page = PdfObject::newDictionary();
  PdfObject forms = PdfObject::newDictionary();
  for (std::size_t i = 0; i < stored.pages.size(); ++i) {
    if (stored.pages[i].fault.empty()) forms.replaceKey("/F" + std::to_string(i), stored.pages[i].form);
  }
  page.replaceKey("/Type", PdfObject::newName("/Page"));
  page.replaceKey("/Resources", PdfObject::parse("<< /XObject null >>"));
  page.getKey("/Resources").replaceKey("/XObject", forms);
  store.pdf().addPage(store.pdf().makeIndirectObject(page), false);
  QPDFWriter writer(store.pdf());
  writer.setOutputMemory();
  writer.setStaticID(true);
  writer.write();
  delete writer.getBuffer();
}

}  // namespace

void pdf(std::string_view input) {
  const InputFile file(input, "a.pdf");
  ProbeJob job;
  job.file = file.path();
  job.prepared_stem = scratch() / "prepared";
  Probed probed;
  try {
    probe_pdf(job, probed);
  } catch (const std::bad_alloc&) {
    return;
  }
  if (probed.rejected()) return;
  must(!probed.pages.empty(), "a PDF that is taken has pages");
  EvidenceStore store;
  const StoredFile stored = store.read(probed.prepared.empty() ? file.path() : probed.prepared, static_cast<int>(probed.pages.size()));
  if (stored.fault.empty()) write_forms(store, stored);
}

}  // namespace lvce::fuzz
