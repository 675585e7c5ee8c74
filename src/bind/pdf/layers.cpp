#include "bind/pdf/layers.h"

#include <set>

#include "bind/pdf/clean.h"

namespace lvce {
namespace {

constexpr std::size_t kLayersAtMost = 10'000;  // of one file

/// Each once: drawing programs list a layer as often as they draw on it.
std::vector<PdfObject> groups_of(PdfObject array) {
  std::vector<PdfObject> groups;
  if (!array.isArray()) return groups;
  std::set<QPDFObjGen> seen;
  for (PdfObject& group : array.getArrayAsVector()) {
    if (groups.size() == kLayersAtMost) break;
    if (group.isIndirect() && group.isDictionary() && seen.insert(group.getObjGen()).second) groups.push_back(group);
  }
  return groups;
}

std::set<QPDFObjGen> ids_of(PdfObject array) {
  std::set<QPDFObjGen> ids;
  for (PdfObject& group : groups_of(array)) ids.insert(group.getObjGen());
  return ids;
}

}  // namespace

void take_layers(QPDF& source, QPDF& into, Layers& layers) {
  PdfObject properties = source.getRoot().getKey("/OCProperties");
  if (!properties.isDictionary() || !properties.getKey("/D").isDictionary()) return;
  PdfObject standard = properties.getKey("/D"), base = standard.getKey("/BaseState");
  const bool off_at_first = base.isName() && base.getName() == "/OFF";
  const std::set<QPDFObjGen> listed = ids_of(standard.getKey(off_at_first ? "/ON" : "/OFF"));
  std::vector<PdfObject> groups = groups_of(properties.getKey("/OCGs"));
  Layers found;
  for (PdfObject& group : groups) {
    const bool hidden = listed.contains(group.getObjGen()) != off_at_first;
    if (!clean_reachable(group).empty()) continue;
    PdfObject copy = into.copyForeignObject(group);
    found.all.push_back(copy);
    if (hidden) found.hidden.push_back(copy);
  }
  if (found.hidden.empty()) return;
  layers.all.insert(layers.all.end(), found.all.begin(), found.all.end());
  layers.hidden.insert(layers.hidden.end(), found.hidden.begin(), found.hidden.end());
}

void write_layers(QPDF& pdf, const Layers& layers) {
  if (layers.hidden.empty()) return;
  PdfObject standard = PdfObject::newDictionary();
  standard.replaceKey("/OFF", PdfObject::newArray(layers.hidden));
  PdfObject properties = PdfObject::newDictionary();
  properties.replaceKey("/OCGs", PdfObject::newArray(layers.all));
  properties.replaceKey("/D", standard);
  pdf.getRoot().replaceKey("/OCProperties", properties);
}

}  // namespace lvce
