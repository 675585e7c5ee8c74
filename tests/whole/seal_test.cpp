// What is said of seals through the real binary: where a demand asks for one, as a hint.
#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

#include "whole/run.h"

using namespace lvce::testing;

TEST_CASE("seals are told where they are asked for, and cost nothing", "[whole][seals]") {
  const auto result = nlohmann::json::parse(run_lvce({"check", sample("xinjiang").string(), "--json", "--quiet"}).out);
  int asked = 0;
  for (const auto& indicator : result["indicators"]) {
    const bool sealed = indicator["id"] == "2.1.1" || indicator["id"] == "2.2.1";  // as the standard prints it; a round seal is drawn on both papers
    for (const auto& file : indicator["evidence"]) {
      if (file["seal"].is_null()) continue;
      ++asked;
      CHECK(file["seal"] == (sealed ? "likely" : "unseen"));  // the other papers are text, and a photo
    }
    for (const auto& file : indicator["evidence"]) {
      INFO(file.dump());
      if (sealed && file["state"] != "rejected") CHECK_FALSE(file["seal"].is_null());
    }
  }
  CHECK(asked > 0);
  for (const auto& finding : result["findings"]) {
    if (finding["code"] != "seal-reminder") continue;
    CHECK(finding["severity"] == "note");
    CHECK(finding["points"].is_null());
    const std::string message = finding["message"];
    CHECK((message.find("疑似有红章") != std::string::npos) != (message.find("未见印章") != std::string::npos));
  }
}
