// Exit codes and words of the command line.
#include <catch2/catch.hpp>

#include <algorithm>

#include <nlohmann/json.hpp>

#include "whole/run.h"

using namespace lvce::testing;

TEST_CASE("a command line that is wrong is explained in Chinese, with exit code 2", "[whole][usage]") {
  const auto said = [](const std::vector<std::string>& arguments) {
    const bool known = arguments.front() == "build" || arguments.front() == "init" || arguments.front() == "print";
    const Ran ran = run_lvce(arguments);
    CHECK(ran.code == 2);
    CHECK(ran.err.ends_with("查看用法：lvce " + (known ? "help " + arguments.front() : "--help") + "\n"));
    return ran.err;
  };
  CHECK(said({"bild"}).find("不认识“bild”") != std::string::npos);
  CHECK(said({"build", "--append", "--quick"}).find("不认识“--quick”") != std::string::npos);
  CHECK(said({"build", "--quite"}).find("不认识“--quite”，是不是要写 --quiet") != std::string::npos);
  CHECK(said({"init", "某局", "--rubic", "shanxi-2021"}).find("不认识“--rubic”，是不是要写 --rubric") != std::string::npos);
  CHECK(said({"print", "某局"}).find("缺少 --for：用途，现在只有“验收”") != std::string::npos);
  CHECK(said({"bild"}).find("是不是要写 lvce build") != std::string::npos);
  CHECK(said({"检查"}).find("是不是要写 lvce check") != std::string::npos);
  CHECK(said({"生成", "某局"}).find("是不是要写 lvce build") != std::string::npos);
  CHECK(said({"某局"}).find("是不是要写") == std::string::npos);
  CHECK(said({"build", "--dpi"}).find("“--dpi”后面要写一个值") != std::string::npos);
  CHECK(said({"build", "--dpi", "9"}).find("--dpi：“9”不是 72 到 600 之间的整数") != std::string::npos);
  CHECK(said({"build", "--date", "2021-1-1"}).find("日期“2021-1-1”要写成 2021-10-12 的样子") != std::string::npos);
}

TEST_CASE("what is left out is said with the choices, and nothing is made", "[whole][usage]") {
  const TempFolder folder;
  const std::string unit = (folder / "某局").string();
  const Ran no_rubric = run_lvce({"init", unit});
  CHECK(no_rubric.code == 2);
  CHECK(no_rubric.err.find("shanxi-2021") != std::string::npos);
  CHECK(no_rubric.err.find("xinjiang-2023") != std::string::npos);
  CHECK(run_lvce({"init", "", "--rubric", "shanxi-2021"}).code == 2);
  CHECK_FALSE(std::filesystem::exists(unit));
}

TEST_CASE("loose names of a standard are understood, and init does not mix two standards", "[whole][usage]") {
  const TempFolder folder;
  for (const char* name : {"山西", "shanxi", "Shanxi-2021"}) {
    const auto unit = folder / name;
    CHECK(run_lvce({"init", unit.string(), "--rubric", name}).code == 0);
    CHECK(std::filesystem::exists(unit / "佐证材料"));
  }
  const auto unit = folder / "山西";
  const Ran other = run_lvce({"init", unit.string(), "--rubric", "xinjiang-2023"});
  CHECK(other.code == 2);
  CHECK(other.err.find("shanxi-2021") != std::string::npos);
  const Ran fresh = run_lvce({"check", unit.string()});
  CHECK(fresh.code == 1);
  CHECK(std::count(fresh.out.begin(), fresh.out.end(), '\n') == 1);  // a new unit is told where to begin, and nothing else
}

TEST_CASE("that there is no evidence folder is said first, and what lacks for that under it", "[whole][check]") {
  const TempFolder folder;
  std::filesystem::create_directory(folder / "某局");
  std::filesystem::copy_file(sample("shanxi-complete") / "台账.xlsx", folder / "某局" / "台账.xlsx");
  const std::string unit = (folder / "某局").string();
  const auto findings = nlohmann::json::parse(run_lvce({"check", unit, "--json"}).out).at("findings");
  CHECK(findings.at(0).at("code") == "evidence-folder-missing");
  CHECK(findings.at(0).at("points") == 9);
  CHECK(findings.at(1).at("code") == "evidence-missing");
  CHECK(findings.at(1).at("cause") == 0);
  const std::string told = run_lvce({"check", unit}).out;
  const std::size_t first = told.find("[缺项]");
  CHECK(told.find("没有找到佐证材料文件夹", first) < told.find("缺少佐证材料", first));
}

TEST_CASE("the command that is named next can be typed where this one was", "[whole][usage]") {
  const TempFolder folder;
  const std::string unit = (folder / "某局").string();
  const std::string made = run_lvce({"init", unit, "--rubric", "山西"}).out;
  for (const char* command : {"sort", "check", "build"}) CHECK(made.find("lvce " + std::string(command) + " " + unit) != std::string::npos);
  write_text(folder / "某局" / "佐证材料" / "骑行活动.txt", "骑行");
  const Ran sorted = run_lvce({"sort", unit});
  CHECK(sorted.out.find("lvce sort " + unit + " --apply") != std::string::npos);
  CHECK(run_lvce({"sort", unit, "--apply"}).out.find("lvce sort " + unit + " --undo") != std::string::npos);
  const std::string blank = (folder / "某 局").string();
  CHECK(run_lvce({"init", blank, "--rubric", "山西"}).out.find("lvce check \"" + blank + "\"") != std::string::npos);
}

TEST_CASE("help is a command, too; verify finds the package in 输出", "[whole][usage]") {
  CHECK(run_lvce({"help", "build"}).out == run_lvce({"build", "--help"}).out);
  CHECK(run_lvce({"help", "bauen"}).code == 2);
  CHECK(run_lvce({"help"}).out.find("rubric") != std::string::npos);  // all commands, not the help of help
  CHECK(run_lvce({"verfy", "输出"}).err.find("lvce verify") != std::string::npos);
  const TempFolder folder;
  const std::string out = (folder / "输出").string();
  CHECK(run_lvce({"build", sample("taskplan").string(), "-o", out, "--quiet"}).code <= 1);
  CHECK(run_lvce({"verify", out}).code == 0);
  CHECK(run_lvce({"build", sample("yiyang").string(), "-o", out, "--quiet"}).code <= 1);
  const Ran two = run_lvce({"verify", out});
  CHECK(two.code == 2);
  CHECK(two.err.find("有 2 套材料") != std::string::npos);
}

TEST_CASE("help lines up its explanations", "[whole][usage]") {
  const std::string help = run_lvce({"build", "--help"}).out;
  CHECK(help.find("  -o,--out 文件夹                 输出文件夹") != std::string::npos);  // 2 + 8 + 1 + 6 columns, and 17 to the 34th
  CHECK(help.find("Options") == std::string::npos);
}

TEST_CASE("an output folder inside the unit is refused", "[whole]") {
  const auto unit = sample("shanxi-complete");
  CHECK(run_lvce({"build", unit.string(), "-o", (unit / "输出").string()}).code == 2);
  CHECK(run_lvce({"build", unit.string(), "-o", (unit / "佐证材料" / ".." / "x").string()}).code == 2);
  CHECK_FALSE(std::filesystem::exists(unit / "输出"));
}

TEST_CASE("inputs that cannot be used at all are 3, and nothing is written", "[whole]") {
  const TempFolder folder;
  std::filesystem::create_directories(folder / "unit");
  const std::string out = (folder / "out").string();
  CHECK(run_lvce({"build", (folder / "nowhere").string(), "-o", out}).code == 3);
  CHECK(run_lvce({"build", (folder / "unit").string(), "-o", out}).code == 3);
  write_text(folder / "unit" / "台账.xlsx", "");
  CHECK(run_lvce({"build", (folder / "unit").string(), "-o", out}).code == 3);
  write_text(folder / "unit" / "台账.xlsx", "这不是表格");
  const Ran ran = run_lvce({"build", (folder / "unit").string(), "-o", out});
  CHECK(ran.code == 3);
  CHECK(ran.err.find("台账.xlsx") != std::string::npos);
  CHECK(run_lvce({"check", sample("shanxi-complete").string(), "--rubric", "nowhere-2099"}).code == 3);
  CHECK_FALSE(std::filesystem::exists(out));
}

TEST_CASE("an output folder with the clerk's own files is left alone", "[whole]") {
  const TempFolder folder;
  const std::string out = (folder / "out").string();
  const auto unit = sample("shanxi-complete").string();
  CHECK(run_lvce({"build", unit, "-o", out, "--quiet"}).code <= 1);
  std::filesystem::path package;
  for (const auto& entry : std::filesystem::directory_iterator(out)) {
    if (entry.path().filename().string().front() != '.') package = entry.path();
  }
  write_text(package / "盖章扫描件.pdf", "signed");
  const Ran ran = run_lvce({"build", unit, "-o", out, "--quiet"});
  CHECK(ran.code == 4);
  CHECK(ran.err.find("盖章扫描件.pdf") != std::string::npos);
  CHECK(read_text(package / "盖章扫描件.pdf") == "signed");
}

TEST_CASE("with --json standard output is JSON alone", "[whole]") {
  const Ran check = run_lvce({"check", sample("shanxi-complete").string(), "--json"});
  const auto result = nlohmann::json::parse(check.out);
  CHECK(result.at("rubric").at("id") == "shanxi-2021");
  CHECK(check.err.find("材料支持") != std::string::npos);
  CHECK(nlohmann::json::parse(run_lvce({"rubric", "list", "--json"}).out).size() >= 1);
  CHECK(nlohmann::json::parse(run_lvce({"rubric", "show", "shanxi-2021", "--json"}).out).at("total") == 100);
}

TEST_CASE("lvce alone says what to do next", "[whole]") {
  const Ran ran = run_lvce({});
  CHECK(ran.code == 0);
  CHECK(ran.out.find("lvce init") != std::string::npos);
}
