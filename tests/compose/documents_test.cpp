#include <iostream>
#include <cstdlib>

#include <catch2/catch.hpp>

#include "compose/cell_text.h"
#include "compose/sample.h"

namespace lvce {
namespace {

struct Fixture {
  Fixture() { sample::fill(office); }
  sample::Office office;
  Composed composed() const { return compose_documents(office.assessment, sample::templates()); }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "All templates expand without a fault", "[compose]") {
  const Composed made = composed();
  if (std::getenv("SHOW") != nullptr) {
    for (const Document* d : {&made.cover, &made.report, &made.scores, &made.energy, &made.form.at(0), &made.missing}) {
      std::cout << "=== " << d->kind << " " << d->stem << " " << d->title << "\n" << sample::text_of(*d);
    }
    std::cout << "=== divider\n" << sample::text_of(compose_divider(office.assessment, office.rubric.units[1].items[0], sample::templates()));
    std::cout << sample::text_of(compose_part_divider("01", "自评报告", sample::templates()));
    std::cout << sample::text_of(compose_contents({{0, "自评报告", "part:01"}}, sample::templates()));
    std::cout << sample::text_of(compose_evidence_index(office.assessment, {{0, "2.1.1", 3, "file:0", ""}, {1, "2.1.2", 1, "file:1", "file:0"}}, sample::templates()));
  }
  for (const Finding& finding : made.findings) {
    INFO(finding.where << " " << finding.message);
    CHECK(finding.code != "template-broken");
  }
}

}  // namespace lvce
