// 现场核查导引: what the people of a visit read, a sheet for each unit of the standard.
#pragma once

#include <map>
#include <set>
#include <string>

#include "compose/compose.h"

namespace lvce {

/// Where an indicator's evidence is, in words.
struct VisitRow {
  std::string pages;  ///< "57-59、63"; empty: none
  std::string look;   ///< what photos show: "水表间、公示栏"; empty: nothing
};

/// Rows by indicator; `chosen`: the indicators that are shown, units without any are left out. Anchors "visit:2".
Document compose_visit(const Assessment& assessment, const std::map<std::string, VisitRow>& rows, const std::set<std::string>& chosen,
                       const Templates& templates, Findings& findings);

/// The cover of one copy: 正本, 副本; empty: of a set that has but one.
Document cover_of_copy(Document cover, const std::string& copy);

}  // namespace lvce
