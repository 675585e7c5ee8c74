#include <catch2/catch.hpp>

#include "evidence/folder/names.h"

namespace lvce {

TEST_CASE("extensions have a letter", "[evidence][names]") {
  CHECK(split_name("2.1.1 通知.PDF").stem == "2.1.1 通知");
  CHECK(split_name("2.1.1 通知.PDF").extension == "pdf");
  CHECK(split_name("2.1.1").stem == "2.1.1");
  CHECK(split_name("2.1.1.通知").extension.empty());
  CHECK(split_name(".hidden").stem == ".hidden");
  CHECK(split_name("说明.markdown").extension == "markdown");
}

TEST_CASE("auxiliary names", "[evidence][names]") {
  for (const char* name : {"图说.txt", "图说.xlsx", "图说.docx", "说明.txt", ".DS_Store", "Thumbs.db", "desktop.ini", "~$台账.docx", ".~lock.台账.ods#"}) {
    INFO(name);
    CHECK(is_auxiliary_name(name));
  }
  for (const char* name : {"图说明.txt", "说明.pdf", "图说.pdf", "图说.jpg", "情况说明.txt", "2.1.1 说明.txt"}) {
    INFO(name);
    CHECK_FALSE(is_auxiliary_name(name));
  }
}

TEST_CASE("a camera's name is no caption", "[evidence][names]") {
  for (const char* name : {"IMG_0001", "img_20230305_123456", "DSC00012", "DSC_0012 副本", "微信图片_20230305123456", "mmexport1678012345678",
                           "wx_camera_1678012345678", "QQ图片20230305123456", "Screenshot_2023-03-05-12-00-00_com.tencent.mm", "屏幕截图 2023-03-05 123456",
                           "1678012345678", "2023-03-05", "P1010001", "0f8fad5b-d9cb-469f-a165-70867728950e", "1(2)", ""}) {
    INFO(name);
    CHECK(is_camera_name(name));
  }
  for (const char* name : {"照片", "水表照片", "会议室IMG", "2号楼", "节能宣传周", "image of a meter", "Pump", "2023年会议"}) {
    INFO(name);
    CHECK_FALSE(is_camera_name(name));
  }
}

TEST_CASE("titles count what they bundle", "[evidence][names]") {
  CHECK(counted_in("制度汇编（5项）") == 5);
  CHECK(counted_in("会议(3次)") == 3);
  CHECK(counted_in("会议 ( １２ 次 ） ") == 12);
  CHECK(counted_in("会议（0次）") == 0);
  CHECK(counted_in("制度汇编（5项）终稿") == 1);
  CHECK(counted_in("制度汇编（5个）") == 1);
  CHECK(counted_in("制度汇编（五项）") == 1);
  CHECK(counted_in("制度汇编（99999项）") == 1);
  CHECK(counted_in("（项）") == 1);
}

TEST_CASE("dates in titles", "[evidence][names]") {
  const auto date = [](const char* title) { return date_in(title).value_or("-"); };
  CHECK(date("会议 2023-03-05") == "2023-03-05");
  CHECK(date("会议 2023.3.5") == "2023-03-05");
  CHECK(date("会议_2023_03") == "2023-03");
  CHECK(date("20230305会议") == "2023-03-05");
  CHECK(date("IMG_20230305_123456") == "2023-03-05");
  CHECK(date("微信图片_20230305123456") == "2023-03-05");
  CHECK(date("2023年3月5日会议") == "2023-03-05");
  CHECK(date("2023年3月会议") == "2023-03");
  CHECK(date("2023年总结") == "2023");
  CHECK(date("２０２３年总结") == "2023");
  CHECK(date("发〔2021〕39号") == "2021");
  CHECK(date("2020-2022年台账") == "2022");
  CHECK(date("2021年1-12月") == "2021");
  CHECK(date("2021年总结 20220115") == "2021");
  CHECK(date("2021、2022年能耗报表") == "2022");
  CHECK(date("2021-2022年度报表") == "2022");
  CHECK(date("二〇二一年总结") == "2021");
  CHECK(date("二○二一年三月五日会议") == "2021-03-05");
  CHECK(date("21年总结") == "2021");
  CHECK(date("21年3月总结") == "2021");
  CHECK(date("202103报表") == "2021-03");
  CHECK(date("2021第一季度公示") == "2021");
  CHECK(date("2021年第一季度公示") == "2021");
  CHECK(date("2021一季度公示") == "2021");
  CHECK(date("2021-1季度公示") == "2021");
  CHECK(date("2021上半年分析") == "2021");
  CHECK(date("21年下半年分析") == "2021");
  CHECK(date("近20年变化") == "-");
  CHECK(date("20年来变化") == "-");
  CHECK(date("12年总结") == "-");
  CHECK(date("三十年") == "-");
  // no dates
  CHECK(date("2023-02-30") == "-");
  CHECK(date("20231345") == "-");
  CHECK(date("1989年") == "-");
  CHECK(date("2100年") == "-");
  CHECK(date("房间2023") == "-");
  CHECK(date("mmexport1678012345678") == "-");
  CHECK(date("2024-02-29") == "2024-02-29");
}

TEST_CASE("titles of several years", "[evidence][names]") {
  const auto years = [](const char* title) {
    const auto span = years_in(title);
    return span ? std::to_string(span->first) + "-" + std::to_string(span->last) : "-";
  };
  CHECK(years("2021、2022年报表") == "2021-2022");
  CHECK(years("2021-2022年度报表") == "2021-2022");
  CHECK(years("2019年、2020年、2021年报表") == "2019-2021");
  CHECK(years("2020年至2022年台账") == "2020-2022");
  CHECK(years("二〇二〇年和2021年对比") == "2020-2021");
  CHECK(years("2021年报表") == "-");
  CHECK(years("2021-03-05") == "-");
  CHECK(years("2020-2022") == "-");
}

TEST_CASE("names in GB18030 are shown in UTF-8", "[evidence][names]") {
  CHECK(shown_name("\xCD\xA8\xD6\xAA.pdf") == "通知.pdf");
  CHECK(shown_name("\xC1\xAA\xCD\xA8") == "联通");
  CHECK(shown_name("2.1.1 A·B±1°.pdf") == "2.1.1 A·B±1°.pdf");
  CHECK(shown_name("通知\n\u202E.pdf") == "通知\n\u202E.pdf");  // it tells the file
  CHECK(lvce::read_name("\u202A\u200E2.1.1 通\u200B知") == "2.1.1 通\u200B知");
  CHECK(shown_name("\xFF\xFF") == "\xEF\xBF\xBD\xEF\xBF\xBD");
}

}  // namespace lvce
