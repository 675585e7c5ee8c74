// One budget for a run: what is beyond is refused and named, the rest goes on.
#include "evidence/budget.h"

#include <catch2/catch.hpp>

#include "evidence/evidence_run.h"
#include "evidence/evidence_samples.h"
#include "evidence/workers/pool.h"

namespace lvce {

using namespace testing;

TEST_CASE("what goes beyond the budget is refused: the heaviest, wherever it stands", "[evidence][budget]") {
  Probed large, larger, small;
  large.weight = kAllWeight / 2;
  larger.weight = kAllWeight / 2 + 1;
  keep_to_budget({&larger, &large, &small});
  CHECK_FALSE(large.rejected());
  CHECK(larger.rejected());
  CHECK(larger.notices.at(0).code == "evidence-over-budget");
  CHECK_FALSE(small.rejected());
}

TEST_CASE("a text of nothing but headings is refused long before it is laid out; long lines are not", "[evidence][budget]") {
  EvidenceRun run;
  std::string headings, prose;
  for (int i = 0; i < 200'000; ++i) headings += "# a\n";
  for (int i = 0; i < 300'000; ++i) prose += "字";
  run.evidence.put("2.1.1 a.md", headings);
  run.evidence.put("2.1.2 b.txt", prose);
  run.run();
  CHECK(run.file("2.1.1 a.md").state == EvidenceState::rejected);
  CHECK(run.file("2.1.1 a.md").text.empty());
  CHECK(count_code(run.findings, "evidence-too-large") == 1);
  CHECK(run.file("2.1.2 b.txt").state != EvidenceState::rejected);
}

TEST_CASE("a PDF page with two hundred thousand graphics states is refused", "[evidence][budget]") {
  EvidenceRun run;
  QPDF pdf;
  pdf.emptyPDF();
  QPDFObjectHandle states = QPDFObjectHandle::newDictionary();
  for (int i = 0; i < 200'000; ++i) states.replaceKey("/G" + std::to_string(i), pdf.makeIndirectObject(parsed("<< /Type /ExtGState /LW 1 >>")));
  QPDFObjectHandle page = add_page(pdf);
  page.replaceKey("/Resources", QPDFObjectHandle::newDictionary({{"/ExtGState", states}}));
  save(pdf, run.at("2.1.1 a.pdf"));
  put_pdf(run.at("2.1.2 b.pdf"));
  run.run();
  CHECK(run.file("2.1.1 a.pdf").state == EvidenceState::rejected);
  CHECK(count_code(run.findings, "evidence-too-large") == 1);
  CHECK(run.file("2.1.2 b.pdf").state != EvidenceState::rejected);
}

TEST_CASE("workers share what the machine has to give", "[evidence][budget]") {
  PoolOptions many;
  many.workers = 64;
  share_memory(many, 8ULL << 30);
  CHECK(many.memory == kWorkerMemory);
  CHECK(many.workers == 4);
  PoolOptions little;
  little.workers = 2;
  share_memory(little, 300ULL << 20);
  CHECK(little.memory == 180ULL << 20);
  CHECK(little.workers == 1);
}

}  // namespace lvce
