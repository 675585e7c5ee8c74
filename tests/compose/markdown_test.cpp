#include <catch2/catch.hpp>

#include "compose/compose.h"
#include "compose/narrative.h"
#include "compose/sample.h"
#include "compose/temp_templates.h"
#include "support/text.h"

namespace lvce {
namespace {

Document evidence(const std::string& text, EvidenceFormat format = EvidenceFormat::markdown) {
  EvidenceFile file;
  file.title = "情况说明";
  file.format = format;
  file.text = text;
  return compose_text_evidence(file);
}

const Paragraph& paragraph(const Document& document, std::size_t at) { return std::get<Paragraph>(document.sections.at(0).blocks.at(at)); }

Vocabulary words() {
  Vocabulary made;
  made.root.set("office.单位名称", "示例局");
  made.root.set("date.paper", "2021年10月12日");
  made.root.set("text", "第一段。\n# 不是标题\n<b>第三段</b> **不加粗**");
  made.root.set_flag("yes", true);
  made.root.set_flag("no", false);
  made.collections["units"] = [](const Scope& at) {
    std::vector<Scope> scopes(2, Scope(&at));
    scopes[0].set("unit.name", "甲");
    scopes[1].set("unit.name", "乙");
    return scopes;
  };
  return made;
}

}  // namespace

TEST_CASE("Markdown evidence becomes headings, paragraphs, lists and tables", "[markdown]") {
  const Document made = evidence("# 说明\n\n本单位**未实行**物业管理。\n\n1. 甲\n2. 乙\n\n| 项 | 数 |\n|---|---|\n| 电 | 1 |\n");
  CHECK(paragraph(made, 0).style == ParagraphStyle::title);
  REQUIRE(paragraph(made, 1).runs.size() == 3);
  CHECK(paragraph(made, 1).runs[1].face == Face::hei);
  CHECK(sample::text_of(made).find("1.甲\n2.乙") != std::string::npos);
  CHECK(std::get<Table>(made.sections[0].blocks.back()).rows.size() == 2);
}

TEST_CASE("Raw HTML and links of evidence are only text", "[markdown]") {
  const std::string text = sample::text_of(evidence("见[官网](http://example.invalid/x)。\n\n<script>alert(1)</script>\n"));
  CHECK(text.find("见官网。") != std::string::npos);
  CHECK(text.find("example.invalid") == std::string::npos);
  CHECK(text.find("<script>alert(1)</script>") != std::string::npos);
}

TEST_CASE("Plain text keeps its lines and gets its title", "[markdown]") {
  const Document made = evidence("第一行\n# 第二行\n", EvidenceFormat::text);
  CHECK(sample::text_of(made) == "情况说明\n第一行\n# 第二行\n");
}

TEST_CASE("Blanks typed before a paragraph do not add to its indent", "[markdown]") {
  const Document made = evidence("　　全角两格\n    半角四格\n\t制表符\n 　\u00a0混合\n行 中　的空格不动\n", EvidenceFormat::text);
  CHECK(sample::text_of(made) == "情况说明\n全角两格\n半角四格\n制表符\n混合\n行 中　的空格不动\n");
}

TEST_CASE("Source lines join without a space between Han and with one between words", "[markdown]") {
  CHECK(sample::text_of(evidence("节约\n用水\n\nGB/T\n29149", EvidenceFormat::markdown)).find("节约用水\nGB/T 29149") != std::string::npos);
}

TEST_CASE("Hostile Markdown ends in time and without overflow", "[markdown]") {
  CHECK_FALSE(evidence(std::string(50000, '>') + " x").sections.empty());
  CHECK_FALSE(evidence(std::string(50000, '*') + "x").sections.empty());
  CHECK_FALSE(evidence(std::string(20000, '[') + "x").sections.empty());
  CHECK_FALSE(evidence("\xff\xfe\x01").sections.empty());
}

TEST_CASE("Fields fill text after the Markdown was read: values are never markup", "[narrative]") {
  const sample::TempTemplates folder;
  folder.write("r.md", "## 一、情况\n\n{{text}}\n");
  Findings findings;
  const Document made = read_narrative(folder.templates(), "r.md", words(), findings);
  CHECK(findings.empty());
  REQUIRE(made.sections[0].blocks.size() == 4);
  CHECK(paragraph(made, 0).style == ParagraphStyle::heading1);
  CHECK(paragraph(made, 2).style == ParagraphStyle::body);
  CHECK(paragraph(made, 2).runs[0].text == "# 不是标题");
  CHECK(paragraph(made, 3).runs[0].text == "<b>第三段</b> **不加粗**");
  REQUIRE(made.bookmarks.size() == 1);
  CHECK(made.bookmarks[0].target == paragraph(made, 0).anchor);
}

TEST_CASE("Directives insert parts for a list, under conditions, and the signature", "[narrative]") {
  const sample::TempTemplates folder;
  folder.write("r.md", "{{> u.md for units}}\n\n{{> u2.md if no}}\n\n{{> u2.md unless no}}\n\n{{> signature}}\n");
  folder.write("u.md", "单元{{unit.name}}\n");
  folder.write("u2.md", "末尾\n");
  Findings findings;
  const Document made = read_narrative(folder.templates(), "r.md", words(), findings);
  CHECK(findings.empty());
  CHECK(sample::text_of(made) == "单元甲\n单元乙\n末尾\n示例局\n2021年10月12日\n");
}

TEST_CASE("A narrative's faults name file and line", "[narrative]") {
  const sample::TempTemplates folder;
  folder.write("r.md", "首段\n\n{{nobody}}\n\n{{> r.md}}\n\n{{> x.md sometimes yes}}\n\n{{> gone.md}}\n");
  Findings findings;
  read_narrative(folder.templates(), "r.md", words(), findings);
  std::string all;
  for (const Finding& finding : findings) all += finding.place.text() + " " + finding.message + "\n";
  CHECK(all.find("templates/r.md:3 没有名为“nobody”的字段") != std::string::npos);
  CHECK(all.find("过深") != std::string::npos);
  CHECK(all.find("templates/r.md:7 指令") != std::string::npos);
  CHECK(all.find("templates/gone.md") != std::string::npos);
}

TEST_CASE("A template that names itself is told and read once", "[narrative]") {
  const sample::TempTemplates folder;
  folder.write("r.md", "开头\n\n{{> r.md for units}}\n\n{{> r.md for units}}\n\n结尾\n");
  Findings findings;
  const Document made = read_narrative(folder.templates(), "r.md", words(), findings);
  CHECK(sample::text_of(made) == "开头\n结尾\n");
  REQUIRE(findings.size() == 1);
  CHECK((findings[0].code == "template-broken" && findings[0].message == "模板套用了自己（互相套用过深）"));
}

TEST_CASE("Templates that multiply each other end, and it is told", "[narrative]") {
  const sample::TempTemplates folder;
  std::string many;
  for (int i = 0; i < 200; ++i) many += "{{> b.md}}\n\n";
  folder.write("r.md", many);
  folder.write("b.md", replace_all(many, "b.md", "c.md"));
  folder.write("c.md", std::string(2000, 'x') + "\n");
  Findings findings;
  read_narrative(folder.templates(), "r.md", words(), findings);  // 200 × 200 × 2,000 bytes, of which 4 MiB are read
  REQUIRE_FALSE(findings.empty());
  CHECK(findings.back().message == "插入的内容太多");
}

}  // namespace lvce
