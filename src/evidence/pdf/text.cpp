#include <algorithm>
#include <map>
#include <qpdf/Pl_Function.hh>
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
      bool text = look_at_resources(pages[i].getAttribute("/Resources", false), 0);
      for (QPDFObjectHandle& stream : streams_of(pages[i].getObjectHandle().getKey("/Contents"))) text = read_content(stream) || text;
      if (broken_) out_.broken.push_back(i + 1);
      if (!text) out_.without.push_back(i + 1);
      out_.has_text = out_.has_text || text;
    }
    return out_;
  }

 private:
  /// These answer whether there is text; what was seen before answers what it did then.
  bool look_at_resources(QPDFObjectHandle resources, int depth) {
    if (!resources.isDictionary() || depth > kMaxDepth || out_.too_large) return false;
    if (resources.isIndirect()) {
      const auto [known, fresh] = seen_.try_emplace(resources.getObjGen(), false);
      if (!fresh) return known->second;
    }
    look_at_fonts(resources.getKey("/Font"));
    QPDFObjectHandle forms = resources.getKey("/XObject");
    bool text = false;
    if (forms.isDictionary()) {
      for (const std::string& key : forms.getKeys()) text = look_at_form(forms.getKey(key), depth) || text;
    }
    if (resources.isIndirect()) seen_[resources.getObjGen()] = text;
    return text;
  }

  void look_at_fonts(QPDFObjectHandle fonts) {
    if (!fonts.isDictionary()) return;
    for (const std::string& key : fonts.getKeys()) {
      QPDFObjectHandle font = fonts.getKey(key);
      if (font.isIndirect() && !seen_.try_emplace(font.getObjGen(), false).second) continue;
      if (!is_embedded(font)) out_.fonts_embedded = false;
    }
  }

  bool look_at_form(QPDFObjectHandle form, int depth) {
    if (!form.isStream()) return false;
    const auto [known, fresh] = seen_.try_emplace(form.getObjGen(), false);
    if (!fresh) return known->second;
    if (seen_.size() > kMaxForms) return false;
    QPDFObjectHandle dictionary = form.getDict();
    if (!dictionary.getKey("/Subtype").isNameAndEquals("/Form")) return false;
    bool text = read_content(form);
    text = look_at_resources(dictionary.getKey("/Resources"), depth + 1) || text;
    seen_[form.getObjGen()] = text;
    return text;
  }

  bool read_content(QPDFObjectHandle& stream) {
    if (!stream.isStream() || out_.too_large) return false;
    TextSeeker seeker;
    Pl_Function sink("content", nullptr, [this, &seeker](const unsigned char* data, size_t length) {
      decoded_ += length;
      if (decoded_ > kMaxContent) {
        out_.too_large = true;
        throw std::runtime_error("content too large");
      }
      seeker.feed(data, length);
    });
    bool filtered = false;
    const std::size_t warnings = stream.getOwningQPDF()->numWarnings();
    const bool whole = stream.pipeStreamData(&sink, &filtered, 0, qpdf_dl_specialized, false, false);
    broken_ = broken_ || !whole || stream.getOwningQPDF()->numWarnings() > warnings;
    seeker.end_stream();
    return seeker.found();
  }

  PdfText out_;
  bool broken_ = false;  ///< the page at hand
  std::size_t decoded_ = 0;
  std::map<QPDFObjGen, bool> seen_;
};

}  // namespace

PdfText look_for_text(PdfPages& pages) { return TextProbe().run(pages); }

}  // namespace lvce
