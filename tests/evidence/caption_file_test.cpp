#include "evidence/caption_file.h"

#include <catch2/catch.hpp>

namespace lvce {

TEST_CASE("one line of 图说.txt is changed, all others stay as they are", "[evidence][caption]") {
  const std::vector<std::string> names = {"IMG_1.jpg", "IMG_10.jpg", "图说.txt"};
  const std::string text = "文件名：图说\n\nIMG_10.jpg：大门\n看不懂的一行\nIMG_1 旧的\n";
  CHECK(caption_in(text, names, "IMG_1.jpg") == "旧的");
  CHECK(caption_in(text, names, "IMG_10.jpg") == "大门");
  CHECK(with_caption(text, names, "IMG_1.jpg", "垃圾桶") == "文件名：图说\n\nIMG_10.jpg：大门\n看不懂的一行\nIMG_1.jpg：垃圾桶\n");
  CHECK(with_caption(text, names, "IMG_10.jpg", "") == "文件名：图说\n\n看不懂的一行\nIMG_1 旧的\n");
  CHECK(with_caption("无行尾", names, "IMG_1.jpg", "甲") == "无行尾\nIMG_1.jpg：甲\n");
}

TEST_CASE("a file that the list names twice has one line afterwards", "[evidence][caption]") {
  const std::vector<std::string> names = {"a.jpg"};
  CHECK(with_caption("a.jpg：一\n别的\na：二\n", names, "a.jpg", "三") == "a.jpg：三\n别的\n");
  CHECK(with_caption("", names, "a.jpg", "说：有冒号") == "a.jpg：说：有冒号\n");
  CHECK(caption_in("a.jpg：说：有冒号\n", names, "a.jpg") == "说：有冒号");
}

}  // namespace lvce
