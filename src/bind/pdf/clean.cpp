#include "bind/pdf/clean.h"

#include <set>
#include <vector>

namespace lvce {
namespace {

constexpr const char* kNotForPaper[] = {"/AA",  "/AF",        "/Alternates", "/EmbeddedFiles", "/JavaScript",    "/JS",    "/Metadata",
                                        "/OPI", "/PieceInfo", "/Ref",        "/StructParent",  "/StructParents", "/Thumb", "/URI"};

void clean_dictionary(PdfObject& dictionary) {
  for (const char* key : kNotForPaper) {
    if (dictionary.hasKey(key)) dictionary.removeKey(key);
  }
}

/// [/FlateDecode] → /FlateDecode with its parameters; a stream whose data lies in another file (/F) is cut off from it.
void clean_stream(PdfObject& stream) {
  PdfObject dictionary = stream.getDict();
  for (const char* key : {"/F", "/FFilter", "/FDecodeParms"}) {
    if (dictionary.hasKey(key)) dictionary.removeKey(key);
  }
  PdfObject filter = dictionary.getKey("/Filter");
  if (!filter.isArray() || filter.getArrayNItems() != 1) return;
  dictionary.replaceKey("/Filter", filter.getArrayItem(0));
  PdfObject parameters = dictionary.getKey("/DecodeParms");
  if (parameters.isArray() && parameters.getArrayNItems() == 1) dictionary.replaceKey("/DecodeParms", parameters.getArrayItem(0));
}

struct Visit {
  PdfObject object;
  int depth;
};

/// Children in reverse, so that the stack gives them in the order in which libqpdf's own recursion meets them.
void push_children(std::vector<Visit>& stack, PdfObject& object, int depth) {
  if (object.isArray()) {
    const int count = object.getArrayNItems();
    for (int i = count - 1; i >= 0; --i) stack.push_back({object.getArrayItem(i), depth + 1});
    return;
  }
  PdfObject dictionary = object.isStream() ? object.getDict() : object;
  const auto keys = dictionary.getKeys();
  for (auto key = keys.rbegin(); key != keys.rend(); ++key) stack.push_back({dictionary.getKey(*key), depth + 1});
}

}  // namespace

std::string clean_reachable(PdfObject root) {
  std::set<QPDFObjGen> seen;
  std::vector<Visit> stack = {{root, 0}};
  int visited = 0;
  while (!stack.empty()) {
    auto [object, depth] = stack.back();
    stack.pop_back();
    if (object.isIndirect() && !seen.insert(object.getObjGen()).second) continue;
    if (depth > 0 && object.isPagesObject()) continue;  // never followed by the copy either
    if (depth > 0 && object.isPageObject()) continue;
    if (!object.isArray() && !object.isDictionary() && !object.isStream()) continue;
    if (depth > kNestingAtMost || ++visited > kObjectsAtMost) return "页面内部嵌套过深或对象过多";
    if (object.isStream()) clean_stream(object);
    PdfObject dictionary = object.isStream() ? object.getDict() : object;
    if (!object.isArray()) clean_dictionary(dictionary);
    push_children(stack, object, depth);
  }
  return {};
}

}  // namespace lvce
