#include "bind/sealed/sealed_text.h"

#include <algorithm>
#include <cctype>
#include <exception>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include "bind/plan/digest.h"
#include "evidence/pdf/page_text.h"

namespace lvce {

std::set<std::string> digests_in(const std::string& text) {
  std::string packed;
  std::copy_if(text.begin(), text.end(), std::back_inserter(packed), [](unsigned char c) { return c > ' '; });
  std::set<std::string> found;
  const std::string word = kDigestWord;
  for (std::size_t at = packed.find(word); at != std::string::npos; at = packed.find(word, at + 1)) {
    const std::string digits = packed.substr(at + word.size(), kShortDigestLength);
    const bool hexadecimal = std::all_of(digits.begin(), digits.end(), [](unsigned char c) { return std::isxdigit(c) != 0; });
    if (digits.size() == kShortDigestLength && hexadecimal) found.insert(digits);
  }
  return found;
}

std::vector<std::string> read_page_texts(const std::filesystem::path& file) {
  std::vector<std::string> pages;
  try {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processFile(file.c_str());
    for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
      if (pages.size() >= kSealedPagesAtMost) break;
      pages.push_back(page_text(page));
    }
  } catch (const std::exception&) {  // what was found so far stands
  }
  return pages;
}

SealedText read_sealed_text(const std::filesystem::path& file) {
  SealedText out;
  for (const std::string& text : read_page_texts(file)) {
    out.searchable = out.searchable || !text.empty();
    out.digests.merge(digests_in(text));
  }
  return out;
}

}  // namespace lvce
