#include "support/json/checked.h"

#include <cmath>
#include <set>

namespace lvce {
namespace {

using nlohmann::json;

/// Looks at each value while it is parsed.
class Watch {
 public:
  explicit Watch(const JsonCaps& caps) : caps_(caps) {}

  bool operator()(int depth, json::parse_event_t event, json& parsed) {
    if (depth > caps_.depth) throw JsonFault("层次超过 " + std::to_string(caps_.depth) + " 层");
    if (++seen_ > caps_.values) throw JsonFault("内容超过 " + std::to_string(caps_.values) + " 项");
    if (event == json::parse_event_t::object_start) keys_.emplace_back();
    if (event == json::parse_event_t::object_end) keys_.pop_back();
    if (event == json::parse_event_t::key && !keys_.back().insert(parsed.get<std::string>()).second)
      throw JsonFault("“" + parsed.get<std::string>() + "”在同一处写了两次");
    return true;
  }

 private:
  const JsonCaps& caps_;
  std::size_t seen_ = 0;
  std::vector<std::set<std::string>> keys_;  ///< of the objects that are open
};

}  // namespace

json parse_json(std::string_view bytes, const JsonCaps& caps) {
  if (bytes.size() > caps.bytes) throw JsonFault("超过 " + std::to_string(caps.bytes >> 20U) + " MB");
  Watch watch(caps);
  try {
    return json::parse(bytes.begin(), bytes.end(), [&watch](int depth, json::parse_event_t event, json& parsed) { return watch(depth, event, parsed); });
  } catch (const json::exception&) {
    throw JsonFault("不是完整的 JSON");
  }
}

JsonValue JsonValue::at(const std::string& key) const {
  if (!value_->is_object()) refuse("应为对象");
  const auto found = value_->find(key);
  if (found == value_->end()) throw JsonFault((path_.empty() ? "" : path_ + " ") + "缺少“" + key + "”");
  return {*found, path_.empty() ? key : path_ + "." + key};
}

std::optional<JsonValue> JsonValue::find(const std::string& key) const {
  if (!value_->is_object()) refuse("应为对象");
  const auto found = value_->find(key);
  if (found == value_->end() || found->is_null()) return std::nullopt;
  return at(key);
}

std::vector<JsonValue> JsonValue::list(std::size_t at_most) const {
  if (!value_->is_array()) refuse("应为列表");
  if (value_->size() > at_most) refuse("超过 " + std::to_string(at_most) + " 项");
  std::vector<JsonValue> out;
  for (std::size_t i = 0; i < value_->size(); ++i) out.push_back(JsonValue((*value_)[i], path_ + "[" + std::to_string(i) + "]"));
  return out;
}

std::vector<std::pair<std::string, JsonValue>> JsonValue::members(std::size_t at_most) const {
  if (!value_->is_object()) refuse("应为对象");
  if (value_->size() > at_most) refuse("超过 " + std::to_string(at_most) + " 项");
  std::vector<std::pair<std::string, JsonValue>> out;
  for (auto member = value_->begin(); member != value_->end(); ++member) out.emplace_back(member.key(), at(member.key()));
  return out;
}

std::string JsonValue::text(std::size_t bytes_at_most) const {
  if (!value_->is_string()) refuse("应为文字");
  std::string out = value_->get<std::string>();
  if (out.size() > bytes_at_most) refuse("超过 " + std::to_string(bytes_at_most) + " 字节");
  return out;
}

std::int64_t JsonValue::whole(std::int64_t least, std::int64_t most) const {
  const std::string wanted = "应为 " + std::to_string(least) + " 至 " + std::to_string(most) + " 的整数";
  if (!value_->is_number_integer() || (value_->is_number_unsigned() && value_->get<std::uint64_t>() > static_cast<std::uint64_t>(INT64_MAX))) refuse(wanted);
  const auto out = value_->get<std::int64_t>();
  if (out < least || out > most) refuse(wanted);
  return out;
}

bool JsonValue::flag() const {
  if (!value_->is_boolean()) refuse("应为 true 或 false");
  return value_->get<bool>();
}

double JsonValue::number() const {
  if (!value_->is_number() || !std::isfinite(value_->get<double>())) refuse("应为数字");
  return value_->get<double>();
}

void JsonValue::refuse(const std::string& what) const { throw JsonFault((path_.empty() ? "整个文件" : path_) + " " + what); }

}  // namespace lvce
