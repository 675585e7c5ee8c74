#include <catch2/catch.hpp>

#include "pack/pack.h"
#include "support/text.h"

using lvce::folder_name_of;

TEST_CASE("unit names become folder names") {
  CHECK(folder_name_of("示例市机关事务管理局") == "示例市机关事务管理局");
  CHECK(folder_name_of("  示例局　") == "示例局");
  CHECK(folder_name_of("a/b\\c:d*e?f\"g<h>i|j") == "a_b_c_d_e_f_g_h_i_j");
  CHECK(folder_name_of("..") == "未命名单位");
  CHECK(folder_name_of("../../etc") == "_._.._etc");
  CHECK(folder_name_of(".隐藏") == "_隐藏");
  CHECK(folder_name_of("局.") == "局");
  CHECK(folder_name_of("") == "未命名单位");
  CHECK(folder_name_of("\t\n") == "未命名单位");
  CHECK(folder_name_of("甲\r\n乙\t丙") == "甲乙丙");
  CHECK(folder_name_of("甲\x01乙") == "甲〈U+0001〉乙");  // two names stay two
  CHECK(folder_name_of("甲\u202E乙\u200B丙") == "甲〈U+202E〉乙〈U+200B〉丙");
  CHECK(folder_name_of("con") == "_con");
  CHECK(folder_name_of("nul.局") == "_nul.局");
  CHECK(folder_name_of("甲\xFF") == "甲_");
}

TEST_CASE("long names are cut at 80 characters and 240 bytes") {
  std::string han;
  for (int i = 0; i < 100; ++i) han += "局";
  CHECK(folder_name_of(han).size() == 240);
  CHECK(folder_name_of(std::string(300, 'a')).size() == 80);
  std::string rare;
  for (int i = 0; i < 100; ++i) rare += "𠀀";  // four bytes each
  CHECK(folder_name_of(rare).size() == 240);
  CHECK(lvce::is_valid_utf8(folder_name_of(rare)));
}
