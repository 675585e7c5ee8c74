// Words that were read on a picture, as invisible text in its place: found, marked and copied like any other, and never printed.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "evidence/job/protocol.h"
#include "evidence/job/read_page.h"

namespace lvce {

/// Content operators, balanced, in a space where the page's picture is the unit square with its lower left corner at the origin. `font`: the name of
/// unseen_font() among the resources, with its slash.
std::string unseen_text(const ReadPage& page, const std::string& font);

/// By page, from 0. One line a page in the file: its number, a blank, its JSON.
using ReadPages = std::map<std::size_t, ReadPage>;
bool write_read_pages(const ReadPages& pages, const std::filesystem::path& file);
ReadPages load_read_pages(const std::filesystem::path& file);

/// In the worker: a copy of job.file, to job.prepared_stem + ".pdf", with the pages of job.layer laid over its own. The page's turn, box and unit do
/// not matter to the reader. An error where that cannot be done.
void lay_text(const ProbeJob& job, Probed& probed);

}  // namespace lvce
