#include "bind/pdf/share_numbers.h"

#include <vector>

namespace lvce {
namespace {

constexpr int kLongArray = 8;

bool is_container(PdfObject& object) { return object.isArray() || object.isDictionary() || object.isStream(); }

void push_children(std::vector<PdfObject>& stack, PdfObject& object) {
  if (object.isArray()) {
    for (PdfObject& child : object.getArrayAsVector()) {
      if (is_container(child)) stack.push_back(child);
    }
    return;
  }
  PdfObject dictionary = object.isStream() ? object.getDict() : object;
  for (const std::string& key : dictionary.getKeys()) {
    PdfObject child = dictionary.getKey(key);
    if (is_container(child)) stack.push_back(child);
  }
}

}  // namespace

void NumberPool::share(PdfObject root) {
  std::vector<PdfObject> stack = {root};
  while (!stack.empty()) {
    PdfObject object = stack.back();
    stack.pop_back();
    if (object.isIndirect() && !seen_.insert(object.getObjGen()).second) continue;
    if (object.isArray()) share_in(object);
    push_children(stack, object);
  }
}

void NumberPool::share_in(PdfObject& array) {
  const int count = array.getArrayNItems();
  if (count < kLongArray) return;
  for (int i = 0; i < count; ++i) {
    PdfObject item = array.getArrayItem(i);
    if (item.isIndirect() || !item.isNumber()) continue;
    array.setArrayItem(i, numbers_.try_emplace(item.unparse(), item).first->second);
  }
}

}  // namespace lvce
