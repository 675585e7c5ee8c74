#include <catch2/catch.hpp>
#include <qpdf/QPDFOutlineDocumentHelper.hh>

#include "bind/office.h"
#include "bind/plan/digest.h"
#include "bind/sealed/sealed_parts.h"
#include "bind/sealed/sealed_text.h"
#include "evidence/pdf/to_unicode.h"
#include "paths.h"
#include "support/files.h"

using namespace lvce;
using namespace lvce::test;

namespace {

SealedCopy copy_of(const TemporaryFolder& folder, const std::string& number, const std::vector<SamplePage>& pages) {
  SealedCopy copy;
  copy.number = number;
  copy.file.path = number + " 盖章.pdf";
  copy.file.disk = folder / ("sealed" + number + ".pdf");
  copy.file.format = EvidenceFormat::pdf;
  copy.file.pages.resize(pages.size(), PageSize{595, 842});
  write_pdf(copy.file.disk, pages);
  return copy;
}

SamplePage page(const std::string& text) { return {text, "[0 0 595 842]", "", {}}; }

const OutputPdf& output(const BoundPackage& package, OutputKind kind) {
  return *std::find_if(package.files.begin(), package.files.end(), [&](const OutputPdf& pdf) { return pdf.kind == kind; });
}

std::string whole_text(const std::filesystem::path& pdf) { return run_tool("pdftotext -layout " + quoted(pdf) + " -").output; }

std::vector<std::string> codes(const Findings& findings) {
  std::vector<std::string> out;
  for (const Finding& finding : findings) out.push_back(finding.code);
  return out;
}

Document saying(const std::string& text) {
  Document document;
  Paragraph paragraph;
  paragraph.runs.emplace_back().text = text;
  document.sections.emplace_back().blocks.emplace_back(paragraph);
  return document;
}

}  // namespace

TEST_CASE("sealed copy: stands in the bound file for the generated pages, which stay a file of their own") {
  TemporaryFolder folder;
  Office office;
  fill(office, 2);
  BindOptions options;
  options.sealed = {copy_of(folder, "01", {page("sealed first"), page("sealed second")})};
  const BoundPackage package = bind(office, folder, options);
  CHECK(codes(package.findings) == std::vector<std::string>{"sealed-copy-not-compared"});

  const std::string bound = whole_text(output(package, OutputKind::bound).path);
  CHECK(bound.find("sealed first") != std::string::npos);
  CHECK(bound.find("01 自评报告（盖章件）") != std::string::npos);
  CHECK(bound.find("打分表正文") != std::string::npos);
  CHECK(checks_clean(output(package, OutputKind::bound).path));

  const std::string report = whole_text(output(package, OutputKind::report).path);
  CHECK(report.find("sealed") == std::string::npos);
  CHECK(report.find("报告正文") != std::string::npos);
  CHECK(output(package, OutputKind::report).pages == 2);
  CHECK(text_of(output(package, OutputKind::report).path, 1).find("— 1 —") != std::string::npos);
  CHECK(package.files[1].kind == OutputKind::report);  // the order of files is the usual one
  CHECK(package.files.back().kind == OutputKind::missing);
}

TEST_CASE("sealed copy: chapters keep their page numbers when the copy has as many pages") {
  TemporaryFolder folder;
  Office office;
  fill(office, 2);
  BindOptions options;
  options.sealed = {copy_of(folder, "01", {page("sealed first"), page("sealed second")})};
  const BoundPackage package = bind(office, folder, options);
  QPDF file;
  file.processFile(output(package, OutputKind::bound).path.c_str());
  int chapters = 0;
  for (QPDFOutlineObjectHelper part : QPDFOutlineDocumentHelper(file).getTopLevelOutlines()) {
    for (QPDFOutlineObjectHelper mark : part.getKids()) {
      if (mark.getTitle() != "第2章") continue;
      ++chapters;
      const auto pages = file.getAllPages();
      const auto at = std::find_if(pages.begin(), pages.end(), [&](const auto& one) { return one.getObjGen() == mark.getDestPage().getObjGen(); });
      CHECK(text_of(output(package, OutputKind::bound).path, static_cast<int>(at - pages.begin()) + 1).find("sealed second") != std::string::npos);
    }
  }
  CHECK(chapters == 1);
}

TEST_CASE("sealed copy: another page count is a warning") {
  TemporaryFolder folder;
  Office office;
  fill(office, 2);
  BindOptions options;
  options.sealed = {copy_of(folder, "01", {page("sealed first")})};
  const BoundPackage package = bind(office, folder, options);
  REQUIRE(package.findings.size() == 2);
  CHECK(package.findings[0].code == "sealed-copy-pages");
  CHECK(package.findings[0].severity == Severity::warning);
  CHECK(package.findings[0].message == "盖章件有1页，现在生成的“01 自评报告”有2页");
}

TEST_CASE("sealed copy: one that cannot be read leaves the generated pages") {
  TemporaryFolder folder;
  Office office;
  fill(office, 1);
  BindOptions options;
  options.sealed = {copy_of(folder, "01", {page("sealed first")})};
  write_file(options.sealed[0].file.disk, "nonsense");
  const BoundPackage package = bind(office, folder, options);
  CHECK(codes(package.findings) == std::vector<std::string>{"sealed-copy-unreadable"});
  CHECK(whole_text(output(package, OutputKind::bound).path).find("报告正文") != std::string::npos);
}

TEST_CASE("sealed copy: of a document that the standard does not have") {
  TemporaryFolder folder;
  Office office;
  fill(office, 1);
  BindOptions options;
  options.sealed = {copy_of(folder, "04", {page("sealed form")})};
  const BoundPackage package = bind(office, folder, options);
  CHECK(codes(package.findings) == std::vector<std::string>{"sealed-copy-unused"});
  CHECK(whole_text(output(package, OutputKind::bound).path).find("sealed form") == std::string::npos);
}

TEST_CASE("sealed copy: landscape pages show the digest too") {
  TemporaryFolder folder;
  Office office;
  fill(office, 1);  // its 03 lies on landscape pages
  const BoundPackage package = bind(office, folder);
  CHECK(read_sealed_text(output(package, OutputKind::energy).path).digests == std::set<std::string>{short_digest(office.composed.energy)});
}

TEST_CASE("sealed copy: our own file sealed electronically is recognised; after a change it is outdated") {
  TemporaryFolder first, second, third;
  Office office;
  fill(office, 2);
  const BoundPackage before = bind(office, first);
  const std::filesystem::path report = output(before, OutputKind::report).path;
  CHECK(read_sealed_text(report).digests == std::set<std::string>{short_digest(office.composed.report)});
  CHECK(whole_text(report).find(digest_note(office.composed.report)) != std::string::npos);

  BindOptions options;
  SealedCopy copy;
  copy.number = "01";
  copy.file.path = "01.pdf";
  copy.file.disk = report;
  copy.file.format = EvidenceFormat::pdf;
  copy.file.pages.resize(2);
  options.sealed = {copy};
  CHECK(bind(office, second, options).findings.empty());

  std::get<Paragraph>(office.composed.report.sections[0].blocks[0]).runs[0].text = "改了一个数";
  CHECK(codes(bind(office, third, options).findings) == std::vector<std::string>{"sealed-copy-outdated"});
}

TEST_CASE("digest: text and numbers count, looks do not") {
  Document document = saying("电 12 千瓦时");
  const std::string digest = short_digest(document);
  CHECK(digest.size() == 8);
  CHECK(short_digest(saying("电 13 千瓦时")) != digest);
  std::get<Paragraph>(document.sections[0].blocks[0]).style = ParagraphStyle::heading1;
  std::get<Paragraph>(document.sections[0].blocks[0]).anchor = "here";
  CHECK(short_digest(document) == digest);
  Table table;
  table.rows.emplace_back().cells.emplace_back().value.value = Decimal(5);
  document.sections[0].blocks.emplace_back(table);
  const std::string with_five = short_digest(document);
  std::get<Table>(document.sections[0].blocks[1]).rows[0].cells[0].value.value = Decimal(6);
  CHECK(short_digest(document) != with_five);
}

TEST_CASE("digests in text: whatever spaces stand between, only 8 hexadecimal digits") {
  CHECK(digests_in("校验 3f2a9c1b") == std::set<std::string>{"3f2a9c1b"});
  CHECK(digests_in("校\n验3f2a 9c1b。校验 00000000") == std::set<std::string>{"00000000", "3f2a9c1b"});
  CHECK(digests_in("校验 3f2a9c1").empty());
  CHECK(digests_in("校验证书编号").empty());
}

TEST_CASE("ToUnicode: characters, ranges, lists, pairs beyond U+FFFF; broken maps") {
  const ToUnicode map(
      "1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfchar <0001> <6821> endbfchar "
      "2 beginbfrange <0010> <0012> <0041> <0020> <0021> [<9A8C> <D840DC00>] endbfrange");
  CHECK(map.text_of(std::string("\0\1\0\x11\0\x20\0\x21\0\x99", 10)) == "校B验𠀀");
  CHECK(ToUnicode("").text_of("abc\xff") == "abc");
  CHECK(ToUnicode("1 beginbfrange <00> <FFFFFFFF> <0041> endbfrange").text_of(std::string(1, '\0')) == "A");
  CHECK(ToUnicode("endbfrange ] [ < ( endbfchar").text_of("a") == "a");
}

TEST_CASE("sealed folder: which names stand for which document; the rest is named, litter is not") {
  TemporaryFolder folder;
  ProbeOptions probe;
  probe.worker = kBinary;
  Findings findings;
  CHECK(read_sealed_copies(folder / "none", probe, findings).empty());
  CHECK(findings.empty());

  write_pdf(folder / "02打分表.PDF", {page("two")});
  write_pdf(folder / "02 又一份.pdf", {page("again")});
  write_pdf(folder / "010.pdf", {page("neither")});
  write_file(folder / "01.pdf", "%PDF-1.4 broken");
  write_file(folder / "Thumbs.db", "x");
  const std::vector<SealedCopy> copies = read_sealed_copies(folder.path(), probe, findings);
  REQUIRE(copies.size() == 1);
  CHECK(copies[0].number == "02");
  CHECK(copies[0].file.path == "02 又一份.pdf");  // the first in natural order
  CHECK(copies[0].file.pages.size() == 1);
  CHECK(std::count_if(findings.begin(), findings.end(), [](const Finding& one) { return one.code == "sealed-copy-unused"; }) == 2);
  const auto unreadable = std::find_if(findings.begin(), findings.end(), [](const Finding& one) { return one.code == "sealed-copy-unreadable"; });
  REQUIRE(unreadable != findings.end());
  CHECK(unreadable->place.text() == "盖章件/01.pdf");
}
