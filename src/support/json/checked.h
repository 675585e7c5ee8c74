// JSON that comes from a stranger: parsed behind caps, then read field by field, with the path of whatever is not as it should be.
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

namespace lvce {

struct JsonCaps {
  std::size_t bytes = 16U << 20;
  int depth = 12;
  std::size_t values = 1'000'000;  ///< all together: a value takes many times the bytes that it is written with
};

/// What is wrong, in Chinese, with its place: "ledger.rows[3].year 应为 1990 至 2099 的整数".
class JsonFault : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The tree. Throws JsonFault: not JSON, not UTF-8, a key that stands twice, or beyond a cap.
nlohmann::json parse_json(std::string_view bytes, const JsonCaps& caps = {});

/// A value of such a tree and where it stands. It borrows the tree. Whatever is asked for and is not there, or is of another kind, throws JsonFault.
class JsonValue {
 public:
  explicit JsonValue(const nlohmann::json& root) : value_(&root) {}

  bool is_null() const { return value_->is_null(); }
  bool is_object() const { return value_->is_object(); }
  JsonValue at(const std::string& key) const;
  /// Nothing where the key is missing or null.
  std::optional<JsonValue> find(const std::string& key) const;
  std::vector<JsonValue> list(std::size_t at_most) const;
  std::vector<std::pair<std::string, JsonValue>> members(std::size_t at_most) const;
  std::string text(std::size_t bytes_at_most) const;
  std::int64_t whole(std::int64_t least, std::int64_t most) const;
  bool flag() const;
  /// A number as a double: finite.
  double number() const;
  [[noreturn]] void refuse(const std::string& what) const;  ///< "应为……"

 private:
  JsonValue(const nlohmann::json& value, std::string path) : value_(&value), path_(std::move(path)) {}
  const nlohmann::json* value_;
  std::string path_;
};

}  // namespace lvce
