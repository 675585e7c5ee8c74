// Archives opened in workers, for whoever walks the evidence folder.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "evidence/evidence.h"
#include "evidence/job/protocol.h"

namespace lvce {

/// .zip .rar .7z .tar .tar.gz .tgz, and mails (.eml): the name without it; nothing for other names.
std::optional<std::string> archive_stem(std::string_view name);

/// An XML, which may be an invoice: then it is data.
bool has_data_name(std::string_view name);

/// What came out of an archive or a mail; nothing when the file is none, or when archives stay shut. Of an invoice as XML: the invoice.
struct OpenedArchive {
  std::vector<ArchiveEntry> entries;
  std::vector<Invoice> invoices;
  std::vector<Notice> notices;  ///< what is wrong with it as a whole
};
using ArchiveOpener = std::function<std::optional<OpenedArchive>(const std::filesystem::path&)>;

ArchiveOpener archive_opener(const Unpacking& unpacking);

}  // namespace lvce
