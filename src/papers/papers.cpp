#include "papers/papers.h"

#include <algorithm>

#include "compose/form.h"
#include "compose/formula.h"
#include "compose/narrative.h"
#include "compose/vocabulary.h"
#include "document/paper_names.h"
#include "papers/words.h"

namespace lvce {
namespace {

class PaperMaker {
 public:
  PaperMaker(const Assessment& assessment, const Templates& templates)
      : assessment_(assessment), workbook_(assessment.dossier->workbook), templates_(templates) {}

  Papers make() {
    annual();
    for (const int year : paper_years()) periods_of(year);
    vehicles();
    meters();
    waste();
    invoices();
    sum_up_blanks();
    return std::move(out_);
  }

 private:
  Vocabulary words() const {
    Vocabulary words;
    add_office_words(words, assessment_);
    add_energy_words(words, assessment_);
    add_outlook_words(words, assessment_);
    add_factor_words(words, assessment_);
    return words;
  }

  void note(const char* code, Severity severity, Place place, std::string message, std::string hint) {
    out_.findings.push_back(Finding::of(severity, code, std::move(place), std::move(message), std::move(hint)));
  }

  void skip(const std::string& sheet, const std::string& why, const std::string& paper) {
    note("paper-skipped", Severity::note, in_sheet(workbook_.file, sheet), why + "，没有生成" + paper, "");
  }

  void add(Document document, const std::string& stem) {
    document.kind = OutputKind::paper;
    document.stem = stem;
    document.title = stem;
    check_formulas(document, found_);
    out_.documents.push_back(std::move(document));
  }

  void add_form(const std::string& name, const Vocabulary& words, const std::string& stem) { add(expand_form(templates_, name, words, found_), stem); }

  /// A narrative is a worksheet too, so that the office can fill in its blanks there; `annexes` (may be empty) follow it.
  void add_narrative(const std::string& name, const std::string& annexes, const Vocabulary& words, const std::string& stem) {
    Document document = read_narrative(templates_, name, words, found_);
    document.sections.front().sheet = "正文";
    if (!annexes.empty()) {
      Document more = expand_form(templates_, annexes, words, found_);
      std::move(more.sections.begin(), more.sections.end(), std::back_inserter(document.sections));
      std::move(more.bookmarks.begin(), more.bookmarks.end(), std::back_inserter(document.bookmarks));
    }
    add(std::move(document), stem);
  }

  void annual() {
    const Years& years = assessment_.years;
    if (!assessment_.energy.years.contains(years.energy)) return skip("能耗台账", std::to_string(years.energy) + "年没有数据", "年度能源资源消费分析报告");
    const std::string year = std::to_string(years.energy) + "年";
    Vocabulary all = words();
    const Period period{years.energy, years.base, 1, 12, year};
    add_period_words(all, assessment_, period);
    all.root.set_asking("paper.measures", "", "下一年度节能措施、完成时限和责任科室");
    add_narrative("papers/annual.md", "papers/annual-annexes.yaml", all, year + "度" + kAnnualPaper);
    add_narrative("papers/summary.md", "", all, year + "度" + kSummaryPaper);
  }

  /// The energy year and all later years of the ledger that have months.
  std::vector<int> paper_years() const {
    std::vector<int> out;
    for (const auto& [year, figures] : assessment_.energy.years) {
      if (year >= assessment_.years.energy && has_months(assessment_.energy, {year, year - 1, 1, 12, ""})) out.push_back(year);
    }
    return out;
  }

  void periods_of(int year) {
    for (const Period& quarter : quarters_of(year)) {
      if (!is_due(quarter)) continue;
      period_paper(quarter);
      analysis(quarter);
    }
    for (const Period& half : halves_of(year)) {
      if (is_due(half)) period_paper(half);
    }
  }

  bool is_due(const Period& period) {
    if (has_months(assessment_.energy, period)) return true;
    skip("能耗台账", period.name + "没有数据", "该期公示表和分析");
    return false;
  }

  void period_paper(const Period& period) {
    Vocabulary all = words();
    add_period_words(all, assessment_, period);
    const std::string blank = blank_words(assessment_.energy, period);
    if (!blank.empty()) {
      incomplete(blank_cells(assessment_.energy, workbook_, period), period.name + "数据不全：" + blank + "空白，空白的项目未作合计", "补填后重新生成，再公示");
    }
    add_form("papers/period.yaml", all, period.name + kPeriodPaper);
  }

  /// `cells`: at least one.
  void incomplete(const std::vector<Place>& cells, std::string message, std::string hint) {
    note("paper-incomplete", Severity::warning, cells.front(), std::move(message), std::move(hint));
    if (cells.size() > 1) out_.findings.back().places = cells;
  }

  void analysis(const Period& quarter) {
    Vocabulary all = words();
    add_period_words(all, assessment_, quarter);
    all.root.set_asking("paper.measures", "", "下季度节能措施、完成时限和责任科室");
    add_narrative("papers/quarter.md", "", all, quarter.name + kQuarterPaper);
  }

  void vehicles() {
    const std::vector<int> years = vehicle_years(workbook_);
    if (years.empty()) skip("公务用车台账", "没有注明年份的数据", kVehiclePaper);
    for (const int year : years) {
      Vocabulary all = words();
      const BlankVehicles missing = add_vehicle_words(all, assessment_, year);
      const std::string stem = std::to_string(year) + "年" + kVehiclePaper;
      if (!missing.words.empty()) incomplete(missing.cells, stem + "数据不全：" + missing.words + "缺行驶里程或加油量，该车未作合计", "补填后重新生成");
      add_form("papers/vehicles.yaml", all, stem);
    }
  }

  void meters() {
    Vocabulary all = words();
    if (!add_meter_words(all, workbook_)) return skip("计量器具台账", "没有数据", kMeterPaper);
    add_form("papers/meters.yaml", all, kMeterPaper);
  }

  void waste() {
    const std::vector<int> years = waste_years(workbook_);
    if (years.empty()) skip("垃圾清运台账", "没有注明年份的数据", kWastePaper);
    for (const int year : years) {
      Vocabulary all = words();
      const std::vector<Place> uncounted = add_waste_words(all, workbook_, year);
      const std::string stem = std::to_string(year) + "年" + kWastePaper;
      if (!uncounted.empty()) {
        incomplete(uncounted, stem + "数据不全：有" + std::to_string(uncounted.size()) + "行缺月份、类别或数量，没有计入", "补填后重新生成");
      }
      add_form("papers/waste.yaml", all, stem);
    }
  }

  /// Whoever keeps no invoices as data misses nothing.
  void invoices() {
    Vocabulary all = words();
    if (add_invoice_words(all, assessment_)) add_form("papers/invoices.yaml", all, kInvoicePaper);
  }

  /// Texts that only people know are one note for all papers.
  void sum_up_blanks() {
    const auto blank = [](const Finding& finding) { return finding.code == "narrative-blank"; };
    if (std::any_of(found_.begin(), found_.end(), blank)) {
      note("paper-blank", Severity::note, in_file("文稿"), "标有【请填写】的内容台账里没有，只有本单位知道",
           "在 .docx 或 .xlsx 中填好，或补填“单位信息”后重新生成，再打印盖章");
    }
    std::erase_if(found_, blank);
    append(out_.findings, std::move(found_));
  }

  const Assessment& assessment_;
  const Workbook& workbook_;
  const Templates& templates_;
  Papers out_;
  Findings found_;  ///< of templates
};

}  // namespace

Document with_mark(Document document) {
  for (Section& section : document.sections) {
    Paragraph line;
    line.style = ParagraphStyle::note;
    line.runs.push_back({kPaperMark, {}, false, "", ""});
    section.blocks.insert(section.blocks.begin(), Block(std::move(line)));
  }
  return document;
}

Papers compose_papers(const Assessment& assessment, const Templates& templates) { return PaperMaker(assessment, templates).make(); }

}  // namespace lvce
