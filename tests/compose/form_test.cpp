// The grid language: fields, repeats, merges, formulas, and the faults of templates.
#include <algorithm>

#include <catch2/catch.hpp>

#include "compose/form.h"
#include "compose/sample.h"
#include "compose/temp_templates.h"
#include "compose/vocabulary.h"
#include "document/cell_text.h"
#include "paths.h"

namespace lvce {
namespace {

/// Words: office.name, one asking field, `rows` = (a,1) (a,2) (b,3) with row.group, row.value.
Vocabulary words() {
  Vocabulary made;
  made.root.set("office.name", "示例局");
  made.root.set_asking("office.contact", "", "创建联系人", in_cell("台账.xlsx", "单位信息", "B8"));
  made.root.set("none", std::nullopt, kCoalFormat);
  made.root.set_flag("yes", true);
  made.root.set_flag("no", false);
  made.collections["rows"] = [](const Scope& at) {
    std::vector<Scope> scopes;
    for (const auto& [group, value] : {std::pair{"a", 1}, {"a", 2}, {"b", 3}}) {
      scopes.emplace_back(&at);
      scopes.back().set("row.group", group);
      scopes.back().set("row.value", Decimal(value), kCoalFormat);
    }
    return scopes;
  };
  return made;
}

struct Expanded {
  Document document;
  Findings findings;
  const Table& table() const { return std::get<Table>(document.sections.at(0).blocks.at(0)); }
  bool faulted(const std::string& message) const {
    return std::any_of(findings.begin(), findings.end(),
                       [&](const Finding& f) { return f.code == "template-broken" && f.message.find(message) != std::string::npos; });
  }
};

Expanded expand(const std::string& yaml) {
  const sample::TempTemplates folder;
  folder.write("t.yaml", yaml);
  Expanded out;
  out.document = expand_form(folder.templates(), "t.yaml", words(), out.findings);
  return out;
}

Expanded table(const std::string& inside) { return expand("sections:\n  - blocks:\n      - table:\n" + inside); }

}  // namespace

TEST_CASE("Fields are filled into text and values keep their exact number", "[form]") {
  const Expanded made = table(
      "          columns: [1, 30mm]\n          head: 0\n          rows:\n"
      "            - for: rows\n              cells: ['{{row.group}}-{{row.value:0}}', {value: row.value, name: 'v.{{row.group}}'}]\n");
  CHECK(made.findings.empty());
  REQUIRE(made.table().rows.size() == 3);
  CHECK(cell_text(made.table().rows[2].cells[0].value) == "b-3");
  CHECK(std::get<Decimal>(made.table().rows[1].cells[1].value.value) == Decimal(2));
  CHECK(made.table().rows[2].cells[1].name == "v.b");
  CHECK(made.table().columns[1].width == 30);
}

TEST_CASE("Cells of one merge key become one that spans the rows", "[form]") {
  const Expanded made = table(
      "          columns: [1, 1]\n          head: 0\n          rows:\n"
      "            - for: rows\n              cells: [{text: '{{row.group}}', merge: '{{row.group}}'}, {value: row.value}]\n");
  CHECK(made.findings.empty());
  REQUIRE(made.table().rows[0].cells.size() == 2);
  CHECK(made.table().rows[0].cells[0].row_span == 2);
  CHECK(made.table().rows[1].cells.size() == 1);
  CHECK(made.table().rows[2].cells[0].row_span == 1);
}

TEST_CASE("Cells of one join key stay cells, the later ones without a line above", "[form]") {
  const Expanded made = table(
      "          columns: [1, 1]\n          head: 0\n          rows:\n"
      "            - for: rows\n              cells: [{text: '{{row.value}}', join: '{{row.group}}'}, {value: row.value}]\n");
  CHECK(made.findings.empty());
  CHECK_FALSE(made.table().rows[0].cells[0].joined);
  CHECK(made.table().rows[1].cells[0].joined);
  CHECK_FALSE(made.table().rows[2].cells[0].joined);  // another group
  CHECK_FALSE(made.table().rows[1].cells[1].joined);
}

TEST_CASE("A formula is kept only where there is a number", "[form]") {
  const Expanded made = table("          columns: [1]\n          head: 0\n          rows:\n            - [{value: none, formula: '1+1'}]\n");
  CHECK(cell_text(made.table().rows[0].cells[0].value) == "—");
  CHECK(made.table().rows[0].cells[0].formula.empty());
  CHECK(made.table().rows[0].cells[0].align == Align::right);
}

TEST_CASE("if and unless choose sections, blocks, rows and cells", "[form]") {
  const Expanded made = expand(
      "sections:\n  - unless: yes\n    blocks: []\n  - blocks:\n      - {if: yes, paragraph: 甲}\n      - {if: no, paragraph: 乙}\n      - {unless: no, space: "
      "2}\n");
  REQUIRE(made.document.sections.size() == 1);
  CHECK(made.document.sections[0].blocks.size() == 2);
}

TEST_CASE("A blank that asks is left blank in a form and marked in a paragraph", "[form]") {
  const Expanded cell = table("          columns: [1]\n          head: 0\n          rows:\n            - [{value: office.contact}]\n");
  CHECK(cell_text(cell.table().rows[0].cells[0].value).empty());
  REQUIRE(cell.findings.size() == 1);
  CHECK(cell.findings[0].code == "narrative-blank");
  const Expanded paragraph = expand("sections:\n  - blocks: [{paragraph: '联系人：{{office.contact}}'}]\n");
  const auto& runs = std::get<Paragraph>(paragraph.document.sections[0].blocks[0]).runs;
  REQUIRE(runs.size() == 2);
  CHECK(runs[1].marked);
  CHECK(runs[1].text == "【请填写：创建联系人】");
}

TEST_CASE("Faults of a template are findings with file and line, never silence", "[form]") {
  const Expanded unknown = expand("sections:\n  - blocks:\n      - {paragraph: '{{office.nmae}}'}\n");
  REQUIRE(unknown.findings.size() == 1);
  CHECK(unknown.findings[0].place.text() == "templates/t.yaml:3");
  CHECK(unknown.findings[0].severity == Severity::error);
  CHECK(unknown.faulted("office.nmae"));
  CHECK(expand("sections:\n  - blocks: [{paragraph: x, colour: red}]\n").faulted("colour"));
  CHECK(expand("sections:\n  - blocks: [{for: cows, paragraph: x}]\n").faulted("cows"));
  CHECK(expand("sections:\n  - blocks: [{paragraph: '{{office.name'}]\n").faulted("}}"));
  CHECK(expand("sections:\n  - blocks: [{paragraph: x, style: fancy}]\n").faulted("fancy"));
  CHECK(expand("sections: [").faulted("括号不成对"));
  CHECK(expand("just text").faulted("键"));
  CHECK(expand("kind: x\n").faulted("sections"));
  CHECK(table("          columns: [1, 1]\n          rows:\n            - [甲]\n").faulted("第 1 行"));
  CHECK(table("          columns: [wide]\n          rows: []\n").faulted("wide"));
}

TEST_CASE("Deep or huge templates are refused, not followed", "[form]") {
  CHECK(expand("sections: " + std::string(5000, '[')).faulted("字段名必须是文字"));
  CHECK(expand("title: " + std::string(300000, 'x')).faulted("256"));
  std::string stairs;
  for (int depth = 0; depth < 400; ++depth) stairs += std::string(static_cast<std::size_t>(depth), ' ') + "a:\n";
  CHECK(expand(stairs).faulted("嵌套"));
}

TEST_CASE("Values are text, never markup: a field's braces are not filled again", "[form]") {
  const sample::TempTemplates folder;
  folder.write("t.yaml", "sections:\n  - blocks: [{paragraph: '{{office.name}}'}]\n");
  Vocabulary hostile = words();
  hostile.root.set("office.name", "{{office.contact}} # <b>&amp;");
  Findings findings;
  const Document made = expand_form(folder.templates(), "t.yaml", hostile, findings);
  CHECK(findings.empty());
  CHECK(sample::text_of(made) == "{{office.contact}} # <b>&amp;\n");
}

TEST_CASE("The example of the documentation is a form that works", "[form]") {
  const std::string guide = read_file(std::string(kSourceFolder) + "/docs/template-format.md", 1 << 20).value_or("");
  const auto open = guide.find("```yaml\n"), close = guide.find("```\n", open + 8);
  REQUIRE(open != std::string::npos);
  REQUIRE(close != std::string::npos);
  sample::Office office;
  sample::fill(office);
  const sample::TempTemplates folder;
  folder.write("example.yaml", guide.substr(open + 8, close - open - 8));
  Findings findings;
  const Document made = expand_form(folder.templates(), "example.yaml", make_vocabulary(office.assessment), findings);
  CHECK(findings.empty());
  CHECK(sample::text_of(made).find("合计 | 12 |") != std::string::npos);
  CHECK(sample::find_cell(made, "claim.2.2.1") != nullptr);
}

}  // namespace lvce
