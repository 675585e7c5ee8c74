// Forms of codes, telephones and addresses. Check digits worked out with another program (Python: sum of value × 3^i mod 31).
#include "workbook/sheets/contact_forms.h"

#include <catch2/catch.hpp>

using lvce::form_fault;

namespace {

std::string fault(const std::string& item, const std::string& typed) {
  const auto found = form_fault(item, typed);
  return found ? found->what : "";
}

}  // namespace

TEST_CASE("统一社会信用代码 has 18 characters of its alphabet and a check digit", "[workbook]") {
  const std::string item = "统一社会信用代码";
  for (const char* right : {"11990000MB0000000J", "11990000mb0000000j", "1199 0000 MB00 0000 0J", "１１９９００００MB0000000J", "无", "/"}) {
    INFO(right);
    CHECK(fault(item, right).empty());
  }
  CHECK(fault(item, "11990000MB00000000") == "18 位的校验码不符，可能有一位输错");
  CHECK(fault(item, "11990000MB000000J") == "有 17 位，应为 18 位");
  CHECK(fault(item, "11990000MB0000000JJ") == "有 19 位，应为 18 位");
  CHECK(fault(item, "1199O000MB0000000J").starts_with("第 5 位是“O”"));
  CHECK(fault(item, "11990000MB00000未J").starts_with("第 16 位是“未”"));
  CHECK(fault(item, "1198X000MB0000000J") == "18 位的校验码不符，可能有一位输错");
}

TEST_CASE("telephones", "[workbook]") {
  const char* office = "办公电话";
  for (const char* right : {"0000-1234567", "（0000）12345678", "000 12345678", "1234567", "12345678转123", "0000－1234567-8001", "400-000-0000", "12345",
                            "0000-1234567、0000-1234568", "13000000000", "0000-00000000", "无"}) {
    INFO(right);
    CHECK(fault(office, right).empty());
  }
  CHECK(fault(office, "3510000000") == "区号开头的 0 可能丢了");
  for (const char* wrong : {"123", "办公室", "0000-123", "0000-1234567、12"}) {
    INFO(wrong);
    CHECK(fault(office, wrong) == "不是电话号码的样子");
  }
  const char* mobile = "移动电话";
  for (const char* right : {"13000000000", "130-0000-0000", "+86 13000000000", "13000000000/15000000000", "00000000000"}) {
    INFO(right);
    CHECK(fault(mobile, right).empty());
  }
  CHECK(fault(mobile, "1300000000") == "有 10 位数字，手机号码是 11 位");
  CHECK(fault(mobile, "130000000000") == "有 12 位数字，手机号码是 11 位");
  CHECK(fault(mobile, "23000000000") == "不是手机号码的样子");
  REQUIRE(form_fault(mobile, "0000-1234567"));
  CHECK(form_fault(mobile, "0000-1234567")->hint.find("办公电话") != std::string::npos);
}

TEST_CASE("e-mail", "[workbook]") {
  const char* item = "电子邮箱";
  for (const char* right : {"jieneng@example.com", "a.b-c_1@mail.example.gov.cn", "a@example.com；b@example.com", "a＠example.com", "无"}) {
    INFO(right);
    CHECK(fault(item, right).empty());
  }
  CHECK(fault(item, "jieneng.example.com") == "没有 @，不是邮箱地址");
  for (const char* wrong : {"jieneng@example", "@example.com", "节能@example.com", "a@example。com", "a@@example.com", "a@example.com."}) {
    INFO(wrong);
    CHECK(fault(item, wrong) == "不是邮箱地址的样子");
  }
}

TEST_CASE("a very long text is told, other items have no form", "[workbook]") {
  CHECK(fault("办公电话", std::string(30000, '1')) == "太长");
  CHECK(fault("电子邮箱", std::string(30000, 'a') + "@example.com") == "太长");
  CHECK(fault("单位地址", "123").empty());
}
