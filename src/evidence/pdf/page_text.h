// The text that a page of a PDF shows itself (not inside forms), through each font's /ToUnicode.
#pragma once

#include <qpdf/QPDFPageObjectHelper.hh>
#include <string>

namespace lvce {

inline constexpr std::size_t kPageTextAtMost = 16U << 20;  ///< decoded bytes of a stream

/// UTF-8, in the order of the content; throws what libqpdf throws.
std::string page_text(QPDFPageObjectHelper page);

}  // namespace lvce
