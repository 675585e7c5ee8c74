#include "bind/pdf/share_values.h"

#include <algorithm>
#include <vector>

namespace lvce {
namespace {

constexpr int kLongestShared = 64;  ///< elements of an array that is likely to come again

bool is_container(PdfObject& object) { return object.isArray() || object.isDictionary() || object.isStream(); }

bool is_short_list_of_numbers(PdfObject& object) {
  if (!object.isArray() || object.getArrayNItems() > kLongestShared) return false;
  std::vector<PdfObject> items = object.getArrayAsVector();
  return std::all_of(items.begin(), items.end(), [](PdfObject& item) { return !item.isIndirect() && item.isNumber(); });
}

/// What libqpdf holds beside its place and can be held once: nothing changes it but by putting another in its place.
bool is_shareable(PdfObject& item) {
  return !item.isIndirect() && (item.isNumber() || item.isName() || is_short_list_of_numbers(item));
}

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

const PdfObject& ValuePool::the_one(PdfObject& item) { return known_.try_emplace(item.unparse(), item).first->second; }

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
    if (is_shareable(item)) dictionary.replaceKey(key, the_one(item));
  }
}

}  // namespace lvce
