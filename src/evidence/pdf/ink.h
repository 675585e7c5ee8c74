// What contents leave on paper: whether anything at all, how much of it is pictures, and its first words. Colours that print white are no ink,
// nor are blanks and invisible letters; a picture always is.
#pragma once

#include <cstddef>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <string>
#include <vector>

#include "evidence/pdf/pdf.h"

namespace lvce {

struct Ink {
  bool any = false;
  double pictures = 0;      ///< area in square units of the content's space; strips and tiles are added up
  bool lacks_font = false;  ///< letters in a font that neither its own resources nor `more_fonts` name
  std::string words;        ///< UTF-8 as far as it can be told, without blanks; at most kWordsAtMost bytes
};

inline constexpr std::size_t kWordsAtMost = 4096;

enum class InkWanted {
  any,  ///< the look ends with the first ink
  all,
};

/// Of a page or a form XObject. What cannot be read counts as ink.
Ink ink_of(QPDFObjectHandle content, InkWanted wanted, QPDFObjectHandle more_fonts = QPDFObjectHandle::newNull());

/// Pages, from 1, on which nothing is seen.
std::vector<std::size_t> blank_pages(PdfPages& pages);

/// Whether pictures cover at least half of some page.
bool is_scanned(PdfPages& pages);

/// Of the only page of a file that says that what is meant lies elsewhere: an XFA form's "Please wait…", a portfolio's cover.
enum class Placeholder { none, xfa, portfolio };
Placeholder placeholder_of(PdfPages& pages);

}  // namespace lvce
