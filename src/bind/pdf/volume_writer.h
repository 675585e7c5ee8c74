// Volume → PDF file.
#pragma once

#include <filesystem>
#include <string>

#include "bind/pdf/own_pages.h"
#include "bind/pdf/volume.h"

namespace lvce {

/// Writes the volume; same input, same bytes. Throws std::exception when the file cannot be written. Forms of `volume` must belong to a PDF
/// that lives until this returns.
void write_volume(const Volume& volume, OwnPages& own, const std::filesystem::path& file);

}  // namespace lvce
