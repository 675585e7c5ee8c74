// Pieces that are composed, or composed again, when the pages are counted.
#pragma once

#include "bind/append/changes.h"
#include "bind/bind.h"
#include "bind/plan/piece.h"
#include "bind/sealed/sealed_parts.h"

namespace lvce {

/// Text evidence has its pages only when it is laid out: the index is composed again with them.
void count_text_pages(Binding& binding, const Assessment& assessment, const Templates& templates);

/// 06 is not in the bound file, so it can wait for what binding finds.
void replace_missing(Binding& binding, const Document& missing, const LayOutAlone& lay_out_alone);

/// For volumes only: a part with a strip for the back of each.
void add_spines(Binding& binding, bool duplex, const std::string& unit_name, int year, const Faces& faces);

/// The first sheet of 补页.pdf as a piece of its own, the last one: a row for pages that are handled alike.
void add_supplement_list(Binding& binding, const Assessment& assessment, const Changes& changes, int round, bool duplex, const Templates& templates,
                         const LayOutAlone& lay_out_alone);

}  // namespace lvce
