// A small office with real evidence files on disk, for tests of the whole of bind/.
#pragma once

#include "bind/bind.h"
#include "bind/samples.h"

namespace lvce::test {

/// Owns what bind_package borrows.
struct Office {
  Rubric rubric;
  Dossier dossier;
  Assessment assessment;
  Composed composed;
};

/// Two units, three items, four indicators; documents of plain paragraphs: the report has `chapters` chapters of a page each.
void fill(Office& office, int chapters);
/// Adds a file to the dossier and to the indicators that it is named for; its size and format are what the probe would have found.
EvidenceFile& add_file(Office& office, const std::string& path, const std::vector<std::string>& indicators, EvidenceFormat format, int pages);

BoundPackage bind(Office& office, const TemporaryFolder& folder, const BindOptions& options = {});

}  // namespace lvce::test
