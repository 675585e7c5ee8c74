// Dates of the files themselves that lie behind the date of the papers.
#include "assess/late_dates.h"

#include <catch2/catch.hpp>

namespace lvce {
namespace {

EvidenceFile file(const std::string& path, const std::string& date, DateOrigin origin, EvidenceState state = EvidenceState::bound) {
  EvidenceFile out;
  out.path = path;
  out.date = {date, origin};
  out.state = state;
  return out;
}

Findings said_of(std::vector<EvidenceFile> files, const std::string& paper_date) {
  Dossier dossier;
  dossier.evidence.files = std::move(files);
  Findings findings;
  note_later_dates(dossier, paper_date, findings);
  return findings;
}

}  // namespace

TEST_CASE("documents saved after the date of the papers are noted once, with all their places", "[assess]") {
  const Findings findings = said_of(
      {file("后.pdf", "2021-11-01", DateOrigin::document), file("又.docx", "2021-10-13", DateOrigin::document), file("后.jpg", "2021-10-13", DateOrigin::exif),
       file("当日.pdf", "2021-10-12", DateOrigin::document), file("只有年.pdf", "2021", DateOrigin::document),
       file("写明.pdf", "2021-12-31", DateOrigin::title), file("退回.pdf", "2022", DateOrigin::document, EvidenceState::rejected)},
      "2021-10-12");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].severity == Severity::note);
  REQUIRE(findings[0].places.size() == 2);
  CHECK(findings[0].places[0].path == "佐证材料/后.pdf");
  CHECK(findings[0].places[1].path == "佐证材料/又.docx");
}

TEST_CASE("without a date of the papers nothing lies behind it", "[assess]") { CHECK(said_of({file("a.pdf", "2022", DateOrigin::document)}, "").empty()); }

}  // namespace lvce
