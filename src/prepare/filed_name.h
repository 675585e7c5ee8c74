// The name under which a file is put in its place, as long as its own says nothing. Pure.
#pragma once

#include <string>

#include "office/dossier.h"
#include "prepare/sort_words.h"

namespace lvce {

/// With its ending, without indicators: what a picture shows (its caption, the words of its folder, the day of its name); for a paper whose name says
/// nothing (扫描件003, 新建 Microsoft Word 文档) the title of its first page, with the date that stands there in a line of its own; else its own name.
std::string filed_name(const EvidenceFile& file, const std::string& first_page, const SortWords& words);

/// `words` as a file's name may hold them (no / \ : * ? " < > |, no line breaks), with the ending of `path`. Empty where nothing is left, or too much.
std::string name_from(const std::string& words, const std::string& path);

}  // namespace lvce
