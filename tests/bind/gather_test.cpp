#include "bind/gather.h"

#include <catch2/catch.hpp>

#include <fstream>

#include "evidence/job/snapshot.h"

#include "pack/temp_folder.h"
#include "support/files.h"

using namespace lvce;

TEST_CASE("a picture that is no JPEG any more when it is to be drawn is told; rejected ones have been", "[gather]") {
  test::TempFolder folder;
  const auto jpeg = folder.path() / "a.jpg";
  std::ofstream(jpeg, std::ios::binary) << std::string("\xFF\xD8\xFF\xC0\x00\x11\x08\x00\x09\x00\x09\x03", 12);
  EvidenceFolder evidence;
  evidence.files.resize(3);
  for (EvidenceFile& file : evidence.files) file.format = EvidenceFormat::picture;
  evidence.files[0].prepared = jpeg;
  evidence.files[1].path = "2.1.1 b.jpg";
  evidence.files[1].prepared = folder.path() / "missing.jpg";
  evidence.files[2].prepared = evidence.files[1].prepared;
  evidence.files[2].state = EvidenceState::rejected;
  Binding binding;
  binding.pieces.resize(1);
  binding.pieces[0].files = {0, 1, 2};
  Findings findings;
  report_unreadable_photos(binding, evidence, findings);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "bind-photo-unreadable");
  CHECK(findings[0].place.text() == "佐证材料/2.1.1 b.jpg");
}

TEST_CASE("a file that is another one by the time it is bound is told, a new time alone is not", "[gather]") {
  test::TempFolder folder;
  EvidenceFolder evidence;
  evidence.files.resize(4);
  for (std::size_t i = 0; i < evidence.files.size(); ++i) {
    EvidenceFile& file = evidence.files[i];
    file.path = std::to_string(i);
    file.disk = folder.path() / file.path;
    REQUIRE(write_file(file.disk, "as judged"));
    file.sha256 = sha256_of("as judged");
    file.stamp = disk_stamp(file.disk);
  }
  std::filesystem::last_write_time(evidence.files[1].disk, std::filesystem::file_time_type());
  REQUIRE(write_file(evidence.files[2].disk, "as change"));
  std::filesystem::remove(evidence.files[3].disk);
  EvidenceStore store;
  Findings findings;
  gather_evidence(Binding(), evidence, store, findings);
  REQUIRE(findings.size() == 2);
  for (const Finding& finding : findings) CHECK(finding.code == "evidence-changed");
  CHECK(findings[0].place.text() == "佐证材料/2");
  CHECK(findings[1].place.text() == "佐证材料/3");
}
