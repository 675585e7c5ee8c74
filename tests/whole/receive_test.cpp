// An inbox through the real binary: each fault named, the sound packages computed again, nothing lost when it is run again.
#include <catch2/catch.hpp>

#include <map>
#include <set>

#include "whole/package.h"

namespace fs = std::filesystem;
using namespace lvce::testing;
using nlohmann::json;

namespace {

struct Desk {
  TempFolder place;
  Package package = build_sample("yiyang");
  std::string own = package.result.at("unit").at("name");

  Desk() {
    fs::create_directories(place / "inbox");
    const Ran made = run({"/usr/bin/python3", std::string(kTestData) + "/whole/receive_inbox.py", package.folder.string(), (place / "inbox").string(), own});
    INFO(made.err);
    REQUIRE(made.code == 0);
  }

  Ran receive(std::vector<std::string> more = {}) const {
    std::vector<std::string> command = {"review", "receive", (place / "inbox").string(), "-o", (place / "评审").string(), "--json"};
    command.insert(command.end(), more.begin(), more.end());
    return run_lvce(command);
  }
};

std::map<std::string, std::string> states_of(const json& received) {
  std::map<std::string, std::string> out;
  for (const json& row : received.at("received"))
    out[row.at("source").get<std::string>()] = row.at("unit").get<std::string>() + " " + row.at("state").get<std::string>();
  return out;
}

}  // namespace

TEST_CASE("an inbox is received: each fault named, the rest goes on", "[whole][receive]") {
  const Desk desk;
  const std::string roster = (desk.place / "inbox/名单.csv").string();
  const Ran first = desk.receive({"--roster", roster, "--received", "2020-10-31"});
  INFO(first.err);
  REQUIRE(first.code == 1);
  const json received = json::parse(first.out);
  const auto states = states_of(received);
  CHECK(states.at("报送1.zip") == desk.own + " ok");
  CHECK(states.at("丁局.zip") == "丁局 altered");
  CHECK(states.at("戊局.zip") == "戊局 altered");
  CHECK(states.at("己局.zip") == "己局 broken");
  CHECK(states.at("庚局.zip") == "庚局 broken");
  CHECK(states.at("辛局.zip") == "辛局 broken");
  CHECK(states.at("壬局.zip") == "壬局 broken");
  CHECK(states.at("丙局（文件夹）") == "丙局 unknown");
  std::set<std::string> second = {states.at("县里/乙局材料.zip/乙局/节约型机关"), states.at("乙局又送一次.zip/乙局/节约型机关")};
  CHECK(second == std::set<std::string>{"乙局 ok", "乙局 double"});
  CHECK(received.at("missing") == json::array({"癸局"}));
  CHECK(received.at("strays") == json::array({"说明.txt"}));
  CHECK_FALSE(fs::exists(desk.place / "climbed.txt"));
  for (const json& row : received.at("received")) {
    if (row.at("state") == "ok") CHECK(row.at("claimed") == row.at("recomputed"));
    if (row.at("unit") != "丁局") continue;
    CHECK(row.at("claimed") == 99.5);
    CHECK(row.at("recomputed") == desk.package.result.at("total").at("supported"));
  }
  for (const char* name : {"登记.json", "收件登记表.xlsx", "收件登记表.pdf", "形式审查表.xlsx", "形式审查表.pdf"})
    CHECK(fs::exists(desk.place / "评审" / name));
  CHECK(run_lvce({"verify", (desk.place / "评审/收件" / desk.own).string()}).code == 0);
  const std::string register_before = read_text(desk.place / "评审/登记.json");
  const Ran again = desk.receive();
  CHECK(json::parse(again.out) == received);
  CHECK(read_text(desk.place / "评审/登记.json") == register_before);
}

TEST_CASE("a second round is recognised and says what changed", "[whole][receive]") {
  const Desk desk;
  REQUIRE(desk.receive().code == 1);
  fs::remove_all(desk.place / "inbox");
  fs::create_directories(desk.place / "inbox");
  const TempFolder unit;
  fs::copy(sample("yiyang"), unit / "u", fs::copy_options::recursive);
  write_text(unit / "u/佐证材料/2.1.1 补充的制度.txt", "补充制度，2020年3月5日");
  const Ran built = run_lvce({"build", (unit / "u").string(), "-o", (unit / "out").string(), "--quiet"});
  INFO(built.err);
  REQUIRE(built.code <= 1);
  fs::copy(unit / "out" / desk.own / "申报材料.zip", desk.place / "inbox/整改后.zip");
  const Ran ran = desk.receive();
  INFO(ran.err);
  const json received = json::parse(ran.out);
  int rounds = 0;
  for (const json& row : received.at("received")) {
    if (row.at("unit") != desk.own) continue;
    ++rounds;
    CHECK(row.at("round") == rounds);
    CHECK(row.at("state") == "ok");
  }
  CHECK(rounds == 2);
  const json record = json::parse(read_text(desk.place / "评审/登记.json"));
  bool told = false;
  for (const json& row : record.at("received"))
    if (row.at("round") == 2) told = row.at("changes").at("evidence").dump().find("补充的制度") != std::string::npos;
  CHECK(told);
  CHECK(fs::exists(desk.place / "评审/收件" / desk.own / "SHA256SUMS"));
}

TEST_CASE("the bureau's own standard stays in its folder, and every later command judges by it", "[whole][receive]") {
  const Desk desk;
  const std::string installed = read_text(std::string(kSourceFolder) + "/rubrics/yiyang-2020.yaml");
  const std::string own = (desk.place / "own.yaml").string();
  const auto with_title = [&](const std::string& title) {
    std::string text = installed;
    const auto at = text.find("\ntitle:");
    return text.replace(at, text.find('\n', at + 1) - at, "\ntitle: " + title);
  };
  write_text(own, with_title("本级评价标准"));
  REQUIRE(desk.receive({"--rubric", own}).code == 1);
  CHECK(read_text(desk.place / "评审/标准/yiyang-2020.yaml") == read_text(own));
  CHECK(run_lvce({"review", "sheets", (desk.place / "评审").string()}).code <= 1);
  bool read = false;
  for (const auto& file : fs::recursive_directory_iterator(desk.place / "评审/核查表"))
    if (file.path().extension() == ".xlsx")
      read = run({"/usr/bin/unzip", "-p", file.path().string(), "xl/sharedStrings.xml"}).out.find("本级评价标准") != std::string::npos;
  CHECK(read);
  write_text(own, with_title("后来的标准"));
  REQUIRE(desk.receive({"--rubric", own}).code == 1);
  CHECK(read_text(desk.place / "评审/标准/yiyang-2020.yaml").find("后来的标准") != std::string::npos);
  CHECK(read_text(desk.place / "评审/标准/旧/yiyang-2020（1）.yaml").find("本级评价标准") != std::string::npos);
  write_text(own, "id: [");
  CHECK(desk.receive({"--rubric", own}).code == 3);
  CHECK(read_text(desk.place / "评审/标准/yiyang-2020.yaml").find("后来的标准") != std::string::npos);
}

TEST_CASE("the bureau's folder does not lie in the inbox, and needs a name", "[whole][receive]") {
  const TempFolder place;
  fs::create_directories(place / "inbox");
  CHECK(run_lvce({"review", "receive", (place / "inbox").string()}).code == 2);
  CHECK(run_lvce({"review", "receive", (place / "inbox").string(), "-o", (place / "inbox/评审").string()}).code == 2);
  CHECK(run_lvce({"review", "receive", (place / "none").string(), "-o", (place / "评审").string()}).code == 3);
}
