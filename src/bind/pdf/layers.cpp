#include "bind/pdf/layers.h"

#include <algorithm>

namespace lvce {
namespace {

bool is_layer(PdfObject object) { return object.isDictionaryOfType("/OCG") || object.isDictionaryOfType("/OCMD"); }

}  // namespace

FileLayers::FileLayers(QPDF& source) : source_(source), printed_(source.getRoot()) {}

PdfObject FileLayers::layer(std::vector<PdfObject>& made, const char* name) {
  if (made.empty()) {
    PdfObject group = PdfObject::newDictionary({{"/Type", PdfObject::newName("/OCG")}, {"/Name", PdfObject::newUnicodeString(name)}});
    made.push_back(source_.makeIndirectObject(group));
  }
  return made.front();
}

bool FileLayers::is_ours(PdfObject object) const {
  const auto is_it = [&](const PdfObject& made) { return made.getObjGen() == object.getObjGen(); };
  return object.isIndirect() && (std::any_of(shown_.begin(), shown_.end(), is_it) || std::any_of(hidden_.begin(), hidden_.end(), is_it));
}

void FileLayers::settle_drawn(PdfObject dictionary) {
  if (!dictionary.hasKey("/OC")) return;
  if (printed_.prints(dictionary.getKey("/OC"))) dictionary.removeKey("/OC");
  else dictionary.replaceKey("/OC", layer(hidden_, "不打印的图层"));
}

void FileLayers::settle_properties(PdfObject properties) {
  for (auto& [name, value] : properties.getDictAsMap()) {
    if (!is_layer(value) || is_ours(value)) continue;
    if (!printed_.prints(value)) properties.replaceKey(name, layer(hidden_, "不打印的图层"));
    else properties.replaceKey(name, printed_.hides_any() ? layer(shown_, "打印的图层") : PdfObject::newDictionary());
  }
}

void take_layers(const FileLayers& file, QPDF& into, Layers& layers) {
  for (const PdfObject& group : file.shown()) layers.all.push_back(into.copyForeignObject(group));
  for (const PdfObject& group : file.hidden()) {
    layers.all.push_back(into.copyForeignObject(group));
    layers.hidden.push_back(layers.all.back());
  }
}

void write_layers(QPDF& pdf, const Layers& layers) {
  if (layers.all.empty()) return;
  PdfObject standard = PdfObject::newDictionary();
  standard.replaceKey("/OFF", PdfObject::newArray(layers.hidden));
  PdfObject properties = PdfObject::newDictionary();
  properties.replaceKey("/OCGs", PdfObject::newArray(layers.all));
  properties.replaceKey("/D", standard);
  pdf.getRoot().replaceKey("/OCProperties", properties);
}

}  // namespace lvce
