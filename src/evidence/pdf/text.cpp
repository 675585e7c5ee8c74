#include <algorithm>
#include <map>
#include <qpdf/Pl_Function.hh>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "evidence/pdf/pdf.h"

namespace lvce {
namespace {

constexpr std::size_t kMaxContent = 256U << 20;  ///< decoded bytes of one file's content streams
constexpr std::size_t kMaxForms = 20'000;
constexpr int kMaxDepth = 12;

bool is_blank_or_delimiter(unsigned char c) { return c <= ' ' || c == '(' || c == ')' || c == '<' || c == '>' || c == '[' || c == ']' || c == '/' || c == '%'; }

/// Reads content bytes word by word: whether text is shown, and in which fonts. A font that is only listed, or chosen and not written in, is none of them.
class TextSeeker {
 public:
  void feed(const unsigned char* data, std::size_t length) {
    for (std::size_t i = 0; i < length; ++i) {
      if (is_blank_or_delimiter(data[i])) end_word(data[i] == '/');
      else if (word_.size() < kLongestWord) word_ += static_cast<char>(data[i]);
    }
  }
  void end_stream() { end_word(false); }
  bool found() const { return found_; }
  /// Names in the resources ("/F1").
  const std::set<std::string>& fonts() const { return fonts_; }

 private:
  static constexpr std::size_t kLongestWord = 127;  ///< of a name in PDF
  static constexpr std::size_t kSavedAtMost = 1000;

  void end_word(bool name_follows) {
    if (is_name_) last_name_ = "/" + word_;
    else take_operator();
    is_name_ = name_follows;
    word_.clear();
  }

  void take_operator() {
    if (word_ == "Tf") font_ = last_name_;
    else if (word_ == "q" && saved_.size() < kSavedAtMost) saved_.push_back(font_);
    else if (word_ == "Q" && !saved_.empty()) restore();
    else if (word_ == "Tj" || word_ == "TJ" || word_ == "'" || word_ == "\"") show();
  }

  void restore() {
    font_ = saved_.back();
    saved_.pop_back();
  }

  void show() {
    found_ = true;
    fonts_.insert(font_);
  }

  bool found_ = false;
  bool is_name_ = false;
  std::string word_, last_name_, font_;
  std::vector<std::string> saved_;
  std::set<std::string> fonts_;
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
      const bool text = look_at_page(pages[i]);
      if (broken_) out_.broken.push_back(i + 1);
      if (!text) out_.without.push_back(i + 1);
      out_.has_text = out_.has_text || text;
    }
    return out_;
  }

 private:
  /// These answer whether there is text; what was seen before answers what it did then.
  bool look_at_page(QPDFPageObjectHelper& page) {
    QPDFObjectHandle resources = page.getAttribute("/Resources", false);
    TextSeeker seeker;
    for (QPDFObjectHandle& stream : streams_of(page.getObjectHandle().getKey("/Contents"))) read_content(stream, seeker);
    look_at_fonts(resources, seeker.fonts());
    return look_at_resources(resources, 0) || seeker.found();
  }

  bool look_at_resources(QPDFObjectHandle resources, int depth) {
    if (!resources.isDictionary() || depth > kMaxDepth || out_.too_large) return false;
    if (resources.isIndirect()) {
      const auto [known, fresh] = seen_.try_emplace(resources.getObjGen(), false);
      if (!fresh) return known->second;
    }
    QPDFObjectHandle forms = resources.getKey("/XObject");
    bool text = false;
    if (forms.isDictionary()) {
      for (const std::string& key : forms.getKeys()) text = look_at_form(forms.getKey(key), resources, depth) || text;
    }
    if (resources.isIndirect()) seen_[resources.getObjGen()] = text;
    return text;
  }

  void look_at_fonts(QPDFObjectHandle resources, const std::set<std::string>& used) {
    QPDFObjectHandle fonts = resources.isDictionary() ? resources.getKey("/Font") : QPDFObjectHandle::newNull();
    if (!fonts.isDictionary()) return;
    for (const std::string& name : used)
      if (fonts.hasKey(name) && !is_embedded(fonts.getKey(name))) out_.fonts_embedded = false;
  }

  /// A form without resources of its own has those of what shows it.
  bool look_at_form(QPDFObjectHandle form, QPDFObjectHandle around, int depth) {
    if (!form.isStream()) return false;
    const auto [known, fresh] = seen_.try_emplace(form.getObjGen(), false);
    if (!fresh) return known->second;
    if (seen_.size() > kMaxForms) return false;
    QPDFObjectHandle dictionary = form.getDict();
    if (!dictionary.getKey("/Subtype").isNameAndEquals("/Form")) return false;
    TextSeeker seeker;
    read_content(form, seeker);
    QPDFObjectHandle own = dictionary.getKey("/Resources");
    look_at_fonts(own.isDictionary() ? own : around, seeker.fonts());
    const bool text = look_at_resources(own, depth + 1) || seeker.found();
    seen_[form.getObjGen()] = text;
    return text;
  }

  void read_content(QPDFObjectHandle& stream, TextSeeker& seeker) {
    if (!stream.isStream() || out_.too_large) return;
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
  }

  PdfText out_;
  bool broken_ = false;  ///< the page at hand
  std::size_t decoded_ = 0;
  std::map<QPDFObjGen, bool> seen_;
};

}  // namespace

PdfText look_for_text(PdfPages& pages) { return TextProbe().run(pages); }

}  // namespace lvce
