#include "layout/text/words.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace lvce {

namespace {

/// Never begin a title's line.
constexpr std::u32string_view kSuffixes = U"的型性化者式级类等之及和与";
/// Terms of the field that the dictionary would part.
constexpr std::u32string_view kTerms[] = {U"节约型机关", U"公共机构", U"能源资源", U"碳排放",   U"自评报告", U"自评表",
                                          U"佐证材料",   U"第一季度", U"第二季度", U"第三季度", U"第四季度"};

std::unique_ptr<icu::BreakIterator> word_iterator() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> words(icu::BreakIterator::createWordInstance(icu::Locale::getChina(), status));
  return U_SUCCESS(status) ? std::move(words) : nullptr;
}

void keep_terms(std::u32string_view text, std::vector<bool>& ends) {
  for (const std::u32string_view term : kTerms) {
    for (std::size_t at = text.find(term); at != std::u32string_view::npos; at = text.find(term, at + 1)) {
      for (std::size_t i = at; i + 1 < at + term.size(); ++i) ends[i] = false;
    }
  }
}

}  // namespace

std::vector<bool> WordBoundaries::find(std::u32string_view text) {
  if (!asked_) words_ = word_iterator();
  asked_ = true;
  std::vector<bool> ends(text.size(), true);
  if (!words_) return ends;
  icu::UnicodeString plain;
  for (const char32_t c : text) plain.append(static_cast<UChar32>(c));
  words_->setText(plain);
  int at = 0;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    at += U16_LENGTH(static_cast<UChar32>(text[i]));
    const bool suffix = kSuffixes.find(text[i + 1]) != std::u32string_view::npos;
    ends[i] = !suffix && words_->isBoundary(at);
  }
  keep_terms(text, ends);
  return ends;
}

}  // namespace lvce
