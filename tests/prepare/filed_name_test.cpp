#include "prepare/filed_name.h"

#include <catch2/catch.hpp>

#include "paths.h"
#include "support/files.h"

namespace lvce {
namespace {

const SortWords& vocabulary() {
  static const SortWords words = [] {
    std::string problem;
    return load_sort_words(data_folder() / "templates" / "sorting.yaml", problem).value();
  }();
  return words;
}

std::string named(const std::string& path, const std::string& page = "", const std::string& caption = "") {
  EvidenceFile file;
  file.path = path;
  file.caption = caption;
  return filed_name(file, page, vocabulary());
}

constexpr const char* kNotice =
    "渝川区示例局文件\n渝川示例局发〔2021〕7号\n关于成立节约型机关创建\n工作领导小组的通知\n各科室：\n现将有关事项通知如下。\n渝川区示例局\n2021年3月 5日";

}  // namespace

TEST_CASE("a paper whose name says nothing is named by its title, with the date that stands alone", "[prepare][sort]") {
  for (const char* name :
       {"扫描件003.pdf", "SCAN_0007.pdf", "新建 Microsoft Word 文档 (2).pdf", "20210305110533.pdf", "未命名.pdf", "通知（盖章扫描件）.pdf"}) {
    INFO(name);
    CHECK(named(std::string("收到的/") + name, kNotice) == "关于成立节约型机关创建工作领导小组的通知 2021-03-05.pdf");
  }
}

TEST_CASE("a name that says something stays, and so does one of a page without a title", "[prepare][sort]") {
  CHECK(named("领导小组.pdf", kNotice) == "领导小组 2021-03-05.pdf");
  CHECK(named("LED灯.pdf", "照明设备采购合同\n甲方：") == "LED灯.pdf");
  CHECK(named("2021年节能方案.pdf", kNotice) == "2021年节能方案.pdf");
  CHECK(named("扫描件003.pdf", "时间：2021年3月2日\n地点：三楼") == "扫描件003.pdf");
  CHECK(named("扫描件003.pdf") == "扫描件003.pdf");
}

TEST_CASE("a name of forms alone takes the title, and only pictures take the words of their folder", "[prepare][sort]") {
  CHECK(named("公示.pdf", "一季度机关用能公示\n用电") == "一季度机关用能公示.pdf");
  CHECK(named("2021年总结.pdf", "节能工作总结\n一年来") == "节能工作总结 2021.pdf");
  CHECK(named("扫描全能王 2020-09-30 15.20.pdf", kNotice) == "关于成立节约型机关创建工作领导小组的通知 2021-03-05.pdf");
  CHECK(named("收到的/scan0001.pdf") == "scan0001.pdf");
  CHECK(named("食堂/scan0001.pdf") == "scan0001.pdf");
  CHECK(named("a.pdf", "", "会议 2020/8/25") == "会议 2020-8-25.pdf");
}

TEST_CASE("a title that holds a date takes none from the page", "[prepare][sort]") {
  CHECK(named("扫描件.pdf", "2021年节能工作总结\n一年来\n2022年1月5日") == "2021年节能工作总结.pdf");
}

TEST_CASE("what a picture shows is its name where its own does not say so", "[prepare][sort]") {
  CHECK(named("照片/IMG_1.jpg", "", "挂牌/成立") == "挂牌 成立.jpg");
}

TEST_CASE("a camera's picture takes the words of its folder with it; those of a heap are none", "[prepare][sort]") {
  CHECK(named("照片/感应水龙头/IMG_1998.jpg") == "感应水龙头.jpg");
  CHECK(named("照片/感应水龙头/IMG_20230706_110000.jpg") == "感应水龙头 2023-07-06.jpg");
  CHECK(named("微信图片/IMG_2000.jpg") == "IMG_2000.jpg");
  CHECK(named("2021年5月/IMG_2001.jpg") == "IMG_2001.jpg");
}

}  // namespace lvce
