// The name under which a file is put in its place, as long as its own says nothing. Pure.
#pragma once

#include <string>

#include "office/dossier.h"
#include "prepare/sort_words.h"

namespace lvce {

/// What a file shows (a line of 图说.txt, words of its folder) where its own name does not say so; else empty.
std::string shown_beside_name(const EvidenceFile& file);

/// With its ending, without indicators: what a picture shows (its caption, the words of its folder, the day of its name); for a paper whose name says
/// nothing (扫描件003, 总结) the title of its first page; else its own name. With the date that stands on the page in a line of its own, where no other is
/// said.
std::string filed_name(const EvidenceFile& file, const std::string& first_page, const SortWords& words);

/// `words` as a file's name may hold them (no / \ : * ? " < > |, no line breaks), with the ending of `path`. Empty where nothing is left, or too much.
std::string name_from(const std::string& words, const std::string& path);

}  // namespace lvce
