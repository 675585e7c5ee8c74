#include <catch2/catch.hpp>

#include "support/first_words.h"

using lvce::first_words;

TEST_CASE("folders are named by whole clauses, quotations and all", "[init]") {
  CHECK(first_words("按照《公共机构能源资源消费统计调查制度》要求，建立台账", 60) == "按照《公共机构能源资源消费统计调查制度》");
  CHECK(first_words("开展“光盘行动”、旧物再利用等生活垃圾源头减量化措施", 60) == "开展“光盘行动”");
  CHECK(first_words("设立能源资源管理岗位得1.5分；", 60) == "设立能源资源管理岗位");
  CHECK(first_words("鼓励干部职工践行“135”等低碳出行方式，得3分。", 60) == "鼓励干部职工践行“135”等低碳出行方式");
}
