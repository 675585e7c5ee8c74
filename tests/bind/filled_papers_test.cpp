// Papers that the office filled in: which they are, what still keeps them from being final, charts and headers of Word files.
#include <catch2/catch.hpp>

#include "bind/office.h"
#include "bind/sealed/edited_charts.h"
#include "bind/sealed/filled_papers.h"
#include "bind/sealed/word_copy.h"
#include "evidence/documents/parts.h"
#include "render/render.h"
#include "support/files.h"

using namespace lvce;
using namespace lvce::test;

namespace {

Document paper(const std::string& stem, const std::vector<std::string>& texts) {
  Document out;
  out.stem = out.title = stem;
  Section& section = out.sections.emplace_back();
  for (const std::string& text : texts) {
    Paragraph line;
    line.runs.emplace_back().text = text;
    section.blocks.emplace_back(line);
  }
  return out;
}

std::vector<Document> two_papers() {
  return {paper("2020年第一季度能源资源消费分析", {"变化原因：【请填写：电用量变化的原因】", "【请填写：措施】"}),
          paper("2020年度能源资源消费分析报告", {"已写明"})};
}

std::string package_of(const std::string& name, const std::string& xml) { return write_parts({{"[Content_Types].xml", "<Types/>"}, {name, xml}}); }

std::string part_of(const std::string& package, const std::string& name) {
  const auto parts = read_parts(package);
  REQUIRE(parts);
  for (const PackagePart& part : *parts) {
    if (part.name == name) return part.bytes;
  }
  return "";
}

Document with_chart() {
  Document out = paper("01 自评报告", {"正文"});
  Chart chart;
  chart.title = "变化率";
  chart.unit = "%";
  chart.categories = {"电", "水"};
  chart.places = 2;
  chart.series.emplace_back().name = "2022年";
  chart.series.back().values = {Decimal(-4), Decimal(1234)};
  out.sections[0].blocks.emplace_back(chart);
  return out;
}

/// The same Word file with other bytes in the chart.
std::string with_chart_value(const std::string& package, const std::string& was, const std::string& now) {
  auto parts = read_parts(package);
  REQUIRE(parts);
  bool found = false;
  for (PackagePart& part : *parts) {
    const std::size_t at = part.name == "word/charts/chart1.xml" ? part.bytes.find(was) : std::string::npos;
    if (at == std::string::npos) continue;
    part.bytes.replace(at, was.size(), now);
    found = true;
  }
  REQUIRE(found);
  return write_parts(*parts);
}

}  // namespace

TEST_CASE("final papers: every blank of ours is one place of one error", "[filled]") {
  const Findings faults = faults_of_final(two_papers(), {}, "待审核");
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].code == "paper-not-final");
  CHECK(faults[0].severity == Severity::error);
  REQUIRE(faults[0].count() == 2);
  CHECK(faults[0].places[0].text() == "2020年第一季度能源资源消费分析（电用量变化的原因）");
  CHECK(faults[0].places[1].text() == "2020年第一季度能源资源消费分析（措施）");
  CHECK(faults_of_final({paper("甲", {"没有要填的"})}, {}, "待审核").empty());
}

TEST_CASE("final papers: a filled one is judged by what it says, with the page", "[filled]") {
  TemporaryFolder folder;
  write_pdf(folder / "a.pdf", {{"filled", "[0 0 595 842]", "", {}}});
  FilledPaper filled;
  filled.paper = 0;
  filled.file.path = "修改稿/2020年第一季度能源资源消费分析.pdf";
  filled.file.disk = folder / "a.pdf";
  CHECK(faults_of_final(two_papers(), {filled}, "待审核").empty());  // our own blanks no longer count
}

TEST_CASE("final papers: 修改稿 is found by the paper's name, the longest that fits; others are told", "[filled]") {
  TemporaryFolder folder;
  for (const char* name : {"2020年度能源资源消费分析报告（已填）.docx", "2020年第一季度能源资源消费分析.docx", "2019年度能源资源消费分析报告.docx",
                           "01 自评报告.docx", "2020年第一季度能源资源消费分析 2.docx"}) {
    REQUIRE(write_file(folder / name, "x"));
  }
  std::vector<Document> papers = two_papers();
  papers.push_back(paper("2020年度能源资源消费分析", {}));
  Findings findings;
  const auto found = find_filled_papers(folder.path(), papers, findings);
  REQUIRE(found.size() == 2);
  CHECK(found[0].file.path == "修改稿/2020年度能源资源消费分析报告（已填）.docx");
  CHECK(found[0].paper == 1);
  CHECK(found[1].paper == 0);
  REQUIRE(findings.size() == 2);  // of no paper of now; a second one of the quarter
  for (const Finding& finding : findings) CHECK(finding.code == "edited-copy-unused");
}

TEST_CASE("word copy: the mark goes out of the header however it is cut into runs", "[filled]") {
  const std::string before =
      "<w:hdr><w:p><w:r><w:t>某局　由台账</w:t></w:r><w:r><w:rPr/><w:t xml:space=\"preserve\">生成，待</w:t></w:r><w:r><w:t>审核盖章</w:t></w:r></w:p></w:hdr>";
  const std::string after = "<w:hdr><w:p><w:r><w:t>某局　</w:t></w:r><w:r><w:rPr/><w:t xml:space=\"preserve\"></w:t></w:r><w:r><w:t></w:t></w:r></w:p></w:hdr>";
  const auto plain = without_head_words(package_of("word/header2.xml", before), "由台账生成，待审核盖章");
  REQUIRE(plain);
  CHECK(part_of(*plain, "word/header2.xml") == after);
  CHECK_FALSE(without_head_words(package_of("word/header2.xml", after), "由台账生成，待审核盖章"));
  CHECK_FALSE(without_head_words(package_of("word/document.xml", before), "由台账生成，待审核盖章"));  // the text is the office's own
  CHECK_FALSE(without_head_words("no package", "由台账"));
}

TEST_CASE("edited charts: a value that was changed in the Word file is told", "[filled]") {
  const Document document = with_chart();
  const std::string own = render_docx(document, Faces::load(data_folder() / "fonts"), {"2023-01-01", "某局", "", false});
  const auto same = other_chart_values(document, own);
  REQUIRE(same);
  CHECK(same->empty());
  const auto saved_longer = other_chart_values(document, with_chart_value(own, "<c:v>1234.00</c:v>", "<c:v>1234.0000001</c:v>"));
  REQUIRE(saved_longer);
  CHECK(saved_longer->empty());
  const auto other = other_chart_values(document, with_chart_value(own, "<c:v>1234.00</c:v>", "<c:v>1243</c:v>"));
  REQUIRE(other);
  REQUIRE(other->size() == 1);
  CHECK(other->front().where == "水 2022年");
  CHECK(other->front().figure == "1,234.00");
  CHECK(other->front().now == "1,243.00");
  CHECK_FALSE(other_chart_values(document, package_of("content.xml", "<office/>")));  // no Word file
  CHECK_FALSE(other_chart_values(document, "%PDF-1.7"));
}
