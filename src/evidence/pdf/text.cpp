#include <algorithm>
#include <map>
#include <qpdf/Pl_Function.hh>
#include <set>
#include <stdexcept>

#include "evidence/pdf/pdf.h"

namespace lvce {
namespace {

constexpr std::size_t kMaxContent = 256U << 20;  ///< decoded bytes of one file's content streams
constexpr std::size_t kMaxForms = 20'000;
constexpr int kMaxDepth = 12;

bool is_blank_or_delimiter(unsigned char c) { return c <= ' ' || c == '(' || c == ')' || c == '<' || c == '>' || c == '[' || c == ']' || c == '/' || c == '%'; }

/// Finds the operators Tj and TJ in a stream of content bytes.
class TextSeeker {
 public:
  void feed(const unsigned char* data, std::size_t length) {
    for (std::size_t i = 0; i < length && !found_; ++i) {
      found_ = is_blank_or_delimiter(data[i]) && before_last_ == 'T' && (last_ == 'j' || last_ == 'J') && is_blank_or_delimiter(front_);
      front_ = before_last_;
      before_last_ = last_;
      last_ = data[i];
    }
  }
  void end_stream() {
    constexpr unsigned char kBlank = ' ';
    feed(&kBlank, 1);
  }
  bool found() const { return found_; }

 private:
  unsigned char front_ = ' ';
  unsigned char before_last_ = ' ';
  unsigned char last_ = ' ';
  bool found_ = false;
};

bool has_font_file(QPDFObjectHandle descriptor) {
  if (!descriptor.isDictionary()) return false;
  return descriptor.hasKey("/FontFile") || descriptor.hasKey("/FontFile2") || descriptor.hasKey("/FontFile3");
}

bool is_embedded(QPDFObjectHandle font) {
  if (!font.isDictionary()) return true;  // broken: damage is reported elsewhere
  QPDFObjectHandle kind = font.getKey("/Subtype");
  if (kind.isNameAndEquals("/Type3")) return true;
  if (!kind.isNameAndEquals("/Type0")) return has_font_file(font.getKey("/FontDescriptor"));
  QPDFObjectHandle below = font.getKey("/DescendantFonts");
  if (!below.isArray() || below.getArrayNItems() < 1) return true;
  QPDFObjectHandle descendant = below.getArrayItem(0);
  return !descendant.isDictionary() || has_font_file(descendant.getKey("/FontDescriptor"));
}

std::vector<QPDFObjectHandle> streams_of(QPDFObjectHandle contents) {
  return contents.isArray() ? contents.getArrayAsVector() : std::vector<QPDFObjectHandle>{contents};
}

/// The page itself, or what its dictionary names as its contents.
bool lacks_something(QPDFObjectHandle page) {
  if (!page.isDictionary()) return true;
  const std::map<std::string, QPDFObjectHandle> entries = page.getDictAsMap();
  const auto contents = entries.find("/Contents");
  if (contents == entries.end()) return false;
  std::vector<QPDFObjectHandle> streams = streams_of(contents->second);
  return std::any_of(streams.begin(), streams.end(), [](QPDFObjectHandle& stream) { return stream.isIndirect() && !stream.isStream(); });
}

class TextProbe {
 public:
  PdfText run(PdfPages& pages) {
    for (std::size_t i = 0; i < pages.size() && !out_.too_large; ++i) {
      broken_ = lacks_something(pages[i].getObjectHandle());
      look_at_resources(pages[i].getAttribute("/Resources", false), 0);
      for (QPDFObjectHandle& stream : streams_of(pages[i].getObjectHandle().getKey("/Contents"))) read_content(stream);
      if (broken_) out_.broken.push_back(i + 1);
    }
    out_.has_text = seeker_.found();
    return out_;
  }

 private:
  void look_at_resources(QPDFObjectHandle resources, int depth) {
    if (!resources.isDictionary() || depth > kMaxDepth || out_.too_large) return;
    if (resources.isIndirect() && !seen_.insert(resources.getObjGen()).second) return;
    look_at_fonts(resources.getKey("/Font"));
    QPDFObjectHandle forms = resources.getKey("/XObject");
    if (!forms.isDictionary()) return;
    for (const std::string& key : forms.getKeys()) look_at_form(forms.getKey(key), depth);
  }

  void look_at_fonts(QPDFObjectHandle fonts) {
    if (!fonts.isDictionary()) return;
    for (const std::string& key : fonts.getKeys()) {
      QPDFObjectHandle font = fonts.getKey(key);
      if (font.isIndirect() && !seen_.insert(font.getObjGen()).second) continue;
      if (!is_embedded(font)) out_.fonts_embedded = false;
    }
  }

  void look_at_form(QPDFObjectHandle form, int depth) {
    if (!form.isStream() || !seen_.insert(form.getObjGen()).second || seen_.size() > kMaxForms) return;
    QPDFObjectHandle dictionary = form.getDict();
    if (!dictionary.getKey("/Subtype").isNameAndEquals("/Form")) return;
    read_content(form);
    look_at_resources(dictionary.getKey("/Resources"), depth + 1);
  }

  void read_content(QPDFObjectHandle& stream) {
    if (!stream.isStream() || out_.too_large) return;
    Pl_Function sink("content", nullptr, [this](const unsigned char* data, size_t length) {
      decoded_ += length;
      if (decoded_ > kMaxContent) {
        out_.too_large = true;
        throw std::runtime_error("content too large");
      }
      seeker_.feed(data, length);
    });
    bool filtered = false;
    const std::size_t warnings = stream.getOwningQPDF()->numWarnings();
    const bool whole = stream.pipeStreamData(&sink, &filtered, 0, qpdf_dl_specialized, false, false);
    broken_ = broken_ || !whole || stream.getOwningQPDF()->numWarnings() > warnings;
    seeker_.end_stream();
  }

  PdfText out_;
  TextSeeker seeker_;
  bool broken_ = false;  ///< the page at hand
  std::size_t decoded_ = 0;
  std::set<QPDFObjGen> seen_;
};

}  // namespace

PdfText look_for_text(PdfPages& pages) { return TextProbe().run(pages); }

}  // namespace lvce
