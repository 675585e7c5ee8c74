// The printed numbers of a PDF against its page labels. Private to pack/.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "layout/page_label.h"
#include "support/finding.h"

namespace lvce {

enum class PageOrder {
  whole,            ///< the bound file: 1, 2, 3 … and their supplements 57-1, 57-2 …, with nothing printed on the first page
  whole_with_gaps,  ///< its copy for the screen: empty pages are left out
  counting,         ///< any other file: from any number on; before the first one pages without any (cover and contents of a volume)
  with_gaps,        ///< sheets to be added to a printed volume, or a copy for the screen: numbers only rise
};

/// What is expected of one PDF.
struct ExpectedPages {
  PageOrder order = PageOrder::counting;
  long pages = 0;                                         ///< 0: not known
  std::optional<std::set<std::string>> check_codes = {};  ///< 校验 that its pages may print; nothing: not known
  bool prints_code = false;                               ///< one of them stands on some page
};

/// Bytes of pages' contents that may be looked through for one package: a forged one must not cost its reader minutes.
inline constexpr std::uintmax_t kContentsAtMost = 256U << 20;

/// Page labels against the numbers printed on the pages: every page that has one printed; and the check codes on them. `left` of kContentsAtMost goes
/// down; when nothing is left, that is a finding and the rest of the pages is not looked at. `labels`, where given: those of all pages that have one,
/// in order.
Findings verify_pages(const std::filesystem::path& pdf, const std::string& name, const ExpectedPages& wanted, std::uintmax_t& left,
                      std::vector<PageLabel>* labels = nullptr);

}  // namespace lvce
