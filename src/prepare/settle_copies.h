// Files without a place whose content lies somewhere else too: each content needs one place.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "office/dossier.h"
#include "prepare/propose.h"

namespace lvce {

/// Path of an unassigned file → the assigned one of the same bytes. Reads only files of equal length. Borrows from `folder`.
std::map<std::string, const EvidenceFile*> filed_copies(const EvidenceFolder& folder);

/// A content that lies at one of the indicators that could be named for it, or is proposed for one of them under a better name, needs no further place:
/// its proposal says so (the paths of these are returned). One that could be wanted at another indicator too is not sure any more, and told.
std::set<std::string> settle_copies(std::vector<Proposal>& proposals, const EvidenceFolder& folder);

}  // namespace lvce
