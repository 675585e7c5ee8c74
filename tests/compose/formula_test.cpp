// Formulas are worked out exactly; one that says something else than the stored value is not written.
#include <catch2/catch.hpp>

#include "compose/formula.h"
#include "compose/sample.h"

namespace lvce {
namespace {

TableCell cell(const char* number, const std::string& name, const std::string& formula = "") {
  TableCell made;
  if (const auto parsed = Decimal::parse(number)) {
    made.value.value = *parsed;
  } else {
    made.value.value = std::string(number);
  }
  made.name = name;
  made.formula = formula;
  return made;
}

/// A column of cells a=1.5 b=2 c="—" d="" and one with the formula and stored value.
bool kept(const std::string& formula, const char* stored, bool percent = false) {
  Document document;
  Table table;
  table.columns.resize(1);
  for (TableCell each : {cell("1.5", "a"), cell("2", "b"), cell("—", "c"), cell("", "d"), cell(stored, "x", formula)}) {
    if (each.name == "x") each.value.format.percent = percent;
    table.rows.push_back({{each}, false});
  }
  document.sections.emplace_back().blocks.emplace_back(table);
  Findings findings;
  check_formulas(document, findings);
  const bool stays = !sample::find_cell(document, "x")->formula.empty();
  CHECK(findings.empty() == stays);
  return stays;
}

}  // namespace

TEST_CASE("Arithmetic as spreadsheets do it", "[formula]") {
  CHECK(kept("{a}+{b}*2", "5.5"));
  CHECK(kept("({a}+{b})*2", "7"));
  CHECK(kept("{b}-{a}-0.25", "0.25"));
  CHECK(kept("{b}/{a}/2-1/3*2", "0"));
  CHECK(kept("-{a}", "-1.5"));
  CHECK(kept("{a}+{d}", "1.5"));       // a blank is zero
  CHECK(kept("N({c})+{a}", "1.5"));    // N of a text is zero
  CHECK(kept("SUM({a}:{d})", "3.5"));  // texts are passed over
  CHECK(kept("SUM({a},{b},10)", "13.5"));
  CHECK(kept("PRODUCT({a},{b},{d})", "3"));
  CHECK(kept("MIN({a},{b})+MAX({a},{b})", "3.5"));
  CHECK(kept("({b}-{a})/{b}", "25", true));  // a percent cell stores 25 and shows 25%
}

TEST_CASE("Verdicts: conditions, texts and counts", "[formula]") {
  CHECK(kept("IF({a}<{b},\"完成\",\"未完成\")", "完成"));
  CHECK(kept("IF(ROUND({b}/3,2)=0.67,5,0)", "5"));
  CHECK(kept("IF(AND({a}<=1.5,{b}>1),3,0)+IF(OR({a}>2,NOT({b}<>2)),1,0)", "4"));
  CHECK(kept("IF(LEFT({c},1)=\"—\",1,2)", "1"));
  CHECK(kept("IF({d}=\"\",COUNT({a}:{d}),0)", "2"));  // a blank is the empty text; two numbers
  CHECK(kept("IF(ISNUMBER({c}),1,ABS(-2))", "2"));
  CHECK_FALSE(kept("IF({a}<{b},\"完成\",\"未完成\")", "未完成"));
  CHECK_FALSE(kept("IF({a}<{c},1,0)", "1"));  // a number and a text are not compared
  CHECK_FALSE(kept("IF({a},1,0)", "1"));      // a number is no condition
  CHECK_FALSE(kept("IF({a}<{b},1)", "1"));
  CHECK_FALSE(kept("\"完成", "完成"));
  CHECK_FALSE(kept("ROUND({a},99)", "1.5"));
}

TEST_CASE("A mark shows on paper where its condition holds; one over a text that is no number does not", "[formula]") {
  Document document;
  Table table;
  table.columns.resize(1);
  const auto marked = [](TableCell each, MarkLook look, const std::string& condition) {
    each.marks.push_back({look, condition});
    return each;
  };
  for (const TableCell& each : {marked(cell("1.5", "a"), MarkLook::bad, "{a}>1"), marked(cell("2", "b"), MarkLook::attention, "ABS({b})>1"),
                                marked(cell("3", "c"), MarkLook::bad, "{c}>3"), marked(cell("—", "d"), MarkLook::bad, "{d}>3")}) {
    table.rows.push_back({{each}, false});
  }
  document.sections.emplace_back().blocks.emplace_back(table);
  Findings findings;
  check_formulas(document, findings);
  CHECK(findings.empty());
  CHECK(sample::find_cell(document, "a")->flagged);
  CHECK_FALSE(sample::find_cell(document, "a")->attention);
  CHECK(sample::find_cell(document, "b")->attention);
  CHECK_FALSE(sample::find_cell(document, "c")->flagged);
  CHECK_FALSE(sample::find_cell(document, "d")->flagged);
}

TEST_CASE("What would show an error or another number is taken out", "[formula]") {
  CHECK_FALSE(kept("{a}+{b}", "3.4"));
  CHECK_FALSE(kept("{a}+{c}", "1.5"));  // #VALUE!
  CHECK_FALSE(kept("{a}/0", "0"));
  CHECK_FALSE(kept("{nowhere}", "0"));
  CHECK_FALSE(kept("SUM({a}:{nowhere})", "1.5"));
  CHECK_FALSE(kept("({a}", "1.5"));
  CHECK_FALSE(kept("{a", "1.5"));
  CHECK_FALSE(kept("HYPERLINK({a})", "1.5"));
  CHECK_FALSE(kept("VLOOKUP({a},{b})", "1.5"));
  CHECK_FALSE(kept("1+", "1"));
  CHECK_FALSE(kept(std::string(100000, '('), "1"));
  CHECK_FALSE(kept("{b}-{a}", "0.5", true));  // 0.5 is 50 % there, not 0.5 %
}

}  // namespace lvce
