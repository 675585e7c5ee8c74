// Office documents by their bytes: which kind, and when they were made.
#pragma once

#include <filesystem>
#include <string>

#include "evidence/job/content.h"
#include "office/dossier.h"

namespace lvce {

/// What LibreOffice would call it: "docx", "doc", "xlsx", "xls", "pptx", "ppt", "odt", "ods", "odp", "rtf". Else "ofd", or "locked" (has a
/// password), or empty: no document that we know. WPS' own endings (.wps, .et, .dps) hold the old kinds of Word, Excel and PowerPoint.
std::string office_kind(const std::filesystem::path& file, const FileEnds& ends);

/// A web page, an archive of one (MHT), or Word or Excel 2003 XML under a name of Word or Excel: LibreOffice opens it like what it claims to be.
bool is_office_markup(const std::filesystem::path& file, const FileEnds& ends);

/// By its ending (.docx, .wps, .ofd …), whatever it holds.
bool has_office_name(const std::filesystem::path& file);

/// Made when, from the document's own properties (docx, xlsx, pptx).
EvidenceDate office_date(const std::filesystem::path& file);

}  // namespace lvce
