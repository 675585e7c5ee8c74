#include "office/values.h"

#include <catch2/catch.hpp>

using namespace lvce;

TEST_CASE("numbers typed as text", "[values]") {
  const auto read = [](const char* text) { return parse_typed_number(text)->shortest(); };
  CHECK(read("12,345.6") == "12345.6");
  CHECK(read("１２，３４５．６") == "12345.6");
  CHECK(read(" 7 ") == "7");
  CHECK(read("'2021") == "2021");
  CHECK(read("−3.5") == "-3.5");
  CHECK(read("-1,000") == "-1000");
  for (const char* bad : {"", "12度", "1,23", "1,234,56", ",123", "1.5,000", "12 345", "1.2.3", "—", "无", "50%", "1e", "0x10"}) {
    INFO(bad);
    CHECK_FALSE(parse_typed_number(bad));
  }
}

TEST_CASE("months and years", "[values]") {
  CHECK(parse_typed_month("01") == 1);
  CHECK(parse_typed_month("12月份") == 12);
  CHECK(parse_typed_month("十一月") == 11);
  CHECK(parse_typed_month("全年") == 0);
  for (const char* bad : {"0", "13", "1-3月", "1.5", "", "月", "第一季度"}) CHECK_FALSE(parse_typed_month(bad));
  CHECK(parse_typed_year("２０２１年") == 2021);
  CHECK(parse_typed_year("2020年度") == 2020);
  for (const char* bad : {"21", "1921", "2100", "20211", "二十一年", ""}) CHECK_FALSE(parse_typed_year(bad));
}

TEST_CASE("indicator ids", "[values]") {
  CHECK(normalise_indicator_id("2.2.4.2") == "2.2.4.2");
  CHECK(normalise_indicator_id("０２．1、3") == "2.1.3");
  CHECK(normalise_indicator_id("2-1-10") == "2.1.10");
  CHECK(normalise_indicator_id("2. 1. 1.") == "2.1.1");
  CHECK(normalise_indicator_id("'2.1") == "2.1");
  for (const char* bad : {"", "2.1.a", "第2项", ".2.1", "2021.1.1", "1.2.3.4.5.6.7"}) {
    INFO(bad);
    CHECK_FALSE(normalise_indicator_id(bad));
  }
}

TEST_CASE("header units and names", "[values]") {
  CHECK(header_unit("水（ｍ³）") == "m3");
  CHECK(header_unit("电 (KW·h)") == "kwh");
  CHECK(header_unit("电（单位：千瓦时）") == "千瓦时");
  CHECK(header_unit("电") == "");
  for (const char* cubic : {"气（立方）", "气【m^3】", "气[Nm3]", "气〔Nm³〕", "气﹙标方﹚", "气/m³", "气（㎥）", "气（标立方米）"}) {
    INFO(cubic);
    const std::string unit = header_unit(cubic);
    CHECK((unit == "立方米" || unit == "m3"));
    CHECK(name_key(cubic) == "气");
  }
  CHECK(header_unit("气（万立方）") == "万立方米");
  CHECK(header_unit("面积（平米）") == "平方米");
  CHECK(header_unit("面积（万平米）") == "万平方米");
  for (const char* power : {"电（kW·h）", "电（kW•h）", "电（kW・h）", "电（kW.h）", "电（ＫＷＨ）", "电/kW·h"}) {
    INFO(power);
    CHECK(header_unit(power) == "kwh");
  }
  CHECK(header_unit("电（MW·h）") == "mwh");
  CHECK(header_unit("电（单位：兆瓦时）") == "兆瓦时");
  CHECK(header_unit("热力（百万千焦）") == "百万千焦");
  CHECK(name_key("其中：采暖用煤（吨）") == "其中采暖用煤");
  CHECK(name_key(" 建筑\n面积 [㎡]") == "建筑面积");
}

TEST_CASE("a dash says that nothing is filled in", "[values]") {
  for (const char* dash : {"-", "—", "——", " － ", "/", "--/"}) CHECK(is_dash(dash));
  for (const char* other : {"", " ", "-1", "1/2", "无"}) CHECK_FALSE(is_dash(other));
}

TEST_CASE("what is worked out from months is told from months, years and remarks", "[values]") {
  for (const char* label :
       {"一季度", "第四季度", "上半年", "下半年合计", "上年同期", "同比", "同比增减（%）", "环比", "月平均", "合 计", "小计", "1-6月累计", "年计"}) {
    INFO(label);
    CHECK(is_summary_label(label));
  }
  for (const char* other : {"1月", "十二月", "2021年", "2021年3月", "电", "", "3月起上半年换表，用量按两块表相加"}) {
    INFO(other);
    CHECK_FALSE(is_summary_label(other));
  }
}

TEST_CASE("dates as people type them, and what is none", "[values]") {
  CHECK(parse_typed_date("2021年3月5日") == "2021-03-05");
  CHECK(parse_typed_date("2024.2.29") == "2024-02-29");
  CHECK(parse_typed_date("20211012") == "2021-10-12");
  CHECK(parse_typed_date("2021/10/12 08:30") == "2021-10-12");
  for (const char* bad : {"2021-02-29", "2021-13-01", "2021-268-05", "2021-1-257", "2021年3月", "210305", "1989-12-31", ""}) {  // 268 is 12 and 256
    INFO(bad);
    CHECK_FALSE(parse_typed_date(bad));
  }
}
