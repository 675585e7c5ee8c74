// Whose petrol it is: where no word says so, the mapping has the lines ready that make it that of official vehicles.
#include "support/text.h"
#include "workbook/layouts.h"
#include "workbook/unit_folder.h"
#include "workbook/xlsx/xlsx_builder.h"

using namespace lvce;
using namespace lvce::test;

namespace {

const SheetXml kUnitSheet{"单位信息", {words({"项目", "内容"}), words({"单位名称", "示例局"})}, "", ""};

/// Twelve months of 2021 under these headers: 1001, 1002 … in the first column, 2001 … in the second.
void add_ledger(const TempUnit& unit, const std::vector<std::string>& headers) {
  std::string text = "2021年用能登记,\n月份," + join(headers, ",") + "\n";
  for (int month = 1; month <= 12; ++month) {
    text += std::to_string(month) + "月";
    for (std::size_t i = 0; i < headers.size(); ++i) text += "," + std::to_string(1000 * (i + 1) + static_cast<std::size_t>(month));
    text += "\n";
  }
  std::filesystem::create_directories(unit.folder() / "能耗");
  unit.add("能耗/登记.csv", text);
  unit.add("台账.xlsx", book_of({kUnitSheet}));
}

LedgerLayout layout_of(const TempUnit& unit, const std::vector<std::string>& headers) {
  add_ledger(unit, headers);
  return understand_ledgers(unit.folder());
}

}  // namespace

TEST_CASE("petrol without a word of vehicles stays as it is, and the mapping says what to do if it is theirs", "[formats]") {
  TempUnit unit;
  const LedgerLayout layout = layout_of(unit, {"用电（度）", "汽油（升）"});
  REQUIRE(layout.series.size() == 2);
  CHECK(layout.series[1].sum == Decimal(12 * 2000 + 78));
  CHECK(layout.questions.empty());
  CHECK(layout.mapping.find("\n# 汽油是公务用车用的，建筑能耗要扣除：都是的，去掉下面 to: 能耗台账/其中公务用车汽油 各行行首的 #") != std::string::npos);
  CHECK(layout.mapping.find("to: 能耗台账/汽油}\n") != std::string::npos);
  CHECK(layout.mapping.find("\n#  - {") != std::string::npos);
}

TEST_CASE("the ready lines, their mark taken away, read the petrol as that of official vehicles", "[formats]") {
  TempUnit unit;
  const LedgerLayout layout = layout_of(unit, {"用电（度）", "汽油（升）"});
  const ReadWorkbook read = unit.read_mapped(unit.mapping(replace_all(layout.mapping, "\n#  - {", "\n  - {")));
  REQUIRE(read.workbook);
  CHECK_FALSE(has_error(read.findings));
  for (int month = 1; month <= 12; ++month) {
    const auto& quantities = row_of(*read.workbook, 2021, month)->quantities;
    const std::string figure = std::to_string(2000 + month) + " @[登记.csv]登记!C" + std::to_string(month + 2);
    CHECK(shown(quantities.at(Carrier::petrol)) == figure);
    CHECK(shown(quantities.at(Carrier::official_petrol)) == figure);
  }
}

TEST_CASE("fuel whose words say what burns it gets no such lines", "[formats]") {
  for (const std::string header : {"公务用车汽油（升）", "锅炉柴油（升）", "发电机柴油（升）"}) {
    TempUnit unit;
    INFO(header);
    CHECK(layout_of(unit, {"用电（度）", header}).mapping.find("\n#  - {") == std::string::npos);
  }
}

TEST_CASE("a title that speaks of official vehicles, and of nothing else, says whose fuel it is", "[formats]") {
  const auto names = [](const std::string& title, const std::string& headers) {
    TempUnit unit;
    std::string text = title + ",\n月份," + headers + "\n";
    for (int month = 1; month <= 12; ++month) text += std::to_string(month) + "月," + std::to_string(200 + month) + "," + std::to_string(90 + month) + "\n";
    std::filesystem::create_directories(unit.folder() / "能耗");
    unit.add("能耗/登记.csv", text);
    unit.add("台账.xlsx", book_of({kUnitSheet}));
    std::string found;
    for (const LedgerSeries& one : understand_ledgers(unit.folder()).series) found += one.carrier + " " + one.sum.shortest() + ";";
    return found;
  };
  const std::string both = "汽油 2478;其中公务用车汽油 2478;柴油 1158;其中公务用车柴油 1158;";  // 12 × 200 + 78, 12 × 90 + 78
  CHECK(names("2021年公务用车加油统计表", "汽油（升）,柴油（升）") == both);
  CHECK(names("2021年公务用车加油统计表", "汽油（升）,发电机柴油（升）") == "汽油 2478;其中公务用车汽油 2478;柴油 1158;");
  CHECK(names("2021年公务用车和发电机用油统计表", "汽油（升）,柴油（升）") == "汽油 2478;柴油 1158;");
  CHECK(names("2021年公务用车加油统计表", "汽油（升）,其中公务用车汽油（升）") == "汽油 2478;其中公务用车汽油 1158;");
}
