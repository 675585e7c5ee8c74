// What was judged is what is bound: files that change behind the probe's back.
#include <catch2/catch.hpp>

#include "evidence/evidence_run.h"
#include "evidence/evidence_samples.h"
#include "evidence/job/snapshot.h"
#include "support/files.h"

namespace lvce {

using namespace testing;

TEST_CASE("a file that is replaced after it was judged is bound as it was", "[evidence][copy]") {
  EvidenceRun run;
  put_pdf(run.at("2.1.1 a.pdf"), 2, true);
  run.evidence.put("2.1.2 b.txt", "原文");
  run.run();
  const EvidenceFile pdf = run.file("2.1.1 a.pdf"), text = run.file("2.1.2 b.txt");
  CHECK(disk_stamp(pdf.disk) == pdf.stamp);
  put_pdf(run.at("2.1.1 a.pdf"), 5, true);
  run.evidence.put("2.1.2 b.txt", "换过");
  CHECK(sha256_of_file(pdf.prepared) == pdf.sha256);
  CHECK(sha256_of_file(pdf.disk) != pdf.sha256);
  CHECK(disk_stamp(pdf.disk) != pdf.stamp);
  CHECK(text.text == "原文");
  CHECK(disk_stamp(text.disk) != text.stamp);
}

TEST_CASE("copies that will not be bound do not stay", "[evidence][copy]") {
  EvidenceRun run;
  run.evidence.put("2.1.1 a.txt", "文");
  run.evidence.put("2.1.2 b.pdf", "%PDF-1.7 and nothing else");
  run.run();
  CHECK(run.file("2.1.2 b.pdf").state == EvidenceState::rejected);
  CHECK(std::filesystem::is_empty(run.work.path()));
}

TEST_CASE("where nothing is prepared nothing is copied", "[evidence][copy]") {
  EvidenceRun run;
  put_pdf(run.at("2.1.1 a.pdf"));
  run.run(false);
  CHECK(run.file("2.1.1 a.pdf").prepared.empty());
  CHECK(run.file("2.1.1 a.pdf").stamp.empty());
}

TEST_CASE("a copy has the same bytes, whatever lay there; what cannot be read or written is told apart", "[evidence][copy]") {
  TempFolder folder;
  std::string bytes;
  for (int i = 0; i < 3'000'000; ++i) bytes += static_cast<char>(i * 7 + i / 251);
  const auto from = folder.put("from", bytes), to = folder.put("to", std::string(4'000'000, 'x'));
  CHECK(copy_evidence(from, to) == Copied::done);
  CHECK(read_file(to, 1 << 23) == bytes);
  CHECK(copy_evidence(folder.put("empty", ""), to) == Copied::done);
  CHECK(std::filesystem::file_size(to) == 0);
  CHECK(copy_evidence(folder.path() / "missing", to) == Copied::unreadable);
  CHECK(copy_evidence(folder.path(), to) == Copied::unreadable);
  CHECK(copy_evidence(from, folder.path() / "no/folder") == Copied::not_written);
}

TEST_CASE("a link put in a file's place after the folder was listed is not followed", "[evidence][copy]") {
  EvidenceRun run;
  TempFolder outside;
  const auto secret = outside.put("机密.txt", "机密");
  run.evidence.put("2.1.1 a.txt", "文");
  run.run();
  const EvidenceFile file = run.file("2.1.1 a.txt");
  std::filesystem::remove(file.disk);
  std::filesystem::create_symlink(secret, file.disk);
  TempFolder into;
  CHECK(copy_evidence(file.disk, into.path() / "copy") == Copied::unreadable);
  CHECK_FALSE(std::filesystem::exists(into.path() / "copy"));
  CHECK(disk_stamp(file.disk) != file.stamp);
}

}  // namespace lvce
