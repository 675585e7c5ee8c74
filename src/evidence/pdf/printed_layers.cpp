#include "evidence/pdf/printed_layers.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace lvce {
namespace {

constexpr int kExpressionDepth = 32, kExpressionParts = 10'000;

QPDFObjectHandle layer_entry(QPDFObjectHandle dictionary, const std::string& key) {
  return dictionary.isDictionary() ? dictionary.getKey(key) : QPDFObjectHandle::newNull();
}

std::vector<QPDFObjectHandle> items(QPDFObjectHandle value) {
  if (value.isArray()) return value.getArrayAsVector();
  return value.isNull() ? std::vector<QPDFObjectHandle>() : std::vector<QPDFObjectHandle>{value};
}

std::vector<QPDFObjectHandle> groups_of(QPDFObjectHandle value) {
  std::vector<QPDFObjectHandle> groups = items(value);
  std::erase_if(groups, [](QPDFObjectHandle group) { return !group.isIndirect() || !group.isDictionary(); });
  return groups;
}

/// View, unless something else is said; an empty array is no purpose at all.
bool has_purpose_of(QPDFObjectHandle group, QPDFObjectHandle configuration) {
  const auto intents = [](QPDFObjectHandle of) {
    QPDFObjectHandle intent = layer_entry(of, "/Intent");
    return intent.isNull() ? std::vector<QPDFObjectHandle>{QPDFObjectHandle::newName("/View")} : items(intent);
  };
  const std::vector<QPDFObjectHandle> wanted = intents(configuration), own = intents(group);
  return std::any_of(wanted.begin(), wanted.end(), [&](QPDFObjectHandle one) {
    if (one.isNameAndEquals("/All")) return true;
    return std::any_of(own.begin(), own.end(), [&](QPDFObjectHandle other) { return one.isName() && other.isNameAndEquals(one.getName()); });
  });
}

}  // namespace

PrintedLayers::PrintedLayers(QPDFObjectHandle root) {
  QPDFObjectHandle properties = layer_entry(root, "/OCProperties"), standard = layer_entry(properties, "/D");
  if (!standard.isDictionary()) return;
  const bool off_at_first = layer_entry(standard, "/BaseState").isNameAndEquals("/OFF");
  const std::vector<QPDFObjectHandle> all = groups_of(layer_entry(properties, "/OCGs"));
  hides_unlisted_ = off_at_first && all.empty();
  for (const QPDFObjectHandle& group : all) on_[group.getObjGen()] = !off_at_first;
  for (const QPDFObjectHandle& group : groups_of(layer_entry(standard, "/ON"))) on_[group.getObjGen()] = true;
  for (const QPDFObjectHandle& group : groups_of(layer_entry(standard, "/OFF"))) on_[group.getObjGen()] = false;
  for (const QPDFObjectHandle& event : items(layer_entry(standard, "/AS"))) take_usage(event);
  for (const QPDFObjectHandle& group : all) {
    if (!has_purpose_of(group, standard)) on_[group.getObjGen()] = true;
  }
}

/// Off where one of the event's categories says so, else on where one says that.
void PrintedLayers::take_usage(QPDFObjectHandle event) {
  if (!layer_entry(event, "/Event").isNameAndEquals("/Print")) return;
  for (const QPDFObjectHandle& group : groups_of(layer_entry(event, "/OCGs"))) {
    bool says_on = false, says_off = false;
    for (QPDFObjectHandle& category : items(layer_entry(event, "/Category"))) {
      if (!category.isName()) continue;
      QPDFObjectHandle state = layer_entry(layer_entry(layer_entry(group, "/Usage"), category.getName()), category.getName() + "State");
      says_on = says_on || state.isNameAndEquals("/ON");
      says_off = says_off || state.isNameAndEquals("/OFF");
    }
    if (says_on || says_off) on_[group.getObjGen()] = !says_off;
  }
}

bool PrintedLayers::hides_any() const {
  return hides_unlisted_ || std::any_of(on_.begin(), on_.end(), [](const auto& layer) { return !layer.second; });
}

bool PrintedLayers::is_on(QPDFObjectHandle group) const {
  const auto known = on_.find(group.getObjGen());
  return known == on_.end() || known->second;
}

bool PrintedLayers::prints(QPDFObjectHandle group) const {
  if (!group.isDictionary()) return true;
  if (!layer_entry(group, "/Type").isNameAndEquals("/OCMD")) return is_on(group);
  QPDFObjectHandle formula = layer_entry(group, "/VE");
  int parts = kExpressionParts;
  return formula.isArray() ? expression(formula, 0, parts) : follows_policy(group);
}

bool PrintedLayers::follows_policy(QPDFObjectHandle membership) const {
  const std::vector<QPDFObjectHandle> groups = groups_of(layer_entry(membership, "/OCGs"));
  if (groups.empty()) return true;
  const auto on = [this](const QPDFObjectHandle& group) { return is_on(group); };
  QPDFObjectHandle policy = layer_entry(membership, "/P");
  if (policy.isNameAndEquals("/AllOn")) return std::all_of(groups.begin(), groups.end(), on);
  if (policy.isNameAndEquals("/AllOff")) return std::none_of(groups.begin(), groups.end(), on);
  if (policy.isNameAndEquals("/AnyOff")) return !std::all_of(groups.begin(), groups.end(), on);
  return std::any_of(groups.begin(), groups.end(), on);
}

/// [/And …], [/Or …], [/Not x] over layers and further ones; what is none of these hides nothing.
bool PrintedLayers::expression(QPDFObjectHandle part, int depth, int& parts) const {
  if (!part.isArray()) return prints(part.isDictionary() && !layer_entry(part, "/Type").isNameAndEquals("/OCMD") ? part : QPDFObjectHandle::newNull());
  if (depth == kExpressionDepth || --parts <= 0 || part.getArrayNItems() < 2 || !part.getArrayItem(0).isName()) return true;
  const std::string operation = part.getArrayItem(0).getName();
  const std::vector<QPDFObjectHandle> all = part.getArrayAsVector();
  const auto holds = [&](const QPDFObjectHandle& operand) { return expression(operand, depth + 1, parts); };
  if (operation == "/Not") return !holds(all[1]);
  if (operation == "/Or") return std::any_of(std::next(all.begin()), all.end(), holds);
  return operation != "/And" || std::all_of(std::next(all.begin()), all.end(), holds);
}

}  // namespace lvce
