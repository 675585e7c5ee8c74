#include <catch2/catch.hpp>
#include <chrono>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <set>

#include "evidence/evidence_kit.h"
#include "evidence/evidence_run.h"
#include "evidence/evidence_samples.h"
#include "support/files.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;
using namespace testing;

struct Probe {
  TempFolder evidence;
  TempFolder work;
  EvidenceFolder folder;
  Findings findings;

  void run(bool prepare = true, const fs::path& worker = fs::read_symlink("/proc/self/exe")) {
    findings.clear();
    folder = scan_evidence(evidence.path(), small_rubric(), findings);
    ProbeOptions options;
    options.worker = worker;
    if (prepare) options.work_folder = work.path();
    probe_evidence(folder, options, findings);
  }
  fs::path at(const std::string& name) const { return evidence.path() / name; }
  const EvidenceFile& file(std::string_view path) const {
    const EvidenceFile* found = find_file(folder, path);
    REQUIRE(found != nullptr);
    return *found;
  }
  /// The file must be rejected, with one finding of this code that says what to do.
  void check_rejected(std::string_view path, std::string_view code) const {
    INFO(path);
    CHECK(file(path).state == EvidenceState::rejected);
    CHECK_FALSE(file(path).reason.empty());
    CHECK_FALSE(file(path).remedy.empty());
    int count = 0;
    for (const Finding& finding : findings) {
      if (finding.place.text() != "佐证材料/" + std::string(path)) continue;
      ++count;
      CHECK(finding.code == code);
      CHECK(finding.severity == Severity::error);
      CHECK_FALSE(finding.hint.empty());
    }
    CHECK(count == 1);
  }
};

int page_count(const fs::path& file) {
  QPDF pdf;
  pdf.processFile(file.c_str());
  return static_cast<int>(pdf.getAllPages().size());
}

std::string page_content(const fs::path& file) {
  QPDF pdf;
  pdf.processFile(file.c_str());
  std::string out;
  QPDFObjectHandle page = pdf.getAllPages().at(0);
  for (QPDFObjectHandle& stream : page.getPageContents()) {
    const auto data = stream.getStreamData();
    out.append(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
  }
  return out;
}

}  // namespace

TEST_CASE("a sound PDF is bound from the original", "[evidence][probe]") {
  Probe probe;
  QPDF pdf;
  pdf.emptyPDF();
  add_page(pdf, "/Rotate 90");
  add_page(pdf, "/CropBox [100 100 300 500]");
  add_page(pdf, "/UserUnit 2", false, "[595 842 0 0]");
  add_page(pdf, "/Rotate -180");
  pdf.getTrailer().replaceKey("/Info", parsed("<< /CreationDate (D:20210305120000+08'00') >>"));
  save(pdf, probe.at("2.1.1 通知.pdf"));
  probe.run();
  const EvidenceFile& file = probe.file("2.1.1 通知.pdf");
  CHECK(file.format == EvidenceFormat::pdf);
  CHECK(is_copy(file));
  CHECK(file.sha256 == sha256_of_file(file.disk));
  REQUIRE(file.pages.size() == 4);
  CHECK(file.pages[0].width_pt == Approx(842));
  CHECK(file.pages[0].height_pt == Approx(595));
  CHECK(file.pages[1].width_pt == Approx(200));
  CHECK(file.pages[1].height_pt == Approx(400));
  CHECK(file.pages[2].width_pt == Approx(1190));
  CHECK(file.pages[3].height_pt == Approx(842));
  CHECK(file.date.text == "2021-03-05");
  CHECK(file.date.origin == DateOrigin::document);
  CHECK_FALSE(file.searchable);  // boxes only
  CHECK(file.state == EvidenceState::bound);
  CHECK(count_code(probe.findings, "evidence-pdf-scan") == 0);  // nor pictures
}

TEST_CASE("text and fonts are told; scans share one finding", "[evidence][probe]") {
  Probe probe;
  put_pdf(probe.at("2.1.1 文字.pdf"), 1, true);
  for (int i = 1; i <= 5; ++i) put_scan(probe.at("2.1.2-" + std::to_string(i) + " 扫描.pdf"));
  probe.run();
  CHECK(probe.file("2.1.1 文字.pdf").searchable);
  CHECK_FALSE(probe.file("2.1.1 文字.pdf").fonts_embedded);
  CHECK(count_code(probe.findings, "evidence-pdf-fonts") == 1);
  REQUIRE(count_code(probe.findings, "evidence-pdf-scan") == 1);
  CHECK(find_code(probe.findings, "evidence-pdf-scan")->message.find("5个文件：没有可检索的文字") == 0);
}

TEST_CASE("PDFs that cannot be bound are rejected, each with its reason", "[evidence][probe]") {
  Probe probe;
  QPDF locked;
  locked.emptyPDF();
  add_page(locked);
  save(locked, probe.at("2.1.1 锁.pdf"),
       [](QPDFWriter& writer) { writer.setR6EncryptionParameters("open", "own", true, true, true, true, true, true, qpdf_r3p_full, true); });
  QPDF empty;
  empty.emptyPDF();
  save(empty, probe.at("2.1.2 空.pdf"));
  probe.evidence.put("2.1.3 坏.pdf", "%PDF-1.7\nnothing that makes sense\n");
  probe.evidence.put("2.1.4 零.pdf", "");
  probe.run();
  probe.check_rejected("2.1.1 锁.pdf", "evidence-pdf-locked");
  probe.check_rejected("2.1.2 空.pdf", "evidence-pdf-no-pages");
  probe.check_rejected("2.1.3 坏.pdf", "evidence-pdf-damaged");
  probe.check_rejected("2.1.4 零.pdf", "evidence-empty");
  CHECK(probe.findings.size() == 4);
}

TEST_CASE("an owner password only is a warning", "[evidence][probe]") {
  Probe probe;
  QPDF pdf;
  pdf.emptyPDF();
  add_page(pdf, "", true);
  save(pdf, probe.at("2.1.1 限.pdf"),
       [](QPDFWriter& writer) { writer.setR6EncryptionParameters("", "own", true, true, true, true, true, true, qpdf_r3p_none, true); });
  probe.run();
  CHECK(probe.file("2.1.1 限.pdf").state == EvidenceState::bound_with_warning);
  CHECK(count_code(probe.findings, "evidence-pdf-restricted") == 1);
}

TEST_CASE("a damaged PDF is repaired into a clean copy", "[evidence][probe]") {
  Probe probe;
  put_pdf(probe.at("2.1.1 修.pdf"), 3, true);
  std::string bytes = *read_file(probe.at("2.1.1 修.pdf"), 1 << 20);
  const std::size_t start = bytes.find("startxref\n");
  REQUIRE(start != std::string::npos);
  probe.evidence.put("2.1.1 修.pdf", bytes.substr(0, start) + "startxref\n7\n%%EOF\n");  // the table is not there
  for (const bool prepare : {false, true}) {
    probe.run(prepare);
    const EvidenceFile& file = probe.file("2.1.1 修.pdf");
    CHECK(file.state == EvidenceState::bound_with_warning);
    CHECK(file.reason.find("已修复") != std::string::npos);
    CHECK(count_code(probe.findings, "evidence-pdf-repaired") == 1);
    CHECK(file.prepared.empty() != prepare);
    if (prepare) CHECK(page_count(file.prepared) == 3);
  }
}

TEST_CASE("scripts, attachments and hidden layers are warnings", "[evidence][probe]") {
  Probe probe;
  QPDF pdf;
  pdf.emptyPDF();
  add_page(pdf, "/AA << /O << /S /JavaScript /JS (app.alert\\(1\\)) >> >>", true);
  pdf.getRoot().replaceKey("/Names", parsed("<< /EmbeddedFiles << /Names [] >> >>"));
  pdf.getRoot().replaceKey("/OCProperties", parsed("<< /OCGs [] /D << /BaseState /OFF >> >>"));
  save(pdf, probe.at("2.1.1 活.pdf"));
  QPDF calm;
  calm.emptyPDF();
  add_page(calm, "/Annots [ << /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (http://example.com) >> >> ]", true);
  save(calm, probe.at("2.1.2 静.pdf"));
  probe.run();
  for (const char* code : {"evidence-pdf-active", "evidence-pdf-attachments", "evidence-pdf-layers"}) {
    INFO(code);
    REQUIRE(count_code(probe.findings, code) == 1);
    CHECK(find_code(probe.findings, code)->place.text() == "佐证材料/2.1.1 活.pdf");
  }
  CHECK(is_copy(probe.file("2.1.2 静.pdf")));
}

TEST_CASE("stamps and signatures are drawn into a clean copy, hidden ones are not", "[evidence][probe]") {
  Probe probe;
  QPDF pdf;
  pdf.emptyPDF();
  QPDFObjectHandle page = add_page(pdf, "", true);
  QPDFObjectHandle stamp = parsed("<< /Type /Annot /Subtype /Stamp /Rect [100 100 150 150] /F 0 >>");
  stamp.replaceKey("/AP", parsed("<< >>"));
  stamp.getKey("/AP").replaceKey("/N", red_square(pdf));
  QPDFObjectHandle hidden = parsed("<< /Type /Annot /Subtype /Square /Rect [300 300 350 350] /F 2 >>");
  hidden.replaceKey("/AP", parsed("<< >>"));
  hidden.getKey("/AP").replaceKey("/N", red_square(pdf));
  QPDFObjectHandle annotations = QPDFObjectHandle::newArray();
  annotations.appendItem(pdf.makeIndirectObject(stamp));
  annotations.appendItem(pdf.makeIndirectObject(hidden));
  page.replaceKey("/Annots", annotations);
  save(pdf, probe.at("2.1.1 章.pdf"));
  probe.run();
  const EvidenceFile& file = probe.file("2.1.1 章.pdf");
  REQUIRE_FALSE(file.prepared.empty());
  CHECK(count_code(probe.findings, "evidence-pdf-signature") == 1);
  const std::string content = page_content(file.prepared);
  CHECK(content.find("/Fxo1 Do") != std::string::npos);
  CHECK(content.find("/Fxo2 Do") == std::string::npos);
  QPDF copy;
  copy.processFile(file.prepared.c_str());
  QPDFObjectHandle bare = copy.getAllPages().at(0);
  CHECK_FALSE(bare.hasKey("/Annots"));
}

TEST_CASE("a file that is gone when it is to be read is said to be unreadable", "[evidence][probe]") {
  EvidenceRun run;
  run.evidence.put("2.1.1 a.txt", "a");
  run.evidence.put("2.1.1 b.txt", "b");
  run.run(true, [&] { fs::remove(run.at("2.1.1 a.txt")); });
  CHECK(run.codes("2.1.1 a.txt") == "evidence-unreadable");
  CHECK(run.file("2.1.1 a.txt").state == EvidenceState::rejected);
  CHECK(run.file("2.1.1 b.txt").state == EvidenceState::bound);
}

TEST_CASE("texts in the encodings of office computers", "[evidence][probe]") {
  Probe probe;
  probe.evidence.put("2.1.1 a.txt", "\xEF\xBB\xBF第一行\r\n第二行");
  probe.evidence.put("2.1.1 b.md", "# 标题\n");
  probe.evidence.put("2.1.1 c.txt", "\xCB\xAE\xB1\xED\xB6\xC1\xCA\xFD");               // 水表读数 in GB18030
  probe.evidence.put("2.1.1 d.txt", std::string_view("\xFF\xFE\x34\x6C\x68\x88", 6));  // 水表 in UTF-16
  probe.evidence.put("2.1.1 e.txt", std::string(2 << 20, 'a'));
  probe.evidence.put("2.1.1 f.txt", " \n\n ");
  probe.run();
  CHECK(probe.file("2.1.1 a.txt").text == "第一行\n第二行");
  CHECK(probe.file("2.1.1 a.txt").format == EvidenceFormat::text);
  CHECK(probe.file("2.1.1 a.txt").state == EvidenceState::bound);
  CHECK(probe.file("2.1.1 b.md").format == EvidenceFormat::markdown);
  CHECK(probe.file("2.1.1 c.txt").text == "水表读数");
  CHECK(probe.file("2.1.1 d.txt").text == "水表");
  probe.check_rejected("2.1.1 e.txt", "evidence-text-too-large");
  probe.check_rejected("2.1.1 f.txt", "evidence-empty");
}

TEST_CASE("the content decides, not the ending", "[evidence][probe]") {
  Probe probe;
  put_pdf(probe.at("2.1.1 其实是PDF.jpg"));
  probe.evidence.put("2.1.1 a.pdf", "PK\x03\x04 .... word/document.xml");
  probe.evidence.put("2.1.1 b.pdf", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old word");
  probe.evidence.put("2.1.1 c.pdf", "PK\x03\x04 .... OFD.xml");
  probe.evidence.put("2.1.1 d.zip", "PK\x03\x04 .... a.pdf");
  probe.evidence.put("2.1.1 e.html", "<!DOCTYPE html><html></html>");
  probe.evidence.put("2.1.1 f.mp4", std::string_view("\0\0\0\x20"
                                                     "ftypisom....",
                                                     16));
  probe.evidence.put("2.1.1 g.bmp", std::string_view("BM....\0\0\0\0....\x28\0\0\0", 18));
  probe.evidence.put("2.1.1 h.dat", std::string_view("\x01\x02\0\x04\x05", 5));
  probe.run();
  CHECK(probe.file("2.1.1 其实是PDF.jpg").format == EvidenceFormat::pdf);
  CHECK(probe.file("2.1.1 其实是PDF.jpg").state != EvidenceState::rejected);
  probe.check_rejected("2.1.1 a.pdf", "evidence-office-format");
  probe.check_rejected("2.1.1 b.pdf", "evidence-office-unknown");
  probe.check_rejected("2.1.1 c.pdf", "evidence-ofd-damaged");
  for (const char* path : {"2.1.1 a.pdf", "2.1.1 b.pdf"}) CHECK(probe.file(path).format == EvidenceFormat::office);
  probe.check_rejected("2.1.1 d.zip", "evidence-archive");
  probe.check_rejected("2.1.1 e.html", "evidence-web-page");
  probe.check_rejected("2.1.1 f.mp4", "evidence-media");
  probe.check_rejected("2.1.1 g.bmp", "evidence-picture-format");
  probe.check_rejected("2.1.1 h.dat", "evidence-format-unknown");
}

TEST_CASE("copies of one file under one indicator are named", "[evidence][probe]") {
  Probe run;
  run.evidence.put("2.1.1 通知.txt", "关于成立领导小组的通知");
  run.evidence.put("2.1.1 通知 (1).txt", "关于成立领导小组的通知");
  run.evidence.put("2.1.2 通知.txt", "关于成立领导小组的通知");  // another indicator
  run.evidence.put("2.1.1 纪要.txt", "会议纪要");
  run.run();
  REQUIRE(count_code(run.findings, "evidence-same-content") == 1);
  const auto same = std::find_if(run.findings.begin(), run.findings.end(), [](const Finding& f) { return f.code == "evidence-same-content"; });
  CHECK(same->message == "2个文件内容完全相同，只计一份、只装订一次：2.1.1 通知.txt、2.1.1 通知 (1).txt");
  CHECK(find_file(run.folder, "2.1.1 通知.txt")->state == EvidenceState::bound);
  CHECK(find_file(run.folder, "2.1.1 通知 (1).txt")->state == EvidenceState::bound_with_warning);
  CHECK(find_file(run.folder, "2.1.1 通知 (1).txt")->copy_of == "2.1.1 通知.txt");
  CHECK(find_file(run.folder, "2.1.2 通知.txt")->state == EvidenceState::bound);
  CHECK(find_file(run.folder, "2.1.2 通知.txt")->copy_of == "2.1.1 通知.txt");
}

TEST_CASE("unassigned files get their digest and nothing else", "[evidence][probe]") {
  Probe probe;
  probe.evidence.put("随手.pdf", "not a PDF");
  probe.run();
  CHECK(probe.file("随手.pdf").state == EvidenceState::unassigned);
  CHECK(probe.file("随手.pdf").sha256 == sha256_of("not a PDF"));
  CHECK(probe.findings.size() == 1);
}

TEST_CASE("the same folder gives the same answers with one worker or two", "[evidence][probe]") {
  Probe probe;
  for (int i = 0; i < 30; ++i) {
    if (i % 3 == 0) probe.evidence.put("2.1.1-" + std::to_string(i) + " 坏.pdf", "%PDF-1.4 broken");
    else put_pdf(probe.at("2.1.1-" + std::to_string(i) + " 好.pdf"), i);
  }
  const auto summary = [&](int workers) {
    Findings findings;
    EvidenceFolder folder = scan_evidence(probe.evidence.path(), small_rubric(), findings);
    ProbeOptions options;
    options.worker = fs::read_symlink("/proc/self/exe");
    options.workers = workers;
    probe_evidence(folder, options, findings);
    std::string out;
    for (const EvidenceFile& file : folder.files)
      out += file.path + std::string(1, static_cast<char>('0' + static_cast<int>(file.state))) + file.sha256 + file.reason + "\n";
    for (const Finding& finding : findings) out += finding.code + finding.place.text() + "\n";
    return out;
  };
  CHECK(summary(1) == summary(2));
}

}  // namespace lvce
