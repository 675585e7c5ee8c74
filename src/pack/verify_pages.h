// The printed numbers of a PDF against its page labels. Private to pack/.
#pragma once

#include <filesystem>
#include <string>

#include "support/finding.h"

namespace lvce {

/// `whole`: the bound file, whose pages are 1, 2, 3 … with nothing printed on the first. Other files may start at any number but count on,
/// and print a number on every page that has one printed; before the first number they may have
/// pages without any (cover and contents of a volume, labelled i, ii …).
Findings verify_pages(const std::filesystem::path& pdf, const std::string& name, bool whole);

}  // namespace lvce
