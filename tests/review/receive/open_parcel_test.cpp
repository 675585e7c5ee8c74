// Parcels of strangers: packages are found however they are nested, and nothing leaves its folder.
#include <catch2/catch.hpp>

#include <map>
#include <set>

#include "pack/temp_folder.h"
#include "review/receive/open_parcel.h"
#include "support/files.h"
#include "tiny_zip.h"

namespace fs = std::filesystem;
using namespace lvce;
using lvce::test::TempFolder;
using lvce::test::tiny_zip;

namespace {

const std::pair<std::string, std::string> kSums = {"SHA256SUMS", ""};

struct Opened {
  TempFolder place;
  std::vector<UnpackedPackage> packages;
};

void open_bytes(Opened& opened, const std::string& bytes, const std::string& name = "某局.zip") {
  write_file(opened.place.path() / name, bytes);
  fs::create_directories(opened.place.path() / "scratch");
  opened.packages = open_parcel({opened.place.path() / name, name, false}, opened.place.path() / "scratch");
  REQUIRE_FALSE(opened.packages.empty());
}

std::string code_of(const UnpackedPackage& package) { return package.trouble.empty() ? "" : package.trouble.front().code; }

}  // namespace

TEST_CASE("a package is found flat, in a folder, and in a zip inside a zip", "[receive]") {
  const std::string flat = tiny_zip({kSums, {"01 自评报告.pdf", "x"}});
  const std::string bytes = GENERATE_COPY(as<std::string>{}, flat, tiny_zip({{"送来/某局/SHA256SUMS", ""}, {"送来/某局/01 自评报告.pdf", "x"}}),
                                          tiny_zip({{"某局/申报材料.zip", flat}, {"某局/说明.txt", "请收"}}));
  Opened opened;
  open_bytes(opened, bytes);
  REQUIRE(opened.packages.size() == 1);
  INFO(code_of(opened.packages[0]));
  REQUIRE_FALSE(opened.packages[0].folder.empty());
  CHECK(read_file(opened.packages[0].folder / "01 自评报告.pdf", 10) == "x");
}

TEST_CASE("an archive of several packages gives them all", "[receive]") {
  Opened opened;
  open_bytes(opened, tiny_zip({{"甲局/SHA256SUMS", "a"}, {"乙局/SHA256SUMS", "b"}}));
  CHECK(opened.packages.size() == 2);
}

TEST_CASE("a name that climbs out stops the whole archive, and nothing is written outside", "[receive]") {
  const std::string name = GENERATE(as<std::string>{}, "../../climbed.txt", "/tmp/lvce-climbed.txt", "a/../../climbed.txt", "..\\climbed.txt");
  Opened opened;
  open_bytes(opened, tiny_zip({kSums, {name, "out"}}));
  CHECK(code_of(opened.packages[0]) == "parcel-refused");
  CHECK(opened.packages[0].trouble.front().message.find("文件夹之外") != std::string::npos);
  CHECK_FALSE(fs::exists(opened.place.path() / "climbed.txt"));
  CHECK_FALSE(fs::exists("/tmp/lvce-climbed.txt"));
}

TEST_CASE("a name that stands twice stops the archive", "[receive]") {
  Opened opened;
  open_bytes(opened, tiny_zip({{"SHA256SUMS", "a"}, {"SHA256SUMS", "b"}}));
  CHECK(code_of(opened.packages[0]) == "parcel-refused");
}

TEST_CASE("what is cut, empty or no archive is damaged", "[receive]") {
  const std::string whole = tiny_zip({kSums, {"01 自评报告.pdf", std::string(5000, 'x')}});
  const std::string bytes = GENERATE_COPY(as<std::string>{}, whole.substr(0, whole.size() / 2), "", "not a zip");
  Opened opened;
  open_bytes(opened, bytes);
  CHECK(code_of(opened.packages[0]) == "parcel-damaged");
}

TEST_CASE("an archive without a package says so", "[receive]") {
  Opened opened;
  open_bytes(opened, tiny_zip({{"照片.jpg", "x"}}));
  CHECK(code_of(opened.packages[0]) == "parcel-without-package");
}

TEST_CASE("a file larger than the cap is not opened", "[receive]") {
  Opened opened;
  const fs::path file = opened.place.path() / "大.zip";
  write_file(file, "PK\x03\x04");
  fs::resize_file(file, 3ULL << 30);  // holes, no bytes on the disk
  opened.packages = open_parcel({file, "大.zip", false}, opened.place.path());
  CHECK(code_of(opened.packages[0]) == "parcel-refused");
  CHECK(opened.packages[0].trouble.front().message.find("3072 MB") != std::string::npos);
}

TEST_CASE("a folder is copied without what links lead to", "[receive]") {
  Opened opened;
  const fs::path folder = opened.place.path() / "某局";
  fs::create_directories(folder);
  write_file(folder / "SHA256SUMS", "");
  fs::create_symlink("/etc/passwd", folder / "02 自评打分表.pdf");
  fs::create_directories(opened.place.path() / "scratch");
  opened.packages = open_parcel({folder, "某局", true}, opened.place.path() / "scratch");
  REQUIRE(opened.packages.size() == 1);
  CHECK(opened.packages[0].extra == std::vector<std::string>{"02 自评打分表.pdf"});
  CHECK_FALSE(fs::exists(opened.packages[0].folder / "02 自评打分表.pdf"));
}

TEST_CASE("an inbox is looked through to its packages, and strays are named", "[receive]") {
  const TempFolder inbox;
  fs::create_directories(inbox.path() / "县里/甲局/可编辑");
  fs::create_directories(inbox.path() / "乙局");
  write_file(inbox.path() / "县里/甲局/SHA256SUMS", "");
  write_file(inbox.path() / "县里/甲局/申报材料.zip", "x");
  write_file(inbox.path() / "乙局/申报材料.zip", tiny_zip({kSums}));
  write_file(inbox.path() / "乙局/申报材料.zip.sha256", "");
  write_file(inbox.path() / "无扩展名", tiny_zip({kSums}));
  write_file(inbox.path() / "说明.docx.txt", "请收");
  write_file(inbox.path() / "名单.csv", "单位名称");
  write_file(inbox.path() / "Thumbs.db", "");
  fs::create_symlink("/etc", inbox.path() / "链接");
  const Inbox seen = look_through(inbox.path(), "名单.csv");
  std::vector<std::string> sources;
  for (const Parcel& parcel : seen.parcels) sources.push_back(parcel.source);
  CHECK(std::set<std::string>(sources.begin(), sources.end()) == std::set<std::string>{"县里/甲局", "乙局/申报材料.zip", "无扩展名"});
  CHECK(std::set<std::string>(seen.strays.begin(), seen.strays.end()) == std::set<std::string>{"说明.docx.txt", "链接"});
}
