#include "desk/steps/steps.h"

#include <catch2/catch.hpp>

#include "evidence/evidence_kit.h"
#include "prepare/rename_log.h"
#include "support/files.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;
using namespace testing;

/// An evidence folder as the page sees it.
struct Bench {
  TempFolder folder;
  Rubric rubric = small_rubric();
  EvidenceFolder files;
  std::vector<Proposal> proposals;

  StepGround look() {
    Findings ignored;
    files = scan_evidence(folder.path(), rubric, ignored);
    return {folder.path(), rubric, files, proposals};
  }
  bool has(const std::string& path) const { return fs::exists(folder.path() / path); }
  std::vector<std::string> indicators_of(const std::string& path) {
    look();
    const EvidenceFile* file = find_file(files, path);
    return file == nullptr ? std::vector<std::string>{"gone"} : file->indicators;
  }
};

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("a file goes into the indicator's own folder, under its number", "[desk][steps]") {
  Bench bench;
  bench.folder.put("2.1.1 组织机构/说明.txt", "说明");
  bench.folder.put("散件/通知.txt", "a");
  const Step step = place_file(bench.look(), "散件/通知.txt", {"2.1.1"});
  CHECK(step.done);
  CHECK(step.path == "2.1.1 组织机构/2.1.1 通知.txt");
  CHECK(bench.indicators_of("2.1.1 组织机构/2.1.1 通知.txt") == Ids{"2.1.1"});
}

TEST_CASE("a name that says another number says the new one afterwards", "[desk][steps]") {
  Bench bench;
  bench.folder.put("2.1.1 组织机构/说明.txt", "说明");
  bench.folder.put("2.1.2 甲.txt", "a");
  bench.folder.put("3.22 世界水日.txt", "b");
  CHECK(place_file(bench.look(), "2.1.2 甲.txt", {"2.1.1"}).path == "2.1.1 组织机构/2.1.1 甲.txt");
  const Step dated = place_file(bench.look(), "3.22 世界水日.txt", {"2.1.1"});
  CHECK(bench.indicators_of(dated.path) == Ids{"2.1.1"});
  const Step both = place_file(bench.look(), "2.1.1 组织机构/2.1.1 甲.txt", {"2.1.3", "2.1.4"});
  CHECK(bench.indicators_of(both.path) == Ids{"2.1.3", "2.1.4"});
}

TEST_CASE("nothing is written over: the second file of a name gets another", "[desk][steps]") {
  Bench bench;
  bench.folder.put("2.1.1 组织机构/2.1.1 通知.txt", "old");
  bench.folder.put("通知.txt", "new");
  const Step step = place_file(bench.look(), "通知.txt", {"2.1.1"});
  CHECK(step.path == "2.1.1 组织机构/2.1.1 通知（2）.txt");
  CHECK(read_file(bench.folder.path() / "2.1.1 组织机构/2.1.1 通知.txt", 100) == "old");
  CHECK(read_file(bench.folder.path() / step.path, 100) == "new");
}

TEST_CASE("withdrawn files are kept, and each step is taken back", "[desk][steps]") {
  Bench bench;
  bench.folder.put("2.1.1 甲.txt", "a");
  CHECK(withdraw_file(bench.look(), "2.1.1 甲.txt").path == ".撤回/2.1.1 甲.txt");
  bench.folder.put("2.1.1 甲.txt", "b");
  CHECK(withdraw_file(bench.look(), "2.1.1 甲.txt").path == ".撤回/2.1.1 甲（2）.txt");
  CHECK_FALSE(bench.has("2.1.1 甲.txt"));
  CHECK(next_undo(bench.folder.path()) == "撤回“2.1.1 甲（2）.txt”");
  CHECK(undo_step(bench.folder.path()).done);
  CHECK(read_file(bench.folder.path() / "2.1.1 甲.txt", 100) == "b");
  CHECK_FALSE(undo_step(bench.folder.path()).done);  // its place is taken: nothing is written over
  CHECK(bench.has(".撤回/2.1.1 甲.txt"));
}

TEST_CASE("an upload takes its place; taken back it is still there, out of the way", "[desk][steps]") {
  Bench bench;
  const fs::path arrived = bench.folder.put(".撤回/.正在上传-1", "x");
  const Step step = take_upload(bench.look(), arrived, "照片.jpg", {"3.1.1"});
  REQUIRE(step.done);
  CHECK(step.path == "3.1.1/3.1.1 照片.jpg");
  CHECK(undo_step(bench.folder.path()).done);
  CHECK(bench.has(".撤回/照片.jpg"));
  CHECK_FALSE(bench.has("3.1.1"));  // the folder was made for it
}

TEST_CASE("captions and renames are taken back in the order in which they were made", "[desk][steps]") {
  Bench bench;
  bench.folder.put("3.1.1 甲.jpg", "a");
  bench.folder.put("图说.txt", "别的行\n");
  CHECK(write_caption(bench.look(), "3.1.1 甲.jpg", "大门\n两行").done);
  CHECK(read_file(bench.folder.path() / "图说.txt", 200) == "\xEF\xBB\xBF别的行\n3.1.1 甲.jpg：大门 两行\n");
  CHECK(place_file(bench.look(), "3.1.1 甲.jpg", {"2.1.1"}).done);
  CHECK(next_undo(bench.folder.path()) == "归位“2.1.1 甲.jpg”");
  CHECK(undo_step(bench.folder.path()).done);
  CHECK(bench.has("3.1.1 甲.jpg"));
  CHECK(next_undo(bench.folder.path()) == "图说（3.1.1 甲.jpg）");
  CHECK(undo_step(bench.folder.path()).done);
  CHECK(read_file(bench.folder.path() / "图说.txt", 200) == "\xEF\xBB\xBF别的行\n");
  CHECK(next_undo(bench.folder.path()).empty());
}

TEST_CASE("paths that the folder does not know, and names that are paths, do nothing", "[desk][steps]") {
  Bench bench;
  bench.folder.put("甲.txt", "a");
  for (const char* path : {"../甲.txt", "/etc/passwd", "", ".", "没有.txt"}) {
    CHECK_FALSE(place_file(bench.look(), path, {"2.1.1"}).done);
    CHECK_FALSE(withdraw_file(bench.look(), path).done);
    CHECK_FALSE(write_caption(bench.look(), path, "x").done);
  }
  CHECK_FALSE(place_file(bench.look(), "甲.txt", {"9.9.9"}).done);
  CHECK_FALSE(place_file(bench.look(), "甲.txt", {"../../2.1.1"}).done);
  CHECK_FALSE(place_file(bench.look(), "甲.txt", {}).done);
  for (const char* name : {"", ".", "..", "../a", "a/b", "a\\b", ".hidden", "a\nb", "a\x7f", "\xff", "a\xE2\x80\xAE.txt"}) CHECK_FALSE(is_plain_name(name));
  CHECK(is_plain_name("2.1.1 通知（2）.pdf"));
  CHECK_FALSE(is_plain_name(std::string(201, 'a')));
  CHECK(bench.has("甲.txt"));
  CHECK_FALSE(fs::exists(bench.folder.path() / kRenameRecord));
}

}  // namespace lvce
