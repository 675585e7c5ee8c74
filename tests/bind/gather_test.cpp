#include "bind/gather.h"

#include <catch2/catch.hpp>

#include <fstream>

#include "pack/temp_folder.h"

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
