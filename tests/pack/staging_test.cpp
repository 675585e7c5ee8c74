// The exchange into place: one whole package is there at any moment.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <fstream>

#include "pack/exchange.h"
#include "pack/sample_package.h"
#include "pack/temp_folder.h"
#include "support/files.h"

using namespace lvce;
using lvce::test::build_sample;
using lvce::test::TempFolder;

namespace {

namespace fs = std::filesystem;

std::optional<Staging> open_staging(const TempFolder& out, Findings& findings) { return Staging::open(out.path(), "示例局", findings); }

/// The hidden entries of OUT.
int leftovers(const TempFolder& out) {
  int count = 0;
  for (const auto& entry : fs::directory_iterator(out.path())) count += entry.path().filename().string().starts_with(".lvce-") ? 1 : 0;
  return count;
}

void put(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  write_file(path, text);
}

}  // namespace

TEST_CASE("a committed staging is the package, and leaves nothing behind") {
  const TempFolder out;
  const fs::path target = build_sample(out.path());
  CHECK(target == out / "示例局");
  CHECK(fs::exists(target / "result.json"));
  CHECK(leftovers(out) == 0);
}

TEST_CASE("what is not committed vanishes") {
  const TempFolder out;
  Findings findings;
  {
    const auto staging = open_staging(out, findings);
    REQUIRE(staging);
    put(staging->folder() / "a.pdf", "half");
    put(staging->scratch() / "b", "work");
  }
  CHECK(fs::is_empty(out.path()));
}

TEST_CASE("a second build replaces the first") {
  const TempFolder out;
  build_sample(out.path());
  test::NumberedPdf longer;
  longer.pages = 9;
  const fs::path target = build_sample(out.path(), longer);
  CHECK(verify_package(target).empty());
  CHECK(read_file(target / "result.json", 1 << 20)->find("\"pages\": 9") != std::string::npos);
  CHECK(leftovers(out) == 0);
}

TEST_CASE("files that the tool does not know are not replaced") {
  const TempFolder out;
  const fs::path target = build_sample(out.path());
  put(target / "01 自评报告 已盖章.pdf", "signed");
  Findings findings;
  CHECK_FALSE(open_staging(out, findings));
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "output-unknown-files");
  CHECK(findings[0].message.find("01 自评报告 已盖章.pdf") != std::string::npos);
  CHECK(fs::exists(target / "01 自评报告 已盖章.pdf"));
  CHECK(leftovers(out) == 0);
}

TEST_CASE("files that come while the run works are not replaced either") {
  const TempFolder out;
  const fs::path target = build_sample(out.path());
  Findings findings;
  auto staging = open_staging(out, findings);
  REQUIRE(staging);
  put(target / "扫描.pdf", "signed");
  CHECK_FALSE(staging->commit(findings));
  CHECK(fs::exists(target / "扫描.pdf"));
  CHECK(fs::exists(target / "result.json"));
}

TEST_CASE("a folder, a link or a file in the target's place") {
  const TempFolder out;
  Findings findings;
  SECTION("folder inside the target") {
    fs::create_directories(out / "示例局" / "盖章");
    CHECK_FALSE(open_staging(out, findings));
    CHECK(findings.at(0).code == "output-unknown-files");
  }
  SECTION("link") {
    fs::create_directory_symlink("/", out / "示例局");
    CHECK_FALSE(open_staging(out, findings));
    CHECK(findings.at(0).code == "output-not-a-folder");
  }
  SECTION("file") {
    put(out / "示例局", "x");
    CHECK_FALSE(open_staging(out, findings));
    CHECK(findings.at(0).code == "output-not-a-folder");
  }
  SECTION("an empty folder and litter are fine") {
    put(out / "示例局" / "Thumbs.db", "x");
    CHECK(open_staging(out, findings));
  }
}

TEST_CASE("two runs at once: one refuses") {
  const TempFolder out;
  Findings findings;
  const auto first = open_staging(out, findings);
  REQUIRE(first);
  CHECK_FALSE(open_staging(out, findings));
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "output-busy");
  const auto other = Staging::open(out.path(), "另一局", findings);
  CHECK(other);
  CHECK(fs::exists(first->folder()));
}

TEST_CASE("leftovers of a killed run are cleaned") {
  const TempFolder out;
  const pid_t child = ::fork();
  if (child == 0) {
    Findings findings;
    auto staging = Staging::open(out.path(), "示例局", findings);
    if (staging) put(staging->folder() / "half.pdf", "half");
    ::_exit(staging ? 0 : 1);  // no destructor runs, as with a kill
  }
  int status = 1;
  ::waitpid(child, &status, 0);
  REQUIRE(status == 0);
  CHECK(leftovers(out) == 2);  // the work folder and the lock file
  build_sample(out.path());
  CHECK(leftovers(out) == 0);
}

TEST_CASE("killed at any moment, a whole package is there") {
  const TempFolder out;
  const fs::path target = build_sample(out.path());
  for (int round = 0; round < 25; ++round) {
    const pid_t child = ::fork();
    if (child == 0) {
      for (;;) build_sample(out.path());
    }
    ::usleep(static_cast<useconds_t>(700 * (round + 1)));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    INFO(round);
    REQUIRE(verify_package(target).empty());
  }
  build_sample(out.path());
  CHECK(leftovers(out) == 0);
}

TEST_CASE("a disk that is full leaves the old package") {
  const TempFolder out;
  const fs::path target = build_sample(out.path());
  const auto before = sha256_of_file(target / "SHA256SUMS");
  const pid_t child = ::fork();
  if (child == 0) {
    const rlimit small{512, 512};  // the zip and the result do not fit
    ::signal(SIGXFSZ, SIG_IGN);
    ::setrlimit(RLIMIT_FSIZE, &small);
    const test::SampleAssessment sample;
    Findings findings;
    auto staging = Staging::open(out.path(), "示例局", findings);
    bool written = false;
    if (staging) {
      Archive archive(staging->folder(), 0);
      written = finish_package(*staging, archive, sample.assessment, {}, {}, findings);
    }
    staging.reset();
    ::_exit(!written && findings.size() == 1 && findings[0].code == "output-not-written" ? 0 : 1);
  }
  int status = 1;
  ::waitpid(child, &status, 0);
  CHECK(status == 0);
  CHECK(sha256_of_file(target / "SHA256SUMS") == before);
  CHECK(leftovers(out) == 0);
}

TEST_CASE("an old package set aside by a killed run comes back") {
  const TempFolder out;
  const fs::path target = build_sample(out.path());
  fs::path work;
  {
    Findings findings;
    const auto staging = open_staging(out, findings);
    REQUIRE(staging);
    work = staging->scratch().parent_path();
  }
  fs::create_directories(work);
  fs::rename(target, work / "aside");
  Findings findings;
  const auto staging = open_staging(out, findings);
  REQUIRE(staging);
  CHECK(verify_package(target).empty());
}

TEST_CASE("without RENAME_EXCHANGE the old one is set aside") {
  const TempFolder out;
  put(out / "fresh/a", "new");
  put(out / "target/a", "old");
  REQUIRE(put_in_place(out / "fresh", out / "target", out / "aside", ExchangeWay::aside));
  CHECK(read_file(out / "target/a", 10) == "new");
  CHECK(read_file(out / "aside/a", 10) == "old");
}

TEST_CASE("an exchange that cannot be done leaves the target") {
  const TempFolder out;
  put(out / "target/a", "old");
  CHECK_FALSE(put_in_place(out / "absent", out / "target", out / "aside", ExchangeWay::aside));
  CHECK(read_file(out / "target/a", 10) == "old");
}

TEST_CASE("an output folder that cannot be written is said") {
  const TempFolder out;
  put(out / "file", "x");
  Findings findings;
  CHECK_FALSE(Staging::open(out / "file" / "sub", "示例局", findings));
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "output-not-writable");
}
