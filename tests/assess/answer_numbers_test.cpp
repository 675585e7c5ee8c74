#include "assess/answer_numbers.h"

#include <catch2/catch.hpp>
#include <set>

using namespace lvce;

TEST_CASE("counts as people write them", "[answer]") {
  const std::vector<std::pair<const char*, std::int64_t>> cases = {
      {"5", 5},         {"５", 5},        {"5项", 5},       {"3次", 3},     {"两次", 2}, {"三", 3},        {"十二项", 12}, {"二十", 20},
      {"二十一次", 21}, {"共3次", 3},     {"4 类", 4},      {"3项制度", 3}, {"1处", 1},  {"无", 0},        {"没有", 0},    {"未发现", 0},
      {"0次", 0},       {"已建立6项", 6}, {"开展了2次", 2}, {"3次。", 3},   {"零", 0},   {"共计十项", 10}, {"2场讲座", 2}};
  for (const auto& [text, count] : cases) {
    INFO(text);
    CHECK(parse_count_answer(text) == count);
  }
}

TEST_CASE("what is not quite a count is none", "[answer]") {
  for (const char* text : {"", "约3次", "3次以上", "2-3次", "2至3次", "每月1次", "多次", "几项", "3.5", "-1", "一十百", "十十", "3项、2次", "3项制度2次会议",
                           "是", "第3次会议", "12月", "百", "1.2万"}) {
    INFO(text);
    CHECK_FALSE(parse_count_answer(text));
  }
}

TEST_CASE("numbers of parts as people write them", "[answer]") {
  using Parts = std::set<int>;
  const std::vector<std::pair<const char*, Parts>> cases = {
      {"1、3", {1, 3}},       {"1,2", {1, 2}},      {"1 2", {1, 2}},      {"1-3", {1, 2, 3}}, {"1~3", {1, 2, 3}}, {"1至3", {1, 2, 3}}, {"①②", {1, 2}},
      {"（1）（2）", {1, 2}}, {"(1)、(3)", {1, 3}}, {"第1、2项", {1, 2}}, {"一、三", {1, 3}}, {"1和2", {1, 2}},   {"1.2", {1, 2}},     {"1.", {1}},
      {"①、③", {1, 3}},       {"１，２", {1, 2}},   {"⑴⑵", {1, 2}},       {"1、2。", {1, 2}}, {"1 - 2", {1, 2}}};
  for (const auto& [text, parts] : cases) {
    INFO(text);
    CHECK(parse_part_numbers(text, 3) == parts);
  }
  for (const char* text : {"", "4", "1.4", "12", "3-1", "0", "1-9", "部分", "前两项", "1a"}) {
    INFO(text);
    CHECK_FALSE(parse_part_numbers(text, 3));
  }
}

TEST_CASE("behind the numbers of parts may stand that they are done, nothing else", "[answer]") {
  CHECK(parse_part_numbers("①②均完成", 3) == std::set<int>{1, 2});
  CHECK(parse_part_numbers("1、3已落实", 3) == std::set<int>{1, 3});
  CHECK(parse_part_numbers("第1、2项都完成", 3) == std::set<int>{1, 2});
  for (const char* other : {"①②未完成", "1、2基本完成", "1完成、2未完成", "1、2正在办理", "1、2项未完成"}) {
    INFO(other);
    CHECK_FALSE(parse_part_numbers(other, 3));
  }
}

TEST_CASE("a count that says it is not done, is of people, is a year, or is two figures, is none", "[answer]") {
  for (const char* text : {"3项未完成", "3项制度未印发", "2项全部未开展", "3项（草案）", "3项 草案", "3项（已废止）", "3项以内", "3类无", "352人次", "2021",
                           "1 2", "1\n2", "3项待印发"}) {
    INFO(text);
    CHECK_FALSE(parse_count_answer(text));
  }
  CHECK(parse_count_answer("3次废旧物品回收") == 3);
  CHECK(parse_count_answer("4次接待") == 4);
  CHECK(parse_count_answer("2次模拟演练") == 2);
  CHECK(parse_count_answer("0处（未发现问题）") == 0);
  CHECK(parse_count_answer("3 项") == 3);
}

TEST_CASE("how many of the parts is not which of them, unless it is all", "[answer]") {
  for (const char* text : {"3项", "共2项", "2项", "1/3", "2/3", "1、2（3未完成）", "1、2（部分）", "2项均完成"}) {
    INFO(text);
    CHECK_FALSE(parse_part_numbers(text, 3));
  }
  CHECK(parse_part_numbers("3/3", 3) == std::set<int>{1, 2, 3});
  CHECK(parse_part_numbers("3项均完成", 3) == std::set<int>{1, 2, 3});
  CHECK(parse_part_numbers("第3项", 3) == std::set<int>{3});
  CHECK(parse_part_numbers("1/2", 3) == std::set<int>{1, 2});  // 1 and 2, as 1+2
}
