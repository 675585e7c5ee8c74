// compose_documents and the single sheets around them.
#include <algorithm>
#include <iterator>

#include "compose/compose.h"
#include "compose/form.h"
#include "compose/formula.h"
#include "compose/narrative.h"
#include "compose/rectify.h"
#include "compose/vocabulary.h"
#include "compose/words_review.h"
#include "document/cell_text.h"
#include "document/table_places.h"
#include "support/text.h"

namespace lvce {
namespace {

Document compose_report(const Templates& templates, const Vocabulary& words, Findings& findings) {
  Document report = read_narrative(templates, "report/report.md", words, findings);
  report.kind = OutputKind::report;
  report.stem = "01 自评报告";
  report.title = words.root.text("office.单位名称") + "节约型机关创建自评报告";
  return report;
}

std::vector<Document> compose_registration(const Assessment& assessment, const Templates& templates, const Vocabulary& words, Findings& findings) {
  const Rubric& rubric = *assessment.rubric;
  if (rubric.registration_form.empty()) return {};
  Document form = expand_form(templates, rubric.registration_form, words, findings);
  form.kind = OutputKind::form;
  form.stem = "04 " + (rubric.registration_name.empty() ? std::string("备案表") : rubric.registration_name);
  return {std::move(form)};
}

Document compose_scores(const Assessment& assessment, const Templates& templates, const Vocabulary& words, Findings& findings) {
  const std::string& own = assessment.rubric->scores_form;
  Document scores = expand_form(templates, own.empty() ? "forms/scores.yaml" : own, words, findings);
  scores.kind = OutputKind::scores;
  scores.stem = "02 自评打分表";
  return scores;
}

/// A cell of a worksheet holds this many characters (UTF-16 units; ECMA-376 as Excel limits it); more is not shown there.
constexpr int kLongestCell = 32767;

/// Names the texts that are whole on paper but too long for a cell of the worksheet.
void check_cell_lengths(const Document& document, Findings& findings) {
  for (const Section& section : document.sections) {
    for (const Block& block : section.blocks) {
      const auto* table = std::get_if<Table>(&block);
      if (table == nullptr || section.sheet.empty()) continue;
      for (const TablePlace& place : table_places(*table)) {
        const int length = count_characters(cell_text(place.cell->value));
        if (length <= kLongestCell) continue;
        findings.push_back(Finding::warning(
            "cell-text-too-long", in_sheet(document.stem + ".xlsx", section.sheet, "表格第" + std::to_string(place.row + 1) + "行"),
            "这一格共 " + std::to_string(length) + " 字，电子表格一格最多 " + std::to_string(kLongestCell) + " 字", "请删减台账中的文字；PDF 里文字是全的"));
      }
    }
  }
}

/// The sheets that bind/ asks for one by one have nowhere to put findings: their templates are tried here.
void try_sheets(const Assessment& assessment, const Templates& templates, Findings& findings);

Document with_item(const Assessment& assessment, const Item& item, const Templates& templates, Findings& findings) {
  Vocabulary words = make_vocabulary(assessment);
  for (const Unit& unit : assessment.rubric->units) {
    if (std::any_of(unit.items.begin(), unit.items.end(), [&](const Item& other) { return other.id == item.id; })) words.root.set("unit.id", unit.id);
  }
  words.root.set("item.id", item.id);
  return expand_form(templates, "sheets/divider.yaml", words, findings);
}

Document with_part(const std::string& number, const std::string& title, const Templates& templates, Findings& findings) {
  Vocabulary words;
  words.root.set("part.number", number);
  words.root.set("part.title", title);
  return expand_form(templates, "sheets/part-divider.yaml", words, findings);
}

/// Contents lines down to indicators; files stand in the evidence index.
constexpr int kDeepestContents = 3;

Document with_bookmarks(const std::vector<Bookmark>& bookmarks, const Templates& templates, Findings& findings) {
  Document document = expand_form(templates, "sheets/contents.yaml", Vocabulary(), findings);
  if (document.sections.empty()) document.sections.emplace_back();
  Contents contents;
  for (const Bookmark& bookmark : bookmarks) {
    if (bookmark.level <= kDeepestContents) contents.entries.push_back({bookmark.level, bookmark.title, bookmark.target});
  }
  document.sections.front().blocks.emplace_back(std::move(contents));
  document.kind = OutputKind::contents;
  return document;
}

Document with_sheets(const Assessment& assessment, const std::vector<SheetsToAdd>& sheets, int round, bool duplex, const Templates& templates,
                     Findings& findings) {
  Vocabulary words;
  add_office_words(words, assessment);
  words.root.set_whole("supplement.round", round);
  words.root.set_flag("supplement.duplex", duplex);
  words.collections["sheets"] = [&sheets](const Scope& at) {
    std::vector<Scope> scopes;
    for (const SheetsToAdd& one : sheets) {
      Scope& scope = scopes.emplace_back(&at);
      scope.set_whole("sheet.number", static_cast<std::int64_t>(scopes.size()));
      scope.set("sheet.pages", one.pages);
      scope.set("sheet.content", one.content);
      scope.set("sheet.action", one.action);
    }
    return scopes;
  };
  return expand_form(templates, "sheets/supplement.yaml", words, findings);
}

/// Blank where the indicator has no file.
void describe_filing(Scope& scope, const std::vector<OnlineFile>& files) {
  const std::string id = scope.text("indicator.id");
  const auto found = std::find_if(files.begin(), files.end(), [&](const OnlineFile& file) { return file.indicator == id; });
  const bool given = found != files.end();
  scope.set_flag("filing.any", given);
  scope.set("filing.file", given ? found->name : "");
  scope.set("filing.digest", given ? found->sha256.substr(0, 16) : "");
  for (const char* name : {"filing.papers", "filing.pages", "filing.kilobytes"}) scope.set(name, "");
  if (!given) return;
  scope.set_whole("filing.papers", found->papers);
  scope.set_whole("filing.pages", found->pages);
  scope.set_whole("filing.kilobytes", static_cast<std::int64_t>((found->bytes + 1023) / 1024));
}

void try_sheets(const Assessment& assessment, const Templates& templates, Findings& findings) {
  const auto& units = assessment.rubric->units;
  if (!units.empty() && !units.front().items.empty()) with_item(assessment, units.front().items.front(), templates, findings);
  with_part("01", "自评报告", templates, findings);
  with_bookmarks({}, templates, findings);
  with_sheets(assessment, {}, 1, true, templates, findings);
}

template <typename Paper, typename All>
std::vector<Paper*> papers_in(All& composed) {
  std::vector<Paper*> papers = {&composed.report, &composed.scores, &composed.energy};
  for (Paper& form : composed.form) papers.push_back(&form);
  return papers;
}

}  // namespace

std::vector<const Document*> Composed::papers() const { return papers_in<const Document>(*this); }

bool has_worksheets(const Document& document) {
  return std::any_of(document.sections.begin(), document.sections.end(), [](const Section& section) { return !section.sheet.empty(); });
}

namespace {

Composed compose_all(const Assessment& assessment, const ReviewOpinion* review, const Templates& templates) {
  Composed composed;
  Vocabulary words = make_vocabulary(assessment);
  add_review_words(words, assessment, review);
  Findings& findings = composed.findings;
  composed.cover = expand_form(templates, "sheets/cover.yaml", words, findings);
  composed.report = compose_report(templates, words, findings);
  composed.scores = compose_scores(assessment, templates, words, findings);
  composed.energy = expand_form(templates, "energy/energy.yaml", words, findings);
  composed.form = compose_registration(assessment, templates, words, findings);
  for (Document* paper : papers_in<Document>(composed)) check_formulas(*paper, findings);
  for (const Document* paper : composed.papers()) check_cell_lengths(*paper, findings);
  try_sheets(assessment, templates, findings);
  Findings all = assessment.findings;
  append(all, findings);
  add_finding_words(words, assessment, all);
  composed.missing = expand_form(templates, "sheets/missing.yaml", words, findings);
  check_formulas(composed.missing, findings);
  return composed;
}

}  // namespace

Composed compose_documents(const Assessment& assessment, const Templates& templates) { return compose_all(assessment, nullptr, templates); }

Composed compose_documents_after(const ReviewOpinion& review, const Assessment& assessment, const Templates& templates) {
  return compose_all(assessment, &review, templates);
}

RectifyPapers compose_rectify(const ReviewOpinion& review, const Assessment& assessment, const Templates& templates, Findings& findings) {
  Vocabulary words = make_vocabulary(assessment);
  add_review_words(words, assessment, &review);
  RectifyPapers out;
  out.list = expand_form(templates, "sheets/rectify.yaml", words, findings);
  check_formulas(out.list, findings);
  check_cell_lengths(out.list, findings);
  Findings of_report;
  out.report = read_narrative(templates, "report/rectify.md", words, of_report);
  out.report.kind = OutputKind::editable;
  out.report.stem = "整改报告";
  out.report.title = words.root.text("office.单位名称") + "关于节约型机关核查意见整改情况的报告";
  std::copy_if(of_report.begin(), of_report.end(), std::back_inserter(findings),
               [](const Finding& finding) { return finding.code != "narrative-blank"; });  // its blanks are there to be filled in
  return out;
}

Document compose_online_list(const Assessment& assessment, const std::vector<OnlineFile>& files, const Templates& templates, Findings& findings) {
  Vocabulary words = make_vocabulary(assessment);
  words.collections["filings"] = [&files, indicators = words.collections["indicators"]](const Scope& at) {
    std::vector<Scope> scopes = indicators(at);
    std::int64_t number = 0;
    for (Scope& scope : scopes) {
      scope.set_whole("filing.number", ++number);
      describe_filing(scope, files);
    }
    return scopes;
  };
  words.root.set_whole("filings.files", static_cast<std::int64_t>(files.size()));
  Document list = expand_form(templates, "sheets/online-list.yaml", words, findings);
  list.kind = OutputKind::online;
  check_formulas(list, findings);
  return list;
}

Document compose_missing(const Assessment& assessment, const Templates& templates) {
  Findings tried;  // compose_documents has reported them
  Vocabulary words = make_vocabulary(assessment);
  add_finding_words(words, assessment, assessment.findings);
  Document missing = expand_form(templates, "sheets/missing.yaml", words, tried);
  check_formulas(missing, tried);
  return missing;
}

Document compose_supplement_list(const Assessment& assessment, const std::vector<SheetsToAdd>& sheets, int round, bool duplex, const Templates& templates) {
  Findings tried;  // compose_documents has reported them
  return with_sheets(assessment, sheets, round, duplex, templates, tried);
}

Document compose_divider(const Assessment& assessment, const Item& item, const Templates& templates) {
  Findings tried;  // compose_documents has reported them
  return with_item(assessment, item, templates, tried);
}

Document compose_part_divider(const std::string& number, const std::string& title, const Templates& templates) {
  Findings tried;
  return with_part(number, title, templates, tried);
}

Document compose_contents(const std::vector<Bookmark>& bookmarks, const Templates& templates) {
  Findings tried;
  return with_bookmarks(bookmarks, templates, tried);
}

}  // namespace lvce
