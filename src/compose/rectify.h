// Documents of an office whose application was reviewed: 02 with 核查得分, 07, the report on what was put right.
#pragma once

#include "compose/compose.h"
#include "office/review_opinion.h"

namespace lvce {

/// As compose_documents(); 02 has 核查得分 then.
Composed compose_documents_after(const ReviewOpinion& review, const Assessment& assessment, const Templates& templates);

struct RectifyPapers {
  Document list;    ///< 07, stem "07 整改清单"
  Document report;  ///< stem "整改报告": for the office to fill in (Word)
};
RectifyPapers compose_rectify(const ReviewOpinion& review, const Assessment& assessment, const Templates& templates, Findings& findings);

}  // namespace lvce
