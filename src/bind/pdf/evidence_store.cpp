#include "bind/pdf/evidence_store.h"

#include <algorithm>
#include <memory>
#include <qpdf/Pl_Flate.hh>
#include <qpdf/Pl_QPDFTokenizer.hh>

#include "evidence/pdf/balance.h"

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

StoredFile EvidenceStore::read(const std::filesystem::path& file, int pages) { return take(open_source({file, pages}, files_)); }

StoredFile EvidenceStore::take(EvidenceSource source) {
  StoredFile result;
  result.fault = source.fault;
  source.input->use(files_);
  used_streams_.clear();
  values_.forget_places();
  for (const SourcePage& page : source.pages) result.pages.push_back(take_page(page));
  try {
    if (source.cleaner) take_layers(source.cleaner->layers(), pdf_, layers_);
  } catch (const std::exception&) {
    result.fault = "文件后部损坏，无法读取";
  }
  source.input->close();
  return result;
}

StoredPage EvidenceStore::take_page(const SourcePage& page) {
  StoredPage stored;
  stored.shape = page.shape;
  stored.fault = page.fault;
  if (!stored.fault.empty()) return stored;
  try {
    const PdfObject copy = pdf_.copyForeignObject(page.holder);
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
    stored.fault = kBrokenPage;
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
