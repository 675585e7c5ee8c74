#include "layout/text/words.h"

#include <memory>
#include <string>
#include <string_view>

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace lvce {

namespace {

/// Never begin a title's line.
constexpr std::u32string_view kSuffixes = U"的型性化者式级类等之及和与";
/// Terms of the field that the dictionary would part.
constexpr std::u32string_view kTerms[] = {U"节约型机关", U"公共机构", U"能源资源", U"碳排放", U"自评报告", U"自评表", U"佐证材料"};

std::unique_ptr<icu::BreakIterator> word_iterator() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> words(icu::BreakIterator::createWordInstance(icu::Locale::getChina(), status));
  return U_SUCCESS(status) ? std::move(words) : nullptr;
}

void keep_terms(GlyphText& text) {
  std::u32string plain;
  for (const Glyph& glyph : text.glyphs) plain.push_back(glyph.c);
  for (const std::u32string_view term : kTerms) {
    for (std::size_t at = plain.find(term); at != std::u32string::npos; at = plain.find(term, at + 1)) {
      for (std::size_t i = at; i + 1 < at + term.size(); ++i) text.glyphs[i].brk = Break::no;
    }
  }
}

}  // namespace

GlyphText with_breaks_between_words(const GlyphText& text) {
  const std::unique_ptr<icu::BreakIterator> words = word_iterator();
  GlyphText strict = text;
  if (!words) return strict;
  icu::UnicodeString plain;
  for (const Glyph& glyph : text.glyphs) plain.append(static_cast<UChar32>(glyph.c));
  words->setText(plain);
  int at = 0;
  for (std::size_t i = 0; i + 1 < strict.glyphs.size(); ++i) {
    Glyph& glyph = strict.glyphs[i];
    at += U16_LENGTH(static_cast<UChar32>(glyph.c));
    const bool suffix = kSuffixes.find(strict.glyphs[i + 1].c) != std::u32string_view::npos;
    if (glyph.brk == Break::may && (suffix || !words->isBoundary(at))) glyph.brk = Break::no;
  }
  keep_terms(strict);
  return strict;
}

}  // namespace lvce
