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

SealedText read_sealed_text(const std::filesystem::path& file) {
  SealedText out;
  try {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processFile(file.c_str());
    std::size_t read = 0;
    for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
      if (++read > kSealedPagesAtMost) break;
      const std::string text = page_text(page);
      out.searchable = out.searchable || !text.empty();
      out.digests.merge(digests_in(text));
    }
  } catch (const std::exception&) {  // what was found so far stands
  }
  return out;
}

}  // namespace lvce
