// Files without a place whose content already lies under an indicator.
#pragma once

#include <map>
#include <string>

#include "office/dossier.h"

namespace lvce {

/// Path of an unassigned file → the assigned one of the same bytes. Reads only files of equal length. Borrows from `folder`.
std::map<std::string, const EvidenceFile*> filed_copies(const EvidenceFolder& folder);

}  // namespace lvce
