#include "pack/sample_package.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <stdexcept>

#include "support/files.h"

namespace lvce::test {
namespace {

std::string stamp(long number, const std::string& code) {
  return "/LvceNumber <</N " + std::to_string(number) + (code.empty() ? "" : " /C (" + code + ")") + ">> BDC\nBT ET\nEMC\n";
}

std::string content_of(const NumberedPdf& wanted, int position) {
  const bool numbered = position != wanted.unnumbered_page && (position > 1 || wanted.number_on_first);
  const int printed = wanted.first_label + position - 1 + (position == wanted.wrong_on_page ? 1 : 0);
  return numbered ? stamp(printed, wanted.check_code) : "BT ET\n";
}

void add_page(QPDF& pdf, const NumberedPdf& wanted, int position) {
  QPDFObjectHandle page = QPDFObjectHandle::parse("<< /Type /Page /MediaBox [0 0 595 842] /Resources << >> >>");
  std::vector<QPDFObjectHandle> streams = {QPDFObjectHandle::newStream(&pdf, wanted.foreign), QPDFObjectHandle::newStream(&pdf, content_of(wanted, position))};
  page.replaceKey("/Contents", QPDFObjectHandle::newArray(streams));
  QPDFPageDocumentHelper(pdf).addPage(pdf.makeIndirectObject(page), false);
}

}  // namespace

void write_pdf(const std::filesystem::path& path, const NumberedPdf& wanted) {
  QPDF pdf;
  pdf.emptyPDF();
  for (int position = 1; position <= wanted.pages; ++position) add_page(pdf, wanted, position);
  if (wanted.labels) {
    pdf.getRoot().replaceKey("/PageLabels", QPDFObjectHandle::parse("<< /Nums [0 << /S /D /St " + std::to_string(wanted.first_label) + " >>] >>"));
  }
  QPDFWriter writer(pdf, path.c_str());
  writer.setDeterministicID(true);
  writer.write();
}

SampleAssessment::SampleAssessment() {
  rubric.id = "test-rubric";
  rubric.title = "试评标准";
  rubric.total = Points::from_hundredths(10000);
  rubric.pass = Points::from_hundredths(8000);
  rubric.gates.push_back({"pass_mark", "80 分以上"});
  Indicator indicator;
  indicator.id = "2.1.1";
  indicator.points = Points::from_hundredths(150);
  Item item;
  item.indicators.push_back(indicator);
  Unit unit;
  unit.items.push_back(item);
  rubric.units.push_back(unit);
  dossier.workbook.unit.items["单位名称"] = "示例局";
  EvidenceFile file;
  file.path = "2.1.1 通知.pdf";
  file.title = "通知";
  file.date.text = "2021-03-05";
  file.sha256 = std::string(64, 'a');
  dossier.evidence.files.push_back(file);
  EvidenceFile litter;
  litter.path = "图说.txt";
  litter.state = EvidenceState::auxiliary;
  dossier.evidence.files.push_back(litter);
  assessment.rubric = &rubric;
  assessment.dossier = &dossier;
  assessment.years = {2021, 2020, 2019, 2020};
  assessment.claimed = Points::from_hundredths(150);
  IndicatorResult result;
  result.indicator = &rubric.units[0].items[0].indicators[0];
  result.claimed = Points::from_hundredths(150);
  result.supported = Points::from_hundredths(100);
  result.status = Status::complete;
  result.evidence = {0};
  assessment.indicators.push_back(result);
  GateResult gate;
  gate.gate = &rubric.gates[0];
  gate.met = Met::no;
  gate.why = "不足";
  assessment.gates.push_back(gate);
  assessment.verdict = Verdict::fail;
  bound.push_back({0, "2.2.4.2", 3, 2});
}

std::vector<PackageFile> write_files(const std::filesystem::path& folder, const NumberedPdf& bound, const std::string& report_code) {
  write_pdf(folder / "申报材料全本.pdf", bound);
  NumberedPdf report;
  report.labels = false;
  report.number_on_first = true;
  report.check_code = report_code;
  write_pdf(folder / "01 自评报告.pdf", report);
  write_file(folder / "02 自评打分表.xlsx", "not really a sheet");
  return {{OutputKind::bound, "申报材料全本.pdf", bound.pages}, {OutputKind::report, "01 自评报告.pdf", 3}, {OutputKind::scores, "02 自评打分表.xlsx", 0}};
}

std::filesystem::path build_sample(const std::filesystem::path& out, const NumberedPdf& bound, const std::string& report_code,
                                   const std::string& recorded_code) {
  Findings findings;
  const SampleAssessment sample;
  auto staging = Staging::open(out, "示例局", findings);
  if (!staging) throw std::runtime_error("staging refused: " + findings.at(0).message);
  auto files = write_files(staging->folder(), bound, report_code);
  files.at(1).check_code = recorded_code;
  Archive archive(staging->folder(), 0);
  if (!finish_package(*staging, archive, sample.assessment, sample.bound, files, findings) || !staging->commit(findings)) {
    throw std::runtime_error("not written: " + findings.at(0).message);
  }
  return staging->target();
}

}  // namespace lvce::test
