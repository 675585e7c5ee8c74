// What templates may name of a bureau's review.
#pragma once

#include "compose/vocabulary.h"
#include "office/review_opinion.h"

namespace lvce {

/// review.*, the list rectify, and indicator.reviewed in every list of indicators; all blank without a review (nullptr). Borrows both.
void add_review_words(Vocabulary& words, const Assessment& assessment, const ReviewOpinion* review);

}  // namespace lvce
