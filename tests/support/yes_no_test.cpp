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

TEST_CASE("a remark that takes the answer back leaves none") {
  for (const char* other : {"有（过期）", "是（80%）", "是（初稿）", "是（已废止）", "是（附楼在建）", "是（否）", "有（3/5）", "已制定（征求意见稿）",
                            "是（报批中）", "是（审批中）", "无（2020年发生1起）", "否（2019年有）", "无（有）", "无（待核实）", "否（2021年6月起有）"}) {
    INFO(other);
    CHECK_FALSE(parse_yes_no(other));
  }
  for (const char* yes :
       {"是（见附件）", "有（12份）", "是（2021年3月印发）", "是（100%）", "√（综合科）", "是（2021/3/15印发）", "是（同比下降5%）", "是（每月底上报）"}) {
    INFO(yes);
    CHECK(parse_yes_no(yes) == true);
  }
  for (const char* no : {"无（没有发生）", "否（平房）", "未发生", "无（所有房屋均为租用）", "无（未发生）"}) {
    INFO(no);
    CHECK(parse_yes_no(no) == false);
  }
}
