// Reads the evidence PDFs that a binding names.
#pragma once

#include <map>

#include "bind/pdf/evidence_store.h"
#include "bind/plan/piece.h"
#include "bind/sealed/sealed_parts.h"

namespace lvce {

/// What was read for each foreign piece, always as many pages as were planned: missing ones carry a fault.
using Gathered = std::map<std::size_t, std::vector<StoredPage>>;

/// Reads them one after the other. A broken page becomes an error finding and a notice in its place; where no page of a file can be read,
/// the file's state becomes rejected.
Gathered gather_evidence(const Binding& binding, EvidenceFolder& evidence, EvidenceStore& store, Findings& findings);

/// Pictures that cannot be drawn: their places stay empty.
void report_unreadable_photos(const Binding& binding, const EvidenceFolder& evidence, Findings& findings);

/// Adds the pages of sealed copies, which were read before.
void gather_sealed(const Binding& binding, SealedPages pages, Gathered& gathered);

}  // namespace lvce
