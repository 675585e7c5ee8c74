// PDFs through libqpdf: are they readable, how do their pages look, what must not be carried into the volume.
#pragma once

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <string>
#include <vector>

#include "evidence/job/protocol.h"

namespace lvce {

inline constexpr std::size_t kMaxPdfPages = 5000;

/// Fills format, pages, date, searchable, fonts and notices; writes a cleaned copy where one is needed and wanted.
void probe_pdf(const ProbeJob& job, Probed& probed);

/// "第2、5、7页"
std::string name_pages(const std::vector<std::size_t>& pages);

using PdfPages = std::vector<QPDFPageObjectHelper>;

/// A page's size as it is to be seen: CropBox inside MediaBox, UserUnit, Rotate. A4 where the file gives none.
PageSize page_size(QPDFPageObjectHelper page);

/// "2023-03-05" from the Info dictionary, else from XMP; none when neither has one.
EvidenceDate pdf_date(QPDF& pdf);

struct PdfText {
  bool has_text = false;  ///< some page shows text (also invisible text behind a scan)
  bool fonts_embedded = true;
  bool too_large = false;            ///< contents inflate beyond the cap
  std::vector<std::size_t> without;  ///< pages, from 1, that show none
  std::vector<std::size_t> broken;   ///< pages, from 1, that are not there, or whose contents are not, or cannot be decoded to their end
};
/// Decodes every content stream once, which also brings damage to light (as warnings of `pdf`).
PdfText look_for_text(PdfPages& pages);

/// Pages, from 1, whose resources hold pictures with broken data. JPEG and JPEG 2000 are looked at from both ends, others decoded
/// until a budget is spent. `thoroughly`, for files that are known to be damaged: a larger budget, and what is not there at all is missed.
std::vector<std::size_t> pages_with_broken_pictures(PdfPages& pages, bool thoroughly);

/// Scripts, launch actions, attachments, XFA, layers that are off: said in notices.
void judge_active_content(QPDF& pdf, PdfPages& pages, Probed& probed);

/// Bytes of memory that these pages and all that they draw with will take in the main process, roughly; no more than is needed to know that
/// it is above kFileWeight.
std::uint64_t weight_of(PdfPages& pages);

/// Draws what annotations and form fields show into the pages. True when anything was drawn, so that a copy must be bound.
bool flatten_visible(QPDF& pdf, PdfPages& pages, Probed& probed);

/// Puts several sheets in the place of each page that is far longer than a sheet (long_cut.h), in `pdf`, `pages` and probed.pages. True when there was
/// one, so that a copy must be bound. After everything that counts or draws into pages.
bool cut_long_pages(QPDF& pdf, PdfPages& pages, bool has_text, Probed& probed);

}  // namespace lvce
