#include "bind/office.h"
#include "paths.h"

namespace lvce::test {
namespace {

Points points(int whole) { return Points::from_hundredths(whole * 100); }

Indicator indicator(const std::string& id, const std::string& text) {
  Indicator made;
  made.id = id;
  made.text = text;
  made.points = points(2);
  return made;
}

Item item(const std::string& id, const std::string& name, std::vector<Indicator> indicators) {
  Item made;
  made.id = id;
  made.name = name;
  made.points = points(4);
  made.indicators = std::move(indicators);
  return made;
}

void fill_rubric(Rubric& rubric) {
  rubric.id = "small";
  rubric.title = "某省节约型机关创建自评表";
  rubric.total = points(8);
  Unit first, second;
  first.id = "1";
  first.name = "强化目标管理";
  first.items = {item("1.1", "能源管理", {indicator("1.1.1", "完成年度指标，得2分。")})};
  second.id = "2";
  second.name = "完善制度体系";
  second.items = {item("2.1", "管理机构", {indicator("2.1.1", "明确机构，得2分。"), indicator("2.1.2", "明确职责，得2分。")}),
                  item("2.2", "管理制度", {indicator("2.2.1", "制定方案，得2分。")})};
  rubric.units = {first, second};
}

Paragraph paragraph(ParagraphStyle style, const std::string& text) {
  Paragraph made;
  made.style = style;
  Run run;
  run.text = text;
  made.runs = {run};
  return made;
}

Document document(OutputKind kind, const std::string& stem, const std::string& text) {
  Document made;
  made.kind = kind;
  made.stem = stem;
  made.title = stem;
  Section& section = made.sections.emplace_back();
  section.blocks.emplace_back(paragraph(ParagraphStyle::title, text));
  return made;
}

void add_chapters(Document& report, int chapters) {
  for (int i = 1; i <= chapters; ++i) {
    const std::string name = "第" + std::to_string(i) + "章";
    Paragraph heading = paragraph(ParagraphStyle::heading1, name);
    heading.anchor = "chapter:" + std::to_string(i);
    if (i > 1) report.sections[0].blocks.emplace_back(PageBreak{});
    report.sections[0].blocks.emplace_back(heading);
    report.bookmarks.push_back({0, name, heading.anchor});
  }
}

}  // namespace

void fill(Office& office, int chapters) {
  fill_rubric(office.rubric);
  office.dossier.workbook.unit.items = {{"单位名称", "某省示例局"}};
  office.dossier.evidence.exists = true;
  office.assessment.rubric = &office.rubric;
  office.assessment.dossier = &office.dossier;
  for (const Unit& unit : office.rubric.units) {
    for (const Item& item : unit.items) {
      for (const Indicator& indicator : item.indicators) office.assessment.indicators.emplace_back().indicator = &indicator;
    }
  }
  office.composed.cover = document(OutputKind::cover, "", "申报材料");
  office.composed.report = document(OutputKind::report, "01 自评报告", "报告正文");
  add_chapters(office.composed.report, chapters);
  office.composed.scores = document(OutputKind::scores, "02 自评打分表", "打分表正文");
  office.composed.energy = document(OutputKind::energy, "03 能耗及碳排放计算表", "计算表正文");
  office.composed.energy.sections[0].orientation = Orientation::landscape;
  office.composed.missing = document(OutputKind::missing, "06 缺项清单", "缺项正文");
}

EvidenceFile& add_file(Office& office, const std::string& path, const std::vector<std::string>& indicators, EvidenceFormat format, int pages) {
  EvidenceFile& file = office.dossier.evidence.files.emplace_back();
  file.path = path;
  file.title = path.substr(0, path.rfind('.'));
  file.indicators = indicators;
  file.format = format;
  file.pages.resize(static_cast<std::size_t>(pages), PageSize{595, 842});
  for (IndicatorResult& result : office.assessment.indicators) {
    for (const std::string& id : indicators) {
      if (result.indicator->id == id) result.evidence.push_back(office.dossier.evidence.files.size() - 1);
    }
  }
  return file;
}

BoundPackage bind(Office& office, const TemporaryFolder& folder, const BindOptions& options) {
  const Templates templates{std::filesystem::path(kSourceFolder) / "templates"};
  const Faces faces = Faces::load(std::filesystem::path(kSourceFolder) / "fonts");
  BoundPackage package = bind_package(office.assessment, office.composed, templates, faces, options, folder.path());
  if (package.refused) return package;
  office.dossier.evidence = package.folder;
  add_findings(office.assessment, package.findings);
  office.composed.missing = package.missing;
  return package;
}

}  // namespace lvce::test
