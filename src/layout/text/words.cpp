#include "layout/text/words.h"

#include <memory>
#include <string_view>

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace lvce {

namespace {

/// Never begin a title's line.
constexpr std::u32string_view kSuffixes = U"的型性化者式级类等之及和与";

std::unique_ptr<icu::BreakIterator> word_iterator() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> words(icu::BreakIterator::createWordInstance(icu::Locale::getChina(), status));
  return U_SUCCESS(status) ? std::move(words) : nullptr;
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
  return strict;
}

}  // namespace lvce
