// Periods, customers' numbers and cancelled numbers as invoices print them.
#include <catch2/catch.hpp>

#include "office/invoice_period.h"

using namespace lvce;

namespace {

std::string period(const std::string& text) {
  const auto span = period_in(text);
  return span ? span_words(*span) : "";
}

std::string named(const std::string& path) {
  const auto span = period_of_name(path);
  return span ? span_words(*span) : "";
}

}  // namespace

TEST_CASE("periods between two days") {
  CHECK(period("户号：0100 抄表周期：2024-01-01至2024-01-31") == "2024年1月");
  CHECK(period("起止日期:20240121-20240220") == "2024-01-21至2024-02-20");
  CHECK(period("2024年1月5日—2月4日电费") == "2024-01-05至2024-02-04");
  CHECK(period("2023.12.21~2024.01.20") == "2023-12-21至2024-01-20");
  CHECK(period("上次抄表日期：2024/1/1 本次抄表日期：2024/2/1") == "2024年1月");  // read on the first day
  CHECK(period("2023-12-31至2024-01-31") == "2024年1月");                         // on the last
  CHECK(period("2024-01-20至2024-02-20") == "2024-01-21至2024-02-20");            // the day of both readings counts once
  CHECK(period("２０２４－０１－０１至２０２４－０１－３１") == "2024年1月");
}

TEST_CASE("periods of months") {
  CHECK(period("户号:0100 电费年月：202402 户名:某局") == "2024年2月");
  CHECK(period("账期:2024-02") == "2024年2月");
  CHECK(period("2024年2月电费") == "2024年2月");
  CHECK(period("2024年1月-2024年3月水费") == "2024年1—3月");
  CHECK(period("2024年1-2月水费") == "2024年1—2月");
  CHECK(period("2023年12月至2024年1月") == "2023年12月至2024年1月");
}

TEST_CASE("what is no period") {
  CHECK(period("").empty());
  CHECK(period("户号:0519424852,读数:99841-104398,用水量:4557").empty());
  CHECK(period("合同期限2024-01-01至2024-12-31").empty());
  CHECK(period("2024-13-01至2024-13-31").empty());
  CHECK(period("2024-02-30至2024-03-30").empty());
  CHECK(period("2024-03-01至2024-02-01").empty());
  CHECK(period("2020-01-01至2024-01-31").empty());                         // no bill is of four years
  CHECK(period("2024-01-01至2024-01-31 2024-02-01至2024-02-29").empty());  // two: which is meant is not guessed
  CHECK(period("订单202402").empty());
}

TEST_CASE("a file's name says its month, alone or below a year") {
  CHECK(named("佐证材料/2.1.3 能耗/2024年3月电费.pdf") == "2024年3月");
  CHECK(named("票据/2024-03.ofd").empty());  // may be anything
  CHECK(named("票据/2024年/3月电费.ofd") == "2024年3月");
  CHECK(named("票据/2024/3月.ofd") == "2024年3月");
  CHECK(named("票据/3月电费.ofd").empty());
  CHECK(named("票据/2024年3月5日电费.ofd").empty());  // a day is when it was issued
  CHECK(named("票据/2024年1-3月水费.pdf") == "2024年1—3月");
}

TEST_CASE("customers' numbers and cancelled numbers") {
  CHECK(meter_in("户号：0100000001；抄表周期") == "0100000001");
  CHECK(meter_in("用户编号 A-12345") == "A-12345");
  CHECK(meter_in("户号：；电话：").empty());
  CHECK(cancelled_in("被红冲蓝字数电票号码：20140000000100000003 红字发票信息确认单编号：14010000000000000000") == "20140000000100000003");
  CHECK(cancelled_in("对应正数发票代码:014001900111号码:10000005") == "01400190011110000005");
  CHECK(cancelled_in("户号：0100000001").empty());
}
