#include <catch2/catch.hpp>

#include "assess/assess.h"

using namespace lvce;

namespace {

IndicatorResult complete(const char* claimed, const char* supported, const char* by_evidence) {
  IndicatorResult out;
  out.status = Status::complete;
  out.claimed = *Points::parse(claimed);
  out.supported = *Points::parse(supported);
  out.evidence_points = Points::parse(by_evidence);
  return out;
}

}  // namespace

TEST_CASE("An indicator is called 齐全 only when its materials support the claim", "[assess]") {
  CHECK(status_label(complete("2", "2", "2")) == "齐全");
  CHECK(status_label(complete("5", "3", "3")) == "材料不足");  // two more files are wanted
  CHECK(status_label(complete("2", "1", "2")) == "自评偏高");  // the rule gives 1
  CHECK(status_label(complete("0", "0", "2")) == "未申报");
}
