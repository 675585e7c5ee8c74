#include <catch2/catch.hpp>

#include "evidence/evidence_kit.h"
#include "evidence/folder/number.h"
#include "support/text.h"

namespace lvce {
namespace {

struct Case {
  const char* name;
  const char* ids;  ///< "2.1.1" or "2.1.1 2.1.2"; empty: none
  const char* order;
  const char* rest;
};

ReadNumber read(const char* name) { return read_number(name, NumberTable(testing::small_rubric())); }

}  // namespace

TEST_CASE("a name's front is read as an indicator", "[evidence][number]") {
  const Case test = GENERATE(values<Case>({
      {"2.1.1 通知", "2.1.1", "", "通知"},
      {"2.1.1通知", "2.1.1", "", "通知"},
      {"2-1-1 通知", "2.1.1", "", "通知"},
      {"2_1_1_通知", "2.1.1", "", "通知"},
      {"2、1、1 通知", "2.1.1", "", "通知"},
      {"2—1–1 通知", "2.1.1", "", "通知"},
      {"2．1。1 通知", "2.1.1", "", "通知"},
      {"2 1 1 通知", "2.1.1", "", "通知"},
      {"2. 1 .1 通知", "2.1.1", "", "通知"},
      {"２．１．１　通知", "2.1.1", "", "通知"},
      {"02.01.01 通知", "2.1.1", "", "通知"},
      {" 2.1.1 通知", "2.1.1", "", "通知"},
      {"【2.1.1】通知", "2.1.1", "", "通知"},
      {"(2.1.1)通知", "2.1.1", "", "通知"},
      {"2.1.1", "2.1.1", "", ""},
      // the longest id that the rubric has; the rest orders
      {"2.2.4.2-1 照片", "2.2.4.2", "1", "照片"},
      {"2.2.4.2-1照片", "2.2.4.2", "1", "照片"},
      {"2.2.4.2.10 照片", "2.2.4.2", "10", "照片"},
      {"2.2.4.2-1-2 照片", "2.2.4.2", "1-2", "照片"},
      {"2.2.4.2（1）照片", "2.2.4.2", "1", "照片"},
      {"2.1.1（3项）", "2.1.1", "", "（3项）"},
      {"2-2-4-2台账", "2.2.4.2", "", "台账"},
      {"2.1.1.5 名单", "2.1.1", "5", "名单"},
      {"2.2.2 01 合同", "2.2.2", "1", "合同"},
      // what counts or dates is no level
      {"2.2.2 2号楼", "2.2.2", "", "2号楼"},
      {"2.1.1-3月会议", "2.1.1", "", "3月会议"},
      {"2.1.1 2023年总结", "2.1.1", "", "2023年总结"},
      {"2.1.1-20230305 通知", "2.1.1", "", "20230305 通知"},
      {"2.1.1.2023.3.5 通知", "2.1.1", "", "2023.3.5 通知"},
      {"2.1.1 3D打印", "2.1.1", "", "3D打印"},
      {"2.1.1——通知", "2.1.1", "", "通知"},
      // several
      {"2.1.1、2.1.2 通知", "2.1.1 2.1.2", "", "通知"},
      {"2.1.1+2.1.2 通知", "2.1.1 2.1.2", "", "通知"},
      {"2.1.1 + 2.2.4.2-1 通知", "2.1.1 2.2.4.2", "1", "通知"},
      {"2.1.1、2.1.2、3.1.1 通知", "2.1.1 2.1.2 3.1.1", "", "通知"},
      {"2-1-1＋2-1-2", "2.1.1 2.1.2", "", ""},
      {"2.1.1、2 通知", "2.1.1", "2", "通知"},
      {"2.1.1 1-10月会议", "2.1.1", "", "1-10月会议"},
      {"2.1.1-3月会议", "2.1.1", "", "3月会议"},
      {"2.1.1-2 1-3号楼", "2.1.1", "2", "1-3号楼"},
      {"附件2.1.1", "2.1.1", "", ""},
  }));
  INFO(test.name);
  const ReadNumber number = read(test.name);
  CHECK(number.kind == NumberKind::indicator);
  CHECK(join(number.indicators, " ") == test.ids);
  CHECK(number.order == test.order);
  CHECK(number.rest == test.rest);
  CHECK(number.unknown_joined.empty());
}

TEST_CASE("other numbers only order, group or are unknown", "[evidence][number]") {
  struct Other {
    const char* name;
    NumberKind kind;
    const char* levels;
    const char* rest;
  };
  const Other test = GENERATE(values<Other>({
      {"2 完善制度体系", NumberKind::plain, "2", "完善制度体系"},
      {"01 会议", NumberKind::plain, "1", "会议"},
      {"01会议", NumberKind::plain, "1", "会议"},
      {"7.通知", NumberKind::plain, "7", "通知"},
      {"1-6月用电", NumberKind::none, "", "1-6月用电"},
      {"1～3号楼照片", NumberKind::none, "", "1～3号楼照片"},
      {"21-22年用电", NumberKind::none, "", "21-22年用电"},
      {"2-1月用电", NumberKind::plain, "2", "1月用电"},
      {"1-2021年用电", NumberKind::plain, "1", "2021年用电"},
      {"2.2.4 1-3季度抄表", NumberKind::group, "2.2.4", "1-3季度抄表"},
      {"2.1 管理机构", NumberKind::group, "2.1", "管理机构"},
      {"2.2.4 计量", NumberKind::group, "2.2.4", "计量"},
      {"2.2.4 2号楼", NumberKind::group, "2.2.4", "2号楼"},
      {"2.1.9 通知", NumberKind::unknown, "2.1.9", "通知"},
      {"2.2.4.3 通知", NumberKind::unknown, "2.2.4.3", "通知"},
      {"9.9.9", NumberKind::unknown, "9.9.9", ""},
      {"通知", NumberKind::none, "", "通知"},
      {"20230305 会议", NumberKind::none, "", "20230305 会议"},
      {"2023-03-05 会议", NumberKind::none, "", "2023-03-05 会议"},
      {"2023.3 会议", NumberKind::none, "", "2023.3 会议"},
      {"2099年", NumberKind::none, "", "2099年"},
      {"2号楼照片", NumberKind::plain, "2", "2号楼照片"},
      {"12月用电", NumberKind::none, "", "12月用电"},
      {"7.5万元合同", NumberKind::none, "", "7.5万元合同"},
      {"IMG_0001", NumberKind::none, "", "IMG_0001"},
      {"0.0.0", NumberKind::none, "", "0.0.0"},
      {"", NumberKind::none, "", ""},
      {"1678012345678", NumberKind::none, "", "1678012345678"},
  }));
  INFO(test.name);
  const ReadNumber number = read(test.name);
  CHECK(number.kind == test.kind);
  CHECK(levels_text(number.levels) == test.levels);
  CHECK(number.rest == test.rest);
  CHECK(number.indicators.empty());
}

TEST_CASE("a joined number that the rubric lacks is told apart", "[evidence][number]") {
  const ReadNumber number = read("2.1.1、2.9.9 通知");
  CHECK(number.indicators == std::vector<std::string>{"2.1.1"});
  CHECK(levels_text(number.unknown_joined) == "2.9.9");
  CHECK(number.rest == "通知");
}

TEST_CASE("a dash makes a range under one parent only; otherwise it is told", "[evidence][number]") {
  CHECK(read("2.1.1-2.1.3 会议").indicators == std::vector<std::string>{"2.1.1", "2.1.2", "2.1.3"});
  CHECK(read("2.1.1-2.1.3 会议").range_end.empty());
  CHECK(levels_text(read("2.1.1-3.1.1 会议").range_end) == "3.1.1");
  CHECK(read("2.1.1-3.1.1 会议").indicators == std::vector<std::string>{"2.1.1"});
  CHECK(read("2.1.1-2 会议").range_end.empty());
  CHECK(read("2.1.1、2.1.3 会议").range_end.empty());
}

TEST_CASE("the nearest number shares the longest beginning", "[evidence][number]") {
  const NumberTable table(testing::small_rubric());
  CHECK(table.nearest({2, 1, 9}) == "2.1.4");
  CHECK(table.nearest({2, 2, 4, 3}) == "2.2.4.2");
  CHECK(table.nearest({9, 9, 9}) == "3.1.1");
  CHECK(table.below({2, 2, 4}) == std::vector<std::string>{"2.2.4.1", "2.2.4.2"});
  CHECK(table.below({2, 2}).size() == 5);
  CHECK(NumberTable(Rubric{}).nearest({1}).empty());
}

TEST_CASE("a name of any bytes is read in one go", "[evidence][number]") {
  const NumberTable table(testing::small_rubric());
  std::string long_name;
  for (int i = 0; i < 5000; ++i) long_name += "1.";
  CHECK(read_number(long_name, table).kind == NumberKind::indicator);                           // 1.1.1 and then an order
  CHECK(read_number("\xFF\xFE 2.1.1", table).indicators == std::vector<std::string>{"2.1.1"});  // a whole id behind what cannot be read
}

}  // namespace lvce
