// `lvce init`: what it writes must be read back by the same program without a complaint, and nothing that exists is touched.
#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <set>

#include <unistd.h>

#include "evidence/evidence.h"
#include "paths.h"
#include "prepare/prepare.h"
#include "prepare/template_rows.h"
#include "rubric/rubric.h"
#include "support/files.h"
#include "workbook/workbook.h"

namespace fs = std::filesystem;
using namespace lvce;

namespace {

struct UnitFolder {
  fs::path path = fs::temp_directory_path() / ("lvce-init-test-" + std::to_string(::getpid()));
  UnitFolder() { fs::remove_all(path), fs::create_directories(path); }
  ~UnitFolder() { fs::remove_all(path); }
};

Rubric shanxi() { return *load_rubric("shanxi-2021", kSourceFolder).rubric; }

Prepared prepare(const fs::path& unit, const Rubric& rubric, int year = 2021, const Workbook* earlier = nullptr) {
  Prepared done;
  prepare_workbook(unit, kSourceFolder, rubric, default_years(rubric, year), earlier, done);
  prepare_evidence_folders(unit, rubric, default_years(rubric, year), done);
  return done;
}

}  // namespace

TEST_CASE("a new workbook lacks nothing but the unit's name: every sheet and column known", "[init]") {
  const UnitFolder unit;
  const Prepared done = prepare(unit.path, shanxi());
  REQUIRE(done.findings.empty());
  const ReadWorkbook read = read_unit_workbook(unit.path, std::nullopt);
  REQUIRE(read.workbook);
  for (const Finding& finding : read.findings) {
    INFO(finding.code << " " << finding.place.text() << " " << finding.message);
    CHECK((finding.severity == Severity::note || finding.code == "unit-name-missing"));
  }
  CHECK(read.workbook->unit.text("评价标准") == "shanxi-2021");
  CHECK(read.workbook->unit.year("评价年度") == 2021);
  CHECK(read.workbook->unit.year("能耗年度") == 2020);
  CHECK(read.workbook->unit.year("对比基期") == 2019);
}

TEST_CASE("what only bears a workbook's name is none, and nothing is said to be there", "[init]") {
  const UnitFolder unit;
  SECTION("a folder") { fs::create_directory(unit.path / "台账.xlsx"); }
  SECTION("a link that leads nowhere") { fs::create_symlink("无.xlsx", unit.path / "台账.xlsx"); }
  SECTION("an empty file") { write_file(unit.path / "台账.xlsx", ""); }
  Prepared done;
  prepare_workbook(unit.path, kSourceFolder, shanxi(), default_years(shanxi(), 2021), nullptr, done);
  CHECK(done.kept.empty());
  CHECK(done.workbook.empty());
  REQUIRE(done.findings.size() == 1);
  CHECK(done.findings.front().code == "output-not-written");
}

TEST_CASE("what was made is taken back, and nothing else", "[init]") {
  const UnitFolder unit;
  fs::create_directories(unit.path / "佐证材料");
  write_file(unit.path / "佐证材料" / "旧.pdf", "旧");
  Prepared done = prepare(unit.path, shanxi());
  REQUIRE(done.findings.empty());
  REQUIRE(done.workbook == "台账.xlsx");
  take_back(done);
  std::vector<std::string> left;
  for (const auto& entry : fs::recursive_directory_iterator(unit.path)) left.push_back(entry.path().filename().string());
  std::sort(left.begin(), left.end());
  CHECK(left == std::vector<std::string>{"佐证材料", "旧.pdf"});
}

TEST_CASE("every indicator has its row, in its exact wording", "[init]") {
  const UnitFolder unit;
  const Rubric rubric = shanxi();
  prepare(unit.path, rubric);
  const ReadWorkbook read = read_unit_workbook(unit.path, std::nullopt);
  REQUIRE(read.workbook);
  const auto indicators = all_indicators(rubric);
  REQUIRE(read.workbook->scores.size() == indicators.size());
  for (std::size_t i = 0; i < indicators.size(); ++i) {
    CHECK(read.workbook->scores[i].indicator == indicators[i]->id);
    CHECK(read.workbook->scores[i].printed_text == indicators[i]->text);
  }
}

TEST_CASE("the ledger waits for 24 months of the right years", "[init]") {
  const UnitFolder unit;
  prepare(unit.path, shanxi());
  const ReadWorkbook read = read_unit_workbook(unit.path, std::nullopt);
  REQUIRE(read.workbook);
  const auto& rows = read.workbook->ledger.rows;
  REQUIRE(rows.size() == 24);
  CHECK((rows.front().year == 2019 && rows.front().month == 1));
  CHECK((rows.back().year == 2020 && rows.back().month == 12));
}

TEST_CASE("each evidence folder reads as its indicator's and its note is no evidence", "[init]") {
  const UnitFolder unit;
  const Rubric rubric = shanxi();
  prepare(unit.path, rubric);
  for (const auto& folder : fs::directory_iterator(unit.path / "佐证材料")) std::ofstream(folder.path() / "扫描件.pdf") << "x";
  Findings findings;
  const EvidenceFolder evidence = scan_evidence(unit.path / "佐证材料", rubric, findings);
  std::set<std::string> found;
  for (const EvidenceFile& file : evidence.files) {
    if (file.state != EvidenceState::auxiliary) found.insert(file.indicators.begin(), file.indicators.end());
  }
  CHECK(found.size() == all_indicators(rubric).size());
  CHECK(std::count_if(evidence.files.begin(), evidence.files.end(), [](const EvidenceFile& file) { return file.state == EvidenceState::auxiliary; }) ==
        static_cast<long>(all_indicators(rubric).size()));
}

TEST_CASE("what exists is kept as it is", "[init]") {
  const UnitFolder unit;
  write_file(unit.path / "我的台账.xlsx", "mine");
  fs::create_directories(unit.path / "佐证材料" / "2.1.1 我自己取的名字");
  write_file(unit.path / "佐证材料" / "2.1.1 我自己取的名字" / "说明.txt", "mine");
  const Prepared done = prepare(unit.path, shanxi());
  CHECK(read_file(unit.path / "我的台账.xlsx", 100).value() == "mine");
  CHECK_FALSE(fs::exists(unit.path / "台账.xlsx"));
  CHECK(read_file(unit.path / "佐证材料" / "2.1.1 我自己取的名字" / "说明.txt", 100).value() == "mine");
  CHECK(done.kept.size() == 2);
  const Prepared again = prepare(unit.path, shanxi());
  CHECK(again.created.empty());
}

TEST_CASE("two runs write the same bytes", "[init]") {
  const UnitFolder unit;
  prepare(unit.path, shanxi());
  const std::string first = read_file(unit.path / "台账.xlsx", 10'000'000).value();
  fs::remove(unit.path / "台账.xlsx");
  prepare(unit.path, shanxi());
  CHECK(read_file(unit.path / "台账.xlsx", 10'000'000).value() == first);
}

TEST_CASE("next year's workbook takes over what still fits and lists the rest", "[init]") {
  const UnitFolder unit;
  const Rubric rubric = shanxi();
  Workbook old;
  old.unit.items = {{"单位名称", "某局"}, {"填报日期", "2021-10-12"}, {"评价年度", "2021"}};
  YearBase base;
  base.year = 2020;
  base.area_m2.value = Decimal(12000);
  old.bases = {base};
  LedgerRow january;
  january.year = 2019;
  january.month = 1;
  old.ledger.rows = {january};
  SelfScore kept;
  kept.indicator = "2.1.1";
  kept.printed_text = find_indicator(rubric, "2.1.1")->text;
  kept.department = "综合科";
  SelfScore gone;
  gone.indicator = "9.9.9";
  gone.printed_text = "已取消的评价内容";
  old.scores = {kept, gone};
  const Prepared done = prepare(unit.path, rubric, 2022, &old);
  const ReadWorkbook read = read_unit_workbook(unit.path, std::nullopt);
  REQUIRE(read.workbook);
  CHECK(read.workbook->unit.text("单位名称") == "某局");
  CHECK(read.workbook->unit.text("填报日期").empty());  // a new year has a new date
  CHECK(read.workbook->unit.year("评价年度") == 2022);
  REQUIRE(read.workbook->bases.size() == 2);
  CHECK(read.workbook->bases[0].area_m2.value == Decimal(12000));
  const auto& scores = read.workbook->scores;
  const auto row = std::find_if(scores.begin(), scores.end(), [](const SelfScore& score) { return score.indicator == "2.1.1"; });
  CHECK(row->department == "综合科");
  CHECK(done.findings.size() == 2);  // 9.9.9, and the ledger year 2019
}

TEST_CASE("few parts are offered in every combination, and numbers may be typed as well", "[init]") {
  const Rubric rubric = *load_rubric("yiyang-2020", kSourceFolder).rubric;
  std::string problem;
  const auto templates = load_sheet_templates(fs::path(kSourceFolder) / "templates" / "workbook.yaml", problem);
  REQUIRE(templates);
  const auto sheet = std::find_if(templates->begin(), templates->end(), [](const SheetTemplate& each) { return each.name == "自评"; });
  REQUIRE(sheet != templates->end());
  const auto rows = rows_of_sheet(*sheet, {rubric, default_years(rubric, 2020), nullptr});
  const auto answer = [&](const std::string& id) {
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const TemplateRow& each) { return each[0].text == id; });
    REQUIRE(row != rows.end());
    return (*row)[4];  // 完成情况
  };
  CHECK(answer("2.1.2").choices == std::vector<std::string>{"全部", "无", "1", "2"});
  CHECK(answer("2.2.3").choices == std::vector<std::string>{"全部", "无", "1", "2", "3", "1、2", "1、3", "2、3"});
  CHECK_FALSE(answer("2.2.3").only_choices);
  CHECK(answer("3.1.3").choices == std::vector<std::string>{"是", "否", "1", "2"});  // all_of with parts
  CHECK_FALSE(answer("3.1.3").only_choices);
  CHECK(answer("3.1.1").only_choices);
  CHECK(answer("5.1.1").choices.empty());
}

TEST_CASE("a text's cell says how many characters the form allows", "[init]") {
  std::string problem;
  const auto templates = load_sheet_templates(fs::path(kSourceFolder) / "templates" / "workbook.yaml", problem);
  REQUIRE(templates);
  const Rubric rubric = *load_rubric("yiyang-2020", kSourceFolder).rubric;
  const auto rows = rows_of_sheet(templates->front(), {rubric, default_years(rubric, 2020), nullptr});
  const auto note = [&](const std::string& item) {
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const TemplateRow& each) { return each[0].text == item; });
    REQUIRE(row != rows.end());
    return (*row)[1].note;
  };
  CHECK(note("单位基本情况").ends_with("\n最多 300 字"));
  CHECK(note("特色做法") == "创建工作开展情况和特色做法合计 600 至 800 字");
  CHECK(note("存在问题").empty());
}
