#include "bind/pdf/share_values.h"

#include <algorithm>
#include <vector>

namespace lvce {
namespace {

constexpr std::size_t kLongestShared = 512;  ///< bytes of a value that is likely to come again

bool is_container(PdfObject& object) { return object.isArray() || object.isDictionary() || object.isStream(); }

/// Refers to nothing: can be held as the text that is written for it. libqpdf's parser has limited how deep it can be.
bool is_plain(PdfObject& item) {
  if (item.isIndirect() || item.isDictionary() || item.isStream()) return false;
  if (!item.isArray()) return true;
  std::vector<PdfObject> items = item.getArrayAsVector();
  return std::all_of(items.begin(), items.end(), is_plain);
}

bool is_shareable(PdfObject& item) { return (item.isNumber() || item.isName() || item.isArray()) && is_plain(item); }

/// What libqpdf itself still reads when it writes a stream.
bool says_how_data_are_packed(const std::string& key) { return key == "/Filter" || key == "/DecodeParms"; }

void push_children(std::vector<PdfObject>& stack, PdfObject& object) {
  if (object.isArray()) {
    for (PdfObject& child : object.getArrayAsVector()) {
      if (is_container(child)) stack.push_back(child);
    }
    return;
  }
  if (!object.isDictionary()) return;
  for (const std::string& key : object.getKeys()) {
    PdfObject child = object.getKey(key);
    if (is_container(child)) stack.push_back(child);
  }
}

}  // namespace

void ValuePool::share(PdfObject root) {
  std::vector<PdfObject> stack = {root};
  while (!stack.empty()) {
    PdfObject object = stack.back();
    stack.pop_back();
    if (object.isIndirect() && !seen_.insert(object.getObjGen()).second) continue;
    if (object.isArray()) share_in_array(object);
    if (object.isDictionary()) share_in_dictionary(object);
    if (object.isStream()) stack.push_back(object.getDict());
    push_children(stack, object);
  }
}

PdfObject ValuePool::the_one(PdfObject& item) {
  std::string text = item.unparse();
  // An operator is, to libqpdf, a word that is written as it stands.
  PdfObject value = item.isArray() ? PdfObject::newOperator(text) : item;
  return text.size() > kLongestShared ? value : known_.try_emplace(std::move(text), value).first->second;
}

void ValuePool::share_in_array(PdfObject& array) {
  const int count = array.getArrayNItems();
  for (int i = 0; i < count; ++i) {
    PdfObject item = array.getArrayItem(i);
    if (is_shareable(item)) array.setArrayItem(i, the_one(item));
  }
}

void ValuePool::share_in_dictionary(PdfObject& dictionary) {
  for (const std::string& key : dictionary.getKeys()) {
    PdfObject item = dictionary.getKey(key);
    if (!says_how_data_are_packed(key) && is_shareable(item)) dictionary.replaceKey(key, the_one(item));
  }
}

}  // namespace lvce
