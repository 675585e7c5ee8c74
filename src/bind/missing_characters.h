// Characters that no face has, as findings.
#pragma once

#include "bind/plan/piece.h"
#include "support/finding.h"

namespace lvce {

/// "character-without-face", once for each character, at the first document that has it. The code point is named too: where the finding is
/// itself printed, the character is only another 〓.
void report_missing_characters(const Binding& binding, Findings& findings);

}  // namespace lvce
