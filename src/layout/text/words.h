// Whole words at the ends of the lines of titles and of centred cells.
#pragma once

#include <unicode/brkiter.h>

#include <memory>
#include <string_view>
#include <vector>

namespace lvce {

/// Knows where Chinese words end: ICU's dictionary, made when first asked for, and a few terms of the field.
class WordBoundaries {
 public:
  /// For each character whether a line may end after it: between words, before no suffix such as 型 or 的. All true without a dictionary.
  std::vector<bool> find(std::u32string_view text);

 private:
  bool asked_ = false;
  std::unique_ptr<icu::BreakIterator> words_;
};

}  // namespace lvce
