// Volume → PDF file.
#pragma once

#include <filesystem>
#include <string>

#include "bind/pdf/own_pages.h"
#include "bind/pdf/volume.h"

namespace lvce {

/// Writes the volume and gives the SHA-256 of its file; same input, same bytes. Throws std::exception when the file cannot be written. `into` is the PDF that
/// the volume's forms belong to (EvidenceStore::pdf(), one volume after the other), or an empty one for volumes of own pages alone: evidence of thousands of
/// files is in memory once, however many volumes show it.
std::string write_volume(const Volume& volume, OwnPages& own, QPDF& into, const std::filesystem::path& file);

}  // namespace lvce
