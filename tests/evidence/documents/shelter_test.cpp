// What a converter can reach in each kind of shelter, how long it may take, and what is left of it when it, or we, are killed.
#include <catch2/catch.hpp>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <thread>

#include "evidence/documents/convert.h"
#include "evidence/documents/soffice.h"
#include "evidence/evidence_kit.h"
#include "support/files.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;
using namespace testing;

const std::vector<Shelter> kShelters = {Shelter::none, Shelter::landlock, Shelter::namespaces, Shelter::user_namespaces};

/// An installation with a script in LibreOffice's place, which sees the document as `$1` and the folder of results as `$out`.
struct FakeOffice {
  TempFolder installation;
  TempFolder work;
  TempFolder secrets;
  ConvertOptions options;

  explicit FakeOffice(const std::string& body) {
    fs::create_directory(installation.path() / "program");
    options.soffice = installation.put("program/soffice", "#!/bin/sh\nwhile [ \"$1\" != --outdir ]; do shift; done\nout=$2\nshift 2\n" + body + "\n");
    fs::permissions(options.soffice, fs::perms::owner_all | fs::perms::group_read | fs::perms::group_exec | fs::perms::others_read | fs::perms::others_exec);
    options.folder = work.path() / "conversions";
  }
  ConversionEnd convert(Shelter most) {
    options.most = most;
    return convert_office({{secrets.put("文件.docx", "a document"), "docx", "", "pdf"}}, options).files.at(0).end;
  }
};

const std::string kResult = "printf '%%PDF-1.4 \\n%%%%EOF' > \"$out/document.pdf\"";

/// The strongest that there is up to this one is this one.
bool is_to_be_had(Shelter shelter) {
  TempFolder folder;
  const SofficeFolders folders = SofficeFolders::below(folder.path());
  REQUIRE(write_profile(folders));
  return best_shelter(soffice_plan("/bin/sh", folders, folder.put("a", "b")), shelter) == shelter;
}

/// Does any process name `marker` on its command line?
bool runs(const std::string& marker) {
  for (const fs::directory_entry& entry : fs::directory_iterator("/proc")) {
    std::ifstream in(entry.path() / "cmdline", std::ios::binary);
    std::string line;
    std::getline(in, line, '\n');  // the words stand apart by zeros; a process that ends meanwhile reads as empty
    if (line.find(marker) != std::string::npos && line.find("sleep") != std::string::npos) return true;
  }
  return false;
}

bool becomes(bool wanted, const std::string& marker) {
  for (int i = 0; i < 500 && runs(marker) != wanted; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(20));
  return runs(marker) == wanted;
}

std::string marker_of(int which) { return std::to_string(100000 + getpid()) + "." + std::to_string(which); }

}  // namespace

TEST_CASE("a converter reads its document and writes its result in every shelter", "[evidence][office]") {
  for (const Shelter shelter : kShelters) {
    FakeOffice office("[ \"$(cat \"$1\")\" = 'a document' ] && " + kResult);
    CHECK(office.convert(shelter) == ConversionEnd::converted);
  }
}

TEST_CASE("in a shelter no other file can be read, and none written", "[evidence][office]") {
  for (const Shelter shelter : kShelters) {
    FakeOffice office("");
    const std::string secret = office.secrets.put("secret", "s").native();
    for (const std::string& reach :
         {"cat '" + secret + "' >/dev/null 2>&1", "ls '" + office.secrets.path().native() + "' >/dev/null 2>&1",
          "(: > '" + office.secrets.path().native() + "/new') 2>/dev/null", "(: > '" + office.installation.path().native() + "/new') 2>/dev/null",
          std::string("cat /proc/1/environ >/dev/null 2>&1"), std::string("cat /etc/passwd >/dev/null 2>&1")}) {
      INFO(static_cast<int>(shelter) << " " << reach);
      if (shelter == Shelter::none || !is_to_be_had(shelter)) continue;
      office.installation.put("program/soffice",
                              "#!/bin/sh\nwhile [ \"$1\" != --outdir ]; do shift; done\nout=$2\nshift 2\nif " + reach + "; then exit 1; fi\n" + kResult + "\n");
      const bool own_root = reach.find("/proc/1/") != std::string::npos && shelter != Shelter::landlock;  // there it is itself
      CHECK((own_root || office.convert(shelter) == ConversionEnd::converted));
    }
  }
}

TEST_CASE("in a shelter nothing of the network can be opened", "[evidence][office]") {
  const std::string python =
      "import socket,sys\\nfor a in ((2,1),(2,2),(10,1),(16,3),(17,3),(1,2)):\\n try:\\n  s=socket.socket(*a)\\n except OSError: continue\\n sys.exit(1)\\n";
  if (!fs::exists("/usr/bin/python3")) return;
  for (const Shelter shelter : kShelters) {
    if (shelter == Shelter::none || !is_to_be_had(shelter)) continue;
    FakeOffice office("printf \"" + python + "\" > \"$out/try.py\"; /usr/bin/python3 \"$out/try.py\" && " + kResult);
    CHECK(office.convert(shelter) == ConversionEnd::converted);
  }
}

TEST_CASE("whatever a converter has started ends with it", "[evidence][office]") {
  for (const Shelter shelter : kShelters) {
    const std::string marker = marker_of(static_cast<int>(shelter));
    FakeOffice office("setsid sh -c 'setsid sleep " + marker + " & sleep " + marker + "' & sleep 0.2; " + kResult);
    CHECK(office.convert(shelter) == ConversionEnd::converted);
    CHECK(becomes(false, marker));
  }
}

TEST_CASE("a converter that hangs is ended with all its children when its time is up", "[evidence][office]") {
  for (const Shelter shelter : kShelters) {
    const std::string marker = marker_of(10 + static_cast<int>(shelter));
    FakeOffice office("setsid sleep " + marker + " & sleep " + marker);
    office.options.seconds_per_file = 1;
    CHECK(office.convert(shelter) == ConversionEnd::timed_out);
    CHECK(becomes(false, marker));
  }
}

TEST_CASE("when we are killed nothing of the converter lives on", "[evidence][office]") {
  for (const Shelter shelter : kShelters) {
    const std::string marker = marker_of(20 + static_cast<int>(shelter));
    FakeOffice office("setsid sleep " + marker + " & sleep " + marker);
    const pid_t us = fork();
    if (us == 0) {
      office.convert(shelter);
      _exit(0);
    }
    CHECK(becomes(true, marker));
    kill(us, SIGKILL);
    waitpid(us, nullptr, 0);
    CHECK(becomes(false, marker));
  }
}

TEST_CASE("all conversions together have a time of their own", "[evidence][office]") {
  FakeOffice office("sleep 100");
  office.options.seconds_in_all = 1;
  const fs::path file = office.secrets.put("a.docx", "a");
  const Converted converted = convert_office({{file, "docx", "", "pdf"}, {file, "docx", "", "pdf"}}, office.options);
  for (const Conversion& conversion : converted.files) CHECK(conversion.end == ConversionEnd::no_time_left);
}

TEST_CASE("a run without a shelter is told", "[evidence][office]") {
  FakeOffice office(kResult);
  const fs::path file = office.secrets.put("a.docx", "a");
  office.options.most = Shelter::none;
  CHECK(convert_office({{file, "docx", "", "pdf"}}, office.options).unsheltered);
  if (!is_to_be_had(Shelter::landlock)) return;
  office.options.most = Shelter::landlock;
  CHECK_FALSE(convert_office({{file, "docx", "", "pdf"}}, office.options).unsheltered);
}

}  // namespace lvce
