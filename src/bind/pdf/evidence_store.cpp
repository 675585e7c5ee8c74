#include "bind/pdf/evidence_store.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <qpdf/Pl_Flate.hh>
#include <qpdf/Pl_QPDFTokenizer.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include "bind/pdf/balance.h"
#include "bind/pdf/clean.h"
#include "layout/page.h"

namespace lvce {
namespace {

/// A part's own end must not end the whole.
class Through : public Pipeline {
 public:
  explicit Through(Pipeline& to) : Pipeline("part", nullptr), to_(to) {}
  void write(unsigned char const* data, size_t length) override { to_.write(data, length); }
  void finish() override {}

 private:
  Pipeline& to_;
};

/// All parts one after the other, decoded. Broken data give what can be had of them.
void pipe_parts(std::vector<PdfObject>& parts, Pipeline& to) {
  for (PdfObject& part : parts) {
    Through through(to);
    part.pipeStreamData(&through, 0, qpdf_dl_generalized, true);
    to.writeCStr("\n");
  }
  to.finish();
}

/// Several content streams as one, balanced where they were not, compressed when asked for.
class JoinedContents : public PdfObject::StreamDataProvider {
 public:
  JoinedContents(std::vector<PdfObject> parts, bool balance) : StreamDataProvider(true), parts_(std::move(parts)), balance_(balance) {}

  bool provideStreamData(QPDFObjGen const&, Pipeline* to, bool, bool) override {
    Pl_Flate deflate("joined contents", to, Pl_Flate::a_deflate);
    if (balance_) {
      BalanceFilter filter;
      Pl_QPDFTokenizer tokens("balance", &filter, &deflate);
      pipe_parts(parts_, tokens);
    } else {
      pipe_parts(parts_, deflate);
    }
    return true;
  }

 private:
  std::vector<PdfObject> parts_;
  bool balance_;
};

/// Sides in ascending order, or nothing useful: all zero.
PdfObject::Rectangle rectangle_of(PdfObject object) {
  if (!object.isRectangle()) return {0, 0, 0, 0};
  const PdfObject::Rectangle r = object.getArrayAsRectangle();
  return {std::min(r.llx, r.urx), std::min(r.lly, r.ury), std::max(r.llx, r.urx), std::max(r.lly, r.ury)};
}

bool is_usable(const PdfObject::Rectangle& r) {
  constexpr double kLargest = 1e6;
  const bool bounded = std::abs(r.llx) < kLargest && std::abs(r.lly) < kLargest && std::abs(r.urx) < kLargest && std::abs(r.ury) < kLargest;
  return bounded && r.urx - r.llx >= 1 && r.ury - r.lly >= 1;
}

/// MediaBox ∩ CropBox; A4 where the page names no usable box.
PdfObject::Rectangle seen_box(QPDFPageObjectHelper& page) {
  PdfObject::Rectangle media = rectangle_of(page.getAttribute("/MediaBox", false));
  if (!is_usable(media)) media = {0, 0, kA4WidthPt, kA4HeightPt};
  const PdfObject::Rectangle crop = rectangle_of(page.getAttribute("/CropBox", false));
  const PdfObject::Rectangle both = {std::max(media.llx, crop.llx), std::max(media.lly, crop.lly), std::min(media.urx, crop.urx),
                                     std::min(media.ury, crop.ury)};
  return is_usable(crop) && is_usable(both) ? both : media;
}

ForeignPage shape_of(QPDFPageObjectHelper& page) {
  const PdfObject::Rectangle box = seen_box(page);
  PdfObject rotate = page.getAttribute("/Rotate", false), unit = page.getObjectHandle().getKey("/UserUnit");
  ForeignPage shape = {box.llx, box.lly, box.urx, box.ury, 0, 1};
  if (rotate.isInteger()) shape.rotate = static_cast<int>(((rotate.getIntValue() % 360) + 360) % 360 / 90 * 90);
  if (unit.isNumber() && unit.getNumericValue() >= 0.01 && unit.getNumericValue() <= 1000) shape.user_unit = unit.getNumericValue();
  return shape;
}

std::vector<PdfObject> streams_of(PdfObject contents) {
  if (contents.isStream()) return {contents};
  std::vector<PdfObject> streams;
  if (!contents.isArray()) return streams;
  for (int i = 0; i < contents.getArrayNItems(); ++i) {
    if (contents.getArrayItem(i).isStream()) streams.push_back(contents.getArrayItem(i));
  }
  return streams;
}

/// Only what tells how the data are packed stays.
void strip_to_data(PdfObject stream) {
  PdfObject dictionary = stream.getDict();
  for (const std::string& key : dictionary.getKeys()) {
    if (key != "/Length" && key != "/Filter" && key != "/DecodeParms") dictionary.removeKey(key);
  }
}

bool can_be_decoded(PdfObject& stream) {
  bool decodable = false;
  stream.pipeStreamData(nullptr, &decodable, 0, qpdf_dl_generalized, true);
  return decodable || !stream.getDict().hasKey("/Filter");
}

bool are_balanced(std::vector<PdfObject>& parts) {
  BalanceScanner scanner;
  pipe_parts(parts, scanner);
  return scanner.balanced();
}

}  // namespace

EvidenceStore::EvidenceStore() {
  pdf_.emptyPDF();
  pdf_.setSuppressWarnings(true);
}

StoredFile EvidenceStore::read(const std::filesystem::path& file, int pages) {
  StoredFile result;
  QPDF source;
  source.setSuppressWarnings(true);
  used_streams_.clear();
  values_.forget_places();
  try {
    source.processInputSource(std::make_shared<FileInput>(file, files_));
    const auto& found = source.getAllPages();
    const std::size_t wanted = std::min(found.size(), static_cast<std::size_t>(std::max(pages, 0)));
    for (std::size_t i = 0; i < wanted; ++i) result.pages.push_back(read_page(source, found[i]));
    take_layers(source, pdf_, layers_);
  } catch (const std::exception&) {
    result.fault = result.pages.empty() ? "文件损坏，无法读取" : "文件后部损坏，无法读取";
  }
  for (const QPDFExc& warning : source.getWarnings()) result.repairs.push_back(warning.what());
  files_->close(file);
  return result;
}

StoredPage EvidenceStore::read_page(QPDF& source, PdfObject page) {
  StoredPage stored;
  try {
    QPDFPageObjectHelper helper(page);
    stored.shape = shape_of(helper);
    PdfObject holder = PdfObject::newDictionary();
    PdfObject resources = helper.getAttribute("/Resources", false);
    holder.replaceKey("/Resources", resources.isDictionary() ? resources : PdfObject::newDictionary());
    holder.replaceKey("/Contents", PdfObject::newArray(streams_of(page.getKey("/Contents"))));
    if (page.getKey("/Group").isDictionary()) holder.replaceKey("/Group", page.getKey("/Group"));
    holder = source.makeIndirectObject(holder);
    stored.fault = clean_reachable(holder);
    if (!stored.fault.empty()) return stored;
    const PdfObject copy = pdf_.copyForeignObject(holder);
    stored.form = form_of(copy);
    if (!stored.form.isInitialized()) {
      stored.fault = "页面内容的压缩方式无法识别";
      return stored;
    }
    pdf_.replaceObject(copy.getObjGen(), PdfObject::newNull());  // was needed on the way only
    PdfObject dictionary = stored.form.getDict();
    dictionary.replaceKey("/BBox", pdf_rectangle(stored.shape.x0, stored.shape.y0, stored.shape.x1, stored.shape.y1));
    values_.share(stored.form);
  } catch (const std::exception&) {
    stored.fault = "页面数据损坏，无法读取";
  }
  return stored;
}

PdfObject EvidenceStore::form_of(PdfObject copy) {
  std::vector<PdfObject> parts = copy.getKey("/Contents").getArrayAsVector();
  const bool decodable = std::all_of(parts.begin(), parts.end(), [](PdfObject& part) { return can_be_decoded(part); });
  const bool balanced = !decodable || are_balanced(parts);
  PdfObject form;
  if (parts.size() == 1 && balanced) {
    form = used_streams_.insert(parts[0].getObjGen()).second ? parts[0] : parts[0].copyStream();
    strip_to_data(form);
  } else if (decodable) {
    form = PdfObject::newStream(&pdf_);
    form.replaceStreamData(std::make_shared<JoinedContents>(parts, !balanced), PdfObject::newName("/FlateDecode"), PdfObject::newNull());
  } else {
    return {};
  }
  PdfObject dictionary = form.getDict();
  dictionary.replaceKey("/Type", PdfObject::newName("/XObject"));
  dictionary.replaceKey("/Subtype", PdfObject::newName("/Form"));
  dictionary.replaceKey("/Resources", copy.getKey("/Resources"));
  if (copy.hasKey("/Group")) dictionary.replaceKey("/Group", copy.getKey("/Group"));
  return form;
}

}  // namespace lvce
