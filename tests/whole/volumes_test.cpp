// Volumes and sealed copies through the real binary.
#include <catch2/catch.hpp>

#include "whole/package.h"

namespace fs = std::filesystem;
using namespace lvce::testing;

TEST_CASE("--volume-pages: volumes instead of one 05, listed and sound") {
  const Package package = build_sample("shanxi-complete", {"--volume-pages", "40"});
  REQUIRE(package.built.code == 0);
  int volumes = 0;
  for (const auto& file : package.result["files"]) {
    if (file["kind"] != "evidence") continue;
    ++volumes;
    CHECK(file["path"] == "05 佐证材料汇编 第" + std::to_string(volumes) + "册.pdf");
    CHECK(file["pages"].get<int>() <= 40);
  }
  CHECK(volumes > 1);
  CHECK_FALSE(fs::exists(package.folder / "05 佐证材料汇编.pdf"));
  CHECK(fs::exists(package.folder / "申报材料全本.pdf"));
  const Ran verified = run_lvce({"verify", package.folder.string()});
  INFO(verified.out << verified.err);
  CHECK(verified.code == 0);
}

TEST_CASE("--per-indicator: a file for each indicator that has evidence, and the list in official order") {
  const Package package = build_sample("shanxi-complete", {"--per-indicator"});
  REQUIRE(package.built.code == 0);
  std::map<std::string, nlohmann::json> online;
  for (const auto& file : package.result["files"]) {
    const std::string path = file["path"];
    if (file["kind"] == "indicator") online[path.substr(0, path.find(' '))] = file;
  }
  for (const auto& indicator : package.result["indicators"]) {
    int bound = 0;
    for (const auto& file : indicator["evidence"]) bound += file["first_label"].is_null() ? 0 : 1;
    const std::string key = "线上填报/" + indicator["id"].get<std::string>();
    INFO(key);
    CHECK(online.contains(key) == (bound > 0));
    if (bound == 0) continue;
    const std::string path = online[key]["path"];
    CHECK(path.size() <= std::string("线上填报/").size() + 100);
    CHECK(path.find_first_of("\\:*?\"<>|") == std::string::npos);
  }
  std::string all;
  for (const std::string& text : page_texts(package.folder / "线上填报" / "线上填报对照表.pdf")) all += text;
  std::size_t at = 0;
  for (const auto& indicator : package.result["indicators"]) {
    at = all.find(indicator["id"].get<std::string>(), at);
    INFO(indicator["id"]);
    REQUIRE(at != std::string::npos);
  }
  CHECK(fs::exists(package.folder / "线上填报" / "线上填报对照表.xlsx"));
  for (const auto& target : {package.folder, package.folder / "申报材料.zip"}) {
    const Ran verified = run_lvce({"verify", target.string()});
    INFO(verified.out << verified.err);
    CHECK(verified.code == 0);
  }
}

TEST_CASE("--screen: the numbers of the print, without its empty pages") {
  const Package print = build_sample("shanxi-complete"), screen = build_sample("shanxi-complete", {"--screen"});
  REQUIRE(screen.built.code == 0);
  for (std::size_t i = 0; i < print.result["indicators"].size(); ++i) {
    CHECK(print.result["indicators"][i]["evidence"] == screen.result["indicators"][i]["evidence"]);
  }
  const Ran verified = run_lvce({"verify", screen.folder.string()});
  INFO(verified.out << verified.err);
  CHECK(verified.code == 0);
}

namespace {

/// A printed package, and the unit that it came from.
struct Printed {
  TempFolder place;
  fs::path unit = place / "unit", out = place / "out", folder, evidence;

  explicit Printed(std::vector<std::string> options = {}) {
    fs::copy(sample("shanxi-complete"), unit, fs::copy_options::recursive);
    evidence = unit / "佐证材料";
    CHECK(build(std::move(options)).code == 0);
    for (const auto& entry : fs::directory_iterator(out)) folder = entry.path();
  }

  Ran build(std::vector<std::string> options) const {
    options.insert(options.begin(), {"build", unit.string(), "-o", out.string()});
    return run_lvce(options);
  }

  /// An evidence file of the sample with another number and name; a remark behind it makes it another paper, since copies are bound once.
  void add(const std::string& name) const {
    for (const auto& entry : fs::recursive_directory_iterator(evidence)) {
      if (entry.path().extension() != ".pdf") continue;
      write_text(evidence / name, read_text(entry.path()) + "% " + name + "\n");
      return;
    }
  }

  nlohmann::json result() const { return nlohmann::json::parse(read_text(folder / "result.json")); }

  nlohmann::json bound(const std::string& path) const {
    const nlohmann::json all = result();
    for (const auto& indicator : all["indicators"]) {
      for (const auto& file : indicator["evidence"]) {
        if (file["path"] == path) return nlohmann::json(file);
      }
    }
    return nlohmann::json();
  }
};

std::string label_number(const nlohmann::json& file) {
  const std::string label = file["first_label"];
  return label.substr(0, label.find('-'));
}

}  // namespace

TEST_CASE("--append: supplements with numbers of their own; the second time goes on; a third one changes nothing") {
  const Printed office({"--volume-pages", "60", "--single-sided"});
  const auto before = office.result();
  office.add("2.1.1 补充一2021年5月.pdf");
  const Ran first = office.build({"--append"});
  CHECK(first.code == 0);
  CHECK(first.out.find("请打印：补页.pdf") != std::string::npos);
  const auto one = office.bound("2.1.1 补充一2021年5月.pdf");
  CHECK(one["first_page"].is_null());
  CHECK(one["first_label"] == label_number(one) + "-1");
  CHECK(run_lvce({"verify", office.folder.string()}).code == 0);
  for (const auto& indicator : before["indicators"]) {
    for (const auto& file : indicator["evidence"]) CHECK(office.bound(file["path"]) == file);
  }

  const std::string sheets_of_first = read_text(office.folder / "补页.pdf");
  office.add("2.1.1 0再补充2021年6月.pdf");  // before the other by its name, behind it by its number
  CHECK(office.build({"--append"}).code == 0);
  CHECK(office.bound("2.1.1 补充一2021年5月.pdf") == one);
  const auto two = office.bound("2.1.1 0再补充2021年6月.pdf");
  CHECK(two["first_label"] == label_number(one) + "-" + std::to_string(1 + one["pages"].get<int>()));
  CHECK(run_lvce({"verify", office.folder.string()}).code == 0);
  CHECK(run_lvce({"verify", (office.folder / "申报材料.zip").string()}).code == 0);
  CHECK(office.result()["binding"]["round"] == 2);

  CHECK((read_text(office.folder / "补页 第1次.pdf") == sheets_of_first));  // it may still have to be printed
  const std::string sheets = read_text(office.folder / "补页.pdf");
  const auto indicators = office.result()["indicators"];
  const Ran third = office.build({"--append"});
  CHECK(third.code == 0);
  CHECK((read_text(office.folder / "补页.pdf") == sheets));  // they may still have to be printed
  CHECK(office.result()["indicators"] == indicators);
  CHECK(fs::exists(office.folder / "书脊.pdf"));

  fs::remove(office.folder / "补页 第1次.pdf");  // taken to the printer's
  CHECK(office.build({"--append"}).code == 0);
  CHECK_FALSE(fs::exists(office.folder / "补页 第1次.pdf"));
  CHECK((read_text(office.folder / "补页.pdf") == sheets));
  const Ran anew = office.build({});
  CHECK(anew.code == 0);
  CHECK(anew.out.find("页码已重新编排") != std::string::npos);
  CHECK_FALSE(fs::exists(office.folder / "补页.pdf"));
  // The set with supplements is kept, and stays through later builds, which are sound without it.
  CHECK((read_text(office.folder / "已打印/第1次/补页.pdf") == sheets));
  CHECK(fs::exists(office.folder / "已打印/第1次/申报材料全本.pdf"));
  CHECK(office.build({}).code == 0);
  CHECK((read_text(office.folder / "已打印/第1次/补页.pdf") == sheets));
  CHECK_FALSE(fs::exists(office.folder / "已打印/第2次"));
  CHECK(run_lvce({"verify", office.folder.string()}).code == 0);
}

TEST_CASE("--append: where the package has PDFs by indicator, they are written again with what is added") {
  const Printed office({"--per-indicator"});
  const auto online = [&] {
    const auto result = office.result();
    for (const auto& file : result["files"]) {
      if (file["path"].get<std::string>().starts_with("线上填报/2.1.1 ")) return file["pages"].get<int>();
    }
    return 0;
  };
  const int before = online();
  CHECK(before > 0);
  office.add("2.1.1 补充一2021年5月.pdf");
  CHECK(office.build({"--append"}).code == 0);
  CHECK(online() > before);
  CHECK(run_lvce({"verify", office.folder.string()}).code == 0);
}

TEST_CASE("--append: refuses to change what is printed, and leaves the package alone") {
  const Printed office;
  const std::string sums = read_text(office.folder / "SHA256SUMS");
  const auto refused = [&](const std::vector<std::string>& options, int code, const std::string& finding) {
    const Ran ran = office.build(options);
    INFO(ran.out << ran.err);
    CHECK(ran.code == code);
    CHECK(ran.err.find(finding) != std::string::npos);
    CHECK(read_text(office.folder / "SHA256SUMS") == sums);
  };
  refused({"--append", "--full-size"}, 3, "append-options-differ");
  refused({"--append", "--rubric", "taskplan-2021"}, 3, "append-other-rubric");
  fs::path some;
  for (const auto& entry : fs::recursive_directory_iterator(office.evidence)) {
    if (entry.path().extension() == ".pdf") some = entry.path();
  }
  const std::string bytes = read_text(some);
  write_text(some, bytes + "\n% changed\n");
  refused({"--append"}, 4, "append-file-changed");
  fs::remove(some);
  refused({"--append"}, 4, "append-file-gone");
  write_text(some, bytes);
  const std::string result = read_text(office.folder / "result.json");
  write_text(office.folder / "result.json", result + " ");
  refused({"--append"}, 3, "append-no-package");
}

TEST_CASE("--append: where nothing is printed nothing is made; another unit's package is not added to") {
  const Printed office;
  const Ran nowhere = run_lvce({"build", office.unit.string(), "-o", (office.place / "no" / "such").string(), "--append"});
  CHECK(nowhere.code == 3);
  CHECK(nowhere.err.find("append-no-package") != std::string::npos);
  CHECK_FALSE(fs::exists(office.place / "no"));
  const Package other = build_sample("yiyang");
  fs::rename(office.folder, office.out / other.folder.filename());
  const Ran ran = run_lvce({"build", sample("yiyang").string(), "-o", office.out.string(), "--append"});
  INFO(ran.err);
  CHECK(ran.code == 3);
  CHECK(ran.err.find("append-other-unit") != std::string::npos);
}

TEST_CASE("盖章件: a broken sealed copy is told and the generated pages are bound") {
  TempFolder place;
  fs::copy(sample("shanxi-complete"), place / "unit", fs::copy_options::recursive);
  fs::create_directory(place / "unit" / "盖章件");
  write_text(place / "unit" / "盖章件" / "01.pdf", "%PDF-1.4 broken");
  const Ran built = run_lvce({"build", (place / "unit").string(), "-o", (place / "out").string()});
  CHECK(built.code == 1);
  CHECK(built.out.find("盖章件/01.pdf — 盖章件不能装订") != std::string::npos);
}
