// Names of files for online platforms.
#include <catch2/catch.hpp>

#include "bind/online.h"

using namespace lvce;

namespace {

std::string name_of(const std::string& id, const std::string& text) {
  Indicator indicator;
  indicator.id = id;
  indicator.text = text;
  return online_name(indicator);
}

}  // namespace

TEST_CASE("a name is the number and the first clause") {
  CHECK(name_of("2.1.3", "设置能源资源管理岗位，明确专人负责，得1分。") == "2.1.3 设置能源资源管理岗位.pdf");
  CHECK(name_of("3.3.1", "鼓励干部职工践行“135”等低碳出行方式，得3分。") == "3.3.1 鼓励干部职工践行“135”等低碳出行方式.pdf");
  CHECK(name_of("3.1", "有，无均可") == "3.1 有无均可.pdf");  // one character tells nothing
}

TEST_CASE("a long clause is cut where something in it ends, not in a word") {
  CHECK(name_of("3.4.2", "采用节能炉灶、节水型洗菜机、高效油烟净化设备等节能环保餐饮设施设备得分的情况说明") == "3.4.2 采用节能炉灶、节水型洗菜机.pdf");
  CHECK(name_of("2.2.4.1", "按照《公共机构能源资源计量器具配备和管理要求》GB/T 29149-2012实行分户分区分项计量") ==
        "2.2.4.1 按照《公共机构能源资源计量器具配备和管理要求》.pdf");
}

TEST_CASE("names are safe everywhere and at most 100 bytes") {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "能";
  CHECK(name_of("1.1.1", text).size() <= 100);
  CHECK(name_of("1.1.1", text).starts_with("1.1.1 能能能能"));
  CHECK(name_of("1.1.1", "甲\\乙*丙?丁\"戊<己>庚|辛：壬\x01") == "1.1.1 甲乙丙丁戊己庚辛.pdf");
  CHECK(name_of("1.1.1", "\xF0\xA0\x80\x80䶮") == "1.1.1.pdf");  // not in GBK
  CHECK(name_of("1/../2", "").find('/') == std::string::npos);
  CHECK(name_of(std::string(300, '1'), "能").size() <= 100);
}
