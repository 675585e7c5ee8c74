// What becomes of files once somebody has read them; the reader is this program itself (worker_hook.cpp).
#include <catch2/catch.hpp>

#include "evidence/evidence_run.h"
#include "evidence/evidence_samples.h"
#include "evidence/reading/text_layer.h"
#include "support/files.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;
using namespace testing;

struct ReadRun : EvidenceRun {
  TempFolder tools;
  ReadRun() {
    fs::create_symlink(fs::read_symlink("/proc/self/exe"), tools.path() / kReaderProgram);
    options.ocr = true;
    options.reader.program = tools.path() / kReaderProgram;
    options.reader.fingerprint = "0123456789abcdef0123";
  }
};

/// A PDF of scanned pages; `texts` of them, the first ones, have words of their own.
void put_scans(const fs::path& file, int pages, int texts = 0) {
  put_scan(file);
  QPDF one, pdf;
  one.processFile(file.c_str());
  pdf.emptyPDF();
  for (int i = 0; i < texts; ++i) add_page(pdf, "", true);
  for (int i = 0; i < pages; ++i) pdf.addPage(one.getAllPages()[0], false);
  save(pdf, file);
}

std::string text_in(const fs::path& pdf) {
  QPDF file;
  file.processFile(pdf.c_str());
  std::string out;
  for (QPDFObjectHandle page : file.getAllPages()) out += page.getKey("/Contents").isArray() ? "+" : "-";
  return out;
}

}  // namespace

TEST_CASE("pages without text get it, pages with text are left alone", "[evidence][reading]") {
  ReadRun run;
  put_scans(run.at("2.1.1 扫描.pdf"), 1, 1);
  put_pdf(run.at("2.1.2 文本.pdf"), 1, true);
  run.run();
  const EvidenceFile& scan = run.file("2.1.1 扫描.pdf");
  CHECK(text_in(scan.prepared) == "-+");
  CHECK(scan.searchable);
  CHECK(is_copy(run.file("2.1.2 文本.pdf")));
  REQUIRE(run.count("evidence-ocr") == 1);
  CHECK(find_code(run.findings, "evidence-ocr")->severity == Severity::note);
  CHECK(find_code(run.findings, "evidence-ocr")->message.find("1个文件共1页") != std::string::npos);
  CHECK(run.count("evidence-ocr-page") == 0);
  CHECK(scan.read.empty());  // its first page has text of its own
  CHECK(scan.read_years == std::vector<int>{2019});
}

TEST_CASE("a scan that could be read is no warning any more, and its digest stays", "[evidence][reading]") {
  ReadRun run;
  put_scan(run.at("2.1.1 扫描.pdf"));
  const std::string digest = *sha256_of_file(run.at("2.1.1 扫描.pdf"));
  run.run();
  CHECK(run.file("2.1.1 扫描.pdf").state == EvidenceState::bound);
  CHECK(run.file("2.1.1 扫描.pdf").sha256 == digest);
  CHECK(run.file("2.1.1 扫描.pdf").read == "示例局2019年总结\n");
  CHECK(run.count("evidence-pdf-scan") == 0);
  run.run(false);  // check: nothing is prepared, the same is said
  CHECK(run.file("2.1.1 扫描.pdf").prepared.empty());
  CHECK(run.file("2.1.1 扫描.pdf").read == "示例局2019年总结\n");
  CHECK(run.count("evidence-pdf-scan") == 0);
  CHECK(run.count("evidence-ocr") == 1);
  run.options.ocr = false;
  run.run();
  CHECK(run.count("evidence-pdf-scan") == 1);
  CHECK(is_copy(run.file("2.1.1 扫描.pdf")));
}

TEST_CASE("a page that cannot be read in its time is told, the others are read", "[evidence][reading]") {
  ReadRun run;
  put_scans(run.at("2.1.1 扫描.pdf"), 4);
  run.run();
  REQUIRE(run.count("evidence-ocr-page") == 1);
  CHECK(find_code(run.findings, "evidence-ocr-page")->message.find("第3页") == 0);
  CHECK(text_in(run.file("2.1.1 扫描.pdf").prepared) == "++-+");
}

TEST_CASE("without a reader that is said once, and all else goes on", "[evidence][reading]") {
  ReadRun run;
  put_scan(run.at("2.1.1 扫描.pdf"));
  put_scan(run.at("2.1.2 扫描.pdf"));
  SECTION("it does not start") { run.options.reader.program = "/bin/false"; }
  SECTION("it is not there") { run.options.reader = find_scan_reader("/nowhere/lvce", ""); }
  run.run();
  REQUIRE(run.count("evidence-ocr-missing") == 1);
  CHECK(find_code(run.findings, "evidence-ocr-missing")->severity == Severity::warning);
  CHECK_FALSE(find_code(run.findings, "evidence-ocr-missing")->hint.empty());
  CHECK(run.file("2.1.1 扫描.pdf").state == EvidenceState::bound_with_warning);
  CHECK(run.count("evidence-pdf-scan") == 1);
}

TEST_CASE("nobody is asked where nothing is to be read", "[evidence][reading]") {
  ReadRun run;
  put_pdf(run.at("2.1.1 文本.pdf"), 1, true);
  run.options.reader = find_scan_reader("/nowhere/lvce", "");
  run.run();
  CHECK(run.count("evidence-ocr-missing") == 0);
}

TEST_CASE("what was read before is taken from the cache", "[evidence][reading]") {
  ReadRun run;
  const TempFolder cache;
  run.options.cache = cache.path();
  put_scan(run.at("2.1.1 扫描.pdf"));
  run.run();
  const std::string first = *read_file(run.file("2.1.1 扫描.pdf").prepared, 1 << 20);
  run.options.reader.program = "/bin/false";
  run.run();
  CHECK(run.count("evidence-ocr-missing") == 0);
  CHECK(*read_file(run.file("2.1.1 扫描.pdf").prepared, 1 << 20) == first);
}

TEST_CASE("files without a place are read for their proposals", "[evidence][reading]") {
  ReadRun run;
  put_scan(run.at("扫描.pdf"));
  put_pdf(run.at("文本.pdf"), 1, true);
  run.run();
  const auto pages = read_first_pages(run.folder, run.options, run.findings);
  CHECK(pages.at("扫描.pdf") == "示例局2019年总结\n");
  run.options.reader.program = "/bin/false";
  run.findings.clear();
  CHECK(read_first_pages(run.folder, run.options, run.findings).count("扫描.pdf") == 0);
  CHECK(run.count("evidence-ocr-missing") == 1);
  run.options.ocr = false;
  run.findings.clear();
  CHECK(read_first_pages(run.folder, run.options, run.findings).count("扫描.pdf") == 0);
  CHECK(run.findings.empty());
}

}  // namespace lvce
