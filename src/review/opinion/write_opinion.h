// The papers of a unit after a review, and 核查意见.json for it, into the bureau's folder.
#pragma once

#include <filesystem>

#include "faces/faces.h"
#include "review/opinion/opinion_papers.h"
#include "support/finding.h"

namespace lvce {

inline constexpr const char* kOpinionFolder = "核查意见";

/// Where a unit's 核查意见.json of a round lies.
std::filesystem::path opinion_file(const std::filesystem::path& desk, const std::string& unit, int round);

/// <desk>/核查意见/<单位>/, of later rounds <单位>（第2轮）/: 核查意见.json, 核查意见书 and, where something is to be put right, 整改通知书 (.pdf, .docx). What
/// lies there and differs is kept as 核查意见书（旧1）.docx. False: not written, the findings say why.
bool write_opinion(const ReviewOpinion& opinion, const Rubric& rubric, const OpinionFacts& facts, const Faces& faces, const std::filesystem::path& desk,
                   Findings& findings);

}  // namespace lvce
