#include <catch2/catch.hpp>

#include <limits>

#include "support/decimal.h"

using lvce::Decimal;

namespace {
Decimal number(const char* text) { return *Decimal::parse(text); }
}  // namespace

TEST_CASE("plain decimals and exponents are read, anything else is not", "[decimal]") {
  CHECK(number("12345.6").text(1) == "12345.6");
  CHECK(number("-0.3").text(1) == "-0.3");
  CHECK(number("1.2E3").text(0) == "1200");
  CHECK(number("5e-2").text(2) == "0.05");
  CHECK(number("007").text(0) == "7");
  for (const char* bad : {"", "-", ".", "1,000", "1e", "1e999", "0x10", "12abc", " 1", "１"}) {
    INFO(bad);
    CHECK_FALSE(Decimal::parse(bad));
  }
  CHECK_FALSE(Decimal::parse(std::string(41, '9')));
}

TEST_CASE("a cell's double is read at the 15 digits that a spreadsheet shows", "[decimal]") {
  CHECK(*Decimal::from_cell(0.1 + 0.2) == number("0.3"));
  CHECK(*Decimal::from_cell(12345.6) == number("12345.6"));
  CHECK(*Decimal::from_cell(-1e-300) == Decimal(0));
  CHECK_FALSE(Decimal::from_cell(std::numeric_limits<double>::infinity()));
  CHECK_FALSE(Decimal::from_cell(std::numeric_limits<double>::quiet_NaN()));
  CHECK_FALSE(Decimal::from_cell(1e30));
}

TEST_CASE("rounding is half away from zero, as Excel's ROUND", "[decimal]") {
  CHECK(number("2.345").text(2) == "2.35");  // a double would give 2.34 or 2.35 by luck
  CHECK(number("-2.345").text(2) == "-2.35");
  CHECK(number("2.3449").text(2) == "2.34");
  CHECK(number("0.5").text(0) == "1");
  CHECK(number("-0.004").text(2) == "0.00");  // never a negative zero
  CHECK(number("1.005").rounded(2) == number("1.01"));
}

TEST_CASE("division is exact until it is printed", "[decimal]") {
  const Decimal third = *Decimal(1).divided_by(Decimal(3));
  CHECK(third * Decimal(3) == Decimal(1));
  CHECK(third.text(4) == "0.3333");
  CHECK_FALSE(Decimal(1).divided_by(Decimal(0)));
}

TEST_CASE("a fall of exactly 1.4 % is 1.4 %", "[decimal]") {
  const Decimal base = number("100");
  const Decimal actual = number("98.6");
  const Decimal change = *((actual - base) * Decimal(100)).divided_by(base);
  CHECK(change <= number("-1.4"));  // in doubles (98.6-100)/100*100 is -1.4000000000000057
  CHECK(change == number("-1.4"));
}

TEST_CASE("numbers are grouped by thousands and trimmed", "[decimal]") {
  CHECK(number("1234567.891").grouped(2) == "1,234,567.89");
  CHECK(number("-1234").grouped(0) == "-1,234");
  CHECK(number("999").grouped(0) == "999");
  CHECK(number("0.1229").shortest() == "0.1229");
  CHECK(number("100").shortest() == "100");
}

TEST_CASE("the double of a decimal is the nearest one", "[decimal]") {
  CHECK(number("0.1").to_double() == 0.1);
  CHECK(number("123456789.123").to_double() == 123456789.123);
}
