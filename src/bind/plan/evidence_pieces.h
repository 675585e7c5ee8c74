// The evidence of an indicator as pieces. Pure.
#pragma once

#include "bind/plan/piece.h"

namespace lvce {

/// "file:12"
std::string file_anchor(std::size_t file);
std::string title_of(const EvidenceFile& file);

bool is_refused(const EvidenceFile& file);
/// A picture that shares pages with others.
bool is_photo(const EvidenceFile& file);
/// A long picture, made ready as a PDF of its pieces.
bool is_in_pieces(const EvidenceFile& file);
/// Its pages come from a PDF: it is one, or a picture in pieces.
bool has_foreign_pages(const EvidenceFile& file);

enum class Refused { with, without };
/// The files of an indicator that can be bound, in order; with or without those that could not be and have a page instead.
std::vector<std::size_t> bindable_files(const Assessment& assessment, const Indicator& indicator, Refused refused);

/// A piece for each file (for one that could not be bound, the page that says so); pictures that follow each other and came in the same `round` (0: with the
/// first print; as long as the folder, or empty: all 0) share pages.
std::vector<Piece> evidence_pieces(const Assessment& assessment, const Indicator& indicator, const std::vector<std::size_t>& files, const Templates& templates,
                                   const std::vector<int>& rounds = {});

}  // namespace lvce
