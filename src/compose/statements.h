// What was done and what is lacking, as an office says it: made of an indicator's own words and the answer given, never of points phrases.
#pragma once

#include <string>
#include <vector>

#include "office/dossier.h"
#include "rubric/model.h"

namespace lvce {

/// What the standard asks for, without what it says of points: "张贴垃圾分类投放指南" of "张贴垃圾分类投放指南，得2分。". No full stop.
std::string requirement_of(const Indicator& indicator);

/// What was done: "制定节能管理制度，共4项". Empty where nothing was done, nothing was answered, or the answer says nothing in words (targets, open points).
std::string statement_of(const Indicator& indicator, const SelfScore* stated);

/// What is lacking: "未张贴垃圾分类投放指南". Empty where it can't be said so.
std::string shortfall_of(const Indicator& indicator, const SelfScore* stated);

/// The papers of an item in one sentence: documents by their titles (at most three), pictures and nameless files as numbers. Empty without papers.
/// "佐证材料有《通知》《纪要》《台账》等5份，照片6张。"
std::string papers_sentence(const std::vector<const EvidenceFile*>& files);

}  // namespace lvce
