// JSON of strangers: what is not as it should be is named by its place; nothing grows without bounds.
#include <catch2/catch.hpp>

#include <functional>

#include "support/json/checked.h"

using namespace lvce;

namespace {

std::string fault_of(const std::function<void()>& reading) {
  try {
    reading();
  } catch (const JsonFault& fault) {
    return fault.what();
  }
  return "";
}

std::string fault_of_bytes(const std::string& bytes, const JsonCaps& caps = {}) {
  return fault_of([&] { parse_json(bytes, caps); });
}

}  // namespace

TEST_CASE("bytes that are not whole JSON are refused", "[json]") {
  for (const char* bytes : {"", "{", "[1,]", "{\"a\":1} x", "\"\xFF\"", "NaN"}) {
    INFO(bytes);
    CHECK(fault_of_bytes(bytes) == "不是完整的 JSON");
  }
  CHECK(fault_of_bytes("{\"a\": [1, 2.5, null, true, \"x\"]}").empty());
}

TEST_CASE("a key that stands twice in one object is refused, in two objects it is not", "[json]") {
  CHECK(fault_of_bytes(R"({"a": 1, "a": 2})") == "“a”在同一处写了两次");
  CHECK(fault_of_bytes(R"([{"a": 1}, {"a": {"a": 2}}])").empty());
}

TEST_CASE("depth, bytes and values have their caps", "[json]") {
  CHECK(fault_of_bytes(std::string(12, '[') + std::string(12, ']')).empty());
  CHECK(fault_of_bytes(std::string(100000, '[')).find("层次超过 12 层") != std::string::npos);
  CHECK(fault_of_bytes("[1,1,1,1,1]", {100, 12, 5}).find("超过 5 项") != std::string::npos);
  CHECK(fault_of_bytes("[1,1,1,1,1]", {10, 12, 500}).find("超过") != std::string::npos);
}

TEST_CASE("a fault says where it stands", "[json]") {
  const nlohmann::json tree = parse_json(R"({"rows": [{"year": 2021}, {"year": "x", "flag": 1, "text": 5}], "big": 18446744073709551615, "list": [1, 2]})");
  const JsonValue root(tree);
  const JsonValue row = root.at("rows").list(2)[1];
  CHECK(fault_of([&] { row.at("year").whole(1990, 2099); }) == "rows[1].year 应为 1990 至 2099 的整数");
  CHECK(fault_of([&] { row.at("month"); }) == "rows[1] 缺少“month”");
  CHECK(fault_of([&] { row.at("flag").flag(); }) == "rows[1].flag 应为 true 或 false");
  CHECK(fault_of([&] { row.at("text").text(10); }) == "rows[1].text 应为文字");
  CHECK(fault_of([&] { root.at("big").whole(0, 10); }) == "big 应为 0 至 10 的整数");
  CHECK(fault_of([&] { root.at("list").list(1); }) == "list 超过 1 项");
  CHECK(fault_of([&] { root.at("list").members(9); }) == "list 应为对象");
  CHECK(root.at("rows").list(2)[0].at("year").whole(1990, 2099) == 2021);
  CHECK_FALSE(root.find("none"));
}
