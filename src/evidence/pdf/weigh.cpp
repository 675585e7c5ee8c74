// How much memory a file's pages take when they are bound: their objects, counted.
#include <set>
#include <vector>

#include "evidence/budget.h"
#include "evidence/pdf/pdf.h"

namespace lvce {
namespace {

// Measured on volumes of many objects of one kind.
constexpr std::uint64_t kPage = 14000, kContainer = 700, kIndirect = 800, kScalar = 64, kKey = 160;

/// Not carried into a volume.
bool is_left_behind(const std::string& key) { return key == "/Parent" || key == "/Metadata" || key == "/PieceInfo" || key == "/OPI"; }

class Scales {
 public:
  void put_page(QPDFPageObjectHelper& page) {
    weight_ += kPage;
    push(page.getAttribute("/Resources", false));
    push(page.getObjectHandle().getKey("/Contents"));
    push(page.getObjectHandle().getKey("/Group"));
    while (!left_.empty() && !is_full()) {
      QPDFObjectHandle object = left_.back();
      left_.pop_back();
      open(object);
    }
    left_.clear();
  }
  bool is_full() const { return weight_ > kFileWeight; }
  std::uint64_t weight() const { return weight_; }

 private:
  void push(QPDFObjectHandle object) {
    weight_ += kScalar;
    if (object.isArray() || object.isDictionary() || object.isStream()) left_.push_back(object);
  }

  void open(QPDFObjectHandle& object) {
    if (object.isIndirect()) {
      if (!seen_.insert(object.getObjGen()).second) return;
      weight_ += kIndirect;
    }
    weight_ += kContainer;
    if (object.isArray()) {
      const int count = object.getArrayNItems();
      for (int i = 0; i < count && !is_full(); ++i) push(object.getArrayItem(i));
      return;
    }
    QPDFObjectHandle dictionary = object.isStream() ? object.getDict() : object;
    for (const std::string& key : dictionary.getKeys()) {
      if (is_left_behind(key)) continue;
      weight_ += kKey + key.size();
      push(dictionary.getKey(key));
    }
  }

  std::uint64_t weight_ = 0;
  std::vector<QPDFObjectHandle> left_;
  std::set<QPDFObjGen> seen_;
};

}  // namespace

std::uint64_t weight_of(PdfPages& pages) {
  Scales scales;
  for (QPDFPageObjectHelper& page : pages) {
    scales.put_page(page);
    if (scales.is_full()) break;
  }
  return scales.weight();
}

}  // namespace lvce
