#include "assess/late_dates.h"

#include <vector>

namespace lvce {
namespace {

/// A date of the file itself, as exact as it is, that lies behind.
bool lies_behind(const EvidenceDate& date, const std::string& paper_date) {
  return date.origin == DateOrigin::document && date.text > paper_date.substr(0, date.text.size());
}

}  // namespace

void note_later_dates(const Dossier& dossier, const std::string& paper_date, Findings& findings) {
  if (paper_date.empty()) return;
  std::vector<Place> places;
  for (const EvidenceFile& file : dossier.evidence.files) {
    const bool bound = file.state == EvidenceState::bound || file.state == EvidenceState::bound_with_warning;
    if (bound && lies_behind(file.date, paper_date)) places.push_back(in_evidence(file.path));
  }
  if (places.empty()) return;
  findings.push_back(
      Finding::note("evidence-dated-later", places.front(),
                    std::to_string(places.size()) + "份材料没有写明日期，文件自身的日期（多半是另存的日期）在填报日期 " + paper_date + " 之后，目录中照此列出",
                    "请把材料的日期写进文件名，目录即以文件名为准；填报日期写错的请改正")
          .at_all(places));
}

}  // namespace lvce
