#include "evidence/pdf/page_words.h"

#include <poppler.h>

#include <memory>

#include "support/files.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr std::uintmax_t kTextPdfAtMost = 20U << 20;
constexpr glong kCharactersAtMost = 20'000;  ///< of a page

struct Release {
  void operator()(void* object) const { g_object_unref(object); }
  void operator()(GBytes* bytes) const { g_bytes_unref(bytes); }
  void operator()(char* text) const { g_free(text); }
  void operator()(PopplerRectangle* areas) const { g_free(areas); }
};

bool is_blank_character(gunichar c) { return c <= ' ' || c == 0xA0 || c == 0x3000; }

/// Characters on, one after the other on a line, are one word.
bool goes_on(const PageWord& word, const PopplerRectangle& area) {
  const double height = std::max(word.bottom - word.top, 1.0);
  const bool same_line = area.y1 < word.bottom && area.y2 > word.top;
  return same_line && area.x1 >= word.right - height && area.x1 <= word.right + height * 0.6;
}

PageWords words_of(PopplerPage* page) {
  PageWords out;
  const std::unique_ptr<char, Release> text(poppler_page_get_text(page));
  PopplerRectangle* found = nullptr;
  guint count = 0;
  if (!text || !poppler_page_get_text_layout(page, &found, &count)) return out;
  const std::unique_ptr<PopplerRectangle, Release> areas(found);
  const glong characters = g_utf8_strlen(text.get(), -1);
  if (characters > kCharactersAtMost) return out;
  const char* at = text.get();
  bool open = false;
  for (guint i = 0; i < count && *at != '\0'; ++i, at = g_utf8_next_char(at)) {
    const gunichar c = g_utf8_get_char(at);
    if (is_blank_character(c)) {
      open = false;
      continue;
    }
    const PopplerRectangle& area = found[i];
    if (!open || !goes_on(out.back(), area)) out.push_back({"", area.x1, area.y1, area.x2, area.y2});
    append_utf8(out.back().text, c);
    out.back().right = std::max(out.back().right, area.x2);
    open = true;
  }
  return out;
}

std::string text_of_words(const PageWords& words) {
  std::string out;
  for (const PageWord& word : words) out += word.text;
  return out;
}

/// Borrows the bytes.
std::unique_ptr<PopplerDocument, Release> open_document(std::string_view bytes) {
  const std::unique_ptr<GBytes, Release> held(g_bytes_new_static(bytes.data(), bytes.size()));
  return std::unique_ptr<PopplerDocument, Release>(poppler_document_new_from_bytes(held.get(), nullptr, nullptr));
}

}  // namespace

std::string lines_of_first_page(std::string_view bytes) {
  const auto document = open_document(bytes);
  if (!document || poppler_document_get_n_pages(document.get()) < 1) return "";
  const std::unique_ptr<PopplerPage, Release> page(poppler_document_get_page(document.get(), 0));
  const std::unique_ptr<char, Release> text(page ? poppler_page_get_text(page.get()) : nullptr);
  return text ? text.get() : "";
}

std::vector<PageWords> words_of_pages(const std::filesystem::path& file, int most, const std::string& wanted) {
  std::vector<PageWords> out;
  const std::optional<std::string> bytes = read_file(file, kTextPdfAtMost);
  const auto document = bytes ? open_document(*bytes) : nullptr;
  if (!document) return out;
  const int pages = poppler_document_get_n_pages(document.get());
  for (int i = 0; i < pages && pages <= most; ++i) {
    const std::unique_ptr<PopplerPage, Release> page(poppler_document_get_page(document.get(), i));
    if (!page) continue;
    out.push_back(words_of(page.get()));
    if (i == 0 && text_of_words(out.back()).find(wanted) == std::string::npos) return {};
  }
  return out;
}

}  // namespace lvce
