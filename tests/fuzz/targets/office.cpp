// Office documents before LibreOffice sees them: what kind, when made, frozen, and what their first page says.
#include "evidence/documents/office.h"

#include "evidence/documents/freeze.h"
#include "evidence/documents/report.h"
#include "evidence/first_page.h"
#include "fuzz/kit.h"

namespace lvce::fuzz {

void office(std::string_view input) {
  for (const char* name : {"a.docx", "a.xls"}) {
    const InputFile file(package_of(input), name);
    ProbeJob job;
    job.file = file.path();
    job.prepared_stem = scratch() / "prepared";
    const auto ends = read_ends(job.file);
    must(ends.has_value(), "the file is there");
    const std::string kind = office_kind(job.file, *ends);
    first_page_of(job, *ends);
    if (kind.empty() && !is_office_markup(job.file, *ends)) continue;
    office_date(job.file);
    Probed probed;
    freeze_office(job, kind, probed);
  }
}

}  // namespace lvce::fuzz
