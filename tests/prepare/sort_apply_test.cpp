#include "prepare/sort_apply.h"

#include <catch2/catch.hpp>
#include <chrono>

#include "evidence/evidence_kit.h"
#include "prepare/indicator_folders.h"
#include "prepare/rename_log.h"
#include "support/files.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;
using namespace testing;

/// Made before the table, whatever the clock's grain is.
void put_old(const TempFolder& folder, const std::string& name, const std::string& content) {
  fs::last_write_time(folder.put(name, content), fs::file_time_type::clock::now() - std::chrono::hours(1));
}

std::string name_of(const std::string& indicator) {
  const Rubric rubric = small_rubric();
  return folder_name_of(*find_indicator(rubric, indicator));
}

bool write_table(const TempFolder& folder, const std::vector<SortRow>& rows) { return write_sort_table(folder.path() / kSortTable, rows); }

}  // namespace

TEST_CASE("rows that were agreed to, and the sure ones that nobody answered, are renamed; one step takes it back", "[prepare][sort]") {
  TempFolder folder;
  put_old(folder, "甲/通知.txt", "a");
  put_old(folder, "3 方案.txt", "b");
  put_old(folder, "丙.txt", "c");
  put_old(folder, "丁.txt", "d");
  REQUIRE(write_table(folder, {{{"甲/通知.txt", {"2.1.1"}, "", true}, ""},
                               {{"3 方案.txt", {"2.2.1.1", "2.2.1.2"}, "", false}, "是"},
                               {{"丙.txt", {"2.1.2"}, "", false}, ""},
                               {{"丁.txt", {"2.1.3"}, "", true}, "否"}}));
  const LooseFiles loose = {"甲/通知.txt", "3 方案.txt", "丙.txt", "丁.txt"};
  const Sorted sorted = apply_sort_table(folder.path(), loose, small_rubric());
  CHECK(sorted.findings.empty());
  CHECK(sorted.renamed == 2);
  CHECK(sorted.declined == 1);
  const std::string first = name_of("2.1.1"), second = name_of("2.2.1.1");
  CHECK(fs::exists(folder.path() / first / "2.1.1 通知.txt"));
  CHECK(fs::exists(folder.path() / "丙.txt"));
  CHECK(fs::exists(folder.path() / "丁.txt"));
  CHECK(declined_in(folder.path() / kSortTable) == std::set<std::string>{"丁.txt"});
  CHECK(declined_in(folder.path() / "没有.xlsx").empty());
  Findings findings;
  const EvidenceFolder scanned = scan_evidence(folder.path(), small_rubric(), findings);
  const EvidenceFile* both = find_file(scanned, second + "/【2.2.1.1、2.2.1.2】3 方案.txt");
  REQUIRE(both != nullptr);
  CHECK(both->indicators == std::vector<std::string>{"2.2.1.1", "2.2.1.2"});
  CHECK(std::none_of(findings.begin(), findings.end(), [](const Finding& finding) { return finding.code == "evidence-number-elsewhere"; }));
  const auto renames = read_renames(folder.path() / kRenameRecord);
  REQUIRE(renames);
  REQUIRE(renames->size() == 4);
  CHECK(renames->at(0).round == 1);
  CHECK(renames->at(0).from.empty());
  CHECK(renames->at(0).to == first + "/");
  CHECK(renames->at(1).from == "甲/通知.txt");
  CHECK(renames->at(1).to == first + "/2.1.1 通知.txt");
  CHECK(renames->at(1).sha256 == sha256_of("a"));
  const Sorted undone = undo_renames(folder.path());
  CHECK(undone.renamed == 2);
  CHECK(fs::exists(folder.path() / "甲/通知.txt"));
  CHECK(fs::exists(folder.path() / "3 方案.txt"));
  CHECK_FALSE(fs::exists(folder.path() / first));
  CHECK_FALSE(fs::exists(folder.path() / second));
  CHECK(undo_renames(folder.path()).refused);
}

TEST_CASE("indicators that the office wrote are its decision; what is not understood is told", "[prepare][sort]") {
  TempFolder folder;
  for (const char* name : {"甲.txt", "乙.txt", "丙.txt", "丁.txt", "戊.txt"}) put_old(folder, name, name);
  REQUIRE(write_table(folder, {{{"甲.txt", {"2.1.1"}, "", false}, "", std::vector<std::string>{}},  // none was proposed
                               {{"乙.txt", {"2.1.2 机构职责"}, "", false}, "Y", std::nullopt},      // its title behind the number
                               {{"丙.txt", {"2.1.1"}, "", true}, "也许", std::nullopt},
                               {{"丁.txt", {"2.1.3"}, "", false}, "", std::nullopt},
                               {{"戊.txt", {"无"}, "", true}, "", std::vector<std::string>{"2.1.1"}}}));  // proposed, and taken off
  const LooseFiles loose = {"甲.txt", "乙.txt", "丙.txt", "丁.txt", "戊.txt"};
  const Sorted sorted = apply_sort_table(folder.path(), loose, small_rubric());
  CHECK(sorted.renamed == 2);
  CHECK(sorted.undecided == 1);
  CHECK(fs::exists(folder.path() / name_of("2.1.1") / "2.1.1 甲.txt"));
  CHECK(fs::exists(folder.path() / name_of("2.1.2") / "2.1.2 乙.txt"));
  REQUIRE(sorted.findings.size() == 1);
  CHECK(sorted.findings[0].place.path == "佐证材料/丙.txt");
  CHECK(sorted.findings[0].code == kSortRowUnclear);
  for (const char* left : {"丙.txt", "丁.txt", "戊.txt"}) CHECK(fs::exists(folder.path() / left));
}

TEST_CASE("a row with an id that the standard lacks stays; the others are carried out", "[prepare][sort]") {
  TempFolder folder;
  put_old(folder, "甲.txt", "a");
  put_old(folder, "乙.txt", "b");
  REQUIRE(write_table(folder, {{{"甲.txt", {"2.1.1"}, "", true}, ""}, {{"乙.txt", {"9.9.9"}, "", false}, "是"}}));
  const Sorted sorted = apply_sort_table(folder.path(), {"甲.txt", "乙.txt"}, small_rubric());
  CHECK(sorted.renamed == 1);
  CHECK(fs::exists(folder.path() / "乙.txt"));
  REQUIRE(sorted.findings.size() == 1);
  CHECK(sorted.findings[0].code == kSortRowUnclear);
}

TEST_CASE("a folder that stands for the indicator takes the file, and stays when all is taken back", "[prepare][sort]") {
  TempFolder folder;
  put_old(folder, "第二单元/2.1.1 机构/说明.txt", "note");
  put_old(folder, ".撤回/2.1.2 x/a.txt", "withdrawn");
  put_old(folder, "a.txt", "a");
  put_old(folder, "b.txt", "b");
  REQUIRE(write_table(folder, {{{"a.txt", {"2.1.1"}, "", true}, ""}, {{"b.txt", {"2.1.2"}, "", true}, ""}}));
  CHECK(apply_sort_table(folder.path(), {"a.txt", "b.txt"}, small_rubric()).renamed == 2);
  CHECK(fs::exists(folder.path() / "第二单元/2.1.1 机构/2.1.1 a.txt"));
  CHECK(fs::exists(folder.path() / name_of("2.1.2") / "2.1.2 b.txt"));
  put_old(folder, name_of("2.1.2") + "/后来.txt", "later");
  CHECK(undo_renames(folder.path()).renamed == 2);
  CHECK(fs::exists(folder.path() / "第二单元/2.1.1 机构/说明.txt"));
  CHECK(fs::exists(folder.path() / name_of("2.1.2") / "后来.txt"));
}

TEST_CASE("a file bears the name that its row gives it, with its own ending", "[prepare][sort]") {
  TempFolder folder;
  const std::vector<std::pair<const char*, const char*>> names = {
      {"照片/IMG_1.jpg", "挂牌/成立.jpg"}, {"a.txt", "2.1.1 会议纪要"}, {"b.txt", ""}, {"c.txt", "../x"}};
  std::vector<SortRow> rows;
  LooseFiles loose;
  for (const auto& [path, name] : names) {
    put_old(folder, path, path);
    rows.push_back({{path, {"2.1.1"}, "", true}, "", std::nullopt, name});
    loose.insert(path);
  }
  REQUIRE(write_table(folder, rows));
  CHECK(apply_sort_table(folder.path(), loose, small_rubric()).renamed == 4);
  const fs::path in = folder.path() / name_of("2.1.1");
  for (const char* name : {"2.1.1 挂牌 成立.jpg", "2.1.1 会议纪要.txt", "2.1.1 b.txt", "【2.1.1】.. x.txt"}) {
    INFO(name);
    CHECK(fs::exists(in / name));
  }
  CHECK(undo_renames(folder.path()).renamed == 4);
  CHECK(fs::exists(folder.path() / "照片/IMG_1.jpg"));
}

TEST_CASE("captions follow the files that were sorted, from the list beside them and from the one at the top", "[prepare][sort]") {
  TempFolder folder;
  put_old(folder, "照片/IMG_1.jpg", "a");
  put_old(folder, "照片/IMG_2.jpg", "b");
  put_old(folder, "照片/图说.txt", "IMG_1.jpg：会议现场\n");
  put_old(folder, "图说.txt", "照片/IMG_2.jpg：宣传栏\n");
  REQUIRE(write_table(folder, {{{"照片/IMG_1.jpg", {"2.1.1"}, "", true}, ""}, {{"照片/IMG_2.jpg", {"2.1.2"}, "", true}, ""}}));
  CHECK(apply_sort_table(folder.path(), {"照片/IMG_1.jpg", "照片/IMG_2.jpg"}, small_rubric()).renamed == 2);
  Findings findings;
  const EvidenceFolder scanned = scan_evidence(folder.path(), small_rubric(), findings);
  CHECK(findings.empty());
  const auto caption_of = [&](const std::string& id) {
    for (const EvidenceFile& file : scanned.files)
      if (file.indicators == std::vector<std::string>{id}) return file.caption;
    return std::string("none");
  };
  CHECK(caption_of("2.1.1") == "会议现场");
  CHECK(caption_of("2.1.2") == "宣传栏");
}

TEST_CASE("the folder of an indicator says what is asked, not what a picture shows", "[prepare][sort]") {
  TempFolder folder;
  put_old(folder, name_of("2.1.1") + "/IMG_1.jpg", "a");
  put_old(folder, "2.1.2 节能标语/IMG_2.jpg", "b");
  Findings findings;
  const EvidenceFolder scanned = scan_evidence(folder.path(), small_rubric(), findings);
  REQUIRE(scanned.files.size() == 2);
  CHECK(scanned.files[0].caption.empty());
  CHECK(scanned.files[1].caption == "节能标语");
}

TEST_CASE("entries of an archive do not make the table old", "[prepare][sort]") {
  TempFolder folder;
  put_old(folder, "甲.7z", "archive");
  put_old(folder, "乙.txt", "b");
  REQUIRE(write_table(folder, {{{"甲.7z/里/通知.txt", {"2.1.1"}, "", true}, ""}, {{"乙.txt", {"2.1.2"}, "", true}, ""}}));
  const Sorted sorted = apply_sort_table(folder.path(), {"乙.txt"}, small_rubric());
  CHECK_FALSE(sorted.refused);
  CHECK(sorted.renamed == 1);
}

TEST_CASE("nothing is overwritten, and an old table is refused", "[prepare][sort]") {
  TempFolder folder;
  put_old(folder, "a.txt", "new");
  const std::string there = name_of("2.1.1") + "/2.1.1 a.txt";
  put_old(folder, there, "there");
  REQUIRE(write_table(folder, {{{"a.txt", {"2.1.1"}, "", true}, ""}}));
  CHECK(apply_sort_table(folder.path(), {"a.txt"}, small_rubric()).renamed == 1);
  CHECK(read_file(folder.path() / there, 100) == "there");
  CHECK(read_file(folder.path() / name_of("2.1.1") / "2.1.1 a（2）.txt", 100) == "new");
  CHECK(undo_renames(folder.path()).renamed == 1);
  CHECK(read_file(folder.path() / "a.txt", 100) == "new");
  put_old(folder, "b.txt", "came later");
  CHECK(apply_sort_table(folder.path(), {"a.txt", "b.txt"}, small_rubric()).findings.at(0).code == "sort-table-old");
  fs::remove(folder.path() / "b.txt");
  fs::last_write_time(folder.path() / "a.txt", fs::file_time_type::clock::now() + std::chrono::hours(1));
  CHECK(apply_sort_table(folder.path(), {"a.txt"}, small_rubric()).findings.at(0).code == "sort-table-old");
}

TEST_CASE("an indicator that the standard lacks is told, the others go on", "[prepare][sort]") {
  TempFolder folder;
  put_old(folder, "a.txt", "a");
  put_old(folder, "b,\"c.txt", "b");
  REQUIRE(write_table(folder, {{{"a.txt", {"9.9.9"}, "", false}, "是"}, {{"b,\"c.txt", {"2.1.1"}, "", true}, ""}}));
  const Sorted sorted = apply_sort_table(folder.path(), {"a.txt", "b,\"c.txt"}, small_rubric());
  CHECK(sorted.renamed == 1);
  CHECK(sorted.findings.size() == 1);
  CHECK(read_renames(folder.path() / kRenameRecord)->at(1).from == "b,\"c.txt");
  CHECK(undo_renames(folder.path()).renamed == 1);
}

TEST_CASE("a round is taken back from its end: what was moved out of the way first comes back last", "[prepare][sort]") {
  TempFolder folder;
  folder.put("图.txt", "old");
  folder.put("new.txt", "new");
  auto round = RenameRound::begin(folder.path());
  REQUIRE(round);
  CHECK(round->make_folder(".撤回") == Renamed::done);
  CHECK(round->rename("图.txt", ".撤回/图.txt") == Renamed::done);
  CHECK(round->rename("new.txt", "图.txt") == Renamed::done);
  CHECK(round->rename("没有.txt", "x.txt") == Renamed::not_renamed);
  CHECK(read_renames(folder.path() / kRenameRecord)->size() == 3);
  const Sorted undone = undo_renames(folder.path());
  CHECK(undone.findings.empty());
  CHECK(undone.renamed == 2);
  CHECK(read_file(folder.path() / "图.txt", 100) == "old");
  CHECK(read_file(folder.path() / "new.txt", 100) == "new");
}

TEST_CASE("a record that names places outside the folder moves nothing there", "[prepare][sort]") {
  TempFolder above;
  const fs::path evidence = above.path() / "佐证材料";
  above.put("佐证材料/a.txt", "a");
  above.put("外.txt", "a");
  REQUIRE(write_renames(evidence / kRenameRecord, {{1, "../出去.txt", "a.txt", sha256_of("a")}, {1, "进来.txt", "../外.txt", sha256_of("a")}}));
  const Sorted undone = undo_renames(evidence);
  CHECK(undone.renamed == 0);
  CHECK(undone.findings.size() == 2);
  CHECK(fs::exists(evidence / "a.txt"));
  CHECK(fs::exists(above.path() / "外.txt"));
}

}  // namespace lvce
