#include <algorithm>
#include <map>
#include <qpdf/Pl_Function.hh>
#include <qpdf/QPDF.hh>
#include <stdexcept>
#include <string_view>

#include "evidence/pdf/pdf.h"

namespace lvce {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kPictureHead = 64;                                           ///< bytes within which a picture must begin
constexpr std::size_t kPictureTail = 4096;                                         ///< and end
constexpr std::size_t kDecodedOfGood = 32U << 20, kDecodedOfDamaged = 512U << 20;  ///< bytes a file
constexpr std::size_t kLooksAtMost = 200'000;
constexpr int kDepth = 12;

/// The first and the last bytes of a stream.
class Ends {
 public:
  void feed(std::string_view data) {
    if (head_.size() < kPictureHead) head_ += data.substr(0, kPictureHead - head_.size());
    if (data.size() >= kPictureTail) tail_ = data.substr(data.size() - kPictureTail);
    else tail_ += data;
    if (tail_.size() > 2 * kPictureTail) tail_.erase(0, tail_.size() - kPictureTail);
  }
  bool are(std::string_view first, std::string_view last) const { return head_.find(first) != head_.npos && tail_.find(last) != tail_.npos; }

 private:
  std::string head_, tail_;
};

std::string filter_of(QPDFObjectHandle image) {
  QPDFObjectHandle filter = image.getDict().getKey("/Filter");
  if (filter.isArray() && filter.getArrayNItems() == 1) filter = filter.getArrayItem(0);
  return filter.isName() ? filter.getName() : std::string();
}

/// JPEG 2000 may come with or without its boxes; both close with the same mark.
bool ends_well(QPDFObjectHandle image, const std::string& filter) {
  Ends ends;
  Pl_Function sink("ends", nullptr, [&](const unsigned char* data, size_t length) { ends.feed({reinterpret_cast<const char*>(data), length}); });
  bool filtered = false;
  if (!image.pipeStreamData(&sink, &filtered, 0, qpdf_dl_none, true, false)) return false;
  return ends.are(filter == "/JPXDecode" ? "\xFF\x4F\xFF\x51"sv : "\xFF\xD8"sv, "\xFF\xD9"sv) || (filter == "/JPXDecode" && ends.are("jP  "sv, "\xFF\xD9"sv));
}

class PictureProbe {
 public:
  explicit PictureProbe(bool thoroughly) : thoroughly_(thoroughly) {}

  bool any_broken(QPDFObjectHandle resources, int depth) {
    if (!resources.isDictionary() || depth > kDepth) return false;
    QPDFObjectHandle objects = resources.getKey("/XObject");
    if (!objects.isDictionary()) return false;
    bool broken = false;
    for (auto& [name, object] : objects.getDictAsMap()) {
      if (++looks_ > kLooksAtMost) break;
      broken = is_broken(object, depth) || broken;
    }
    return broken;
  }

 private:
  /// Each object is looked at once, however many pages show it.
  bool is_broken(QPDFObjectHandle object, int depth) {
    if (!object.isStream()) return thoroughly_;
    const auto [place, is_new] = known_.emplace(object.getObjGen(), false);
    if (!is_new) return place->second;
    QPDFObjectHandle kind = object.getDict().getKey("/Subtype");
    const bool broken = kind.isNameAndEquals("/Form")    ? any_broken(object.getDict().getKey("/Resources"), depth + 1)
                        : kind.isNameAndEquals("/Image") ? is_picture_broken(object)
                                                         : false;
    return known_[object.getObjGen()] = broken;
  }

  bool is_picture_broken(QPDFObjectHandle image) {
    try {
      const std::string filter = filter_of(image);
      if (filter == "/JPXDecode") return !ends_well(image, filter);
      if (filter == "/DCTDecode") return !ends_well(image, filter) || (thoroughly_ && !can_be_decoded(image, qpdf_dl_all));
      return !can_be_decoded(image, qpdf_dl_specialized);
    } catch (const std::bad_alloc&) {
      throw;
    } catch (const std::exception&) {
      return true;
    }
  }

  /// What the library has no decoder for is taken as it is.
  bool can_be_decoded(QPDFObjectHandle image, qpdf_stream_decode_level_e level) {
    if (decoded_ > most()) return true;
    bool enough = false, filtered = false;
    Pl_Function sink("picture", nullptr, [&](const unsigned char*, size_t length) {
      decoded_ += length;
      enough = decoded_ > most();
      if (enough) throw std::runtime_error("enough");
    });
    const std::size_t warnings = image.getOwningQPDF()->numWarnings();
    const bool whole = image.pipeStreamData(&sink, &filtered, 0, level, false, false);
    return enough || (whole && image.getOwningQPDF()->numWarnings() == warnings);
  }

  std::size_t most() const { return thoroughly_ ? kDecodedOfDamaged : kDecodedOfGood; }

  bool thoroughly_;
  std::map<QPDFObjGen, bool> known_;
  std::size_t looks_ = 0, decoded_ = 0;
};

}  // namespace

std::vector<std::size_t> pages_with_broken_pictures(PdfPages& pages, bool thoroughly) {
  PictureProbe probe(thoroughly);
  std::vector<std::size_t> broken;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (probe.any_broken(pages[i].getAttribute("/Resources", false), 0)) broken.push_back(i + 1);
  }
  return broken;
}

}  // namespace lvce
