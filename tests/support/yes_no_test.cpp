#include "support/yes_no.h"

#include <catch2/catch.hpp>

using namespace lvce;

TEST_CASE("yes as people write it") {
  for (const char* yes :
       {"是",  "有",           "√",          "已完成",   "TRUE",     " 是 ",         "是。",     "完成",   "全部完成", "已建立", "已报送", "已落实", "达标",
        "YES", "已制定并印发", "已落实到位", "均已完成", "已公示。", "是（已落实）", "已经开展", "已成立", "☑",        "全部"}) {
    INFO(yes);
    CHECK(parse_yes_no(yes) == true);
  }
}

TEST_CASE("no as people write it") {
  for (const char* no : {"否", "无", "×", "x", "FALSE", "没有", "未完成", "未建立", "尚未落实", "没有开展", "否。", "未达标", "不达标", "No"}) {
    INFO(no);
    CHECK(parse_yes_no(no) == false);
  }
}

TEST_CASE("what is less than the whole is neither") {
  for (const char* other :
       {"",         "部分",         "是的吧", "1",      "基本完成", "部分完成", "已部分完成", "正在办理", "已启动",   "已计划", "是（部分）", "是（除食堂外）",
        "计划完成", "大部分已完成", "已申请", "待落实", "不适用",   "已",       "（是）",     "未知",     "已完成80%"}) {
    INFO(other);
    CHECK_FALSE(parse_yes_no(other));
  }
}
