// Files from strangers: nothing crashes, hangs or fills the memory; each is refused with a reason.
#include <random>

#include <catch2/catch.hpp>

#include "paths.h"
#include "rubric/rubric.h"
#include "rubric/samples.h"
#include "support/files.h"

using namespace lvce;

namespace {

std::string code_of(const std::string& text) {
  const LoadedRubric loaded = load_rubric_text(text, "t.yaml");
  CHECK_FALSE(loaded.rubric);
  REQUIRE_FALSE(loaded.findings.empty());
  return loaded.findings.front().code;
}

std::string repeated(const std::string& what, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += what;
  return out;
}

}  // namespace

TEST_CASE("Nesting is refused before it can overflow the stack") {
  CHECK(code_of(repeated("[", 250000) + repeated("]", 250000)) == "rubric-too-deep");
  CHECK(code_of(repeated("{a: ", 150000) + repeated("}", 150000)) == "rubric-too-deep");
  CHECK(code_of(repeated("[", 500000)) == "rubric-yaml");  // never closed: the scanner says so first
  CHECK(code_of(repeated("- ", 400000)) == "rubric-too-deep");
}

TEST_CASE("Thirty-two levels are allowed, thirty-three are not") {
  CHECK(code_of(repeated("[", 32) + repeated("]", 32)) != "rubric-too-deep");
  CHECK(code_of(repeated("[", 33) + repeated("]", 33)) == "rubric-too-deep");
}

TEST_CASE("Sizes are capped") {
  CHECK(code_of("# " + std::string(1 << 20, 'x')) == "rubric-too-large");
  CHECK(code_of("[" + repeated("a,", 200000) + "]") == "rubric-too-large");
}

TEST_CASE("Anchors and aliases are refused, so that nothing multiplies") { CHECK(code_of("a: &x [1, 2]\nb: [*x, *x]\n") == "rubric-yaml-anchor"); }

TEST_CASE("What is no text is refused") {
  CHECK(code_of("id: \xff\xfe\n") == "rubric-not-utf8");
  CHECK(code_of(std::string("id: a\0b\n", 8)) == "rubric-not-utf8");
  CHECK(code_of("") == "rubric-yaml");
  CHECK(code_of("id: a\n---\nid: b\n") == "rubric-yaml");
  CHECK(code_of("just words") == "rubric-wrong-type");
}

TEST_CASE("Broken YAML is told with its place") {
  const LoadedRubric loaded = load_rubric_text("id: a\ntitle: [某省\nsource: b\n", "t.yaml");
  CHECK_FALSE(loaded.rubric);
  REQUIRE(loaded.findings.size() == 1);
  CHECK(loaded.findings[0].code == "rubric-yaml");
  CHECK(loaded.findings[0].place.text().find("t.yaml:") == 0);
}

TEST_CASE("Findings are capped, and the last one says so") {
  const LoadedRubric loaded = load_rubric_text("id: a\nunits:\n" + repeated("- {}\n", 5000), "t.yaml");
  REQUIRE(loaded.findings.size() == 501);
  CHECK(loaded.findings.back().code == "rubric-too-many-findings");
}

TEST_CASE("A file that is not there is an error, not an exception") {
  CHECK(load_rubric_file("/nowhere/x.yaml").findings.at(0).code == "rubric-unreadable");
  CHECK(load_rubric_file("/").findings.at(0).code == "rubric-unreadable");
}

TEST_CASE("Damaged copies of a real rubric never crash the reader") {
  const std::string good = *read_file(std::string(kSourceFolder) + "/rubrics/taskplan-2021.yaml", 1 << 20);
  std::mt19937 random(20210526);
  for (int round = 0; round < 150; ++round) {
    std::string bad = good;
    for (int hit = 0; hit < 3; ++hit) {
      const std::size_t at = random() % bad.size();
      switch (random() % 3) {
        case 0: bad[at] = static_cast<char>(random() % 128); break;
        case 1: bad.erase(at, 1 + random() % 40); break;
        default: bad.insert(at, 1, "{}[]:-\"'#&*!|>%@`\n\t"[random() % 19]); break;
      }
    }
    const LoadedRubric loaded = load_rubric_text(bad, "t.yaml");
    bool error = false;
    for (const Finding& finding : loaded.findings) error = error || finding.severity == Severity::error;
    CHECK(loaded.rubric.has_value() != error);
  }
}
