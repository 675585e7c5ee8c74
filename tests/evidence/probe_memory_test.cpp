#include "evidence/probe_memory.h"

#include "evidence/archive_memory.h"
#include "evidence/evidence_run.h"

namespace lvce {

using testing::EvidenceRun;

TEST_CASE("a file that has not changed is not opened again, one that has is", "[evidence][memory]") {
  EvidenceRun run;
  ProbeMemory memory;
  run.options.memory = &memory;
  run.evidence.put("2.1.1 甲.txt", "一");
  run.evidence.put("2.1.2 乙.txt", "二");
  run.run(false);
  CHECK(run.file("2.1.1 甲.txt").text == "一");

  // From now on nothing can be opened: what is still known comes from memory.
  run.evidence.put("2.1.2 乙.txt", "二，改过");
  run.evidence.put("2.1.3 丙.txt", "三");
  run.findings.clear();
  run.folder = scan_evidence(run.evidence.path(), testing::small_rubric(), run.findings);
  run.options.worker = "/没有这个程序";
  probe_evidence(run.folder, run.options, run.findings);
  CHECK(run.file("2.1.1 甲.txt").state == EvidenceState::bound);
  CHECK(run.file("2.1.1 甲.txt").text == "一");
  CHECK(run.file("2.1.2 乙.txt").state == EvidenceState::rejected);
  CHECK(run.file("2.1.3 丙.txt").state == EvidenceState::rejected);

  // What could not be asked is not remembered.
  run.run(false);
  CHECK(run.file("2.1.2 乙.txt").text == "二，改过");
  CHECK(run.file("2.1.3 丙.txt").state == EvidenceState::bound);
}

TEST_CASE("a file whose place becomes known is opened, not only digested", "[evidence][memory]") {
  EvidenceRun run;
  ProbeMemory memory;
  run.options.memory = &memory;
  run.evidence.put("通知.txt", "一");
  run.run(false);
  CHECK(run.file("通知.txt").state == EvidenceState::unassigned);
  std::filesystem::rename(run.at("通知.txt"), run.at("2.1.1 通知.txt"));
  run.run(false);
  CHECK(run.file("2.1.1 通知.txt").text == "一");
}

}  // namespace lvce
