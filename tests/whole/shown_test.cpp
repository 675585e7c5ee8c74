// What strangers wrote steers no terminal, and what standard output cannot take is no success.
#include <catch2/catch.hpp>

#include <algorithm>

#include <nlohmann/json.hpp>

#include "support/text.h"
#include "support/unseen.h"
#include "whole/run.h"

using namespace lvce::testing;
namespace fs = std::filesystem;

namespace {

const char* const kEvil = "2.1.1 \x1B[31m照\u202E片\u200B\n[提醒] 假.txt";

/// Unseen characters but the ends of lines.
bool is_clean(const std::string& text) {
  const std::u32string points = lvce::decode_utf8(text);
  return std::none_of(points.begin(), points.end(), [](char32_t c) { return c != U'\n' && lvce::is_unseen(c); });
}

/// The sample with one more piece of evidence under a name that nobody should trust.
fs::path evil_unit(const TempFolder& folder) {
  fs::copy(sample("taskplan"), folder / "某局", fs::copy_options::recursive);
  write_text(folder / "某局" / "佐证材料" / kEvil, "材料");
  return folder / "某局";
}

/// Through a shell that sends standard output elsewhere.
Ran run_into(const std::string& redirection, std::vector<std::string> arguments) {
  std::vector<std::string> command = {"/bin/sh", "-c", "exec \"$0\" \"$@\" " + redirection, kBinary};
  command.insert(command.end(), arguments.begin(), arguments.end());
  return run(command);
}

}  // namespace

TEST_CASE("names of files are shown with what they hide, and JSON keeps them exactly", "[whole][shown]") {
  const TempFolder folder;
  const fs::path unit = evil_unit(folder);
  const std::string foreign = "9.9.9" + std::string(kEvil).substr(5);  // a number that the standard lacks: the name is told
  write_text(unit / "佐证材料" / foreign, "别的材料");
  const Ran words = run_lvce({"check", unit.string(), "--all"});
  CHECK(is_clean(words.out + words.err));
  CHECK(words.out.find("9.9.9 〈U+001B〉[31m照〈U+202E〉片〈U+200B〉〈U+000A〉[提醒] 假.txt") != std::string::npos);
  const Ran json = run_lvce({"check", unit.string(), "--json", "--quiet"});
  CHECK(is_clean(json.out));
  const auto result = nlohmann::json::parse(json.out);
  const std::string all = result.dump();
  bool exact = false;
  for (const auto& finding : result["findings"]) {
    CHECK(is_clean(finding["where"].get<std::string>() + finding["message"].get<std::string>() + finding["hint"].get<std::string>()));
    for (const auto& place : finding["places"]) exact = exact || place["path"] == "佐证材料/" + foreign;
  }
  CHECK(exact);
}

TEST_CASE("what is bound, its bookmarks and sheets show what a name hides", "[whole][shown]") {
  const TempFolder folder;
  const fs::path unit = evil_unit(folder);
  const Ran built = run_lvce({"build", unit.string(), "-o", (folder / "出").string()});
  CHECK(is_clean(built.out + built.err));
  REQUIRE(built.code <= 1);
  const fs::path package = fs::directory_iterator(folder / "出")->path();
  std::string texts;
  for (const auto& entry : fs::directory_iterator(package)) {
    if (entry.path().extension() == ".pdf") texts += run({"pdftotext", entry.path().string(), "-"}).out;
  }
  CHECK(texts.find("U+202E") != std::string::npos);
  CHECK(texts.find("\u202E") == std::string::npos);
  CHECK(texts.find('\x1B') == std::string::npos);
  CHECK(run_lvce({"verify", package.string()}).code == 0);
}

TEST_CASE("a rubric of a stranger is linted without obeying it", "[whole][shown]") {
  const TempFolder folder;
  write_text(folder / "r.yaml", "name: \"\\e[31m\"\n\"\\e[32m\\u202Ek\": 1\n");
  const Ran ran = run_lvce({"rubric", "lint", (folder / "r.yaml").string()});
  CHECK(ran.code == 1);
  CHECK(is_clean(ran.out + ran.err));
  CHECK(ran.out.find("〈U+001B〉[32m〈U+202E〉k") != std::string::npos);
}

TEST_CASE("words of the command line come back without what they hide", "[whole][shown]") {
  for (const std::vector<std::string>& line : std::vector<std::vector<std::string>>{{"\x1B[2J"},
                                                                                    {"check", "没有\u202E\x1B[2J"},
                                                                                    {"help", "\x9B"},
                                                                                    {"verify", "\x1B]0;x\x07"},
                                                                                    {"rubric", "show", "\x1B"},
                                                                                    {"build", "--date", "\x1B[1m"}}) {
    const Ran ran = run_lvce(line);
    CHECK(ran.code != 0);
    CHECK(is_clean(ran.out + ran.err));
    CHECK_FALSE((ran.err + ran.out).empty());
  }
}

TEST_CASE("a standard output that is full, closed or gone is exit code 4, and said", "[whole][shown]") {
  const std::string unit = sample("taskplan").string();
  for (const char* into : {"> /dev/full", ">&-"}) {
    for (const std::vector<std::string>& line : std::vector<std::vector<std::string>>{{"check", unit, "--json", "--quiet"},
                                                                                      {"check", unit},
                                                                                      {"rubric", "show", "shanxi-2021"},
                                                                                      {"rubric", "list", "--json"},
                                                                                      {"help"},
                                                                                      {"verify", unit}}) {
      INFO(into << " " << line.front());
      const Ran ran = run_into(into, line);
      CHECK(ran.code == 4);
      CHECK(ran.err.find("标准输出 — 没有写完") != std::string::npos);
      CHECK(ran.err.find("output-not-shown") != std::string::npos);
    }
  }
  const Ran gone = run({"/bin/bash", "-c", "set -o pipefail; \"$0\" rubric show shanxi-2021 --json | head -c 1", kBinary});
  CHECK(gone.code == 4);
  CHECK(gone.out == "{");
}

TEST_CASE("where nothing has to be said, a closed output is no failure", "[whole][shown]") {
  const TempFolder folder;
  const Ran quiet = run_into(">&- 2>&-", {"build", sample("taskplan").string(), "-o", (folder / "出").string(), "--quiet"});
  CHECK(quiet.code <= 1);
  CHECK(run_lvce({"verify", (folder / "出").string()}).code == 0);  // no file of the package took the place of standard output
}
