#include "support/litter.h"

#include <catch2/catch.hpp>

using namespace lvce;

TEST_CASE("what programs leave behind is told by its name", "[litter]") {
  for (const char* litter : {".DS_Store", "Thumbs.db", "THUMBS.DB", "desktop.ini", "~$台账.xlsx", ".~lock.台账.xlsx#"}) CHECK(is_litter(litter));
  for (const char* other : {"台账.xlsx", "Thumbs.db.txt", "我的desktop.ini", "~台账.xlsx", ".隐藏"}) CHECK_FALSE(is_litter(other));
}
